"""A text may go on below a box of links; teasers of others below such a box are none of it."""

from __future__ import annotations

from workers.parsers.text.body.boxes import beyond_box
from workers.parsers.text.marks.page import study
from workers.parsers.text.typesetting.lines import passages, split

ABOVE = """\
The ferry to the islands sails again since Monday, three weeks after the storm broke its engine.

The shipping line had rented a smaller boat in the meantime, which could not carry any lorries.

Read more

* Storm destroys the harbour wall
* Island plans a second bridge

"""
HEADED = "A new engine from Norway\n\n"
ON = "The new engine came from Norway, and the shipping line paid half of what the storm cost.\n\n"


def end(below: str, odds: float = -1.1) -> int:
    """Return the last place of the text whose second paragraph was the last."""
    page = study([part for part in passages(split(ABOVE + below)) if part.text])
    return beyond_box(page, [odds] * len(page.passages), 0, 1)


def test_a_paragraph_about_what_was_told_goes_on_below_a_box() -> None:
    """With a heading over it or none."""
    assert end(ON) == 5
    assert end(HEADED + ON) == 6
    assert end(ON + HEADED + ON) == 7


def test_a_paragraph_of_other_words_goes_on_where_it_is_surely_body() -> None:
    """The looks of a paragraph may be evidence enough."""
    other = (
        "Two mayors met in the old town hall to talk about taxes, roads and the price of bread.\n"
    )
    assert end(other) == 1
    assert end(other, 2.0) == 5


def test_what_is_no_paragraph_ends_the_text_above_the_box() -> None:
    """So does a second list, a note on the author, or a line that is signed or dated."""
    assert end("* Mayor steps down\n* Two hurt\n") == 1
    assert end(f"3 May 2024, 8:30\n\n{ON}") == 1
    assert end(f"By Ann Ek\n\n{ON}") == 1
    assert (
        end("Ann Ek is a writer for the Post and covers the ferry, the storm and the engine.\n")
        == 1
    )
    assert end(ON, -1.3) == 1


TABLE = "Port Ships Lorries\nSkarvik 104 2,110\nNorrholm 131 1,908\nSandvær 150 1,760\n\n"


def test_a_text_goes_on_below_a_table() -> None:
    """A table stands between two paragraphs as often as below the last."""
    above, _, _ = ABOVE.partition("Read more")
    page = study([part for part in passages(split(above + TABLE + ON)) if part.text])

    assert beyond_box(page, [-1.1] * len(page.passages), 0, 1) == len(page.passages) - 1
    assert beyond_box(page, [-1.3] * len(page.passages), 0, 1) == 1


def test_without_a_list_there_is_no_box() -> None:
    """A line alone is no reason to go on."""
    above, _, _ = ABOVE.partition("*")
    page = study([part for part in passages(split(above + ON)) if part.text])
    assert beyond_box(page, [2.0] * len(page.passages), 0, 1) == 1
