"""Markdown without a blank line, as extractors write it below the front matter."""

from __future__ import annotations

from tests.unit.workers.parsers.one_parser import one
from workers.parsers.light_markup.markdown import Markdown

LONG = (
    "The tide was late by an hour on Thursday, and the ferries to the islands had to wait for it."
)
LATER = "Nobody at the harbour office would say on Friday why the gauges had shown nothing of it."
FRONT = "---\ntitle: Tide\ndate: 2024-03-05\n---\n"


def _body(*lines: str) -> tuple[str, ...]:
    return one(Markdown(), FRONT + "\n".join(lines)).body


def test_each_line_is_a_paragraph() -> None:
    """The headline above them goes, and a heading stays."""
    assert _body("Tide", LONG, "What they say", LATER) == (LONG, "What they say", LATER)


def test_a_line_below_a_list_is_no_part_of_its_last_entry() -> None:
    """To CommonMark it would be."""
    assert _body(LONG, "- north", "- south", LATER) == (LONG, "north", "south", LATER)


def test_a_table_without_a_head_is_a_line_for_each_row() -> None:
    """Without the signs between its cells; one with a head is a table as ever."""
    assert _body(LONG, "| ebb | 4 | ", "| flood | 10 |", LATER) == (
        LONG, "ebb 4", "flood 10", LATER,
    )  # fmt: skip
    headed = _body(LONG, "| ebb | 4 |", "|---|---|", "| flood | 10 |", "", LATER)
    assert headed == (LONG, "ebb 4", "flood 10", LATER)


def test_lines_that_were_wrapped_are_one_paragraph() -> None:
    """A writer's editor broke them where the next word had no room."""
    words = f"{LONG} {LATER} {LONG}".split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 84:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    assert _body(*lines, line) == (" ".join(words),)


def test_a_heading_that_is_underlined_and_a_quotation_stay_whole() -> None:
    """Their lines belong together."""
    assert _body("Ebb", "-----", LONG, "> We ran,", "> he said.") == (
        "Ebb",
        LONG,
        "We ran, he said.",
    )
