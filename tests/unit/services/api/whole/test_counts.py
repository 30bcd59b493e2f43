"""When the whole is counted again: over a store that notes how often it was."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import pytest

from services.api.whole import counts
from services.api.whole.counts import Counts
from shared import clock
from shared.errors import Retryable
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Ledger:
    """A store that is only counted."""

    rows: int
    version: int = 1
    counted: int = 0
    away: bool = False
    movement: Ledger = field(init=False)

    def __post_init__(self) -> None:
        self.movement = self

    def mark(self) -> str:
        """Return what a commit changes."""
        if self.away:
            raise Retryable("the database is away")
        return str(self.version)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Ledger]:
        """Open the ledger."""
        if self.away:
            raise Retryable("the database is away")
        yield self

    def outcomes(self) -> dict[str, int]:
        """Count."""
        self.counted += 1
        return {"new": self.rows}

    def reasons(self) -> dict[str, int]:
        """Nothing is in quarantine."""
        return {}

    def totals(self) -> dict[str, Any]:
        """As many of each."""
        return {"articles": self.rows, "stories": self.rows, "last_change": self.rows}

    def add(self) -> None:
        """Commit a row."""
        self.rows += 1
        self.version += 1


def counting(ledger: Ledger) -> Counts:
    return Counts(cast("Any", ledger))


def until(ledger: Ledger, counted: int) -> None:
    """Wait until the ledger was counted so often."""
    deadline = time.monotonic() + PATIENCE
    while ledger.counted < counted:
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "SHORTEST_REST", 0.01)


def test_a_small_store_is_counted_for_whoever_asks() -> None:
    """Its figures are never older than the question."""
    ledger = Ledger(10)
    kept = counting(ledger)
    for _turn in range(3):
        assert kept.get().outcomes == {"new": ledger.rows}
        ledger.add()
    assert ledger.counted == 3


def test_a_large_store_is_not_counted_again_while_nothing_moves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However long: the counts are those of the ledger still."""
    monkeypatch.setattr(counts, "REST", 0.0)
    ledger = Ledger(counts.SMALL)
    kept = counting(ledger)
    first = kept.get()
    time.sleep(0.1)
    again = kept.get()
    assert (again.outcomes, ledger.counted) == (first.outcomes, 1)
    assert again.at > first.at  # they are those of this moment, too


def test_a_large_store_that_moves_is_counted_behind_the_questions() -> None:
    """Who asks gets the last counts at once, and soon the new ones."""
    ledger = Ledger(counts.SMALL)
    kept = counting(ledger)
    kept.get()
    kept.get()  # from now on it is kept fresh
    ledger.add()
    until(ledger, 2)
    while kept.get().outcomes["new"] != ledger.rows:
        time.sleep(0.005)
    assert kept.get().at <= clock.now()


def test_counts_that_nobody_kept_fresh_are_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first who asks after a while waits for them once."""
    monkeypatch.setattr(Counts, "_keep_fresh", lambda _self: None)
    ledger = Ledger(counts.SMALL)
    kept = counting(ledger)
    kept.get()
    ledger.add()
    time.sleep(0.05)
    assert kept.get().outcomes == {"new": ledger.rows}


def test_a_database_that_went_away_is_said() -> None:
    """Counts of a store that cannot be read are none."""
    ledger = Ledger(counts.SMALL)
    kept = counting(ledger)
    kept.get()
    ledger.away = True
    with pytest.raises(Retryable):
        kept.get()
    ledger.away = False
    assert kept.get().outcomes == {"new": ledger.rows}
