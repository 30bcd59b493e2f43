"""A second look sets each line beside what was thought of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workers.parsers.text.marks import figures, layout
from workers.parsers.text.marks.second_look import NAMES, Region, rows

if TYPE_CHECKING:
    from numpy.typing import NDArray


def _rows(odds: list[float], groups: list[int], terms: list[set[str]]) -> NDArray[np.float64]:
    count = len(odds)
    table = np.zeros((count, len(figures.NAMES)), dtype=np.float32)
    table[:, figures.AT["len"]] = 7
    judged = np.column_stack([odds, *[np.zeros(count)] * 3])
    plain = np.zeros((count, len(layout.SET)), dtype=np.float32)
    return rows(Region(table, judged, [100] * count, [100] * count, groups, terms, plain, 1, 1))


def _column(table: NDArray[np.float64], name: str) -> list[float]:
    return [round(float(one), 2) for one in table[:, NAMES.index(name)]]


def test_a_row_has_each_of_the_names_once() -> None:
    """The names are the columns, in their order."""
    table = _rows([3.0, -3.0, 3.0], [0, 0, 1], [set(), set(), set()])
    assert table.shape == (3, len(NAMES))
    assert len(set(NAMES)) == len(NAMES)


def test_a_line_sees_the_odds_of_its_neighbours() -> None:
    """What lies beyond the edge has a figure of its own."""
    table = _rows([3.0, -3.0, 3.0], [0, 0, 1], [set(), set(), set()])
    assert _column(table, "odds +1") == [-3.0, 3.0, -9.0]
    assert _column(table, "odds -2") == [-9.0, -9.0, 3.0]


def test_a_line_sees_how_far_the_next_likely_lines_are() -> None:
    """Its own place does not count."""
    table = _rows([3.0, -3.0, -3.0, 3.0], [0] * 4, [set()] * 4)
    assert _column(table, "sure above") == [40.0, 1.0, 2.0, 3.0]
    assert _column(table, "sure below") == [3.0, 2.0, 1.0, 40.0]


def test_a_line_sees_which_of_its_words_the_likely_lines_have() -> None:
    """A likely line's own words are no proof of themselves."""
    table = _rows([3.0, -3.0, 3.0], [0, 0, 1], [{"ferry", "tide"}, {"ferry"}, set()])
    assert _column(table, "sure words") == [0.0, 1.0, -1.0]


def test_a_line_sees_whether_blank_lines_stand_around() -> None:
    """Lines of one group have none between them."""
    table = _rows([3.0, -3.0, 3.0], [0, 0, 1], [set(), set(), set()])
    assert _column(table, "joined above") == [0.0, 1.0, 0.0]
    assert _column(table, "joined below") == [1.0, 0.0, 0.0]


def test_one_line_alone_can_be_looked_at() -> None:
    """Nothing breaks where there are no neighbours."""
    assert _rows([3.0], [0], [set()]).shape == (1, len(NAMES))
