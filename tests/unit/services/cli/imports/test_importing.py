"""What `import` says: a summary that adds up, and a word when nothing moves."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from services.cli.imports.importing import GONE_SECONDS, STILL_SECONDS, Patience, _require_worker
from services.cli.imports.summary import Summary, table_of
from shared.config import Settings
from shared.errors import UserError
from shared.processes import readiness

if TYPE_CHECKING:
    from pathlib import Path


def lines_of(summary: Summary) -> list[list[str]]:
    out = io.StringIO()
    Console(file=out, width=80).print(table_of(summary))
    return [line.split() for line in out.getvalue().splitlines()]


def test_the_summary_names_each_outcome_and_reason_once() -> None:
    """Only what there is; parts stand under their whole."""
    lines = lines_of(
        Summary(
            given=12,
            skipped={"symlink": 1, "left_alone": 2, "unreadable": 0},
            outcomes={"new": 5, "near_duplicate": 1, "quarantined": 2, "received": 1},
            reasons={"quarantined": {"empty": 1, "no_article": 1}},
        )
    )
    assert lines == [
        ["new", "5"],
        ["near", "duplicate", "1"],
        ["quarantined", "2"],
        ["empty", "1"],
        ["no", "article", "1"],
        ["received", "1"],
        ["left", "out", "3"],
        ["left", "alone", "2"],
        ["symlink", "1"],
        ["given", "12"],
    ]


class Clock:
    """Seconds that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return them."""
        return self.now


def test_nothing_is_said_while_it_moves(capsys: pytest.CaptureFixture[str]) -> None:
    """However long it takes in all."""
    clock = Clock()
    patience = Patience(clock)
    for done in range(10):
        clock.now += STILL_SECONDS - 1
        patience.look((done, 0), worker=True)
    assert capsys.readouterr().err == ""


def test_a_container_that_is_being_read_is_no_standstill(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A file of a million articles may take an hour, and each piece of it moves."""
    clock = Clock()
    patience = Patience(clock)
    for items in range(0, 2560, 256):
        clock.now += STILL_SECONDS - 1
        patience.look((0, items), worker=True)
    assert capsys.readouterr().err == ""


def test_a_standstill_is_said_once_for_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    """With the command that looks into it."""
    clock = Clock()
    patience = Patience(clock)
    patience.look((3, 0), worker=True)
    for _ in range(25):
        clock.now += 2
        patience.look((3, 0), worker=True)
    assert capsys.readouterr().err.count("./copydesk doctor") == 1


def test_a_worker_that_is_gone_for_good_ends_the_wait() -> None:
    """One that is started again within its time does not."""
    clock = Clock()
    patience = Patience(clock)
    clock.now = GONE_SECONDS - 1
    patience.look((0, 0), worker=False)
    clock.now += 1
    patience.look((0, 0), worker=True)
    clock.now += GONE_SECONDS
    patience.look((0, 0), worker=False)
    clock.now += 1
    with pytest.raises(UserError, match=r"\./copydesk up"):
        patience.look((0, 0), worker=False)


@pytest.mark.parametrize("role", ["worker", readiness.UP])
def test_an_import_begins_where_somebody_works_or_starts_the_worker_again(
    role: str, tmp_path: Path
) -> None:
    """A worker that was killed is back in a second; nobody need be told that nothing is up."""
    settings = Settings(home=tmp_path)
    with pytest.raises(UserError, match="is not up"):
        _require_worker(settings)

    readiness.ready(settings, role)

    _require_worker(settings)
