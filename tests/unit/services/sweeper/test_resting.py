"""When the sweeper looks again."""

from __future__ import annotations

import pytest

from services.sweeper.resting import SOON, Resting


class Ledger:
    """A ledger in which something may happen in a rest, after so many waits."""

    def __init__(self, *, imports: bool = False) -> None:
        self.imports = imports
        self.commits = 0
        self.waited: list[float] = []
        self.asked = 0
        self.begins_after: int | None = None
        self.committed_after: int | None = None
        self.told_to_end_after: int | None = None

    def wait(self, seconds: float) -> bool:
        """Do not wait, and let happen what shall by then."""
        self.waited.append(seconds)
        waits = len(self.waited)
        self.commits += waits == self.committed_after
        if waits == self.begins_after:
            self.commits += 1
            self.imports = True
        return self.told_to_end_after is not None and waits >= self.told_to_end_after

    def import_waits(self) -> bool:
        """Answer, and count the question."""
        self.asked += 1
        return self.imports


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def resting(ledger: Ledger) -> Resting:
    return Resting(
        10.0,
        wait=ledger.wait,
        mark=lambda: str(ledger.commits),
        import_waits=ledger.import_waits,
    )


def test_where_nothing_happens_the_whole_time_is_rested(ledger: Ledger, resting: Resting) -> None:
    resting.rest(emptied=False)

    assert sum(ledger.waited) == 10.0
    assert ledger.asked == 1, "the ledger is asked again when something was committed"


def test_an_import_that_begins_ends_the_rest(ledger: Ledger, resting: Resting) -> None:
    ledger.begins_after = 2

    resting.rest(emptied=False)

    assert sum(ledger.waited) == 2 * 10.0 / SOON


def test_commits_of_others_do_not_end_it(ledger: Ledger, resting: Resting) -> None:
    ledger.committed_after = 2

    resting.rest(emptied=False)

    assert sum(ledger.waited) == 10.0
    assert ledger.asked == 2


def test_an_import_that_has_its_messages_changes_nothing(ledger: Ledger, resting: Resting) -> None:
    ledger.imports = True

    resting.rest(emptied=False)

    assert ledger.waited == [10.0]


def test_some_looks_come_soon_while_an_import_is_slower_than_the_workers(
    ledger: Ledger, resting: Resting
) -> None:
    resting.rest(emptied=True)
    for _ in range(SOON):
        resting.rest(emptied=False)

    soon = 10.0 / SOON
    assert ledger.waited == [soon] * SOON + [soon] * SOON
    assert ledger.asked == 1, "the last of them was a whole rest"


def test_a_rest_ends_when_its_process_shall(ledger: Ledger, resting: Resting) -> None:
    ledger.told_to_end_after = 1

    resting.rest(emptied=False)

    assert ledger.waited == [10.0 / SOON]
