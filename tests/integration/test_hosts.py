"""Several machines: watcher, broker, database, store and two workers, with cables and lives cut."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from shared.config import ROOT
from shared.storage import Storage
from shared.storage.schema.migrate import upgrade
from tests.builders import json_lines
from tests.e2e.running import descendants, wait_for
from tests.servers.hosts import Hosts, why_not
from tests.servers.postgres import USER, Postgres
from tests.servers.s3 import S3
from tests.servers.valkey import Valkey

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("database", "broker", "store", "desk", "one", "two")

FILES = 140

CUT_SECONDS = 3.0
"""Longer than a lease: the others take over what a host that is cut off had in hand."""


class Site:
    """The hosts with their servers, and the processes of Copydesk on them."""

    def __init__(self, hosts: Hosts, folder: Path, stack: contextlib.ExitStack) -> None:
        self.hosts, self.folder = hosts, folder
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        with hosts.within("database"):
            server = stack.enter_context(contextlib.closing(Postgres(hosts.address("database"))))
        with hosts.within("broker"):
            broker = stack.enter_context(contextlib.closing(Valkey()))
            at = ("--bind", hosts.address("broker"), "--port", "6379", "--protected-mode", "no")
            broker.start(*at)
        with hosts.within("store"):
            store = stack.enter_context(contextlib.closing(S3(hosts.address("store")))).start()
        database = server.create()
        self.own_url = server.url(database)  # this test reads by the socket: no cable is between
        upgrade(self.own_url)
        self.environment = {
            **os.environ,
            **store.environment,
            "PYTHONPATH": str(ROOT),
            "COPYDESK_DATABASE_URL": (
                f"postgresql+psycopg://{USER}@{hosts.address('database')}:5432/{database}"
            ),
            "COPYDESK_BROKER_URL": f"redis://{hosts.address('broker')}:6379/0",
            "COPYDESK_RAW_URL": store.url,
            "COPYDESK_LEASE_SECONDS": "2",
            "COPYDESK_HINT_AGAIN_SECONDS": "1",
            "COPYDESK_BATCH_ITEMS": "8",
            "COPYDESK_WORKERS": "1",
        }
        stack.callback(self.end)

    @property
    def inbox(self) -> Path:
        """Where files are dropped: a folder of one host."""
        return self.folder / "desk" / "inbox"

    def start(self, host: str, command: str) -> None:
        """Start a role on a host, with a home of that host's own."""
        home = self.folder / host
        home.mkdir(exist_ok=True)
        with self.hosts.within(host), (home / f"{command}.out").open("ab") as out:
            self.processes[f"{host} {command}"] = subprocess.Popen(
                [sys.executable, "-m", "services.cli", command],
                cwd=ROOT,
                env=self.environment | {"COPYDESK_HOME": str(home)},
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

    def kill(self, host: str, command: str) -> None:
        """Kill a role and its children as a power cut would."""
        process = self.processes.pop(f"{host} {command}")
        for pid in [*descendants(process.pid), process.pid]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait()

    def end(self) -> None:
        """Kill what still runs."""
        for name in list(self.processes):
            self.kill(*name.split())

    def drop(self, first: int, count: int) -> None:
        """Drop files of one article each, none like another."""
        for number in range(first, first + count):
            path = self.inbox / f"{number}.jsonl"
            path.write_text(json_lines(1, words=200, first=number))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Give six hosts; skipped where the machine cannot play them."""
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    with contextlib.ExitStack() as stack:
        hosts = stack.enter_context(contextlib.closing(Hosts(NAMES)))
        yield Site(hosts, tmp_path, stack)


def test_every_file_has_one_outcome_whatever_is_cut_and_killed(site: Site) -> None:
    """Two URLs, and that of the store, are all that a host must know; no disk is shared."""
    site.inbox.mkdir(parents=True)
    for host, command in (("desk", "watch"), ("desk", "sweep"), ("one", "worker")):
        site.start(host, command)
    site.start("two", "worker")
    with contextlib.closing(Storage.open(site.own_url)) as storage:

        def outcomes() -> dict[str, int]:
            with storage.reading() as reading:
                return reading.outcomes()

        site.drop(0, 20)
        wait_for("the first are read", lambda: outcomes().get("new", 0) == 20)
        for number, hosts in enumerate((("one",), ("database",), ("broker", "store"))):
            site.drop(20 + number * 40, 40)
            for host in hosts:
                site.hosts.cut(host)
            if "one" in hosts:
                site.kill("two", "worker")
                site.start("two", "worker")
            time.sleep(CUT_SECONDS)  # how long the cable is out is what is tested
            for host in hosts:
                site.hosts.join(host)
        wait_for("every file has its outcome", lambda: outcomes() == {"new": FILES}, 120)

        with storage.reading() as reading:
            names = Counter(row["name"] for row in reading.deliveries(limit=1000))
            articles = reading.totals()["articles"]
    assert names == Counter(f"{number}.jsonl" for number in range(FILES))
    assert articles == FILES
