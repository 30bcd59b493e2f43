"""Retention: what may go, what must stay, and nothing in a dry run."""

from __future__ import annotations

import os
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from services.keeping.retention import Expired, expire
from shared.clock import now
from shared.config import Settings
from shared.domain.delivery import Outcome, OutcomeWord
from shared.errors import Reason
from shared.ids import uuid7
from shared.raw import FolderStore
from tests.builders import delivery
from tests.e2e.running import wait_for

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from shared.storage import Storage

LONG_AGO = timedelta(days=100)

LATER = timedelta(days=50)
"""The present of these tests: files are made today, and looked at in fifty days."""


class Old:
    """A store whose deliveries ended long ago, and its bytes."""

    def __init__(self, storage: Storage, home: Path) -> None:
        self.storage = storage
        self.settings = Settings(home=home)
        self.raw = FolderStore(self.settings.raw)

    def add(self, text: bytes, word: OutcomeWord | None, age: timedelta = LONG_AGO) -> UUID:
        """Register a delivery of bytes that ended with a word so long ago, or waits."""
        kept = self.raw.copy(BytesIO(text), len(text))
        received = delivery(id=uuid7(), sha256=kept.sha256, received_at=now() - age)
        reason = Reason.EMPTY if word is OutcomeWord.QUARANTINED else None
        with self.storage.unit_of_work() as uow:
            uow.deliveries.register([received])
            if word is not None:
                outcome = Outcome(delivery_id=received.id, word=word, reason=reason)
                uow.deliveries.finish([outcome], at=now() - age)
            uow.commit()
        return received.id

    def expire(self, *, dry_run: bool = False, **rules: Any) -> list[Expired]:
        """Apply rules fifty days from now."""
        settings = self.settings.model_copy(update=rules)
        return list(expire(settings, self.storage, now() + LATER, dry_run=dry_run))

    def texts(self) -> set[bytes]:
        """Return the bytes that are kept."""
        return {path.read_bytes() for path in self.raw.root.glob("??/*")}

    def word(self, delivery_id: UUID) -> str:
        """Return a delivery's outcome."""
        with self.storage.reading() as reading:
            row = reading.delivery(delivery_id)
        assert row is not None
        return str(row["outcome"])


@pytest.fixture
def old(storage: Storage, tmp_path: Path) -> Old:
    return Old(storage, tmp_path)


def test_without_a_rule_everything_is_kept(old: Old) -> None:
    """However old it is."""
    old.add(b"a", OutcomeWord.NEW)
    assert old.expire() == []
    assert old.texts() == {b"a"}


def test_old_quarantine_is_discarded_and_its_bytes_stay(old: Old) -> None:
    """Only what is older than the rule says; the row, with its reason, stays too."""
    first = old.add(b"a", OutcomeWord.QUARANTINED)
    lately = old.add(b"b", OutcomeWord.QUARANTINED, -timedelta(days=40))
    aside = old.settings.quarantine / first.hex
    aside.mkdir(parents=True)
    [done] = old.expire(retain_quarantined_days=30)
    assert done.deliveries == 1
    assert (old.word(first), old.word(lately)) == ("discarded", "quarantined")
    assert not aside.exists()
    assert old.texts() == {b"a", b"b"}


def test_bytes_go_when_every_delivery_of_them_has_had_its_time(old: Old) -> None:
    """One that waits, is in quarantine or came lately keeps them."""
    told: dict[bytes, list[OutcomeWord | None]] = {
        b"read": [OutcomeWord.NEW, OutcomeWord.REDELIVERY],
        b"waits": [OutcomeWord.NEW, None],
        b"replayable": [OutcomeWord.NEW, OutcomeWord.QUARANTINED],
    }
    for text, words in told.items():
        for word in words:
            old.add(text, word)
    old.add(b"came again", OutcomeWord.NEW)
    old.add(b"came again", OutcomeWord.REDELIVERY, -timedelta(days=40))
    [done] = old.expire(retain_raw_days=30)
    assert (done.files, done.size) == (1, len(b"read"))
    assert old.texts() == {b"waits", b"replayable", b"came again"}
    assert old.expire(retain_raw_days=30)[0].files == 0


def test_bytes_of_discarded_deliveries_have_a_rule_of_their_own(old: Old) -> None:
    """Articles' bytes stay for a newer parser."""
    old.add(b"rubbish", OutcomeWord.DISCARDED)
    old.add(b"article", OutcomeWord.NEW)
    [done] = old.expire(retain_discarded_days=30)
    assert done.files == 1
    assert old.texts() == {b"article"}


def test_a_dry_run_says_the_same_and_does_nothing(old: Old) -> None:
    """So that a rule can be tried."""
    old.add(b"a", OutcomeWord.NEW)
    stays = old.add(b"b", OutcomeWord.QUARANTINED)
    rules = {"retain_raw_days": 30, "retain_quarantined_days": 30}
    foretold = old.expire(dry_run=True, **rules)
    assert [(each.deliveries, each.files) for each in foretold] == [(1, 0), (0, 1)]
    assert old.texts() == {b"a", b"b"}
    assert old.word(stays) == "quarantined"


def test_bytes_that_were_kept_again_lately_stay(old: Old) -> None:
    """The ledger may not have heard of their new delivery yet."""
    old.add(b"a", OutcomeWord.NEW)
    [path] = old.raw.root.glob("??/*")
    os.utime(path, (0, 0))
    before = now().timestamp() + 60
    changed = path.stat().st_ctime_ns

    def says_that_it_needs_them() -> bool:
        # the kernel's clock has steps of some milliseconds
        return not old.raw.copy(BytesIO(b"a"), 1).new and path.stat().st_ctime_ns > changed

    wait_for("a watcher that finds bytes there touches them", says_that_it_needs_them)
    assert path.stat().st_mtime == 0, "the claim may be the same file: it was not written"
    os.utime(path, (before + 60, before + 60))
    assert old.raw.remove(path.name, before, lambda: True) is None
    assert old.texts() == {b"a"}


@pytest.mark.parametrize("came_again", [True, False])
def test_bytes_that_are_needed_at_the_last_moment_are_put_back(
    old: Old, *, came_again: bool
) -> None:
    """Also where a watcher has kept its own meanwhile."""
    old.add(b"a", OutcomeWord.NEW)
    [path] = old.raw.root.glob("??/*")

    def needed() -> bool:
        assert not path.exists()
        if came_again:
            old.raw.copy(BytesIO(b"a"), 1)
        return False

    assert old.raw.remove(path.name, now().timestamp() + 60, needed) is None
    assert old.texts() == {b"a"}
    assert list((old.raw.root / ".retired").iterdir()) == []


def test_a_removal_that_was_killed_loses_nothing(old: Old) -> None:
    """What was put aside is put back by the next one, and judged anew."""
    old.add(b"a", None)
    [path] = old.raw.root.glob("??/*")
    (old.raw.root / ".retired").mkdir()
    path.rename(old.raw.root / ".retired" / path.name)
    old.expire(retain_raw_days=30)
    assert old.texts() == {b"a"}
