"""
What a process counts of itself: times, retries, lost leases; nothing before `begin`.

Each number lies in a mapped file below `run/metrics/<role>.<pid>/`, one for each process of a pool,
and costs about two microseconds: no lock between processes, no message, no thread. Whoever is asked
for the numbers (`metric_files.py`) reads the files. What the ledger knows is not counted here.
"""

from __future__ import annotations

import collections
import contextlib
import math
import os
import shutil
import sys
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import structlog

from shared.domain.delivery import OutcomeWord
from shared.errors import Reason
from shared.processes.alive import is_alive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import prometheus_client

    from shared.config import Settings

log = structlog.get_logger(__name__)

SECONDS: Final = (
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300,
)  # fmt: skip
"""Upper bounds of the histograms' buckets: from a small text to a long wait."""

BOUNDS: Final = (*SECONDS, math.inf)


@dataclass(frozen=True, slots=True)
class Counted:
    """One metric of processes."""

    help: str
    role: str
    """Who counts it; empty: every role."""
    labels: tuple[str, ...] = ()
    begun: tuple[tuple[str, ...], ...] = ()
    """Labels that begin at 0: Prometheus does not see the first of a series that was not there."""


RETRIED: Final = ("database or broker away", "delivery returned")

ENDS: Final = (
    *((str(word), "") for word in OutcomeWord if word is not OutcomeWord.QUARANTINED),
    *((str(OutcomeWord.QUARANTINED), str(reason)) for reason in Reason),
)

LEVELS: Final = (("warning",), ("error",), ("critical",))

KINDS: Final = ("counter", "histogram")
FILE_BYTES: Final = 1 << 16
"""Of the files in which the library keeps each kind; ours never need more."""

COUNTERS: Final = {
    "copydesk_received": Counted("Files that the watcher took in.", "watcher"),
    "copydesk_finished": Counted(
        "Deliveries that a worker ended.", "worker", ("outcome", "reason"), ENDS
    ),
    "copydesk_busy_seconds": Counted("Seconds that pool processes worked on messages.", "worker"),
    "copydesk_leases_lost": Counted(
        "Deliveries taken back from workers that fell silent.", "sweeper"
    ),
    "copydesk_retries": Counted(
        "Passing failures that were waited out.", "", ("what",), tuple((what,) for what in RETRIED)
    ),
    "copydesk_log_lines": Counted("Warnings and worse in the log.", "", ("level",), LEVELS),
}

HISTOGRAMS: Final = {
    "copydesk_stage_seconds": Counted("Seconds of a delivery in a stage.", "worker", ("stage",)),
    "copydesk_store_lock_wait_seconds": Counted(
        "Seconds of waiting for the one writer's lock.", "worker"
    ),
}


def folder(settings: Settings) -> Path:
    """Return where the processes of this machine keep their numbers."""
    return settings.run / "metrics"


def of_processes(place: Path) -> Iterator[tuple[Path, str, int]]:
    """Yield the folder, the role and the pid of each process; what else lies there is none."""
    for each in sorted(place.glob("*.*")):
        role, _, pid = each.name.rpartition(".")
        if pid.isdecimal():
            yield each, role, int(pid)


class Recorder:
    """The metrics of this process."""

    def __init__(self, role: str) -> None:
        """Make those of a role; `PROMETHEUS_MULTIPROC_DIR` says where their files lie."""
        from prometheus_client import (  # noqa: PLC0415 - 70 ms, for roles alone
            CollectorRegistry,
            Counter,
            Histogram,
            values,
        )

        # a pool process that takes another's place goes on with its file: as many files as places
        values.ValueClass = values.MultiProcessValue(_place)  # type: ignore[no-untyped-call]  # not annotated
        registry = CollectorRegistry()
        self._counters = {
            name: Counter(name, about.help, about.labels, registry=registry)
            for name, about in COUNTERS.items()
            if about.role in {"", role}
        }
        self._histograms = {
            name: Histogram(name, about.help, about.labels, buckets=SECONDS, registry=registry)
            for name, about in HISTOGRAMS.items()
            if about.role in {"", role}
        }
        for name, counter in self._counters.items():
            for labels in COUNTERS[name].begun:
                counter.labels(*labels)
        self._known: dict[
            tuple[str, ...], prometheus_client.Counter | prometheus_client.Histogram
        ] = {}

    def count(self, name: str, labels: tuple[str, ...], amount: float) -> None:
        """Add to a counter."""
        counter = self._known.get((name, *labels))
        if counter is None:
            made = self._counters[name]
            counter = self._known[name, *labels] = made.labels(*labels) if labels else made
        counter.inc(amount)  # type: ignore[union-attr]  # one table for both kinds

    def observe(self, name: str, labels: tuple[str, ...], seconds: Sequence[float]) -> None:
        """Add to a histogram; the library's own `observe` writes two numbers for each value."""
        histogram: Any = self._known.get((name, *labels))
        if histogram is None:
            made = self._histograms[name]
            histogram = self._known[name, *labels] = made.labels(*labels) if labels else made
        for bucket, times in collections.Counter(
            bisect_left(BOUNDS, value) for value in seconds
        ).items():
            histogram._buckets[bucket].inc(times)  # noqa: SLF001 - it has no call for many values
        histogram._sum.inc(sum(seconds))  # noqa: SLF001 - as above


class _Here:
    """What this process has: one recorder after `begin`, and its place in a pool."""

    recorder: Recorder | None = None
    place: str = "main"


def _place() -> str:
    return _Here.place


def begin(settings: Settings, role: str) -> None:
    """Count from now on, in this process and in those that are forked from it; once is enough."""
    if _Here.recorder is not None:
        return
    try:
        own = _own_folder(settings, role)
        _reserve(own)
    except OSError as error:
        log.warning("not_counted", reason=str(error))
        return
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(own)
    _Here.recorder = Recorder(role)


def take_place(number: int) -> None:
    """Say which place in the pool this forked process has."""
    _Here.place = str(number)
    if _Here.recorder is None:
        return
    try:
        _reserve(Path(os.environ["PROMETHEUS_MULTIPROC_DIR"]))
    except OSError as error:
        _Here.recorder = None
        log.warning("not_counted", reason=str(error))


def _own_folder(settings: Settings, role: str) -> Path:
    """Make the folder of this process, and remove those of dead ones."""
    place = folder(settings)
    place.mkdir(parents=True, exist_ok=True)
    for other, _role, pid in of_processes(place):
        if not is_alive(pid):
            shutil.rmtree(other, ignore_errors=True)
    own = place / f"{role}.{os.getpid()}"
    with contextlib.suppress(FileExistsError):
        own.mkdir()
    return own


def _reserve(own: Path) -> None:
    """
    Take the room of this process's files before they are mapped; raises `OSError`.

    A mapped page that a full disk cannot give ends the process at its first write there (SIGBUS).
    """
    if sys.platform == "darwin":
        return  # it cannot be asked for
    for kind in KINDS:
        path = own / f"{kind}_{_Here.place}.db"
        try:
            with path.open("ab") as file:
                os.posix_fallocate(file.fileno(), 0, FILE_BYTES)
        except OSError:
            path.unlink(missing_ok=True)  # a reader would stumble over half of one
            raise


def count(name: str, *labels: str, amount: float = 1) -> None:
    """Add to a counter of `COUNTERS`; the labels in their order there."""
    if _Here.recorder is not None:
        _Here.recorder.count(name, labels, amount)


def observe(name: str, seconds: float, *labels: str) -> None:
    """Add a length of time to a histogram of `HISTOGRAMS`."""
    observe_all(name, [seconds], *labels)


def observe_all(name: str, seconds: Sequence[float], *labels: str) -> None:
    """Add lengths of time to a histogram of `HISTOGRAMS`, in as many writes as one value takes."""
    if _Here.recorder is not None:
        _Here.recorder.observe(name, labels, seconds)
