"""The table of trees judges as it is written."""

from __future__ import annotations

import numpy as np
import pytest

from workers.parsers.html.body import body, forest
from workers.parsers.html.body.forest import Forest


def test_a_tree_is_walked_to_its_leaf() -> None:
    """Smaller or equal goes left; the leaf's value and the base give the chance."""
    one = Forest(
        columns=np.array([1, 0, 0]),
        thresholds=np.array([0.5, 0, 0], dtype=np.float32),
        children=np.array([1, 2, 1, 1, 2, 2]),
        values=np.array([0, -2, 2], dtype=np.float32),
        roots=np.array([0]),
        depth=1,
        base=0.0,
    )
    chances = one.judge(np.array([[9.0, 0.5], [9.0, 0.6]]))
    assert chances == pytest.approx([1 / (1 + np.exp(2)), 1 / (1 + np.exp(-2))])


def test_the_table_was_made_for_the_columns_of_today() -> None:
    """A change of the figures without training again is refused."""
    assert len(forest.load(body.NAMES).roots) > 10
    assert len(set(body.NAMES)) == len(body.NAMES)


def test_a_table_for_other_columns_is_refused() -> None:
    """Loading with other names raises instead of judging by wrong figures."""
    with pytest.raises(ValueError, match="train it again"):
        forest.load(("size",))
