"""pandoc's Markdown writes a page's typographic signs in ASCII, which can be told again."""

# ruff: noqa: RUF001 - typographic signs are meant

from __future__ import annotations

import pytest

from workers.parsers.text.printers.typography import restored, typographic


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Harbour's 'late' opening", "Harbour’s ‘late’ opening"),
        ('He said: "It\'s late."', "He said: “It’s late.”"),
        ("Cold Sea -- a review", "Cold Sea – a review"),
        ("Cold Sea---a review...", "Cold Sea—a review…"),
        ("the '90s", "the ’90s"),
        ('„Zu spät", sagte er', "„Zu spät“, sagte er"),
        ("('Meth. We're on it.')", "(‘Meth. We’re on it.’)"),
    ],
)
def test_signs_are_what_the_page_showed(written: str, shown: str) -> None:
    """A mark opens behind a gap or a bracket, and closes elsewhere."""
    assert restored(written) == shown


@pytest.mark.parametrize(
    "kept",
    [
        r"5\'11\" tall", "`it's`", '[x](/a "b")', '<div class="menu">', '{title="It\'s"}',
        "-----", "--- | ---", "::: {.menu data='a'}",
    ],
)  # fmt: skip
def test_what_is_no_text_of_the_page_stays(kept: str) -> None:
    """A backslash stands before a sign that the page itself had in ASCII."""
    assert restored(kept) == kept


def test_a_text_without_fences_stays() -> None:
    """Straight marks are what a person types."""
    assert typographic("It's late") == "It's late"
    fenced = "::: a\nIt's late\n:::\n" * 2
    assert "It’s late" in typographic(fenced)


@pytest.mark.parametrize("sign", ["](", "{", "<a", "`", "-", "'", '"', "[x](a(", "„", " |"])
def test_signs_over_and_over_take_no_time(sign: str) -> None:
    """A hostile text is as quick as any other."""
    assert len(restored(sign * 50_000)) > 0
