"""Marks become figures: a step in its column, anything else a 1."""

from __future__ import annotations

import numpy as np
import pytest

from workers.parsers.text.marks.figures import AT, NAMES, arranged, columns_of, figure_of


@pytest.mark.parametrize(
    ("mark", "column", "figure"),
    [
        ("len 7", "len", 7),
        ("end stop", "end", 5),
        ("case titled", "case", 2),
        ("known 3 long", "known", 3),
        ("prose since 2", "prose since", 2),
        ("bio len 5", "bio", 1),
        ("credited", "credited", 1),
        ("author named short", "author named", 1),
    ],
)
def test_a_mark_has_a_column_and_a_figure(mark: str, column: str, figure: int) -> None:
    """A step counts as such, with what it was noted for left out; a flag is 1."""
    assert figure_of(mark) == (AT[column], figure)


@pytest.mark.parametrize("mark", ["+1 len 7", "-2 end stop", "len 7 end stop", "topic in 3"])
def test_marks_of_neighbours_and_of_two_things_have_none(mark: str) -> None:
    """A row looks at its neighbours' rows itself, and trees join what they need."""
    assert figure_of(mark) is None


def test_each_passage_has_a_row() -> None:
    """Marks without a figure leave no trace, and a passage without marks is a row of zeros."""
    columns = columns_of(["bias", "len 7", "bullet"])
    table = arranged(np.array([0, 1, 0, 2]), np.array([2, 0, 2]), columns)
    assert table.shape == (3, len(NAMES))
    assert table[0, AT["len"]] == 7
    assert table[2, AT["bullet"]] == 1
    assert table.sum() == 8
