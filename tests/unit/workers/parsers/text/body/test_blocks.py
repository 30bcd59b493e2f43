"""The body is one stretch of the page, and what is said of headlines above it."""

from __future__ import annotations

import numpy as np

from workers.parsers.text.alone.first_line import bare_headline
from workers.parsers.text.body.blocks import longest_alone, run_of, stretch, trees, warm_up
from workers.parsers.text.marks.page import study
from workers.parsers.text.marks.tables import NAMES, tables
from workers.parsers.text.marks.topic import core
from workers.parsers.text.typesetting.lines import passages, split


def test_the_likeliest_stretch_is_taken() -> None:
    """A good start and a good end outweigh a neighbour that may lie inside."""
    inside = [-3.0, 2.0, 3.0, 2.0, 0.5]
    start = [-6.0, 1.0, -6.0, -6.0, -6.0]
    end = [-6.0, -6.0, -6.0, 1.0, -4.0]
    assert stretch(inside, start, end) == (1, 3)


def test_no_passages_make_no_stretch() -> None:
    """The empty page has none, and nothing breaks."""
    assert stretch([], [], []) == (0, -1)


def test_the_one_long_passage_is_the_text_where_the_tables_find_none() -> None:
    """Agencies print a story as one paragraph; a short notice alone is none."""
    story = (
        "The pier opened on Monday. The sea was calm. Nobody was hurt. The ferry sails again. " * 9
    )
    menu = "\n\n".join(f"* Entry {at} of the menu" for at in range(8))
    page = study(passages(split(f"{menu}\n\n{story}\n\nWe use cookies to serve you.")))
    assert longest_alone(page) == [8]
    assert longest_alone(study(passages(split(menu)))) == []
    assert longest_alone(study([])) == []


def test_the_core_is_where_most_prose_stands_together() -> None:
    """A lone sentence between menus does not draw the core to it."""
    assert core([-70, 100, -70, -70, -70, 300, -70, 400, -70]) == (5, 7)
    assert core([-1, -1]) == (0, -1)


def test_the_first_short_line_is_the_headline_of_a_bare_text() -> None:
    """A date or a byline above it is passed over; a sentence is not."""
    parts = passages(split("3 May 2021\nBy Ann Ek\nTide comes late\n\nThe tide came late."))
    assert bare_headline(parts, [0, 1, 2]) == 2
    assert bare_headline(parts, [0, 1]) is None


def test_words_that_recur_below_make_a_herald() -> None:
    """A headline's words come again in the text, those of a menu entry do not."""
    text = "Weather\n\nFerry timetable agreed\n\n" + "\n\n".join(
        ["The ferry follows a new timetable that the towns have agreed on this week."] * 4
    )
    page = study(passages(split(text)))
    assert page.heralds[1] > page.heralds[0]


def test_the_tables_hold_weights_of_marks_and_are_all_there() -> None:
    """No table is missing or empty; lines of one text are compared without a bias."""
    assert set(NAMES) <= set(tables())
    for name in NAMES:
        assert ("odds" if name == "heading" else "bias") in tables()[name]
        assert len(tables()[name]) > 50


def test_the_trees_were_made_for_the_figures_of_today() -> None:
    """A change of the figures without learning again is refused when a process starts."""
    warm_up()
    assert len(trees().roots) > 10


def test_the_run_with_most_likely_text_is_taken() -> None:
    """A likely line far from it is too short to draw the run to it."""
    chances = np.array([0.9, 0.1, 0.1, 0.1, 0.9, 0.2, 0.8, 0.42, 0.1])
    assert run_of(chances, [30, 90, 90, 90, 400, 60, 400, 50, 90]) == (4, 6)


def test_without_likely_lines_there_is_no_run() -> None:
    """None is better than the least unlikely."""
    assert run_of(np.array([0.1, 0.2]), [100, 100]) == (0, -1)
