"""Captions with a credit, posts, and notes on authors and rights, as marks of a passage."""

from __future__ import annotations

import pytest

from workers.parsers.text.marks.features import own_marks
from workers.parsers.text.marks.page import study
from workers.parsers.text.typesetting.lines import passages, split


def _marks(text: str) -> tuple[str, ...]:
    return own_marks(passages(split(text))[0])


@pytest.mark.parametrize(
    "text",
    [
        "Fans wait at the harbour (Image: GETTY )",
        "The new bridge at dusk Credit : Ida Holm",
        "Spieler feiern den Sieg. Foto: Bo Lind",
        "The minister arrives, 29 Feb. 2024. (Kremlin Press Office/Anadolu via Getty Images)",
    ],
)
def test_a_caption_is_known_by_the_credit_at_its_end(text: str) -> None:
    """Whose picture it is stands last, in many forms."""
    assert "credited" in _marks(text)


@pytest.mark.parametrize(
    "text",
    ["PARIS (Reuters) - Talks ended on Monday.", "The photo by the door was gone. Nobody saw it."],
)
def test_a_sentence_that_names_an_agency_or_a_picture_has_no_credit(text: str) -> None:
    """What a full stop parts from the end is text."""
    assert "credited" not in _marks(text)


def test_a_post_is_known_by_its_signature_and_its_short_link() -> None:
    """Both forms in which pages show what was posted elsewhere."""
    assert "post" in _marks("— Ida Holm (@idaholm) February 28, 2024")
    assert "post" in _marks("Never again. pic.example.com is down, see https://t.co/XWG9ipatpS")
    assert "post" not in _marks("Write to desk@example.org for the tables.")


def test_notes_on_authors_and_rights_are_marked() -> None:
    """They stand below texts of any publisher, in the same words."""
    assert any(mark.startswith("bio") for mark in _marks("Ida Holm covers ports. Follow her here."))
    assert "rights" in _marks("Alle Rechte vorbehalten.")
    assert "rights" not in _marks("The court read out all of the rights that tenants have.")


def test_a_line_is_told_of_the_note_below_it() -> None:
    """What stands beside a note is judged by it."""
    page = study(passages(split("Ida Holm\n\nAll rights reserved.")))
    assert "+1 rights" in page.around[0]
