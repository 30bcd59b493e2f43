"""A line is known by the kinds of lines that stand near it."""

from __future__ import annotations

import numpy as np

from workers.parsers.text.marks import company, figures


def test_times_and_repeated_lines_near_a_line_are_counted() -> None:
    """The line itself is not counted."""
    table = np.zeros((5, len(figures.NAMES)), dtype=np.float32)
    table[[0, 3], figures.AT["ago"]] = 1
    table[[1, 4], figures.AT["repeated"]] = 1
    found = company.company(table)
    assert found.shape == (5, len(company.NAMES))
    assert found[:, company.NAMES.index("times above 2")].tolist() == [0, 1, 1, 0, 1]
    assert found[:, company.NAMES.index("times below 6")].tolist() == [1, 1, 1, 0, 0]
    assert found[:, company.NAMES.index("again below 2")].tolist() == [1, 0, 1, 1, 0]
