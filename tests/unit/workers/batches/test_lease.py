from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from shared.errors import Retryable
from tests.patience import PATIENCE
from workers.batches.lease import Lease

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.storage import Storage


class Ledger:
    """Takes renewals as the database would; may be away."""

    def __init__(self) -> None:
        self.renewed: list[str] = []
        self.threads: set[int] = set()
        self.away = False
        self.failure: Exception = Retryable("the database cannot be used")

    @contextmanager
    def unit_of_work(self, *, hasty: bool) -> Iterator[Any]:
        """Open what a renewal needs."""
        assert hasty
        if self.away:
            raise self.failure
        yield SimpleNamespace(deliveries=self, commit=lambda: None)

    def renew(self, owner: str, _until: object) -> None:
        """Take note of one."""
        self.threads.add(threading.get_ident())
        self.renewed.append(owner)

    def until(self, *owners: str) -> None:
        """Wait until each of them was renewed from now on."""
        self.renewed.clear()
        end = time.monotonic() + PATIENCE
        while not set(owners) <= set(self.renewed):
            assert time.monotonic() < end, f"not renewed: {set(owners) - set(self.renewed)}"
            time.sleep(0.005)


def lease(ledger: Ledger, seconds: float) -> Lease:
    return Lease(cast("Storage", ledger), seconds)


def test_a_lease_inside_another_is_renewed_with_it_by_the_same_thread():
    """A child that gives way to live files holds both."""
    ledger = Ledger()
    with lease(ledger, 30) as sleeping, lease(ledger, 0.06) as outer, lease(ledger, 0.03) as inner:
        ledger.until(outer.owner, inner.owner)

        assert sleeping.owner not in ledger.renewed, "its third is not over"
    assert len(ledger.threads) == 1


def test_a_lease_that_was_left_is_renewed_no_more():
    ledger = Ledger()
    with lease(ledger, 0.03) as other:
        with lease(ledger, 0.03) as left:
            ledger.until(left.owner)
        ledger.until(other.owner)
        ledger.until(other.owner)

        assert left.owner not in ledger.renewed


@pytest.mark.parametrize("failure", [Retryable("the database cannot be used"), MemoryError()])
def test_nothing_that_fails_ends_the_renewing(failure: Exception):
    """A database that is away; a parser beside it that has all the memory for a moment."""
    ledger = Ledger()
    ledger.away, ledger.failure = True, failure
    with lease(ledger, 0.03) as held:
        time.sleep(0.1)
        ledger.away = False
        ledger.until(held.owner)
