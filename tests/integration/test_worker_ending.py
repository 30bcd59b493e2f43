"""What becomes of work in hand when a worker ends, is told to end, or hangs."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING, Any

from shared.domain.delivery import Lane
from tests.builders import json_lines
from tests.e2e.running import wait_for
from tests.integration.works import Works
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from tests.servers.valkey import Valkey

HANGING = """
import ctypes, os, sys, time
from workers.parsers import registry
from workers.serve import serve

libc = ctypes.PyDLL(None)
whole = registry.read

def read(file, context):
    while file.name.startswith("endless") and os.environ.get("HANGS"):
        time.sleep(0.01)
    if file.name.startswith("holding"):
        libc.sleep(600)  # without giving the interpreter free
    yield from whole(file, context)

registry.read = read
sys.exit(serve())
"""
"""A real worker in which some files hang, each in its way."""

NEVER: dict[str, Any] = {"COPYDESK_LEASE_SECONDS": "600", "COPYDESK_PARSE_SECONDS": "600"}
"""No lease runs out and no limit rings: what is free soon was given back."""


def test_what_cannot_be_finished_in_time_is_given_back_and_taken_at_once(
    tmp_path: Path, migrated_sqlite_url: str, broker: Valkey
) -> None:
    """SIGTERM, and a file that takes longer than the grace time: it was never tried."""
    hanging: dict[str, Any] = {"HANGS": "1", "COPYDESK_GRACE_SECONDS": "0.5", **NEVER}
    made = Works(tmp_path / "home", migrated_sqlite_url, broker, program=("-c", HANGING), **hanging)
    with contextlib.closing(made) as works:
        endless = works.receive(json_lines(1), name="endless.jsonl")
        works.hints.send(Lane.LIVE, [[endless]])
        wait_for("it is begun", lambda: works.row(endless)["state"] == "processing")

        works.process.send_signal(signal.SIGTERM)
        assert works.process.wait(PATIENCE) == 0
        row = works.row(endless)
        assert (row["state"], row["attempts"]) == ("received", 0)

        works.environment = NEVER
        works.process = works.start()
        row = works.swept_until_done(endless)
    assert (row["outcome"], row["attempts"]) == ("new", 1)
    assert "lease_lost" not in log_of(works)


def test_rolling_restarts_under_load_lose_no_file_and_no_time(
    tmp_path: Path, migrated_sqlite_url: str, broker: Valkey
) -> None:
    """The next worker is there before the last is told to end; nothing is swept or retried."""
    with contextlib.closing(
        Works(tmp_path / "home", migrated_sqlite_url, broker, **NEVER)
    ) as works:
        texts = {f"{number}.jsonl": json_lines(10, first=number * 100) for number in range(60)}
        ids = works.receive_all(texts)
        works.hints.send(Lane.LIVE, [ids[first : first + 4] for first in range(0, len(ids), 4)])
        wait_for("they are under way", lambda: done(works, ids) > 0)
        ended, works.process = works.process, works.start()
        ended.send_signal(signal.SIGTERM)
        assert ended.wait(PATIENCE) == 0
        wait_for("all are done", lambda: done(works, ids) == len(ids))

        rows = [works.row(each) for each in ids]
    assert {(row["outcome"], row["attempts"]) for row in rows} == {("new", 1)}


def test_a_parser_that_never_returns_to_the_interpreter_is_ended_and_quarantined(
    tmp_path: Path, migrated_sqlite_url: str, broker: Valkey
) -> None:
    """No signal reaches it; where it hung is written down, and good files of its batch are read."""
    seconds: dict[str, Any] = {"COPYDESK_TASK_SECONDS": "1", "COPYDESK_MAX_ATTEMPTS": "2"}
    made = Works(tmp_path / "home", migrated_sqlite_url, broker, program=("-c", HANGING), **seconds)
    with contextlib.closing(made) as works:
        good = works.receive(json_lines(1, first=1))
        holding = works.receive(json_lines(1, first=2), name="holding.jsonl")
        works.hints.send(Lane.LIVE, [[good, holding]])
        rows = [works.swept_until_done(each) for each in (good, holding)]

        said = (works.settings.home / "worker.out").read_text(encoding="utf-8")
    assert [row["outcome"] for row in rows] == ["new", "quarantined"]
    assert rows[1]["reason"] == "worker_killed"
    assert rows[0]["attempts"] <= 2
    assert "most recent call first" in said
    assert "in read" in said


def done(works: Works, ids: list[UUID]) -> int:
    return sum(works.row(each)["state"] == "done" for each in ids)


def log_of(works: Works) -> str:
    return (works.settings.logs / "copydesk.jsonl").read_text(encoding="utf-8")
