"""Wrongly decoded text is mended before it is read."""

from __future__ import annotations

from workers.words.mending import mend, mend_lines


def test_utf_8_that_was_read_as_another_charset_is_mended() -> None:
    """Whatever the other charset was."""
    text = "Grüner Strom für Köln – „gut“"  # noqa: RUF001
    assert mend(text.encode().decode("cp1250")) == text
    assert mend("Автор".encode().decode("cp1251")) == "Автор"


def test_quotes_that_were_read_as_control_codes_are_quotes_again() -> None:
    """A file in windows-1252 that was taken for Latin 1."""
    assert mend("\x93Ja\x94, sagte er \x96 spät\x85") == "“Ja”, sagte er – spät…"  # noqa: RUF001


def test_a_line_that_cannot_be_mended_does_not_keep_the_others() -> None:
    """Somebody pasted a line of good text between the broken ones."""
    broken = "Köln".encode().decode("cp1252")
    assert mend_lines(f"{broken}\n東京\nParis") == "Köln\n東京\nParis"


def test_good_text_stays() -> None:
    """Letters that only look like the marks of a wrong decoding are letters."""
    for text in ("Ein Café in Zürich", "Новый мост", "«Été»", "plain"):
        assert mend(text) == text
