"""
Very many files at once while the broker is away: whether one is missed, or a publisher blocked.

Run: `python -m tests.benchmarks.away [--files 100000] [--how drop|folder] [--home DIR]`. A real
`./copydesk watch` on SQLite, with a broker that was stopped. `drop`: each file is written and moved
in; `folder`: one folder of all of them is moved in. Printed are the longest that a publisher waited
for one file, the rate until all have their rows, the largest memory of the watcher, and what is
missing, twice, or left behind: each must be 0.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.config import ROOT, Settings
from shared.processes.readiness import is_ready
from shared.storage.schema.migrate import upgrade
from tests.chaos.measuring import MB, resident
from tests.e2e.running import Copydesk, wait_for
from tests.servers.valkey import Valkey

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS_FOR_EACH_FILE: Final = 0.02
"""Until the watcher must have done; a loaded machine is slow, not wrong."""

WAYS: Final = ("drop", "folder")


@dataclass(frozen=True, slots=True)
class Seen:
    """What one run showed."""

    longest_block: float
    """Seconds that a publisher took for one file, at the most."""
    seconds: float
    """From the first file to the last row."""
    memory_before: float
    memory: float
    """Megabytes of the watcher: before the first file, and the most."""
    missing: int
    twice: int
    left: int
    """In the inbox, or claimed."""


def run(folder: Path, files: int, how: str) -> Seen:
    """Let a real watcher take so many files while its broker is away."""
    with contextlib.closing(Valkey()) as broker:
        broker.start()
        desk = Copydesk(folder / "home", {"COPYDESK_BROKER_URL": broker.url})
        with _watcher(desk) as process:
            broker.kill()
            before = resident(process.pid)
            began = time.monotonic()
            longest = _publish(desk, folder / "outgoing", files, how)
            memory = [before]

            def all_have_rows() -> bool:
                memory.append(resident(process.pid))
                return _rows(desk.settings)[0] >= files and not _left(desk.settings)

            wait_for("every file has its row", all_have_rows, 60 + files * SECONDS_FOR_EACH_FILE)
            seconds = time.monotonic() - began
        rows, names = _rows(desk.settings)
    sizes = before / MB, max(memory) / MB
    return Seen(longest, seconds, *sizes, files - names, rows - names, _left(desk.settings))


@contextlib.contextmanager
def _watcher(desk: Copydesk) -> Iterator[subprocess.Popen[bytes]]:
    desk.settings.make_folders()
    upgrade(desk.settings.database)
    with (desk.home / "watch.out").open("wb") as out:
        process = subprocess.Popen(
            desk.command("watch"), cwd=ROOT, env=desk.surroundings(), stdout=out, stderr=out
        )
    try:
        wait_for("the watcher is ready", lambda: is_ready(desk.settings, "watcher"))
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def _publish(desk: Copydesk, outgoing: Path, files: int, how: str) -> float:
    """Publish so many; return the longest that one of them took."""
    outgoing.mkdir()
    longest = 0.0
    for number in range(files):
        began = time.monotonic()
        written = outgoing / f"{number}.txt"
        written.write_bytes(b"Report %d\n" % number)
        if how == "drop":
            written.rename(desk.inbox / written.name)
        longest = max(longest, time.monotonic() - began)
    if how == "folder":
        began = time.monotonic()
        outgoing.rename(desk.inbox / "agency")
        longest = max(longest, time.monotonic() - began)
    return longest


def _rows(settings: Settings) -> tuple[int, int]:
    """Return how many rows there are, and how many names."""
    path = settings.home / "copydesk.db"
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        found = connection.execute("select count(*), count(distinct name) from deliveries")
        rows, names = found.fetchone()
    return int(rows), int(names)


def _left(settings: Settings) -> int:
    claims = settings.raw / ".claims"
    return sum(path.is_file() for path in (*settings.inbox.rglob("*"), *claims.rglob("*")))


def main() -> int:
    """Run once, and print what was seen; return 1 when a file was lost or doubled."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=100_000)
    options.add_argument("--how", choices=WAYS, default="drop")
    options.add_argument("--home", type=Path, help="on the disk to be measured; default: temporary")
    given = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="copydesk-away-", dir=given.home))
    try:
        seen = run(folder, given.files, given.how)
    finally:
        shutil.rmtree(folder)
    print(f"{given.files} files, broker away ({given.how})")
    print(f"{seen.longest_block:8.3f} s the longest that a publisher waited for one file")
    print(f"{given.files / seen.seconds:8.0f} files a second, from the first file to the last row")
    print(f"{seen.memory_before:8.0f} MB of the watcher before, {seen.memory:.0f} MB at the most")
    print(f"{seen.missing:8} missing\n{seen.twice:8} twice\n{seen.left:8} left behind")
    return 1 if seen.missing or seen.twice or seen.left else 0


if __name__ == "__main__":
    sys.exit(main())
