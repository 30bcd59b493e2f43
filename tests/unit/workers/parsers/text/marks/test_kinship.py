"""Words that the article has told, shapes of lines and prose around tell its lines from others."""

from __future__ import annotations

from workers.parsers.text.marks.kinship import kinship_marks
from workers.parsers.text.marks.page import study
from workers.parsers.text.typesetting.lines import passages, split

HEAD = "Harbour town rebuilds pier"
TOLD = "The harbour town of Lowick rebuilds its pier, which the storm of Sunday took away."
MORE = "The pier of the harbour town was storm beaten since Sunday, the keeper of Lowick wrote."
OTHER = "Striker leaves football club after quarrel about contract, chairman announces sadly."


def _marks(*lines: str) -> list[list[str]]:
    return list(kinship_marks(study(passages(split("\n\n".join(lines)))), 0))


def test_a_paragraph_of_the_article_has_words_that_were_told() -> None:
    """A second article on the page speaks of other things than the first."""
    *_, more, other = _marks(HEAD, TOLD, MORE, OTHER)
    assert any(mark.startswith(("known 4", "known 5", "known 6")) for mark in more)
    assert "known 0 long" in other
    assert "lead 0 long" in other


def test_lines_of_one_shape_between_paragraphs_are_told_from_a_lone_one() -> None:
    """A programme inside an article repeats its shape; prose stands above and below it."""
    tour = [f"June {day} - Lowick, Old Pier Theatre" for day in range(10, 16)]
    marks = _marks(HEAD, TOLD, *tour, MORE)
    assert {"month led", "months led 2", "alike 3"} <= set(marks[4])
    assert "between 1 0" in marks[2]
    assert "alike 1" in marks[1]


def test_a_line_above_a_dateline_is_marked() -> None:
    """A caption stands there in wire copy."""
    marks = _marks(HEAD, "A pier at dawn", "2 min read", f"LOWICK, May 4 (Reuters) - {TOLD}")
    assert "dateline below 2" in marks[1]
    assert "dateline below 1" in marks[2]


def test_an_empty_page_has_no_marks() -> None:
    """Nothing is yielded, and nothing breaks."""
    assert list(kinship_marks(study([]), -1)) == []
