"""How many processes run the tests follows from what is asked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sharing import MOST, processes

if TYPE_CHECKING:
    from collections.abc import Callable

    Configure = Callable[..., pytest.Config]

HERE = Path(__file__)


@pytest.fixture
def configured(request: pytest.FixtureRequest) -> Configure:
    """Return what makes a configuration of arguments, as a command line does."""

    def make(*arguments: str) -> pytest.Config:
        parser = request.config._parser
        config = pytest.Config.fromdictargs({}, [])
        config.option = parser.parse_known_args([str(each) for each in arguments])
        return config

    return make


def test_all_tests_are_shared_by_one_process_more_than_there_are_cores(
    configured: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a large machine no more than are of use."""
    for cores, expected in ((1, 2), (2, 3), (64, MOST)):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, of=cores: set(range(of)))
        assert processes(configured()) == expected
        assert processes(configured(HERE.parent)) == expected


@pytest.mark.parametrize(
    "asked",
    [[HERE], [HERE.parent, HERE], [f"{HERE}::test_x"], ["-k", "mail"], ["-m", "postgres"], ["--lf"],
     ["--ff"], ["--nf"], ["--sw"], ["--pdb"], ["--trace"], ["-s"], ["--co"]],
)  # fmt: skip
def test_few_tests_and_those_that_somebody_looks_at_are_run_by_one(
    asked: list[str], configured: Configure
) -> None:
    """The start of another process takes longer, and has no terminal."""
    assert processes(configured(*asked)) == 0
