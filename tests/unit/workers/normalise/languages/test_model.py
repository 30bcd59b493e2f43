"""The model of languages answers alike, wherever it was loaded from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.normalise.languages.model import ARRAYS, load

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = (
    "Die Stadt baut im kommenden Jahr drei neue Schulen.",
    "Le maire a inauguré la nouvelle bibliothèque.",
    "Kaupunki rakentaa ensi vuonna kolme uutta koulua.",
    "A cidade vai construir três escolas novas.",
)


def test_unpacked_it_answers_as_packed(tmp_path: Path) -> None:
    packed, unpacked = load(None), load(tmp_path / "model")
    again = load(tmp_path / "model")
    for text in TEXTS:
        assert packed.classify(text) == unpacked.classify(text) == again.classify(text)
    assert {f"{name}.npy" for name in ARRAYS} == {
        file.name for file in (tmp_path / "model").iterdir()
    }


@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_a_damaged_copy_is_passed_over(tmp_path: Path, damage: str) -> None:
    place = tmp_path / "model"
    whole = load(place).classify(TEXTS[0])
    file = place / "moves.npy"
    content = file.read_bytes()
    file.unlink()
    if damage == "cut":
        file.write_bytes(content[: len(content) // 2])
    assert load(place).classify(TEXTS[0]) == whole


def test_where_nothing_can_be_written_it_is_used_as_it_came(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert load(tmp_path / "file" / "model").classify(TEXTS[1])[0] == "fr"
