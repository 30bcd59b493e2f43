"""Bursts, and parts that are away: nothing is missed, and nothing waits for what is away."""

from __future__ import annotations

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from shared.broker.messages import LARGER
from shared.errors import Retryable
from tests.integration.watching import Watching

QUEUE = Path("/proc/sys/fs/inotify/max_queued_events")
BURST = 4_000


@pytest.mark.skipif(not QUEUE.exists(), reason="the kernel's queue of events is Linux's own")
def test_a_burst_that_overflows_the_kernels_queue_is_received_whole(
    tmp_path: Path, migrated_sqlite_url: str
):
    """While the watcher stands still, events are made until the kernel drops all that follow."""
    source = tmp_path / "source"
    source.mkdir()
    for number in range(BURST):
        (source / f"{number}.txt").write_bytes(b"%d" % number)
    watching = Watching(tmp_path / "home", migrated_sqlite_url, rescan_seconds=600)
    with capture_logs() as lines, watching:
        (watching.inbox / "first.txt").write_bytes(b"first")
        watching.until_rows(1)
        with watching.storage.unit_of_work(exclusive=True):  # the next commit stands still
            (watching.inbox / "second.txt").write_bytes(b"second")
            fill_the_queue(watching.inbox)
            for number in range(BURST):
                (source / f"{number}.txt").rename(watching.inbox / f"{number}.txt")
        watching.until_rows(BURST + 2)

        assert len(set(watching.names())) == BURST + 2
    assert "events_lost" in {line["event"] for line in lines}, "the queue was meant to overflow"


def fill_the_queue(inbox: Path) -> None:
    """Close two files that the watcher leaves alone in turn; the kernel merges only equals."""
    for number in range(int(QUEUE.read_text()) + 1):
        with (inbox / f"{number % 2}.part").open("ab"):
            pass


def test_what_is_there_together_travels_together(tmp_path: Path, migrated_sqlite_url: str):
    """Some `batch_items` ids and about `batch_bytes` bytes a message."""
    limits = {"batch_items": 10, "batch_bytes": 1000}
    watching = Watching(tmp_path / "home", migrated_sqlite_url, **limits)
    for number in range(100):
        (watching.inbox / f"{number}.txt").write_bytes(b"x" * (300 if number < 50 else 1))

    with watching:
        watching.until_rows(100)

    sizes = [len(message) for message in watching.outbox.messages]
    assert sum(sizes) == 100
    assert max(sizes) <= 10 * LARGER
    assert 50 * 300 / 1000 < len(sizes) <= 50


def test_while_the_broker_is_away_files_become_rows_and_it_is_said_once(
    tmp_path: Path, migrated_sqlite_url: str
):
    watching = Watching(tmp_path / "home", migrated_sqlite_url)
    watching.outbox.away = True
    with capture_logs() as lines, watching:
        for number in range(50):
            (watching.inbox / f"{number}.txt").write_bytes(b"%d" % number)
            watching.until_rows(number + 1)

        assert all(row.hinted_at is None for row in watching.rows()), "the sweeper has to see them"
    assert [line["event"] for line in lines].count("broker_away") == 1


def test_into_a_deep_queue_nothing_is_sent(tmp_path: Path, migrated_sqlite_url: str):
    watching = Watching(tmp_path / "home", migrated_sqlite_url, queue_depth_limit=5)
    watching.outbox.waiting = 5
    with watching:
        (watching.inbox / "story.txt").write_bytes(b"story")
        [row] = watching.until_rows(1)

        assert row.hinted_at is None
        assert watching.outbox.messages == []


def test_a_sent_hint_is_noted_with_the_row(tmp_path: Path, migrated_sqlite_url: str):
    with Watching(tmp_path / "home", migrated_sqlite_url) as watching:
        (watching.inbox / "story.txt").write_bytes(b"story")
        [row] = watching.until_rows(1)

        assert row.hinted_at is not None


def test_hints_that_a_broker_refuses_are_the_sweepers(tmp_path: Path, migrated_sqlite_url: str):
    """It answers when their rows are committed: the rows say then that no message names them."""
    watching = Watching(tmp_path / "home", migrated_sqlite_url)
    watching.outbox.refuses = True
    with watching:
        (watching.inbox / "a.txt").write_bytes(b"a")
        watching.until(lambda: [row.hinted_at for row in watching.rows()] == [None])

    assert len(watching.outbox.ids) == 1


def test_while_the_database_is_away_files_are_claimed_and_come_when_it_is_back(
    tmp_path: Path, migrated_sqlite_url: str, monkeypatch: pytest.MonkeyPatch
):
    watching = Watching(tmp_path / "home", migrated_sqlite_url)
    working = watching.storage.unit_of_work

    def away(**_how: bool) -> object:
        raise Retryable("the database cannot be used: the test says so")

    monkeypatch.setattr(watching.storage, "unit_of_work", away)
    with capture_logs() as lines, watching:
        for number in range(30):
            (watching.inbox / f"{number}.txt").write_bytes(b"%d" % number)
        watching.until(lambda: len(watching.claims()) == 30)
        watching.until(lambda: any(line["event"] == "ledger_away" for line in lines))
        assert watching.rows() == []

        monkeypatch.setattr(watching.storage, "unit_of_work", working)
        watching.until_rows(30)

    assert [line["event"] for line in lines].count("ledger_away") == 1


def test_claims_stay_until_the_disk_has_their_rows(
    tmp_path: Path, migrated_sqlite_url: str, monkeypatch: pytest.MonkeyPatch
):
    """A power cut undoes what is committed and not yet on the disk: the claims bring it again."""
    watching = Watching(tmp_path / "home", migrated_sqlite_url)
    working = watching.storage.make_last

    def away() -> None:
        raise Retryable("the disk cannot be used: the test says so")

    monkeypatch.setattr(watching.storage, "make_last", away)
    with watching:
        (watching.inbox / "story.txt").write_bytes(b"story")
        watching.until(lambda: len(watching.outbox.ids) > 1)  # carried again, and hinted again
        assert len(watching.claims()) == 1

        monkeypatch.setattr(watching.storage, "make_last", working)
        watching.until(lambda: watching.claims() == [])

    assert len(watching.rows()) == 1
