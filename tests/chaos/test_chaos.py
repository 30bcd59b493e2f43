"""A short trial of each set-up; `python -m tests.chaos` is the long one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chaos.trial import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("set_up", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_nothing_is_lost_and_nothing_is_twice(set_up: str, tmp_path: Path) -> None:
    """Six faults by chance while files are dropped and imported; then all is as promised."""
    figures = run(set_up, faults=6, files=96, seed=11, gap=0.5, folder=tmp_path)

    found = figures.judgement
    assert found is not None
    assert figures.faults.total() > 0
    assert (found.lost, found.twice, found.wrong) == ((), (), ())
    assert (found.gaps, found.stranded, found.same) == (0, 0, True)
