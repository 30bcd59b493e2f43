"""Facts on the shapes in a passage: none is missed for the look that goes before its pattern."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import pytest

from workers.parsers.text.marks.shapes import note_marks, shapes_of


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("Read it at https://harbour.example/a", ["address"]),
        ("Write to desk@harbour.example", ["address"]),
        ("At 7:05 the ferry left", ["clock"]),
        ("At ٧:٠٥ the ferry left", ["clock"]),
        ("The harbour of 1998", ["year"]),
        ("The harbour of 2024年", ["year"]),
        ("By Ada BrookHarbour News", ["glue"]),
        ("ÉtéÀ la mer", ["glue"]),
        ("Two hours AGO", ["ago"]),
        ("Il Y A deux heures", ["ago"]),
        ("Home | Harbour", ["bar"]),
        ("© Harbour News", ["copyright"]),
        ("ferries, ships", ["comma", "begins lower"]),
        ("Var a = {", ["code"]),
        ("So __this", ["code"]),
        ("Nothing of it", []),
    ],
)
def test_a_passage_has_the_shapes_that_its_signs_make(text: str, shapes: list[str]) -> None:
    """The words for hours ago in capitals too, the digits of any script."""
    assert shapes_of(text) == shapes


@pytest.mark.parametrize(
    "caption",
    [
        "The ferry at the quay. PHOTO: Jo Lens",
        "The ferry at the quay. Image by Jo Lens",
        "The ferry at the quay, courtesy of the port",
        "The ferry at the quay. Jo Lens/Getty",
        "The ferry at the quay. (AP)",
        "Le ferry à quai. CRÉDIT: Jo Lens",
        "Paromo prie krantinės. Zdjęcie: Jo Lens",
        "码头上的渡轮。新华社记者摄",
        "岸壁のフェリー（撮影）",
        "부두의 여객선 사진=조렌즈",
        "घाट पर नाव फोटो: जो लेंस",
        "The ferry at the quay / JO LENS",
    ],
)
def test_a_credit_is_found_in_any_language(caption: str) -> None:
    """The words for it stand in small or in capital letters."""
    assert "credited" in note_marks(caption, 5)


@pytest.mark.parametrize("text", ["Photo: of a ferry. It left at noon.", "Happy in the harbour"])
def test_a_sentence_that_goes_on_is_no_credit(text: str) -> None:
    """A word that credits have says nothing before the last stop, nor inside another word."""
    assert "credited" not in note_marks(text, 5)
