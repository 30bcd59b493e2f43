"""One trial: the stack is started, fed and hurt, comes to rest, and is judged."""

from __future__ import annotations

import contextlib
import random
import shutil
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from shared.config import Settings
from shared.errors import Retryable
from tests.answers import digest, told
from tests.chaos.clocked import OFFSET_FILE
from tests.chaos.disk import small_disk
from tests.chaos.faults import RARE, Fault, Faults
from tests.chaos.feeding import FOLDERS, Feeder
from tests.chaos.judging import Judgement, judge
from tests.chaos.measuring import Sizes
from tests.chaos.newsroom import newsroom
from tests.chaos.stack import Stack
from tests.e2e.running import wait_for
from tests.integration.receiving import Receiving
from tests.servers.postgres import Postgres
from tests.servers.valkey import Valkey
from workers.outcome import Quarantine
from workers.pipeline import Pipeline
from workers.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tests.chaos.newsroom import File

REST_SECONDS: Final = 900.0
REST_SECONDS_FOR_EACH_FILE: Final = 0.1
"""Until a stack must have come to rest; a loaded machine is slow, not wrong."""

GAP: Final = 1.0
"""Seconds between two faults at the most."""

EVIDENCE: Final = ("copydesk.db*", "logs", "up.out")
"""What is kept of a home whose disk goes with the trial."""

ONE_BATCH: Final = 64

OPEN: Final = frozenset({"received", "processing"})


@dataclass
class Figures:
    """What a trial showed."""

    files: int
    faults: Counter[Fault] = field(default_factory=Counter)
    left_out: tuple[Fault, ...] = ()
    """Kinds that this set-up or this machine does not allow."""
    open_files: int = 0
    """Files without an outcome at the last fault."""
    seconds: float = 0.0
    """From the first fault to the last."""
    rest_seconds: float = 0.0
    """From the last fault to quiet."""
    sizes: Sizes = field(default_factory=Sizes)
    judgement: Judgement | None = None


def undisturbed(files: Sequence[File], home: Path) -> dict[str, list[str]]:
    """
    Return what a run tells that nothing disturbs: one process, SQLite, no broker.

    One that was kept by an earlier trial of the same files is not done again.
    """
    receiving = Receiving(Settings(home=home, database_url=f"sqlite:///{home / 'test.db'}"))
    whole = home / "whole"
    with contextlib.closing(receiving.storage) as storage:
        if not whole.exists():
            _work_off(receiving, files)
            whole.touch()
        return told(storage)


def _work_off(receiving: Receiving, files: Sequence[File]) -> None:
    pipeline = Pipeline(
        settings=receiving.settings,
        storage=receiving.storage,
        raw=receiving.raw,
        reader=Reader(receiving.settings),
        quarantine=Quarantine(receiving.settings.quarantine, receiving.raw),
    )
    for first in range(0, len(files), ONE_BATCH):
        batch = {file.name: file.content for file in files[first : first + ONE_BATCH]}
        pipeline.process(receiving.receive_all(batch))


@contextlib.contextmanager
def embedded(folder: Path, files: int) -> Iterator[Stack]:
    """Give everything on one machine: `up` with its own broker, and SQLite."""
    home = folder / "home"
    with small_disk(home, files) as disk:
        yield Stack(home, disk=disk)


@contextlib.contextmanager
def separate(folder: Path, files: int) -> Iterator[Stack]:
    """Give `up` with a Valkey server and a PostgreSQL server beside it."""
    home = folder / "home"
    with (
        small_disk(home, files) as disk,
        contextlib.closing(Valkey()) as valkey,
        # what it says is committed must survive its end
        contextlib.closing(Postgres(synchronous_commit="on")) as postgres,
    ):
        valkey.start()
        database = postgres.url(postgres.create())
        yield Stack(home, disk=disk, valkey=valkey, postgres=postgres, database=database)


SET_UPS: Final[dict[str, Callable[..., contextlib.AbstractContextManager[Stack]]]] = {
    "sqlite": embedded,
    "postgres": separate,
}


def run(
    set_up: str,
    *,
    faults: int,
    files: int,
    seed: int,
    folder: Path,
    gap: float = GAP,
    say: Callable[[str], None] = lambda _line: None,
) -> Figures:
    """Try one set-up, with up to `gap` seconds between faults; `say` is told how far it is."""
    day = newsroom(files, seed)
    expected = undisturbed(day, folder / f"undisturbed-{files}-{seed}")
    say(f"{files} files undisturbed: {digest(expected)[:12]}")
    with SET_UPS[set_up](folder, files) as stack:
        stack.desk.up()
        try:
            figures = _hurt(stack, day, _Course(faults, seed, gap, say), folder)
            stranded = _settle(stack)
            figures.judgement = judge(stack, day, expected, stranded)
        finally:
            stack.desk.close()
            _keep_evidence(stack.home, folder / "evidence")
    return figures


@dataclass(frozen=True, slots=True)
class _Course:
    """How a stack is hurt."""

    faults: int
    seed: int
    gap: float
    say: Callable[[str], None]


def _hurt(stack: Stack, day: Sequence[File], course: _Course, folder: Path) -> Figures:
    chosen = random.Random(course.seed)
    maker, feeder = Faults(stack, chosen), Feeder(stack, day, folder)
    figures = Figures(len(day), left_out=tuple(set(Fault) - set(maker.possible)))
    feeder.start()
    began, count = time.monotonic(), course.faults
    for number, fault in enumerate(_plan(maker.possible, count, chosen)):
        feeder.allow((number + 1) / count)
        if number * FOLDERS // count != (number - 1) * FOLDERS // count:
            feeder.begin_import(number * FOLDERS // count)
        time.sleep(chosen.uniform(0.0, course.gap))
        stack.still_up()
        if maker.make(fault):
            figures.faults[fault] += 1
        figures.sizes.look(stack)
        figures.seconds = time.monotonic() - began
        course.say(f"{figures.seconds:6.0f} s  {number + 1}/{count} {fault}")
    (stack.home / OFFSET_FILE).unlink(missing_ok=True)
    last = time.monotonic()
    figures.open_files = _open(stack, len(day))
    feeder.finish()
    patience = REST_SECONDS + REST_SECONDS_FOR_EACH_FILE * len(day)
    wait_for("the stack is at rest", lambda: _at_rest(stack), patience)
    figures.rest_seconds = time.monotonic() - last
    figures.sizes.look(stack)
    return figures


def _keep_evidence(home: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for path in (path for pattern in EVIDENCE for path in home.glob(pattern)):
        if path.is_dir():
            shutil.copytree(path, folder / path.name, dirs_exist_ok=True)
        else:
            shutil.copy2(path, folder)


def _plan(possible: Sequence[Fault], count: int, chosen: random.Random) -> list[Fault]:
    """Return so many faults: each kind as often as there is room for all, the rest by chance."""
    whole = [fault for fault in possible if fault not in RARE]
    rounds = list(whole) * (count // (2 * len(whole))) if count >= 2 * len(whole) else []
    weights = [RARE.get(fault, 1.0) for fault in possible]
    rounds += chosen.choices(possible, weights, k=count - len(rounds))
    chosen.shuffle(rounds)
    return rounds


def _open(stack: Stack, files: int) -> int:
    with contextlib.suppress(Retryable), stack.storage() as storage, storage.reading() as reading:
        counts = reading.outcomes()
        return (
            files - sum(counts.values()) + counts.get("received", 0) + counts.get("processing", 0)
        )
    return files


def _at_rest(stack: Stack) -> bool:
    """Return whether nothing is on its way: in the inbox, claimed, or without an outcome."""
    stack.still_up()
    if any(stack.desk.inbox.iterdir()) or any((stack.settings.raw / ".claims").iterdir()):
        return False
    with contextlib.suppress(Retryable), stack.storage() as storage, storage.reading() as reading:
        return reading.outcomes().keys().isdisjoint(OPEN)
    return False


def _settle(stack: Stack) -> int:
    """Wait until the broker holds no message any more, and return how many it still does."""
    with contextlib.suppress(AssertionError):
        wait_for("the broker is empty", lambda: stack.stranded() == 0, 60)
    return stack.stranded()
