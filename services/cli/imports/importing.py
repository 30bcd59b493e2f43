"""`copydesk import`: what lies somewhere already goes through the bulk lane."""

from __future__ import annotations

import contextlib
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from services.cli.commands import examples
from services.cli.imports.page import containers
from services.cli.imports.summary import summary_of, table_of
from services.cli.opening import opened
from services.cli.output.failing import say
from services.telling.words import size
from services.watcher.imports.giving import import_paths
from services.watcher.imports.plan import own_places, plan
from shared import clock, config, logs
from shared.domain.imports import ImportState
from shared.errors import UserError
from shared.processes import readiness

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from services.watcher.imports.report import ImportReport
    from shared.config import Settings
    from shared.domain.imports import ImportStanding
    from shared.storage import Storage

EXAMPLES = {
    "import": examples(
        "copydesk import archive/ --wait",
        "copydesk import 2019.zip feed.xml --provider reuters",
        fails="not taken in; --wait: nobody reads it",
    )
}

LOOK_SECONDS = 0.5
"""Between two looks at the ledger; more where one look takes long."""

GONE_SECONDS = 15.0
"""A worker that is away for so long was not merely started again."""

STILL_SECONDS = 30.0
"""Where nothing moves for so long, the person is told what to look at."""

PATHS = Annotated[list[Path], typer.Argument(metavar="PATH", help="Files and folders.")]
PROVIDER = Annotated[
    str | None,
    typer.Option(
        "--provider", "-p", metavar="NAME", help="Whose files they are; default: nobody's."
    ),
]
WAIT = Annotated[bool, typer.Option("--wait", help="Stay until each file has its outcome.")]


def import_(*, paths: PATHS, provider: PROVIDER = None, wait: WAIT = False) -> None:
    """
    Take in files and folders that are there already; the originals are left as they are.

    They travel in the bulk lane: dropped files go first. Copydesk must be up on the same home.
    The same command again goes on where it stopped and takes nothing twice.
    """
    settings = config.load()
    with opened(settings) as storage:
        storage.check()
        _require_worker(settings)
        logs.configure("import", settings, console=False)
        progress = _progress()
        try:
            with progress:
                report = _register(progress, paths, provider, settings, storage)
                if wait:
                    _wait(progress, report, settings, storage)
        except KeyboardInterrupt:
            say("what is registered is read without this command: see ./copydesk imports; the same")
            say("command again takes in the rest, and with --wait shows the summary")
            raise typer.Exit(130) from None
        summary = summary_of(look(storage, report.import_id))
    Console(highlight=False).print(table_of(summary))


def _require_worker(settings: Settings) -> None:
    """Raise `UserError` where nobody would ever read what is imported."""
    if settings.broker_url:
        return  # Copydesk's workers may be on other machines
    # a worker that died is started again while `up` lives
    if any(readiness.is_ready(settings, role) for role in ("worker", readiness.UP)):
        return
    raise UserError(
        f"Copydesk is not up on {settings.home}: start ./copydesk up in another terminal (with "
        "the same --home), then import again"
    )


def _progress() -> Progress:
    """Return a progress bar on standard error; nothing of it where that is no terminal."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description:<12}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[note]}"),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    )


def _register(
    progress: Progress,
    paths: Sequence[Path],
    provider: str | None,
    settings: Settings,
    storage: Storage,
) -> ImportReport:
    """Write a row for each file, with the bar of that; the files are counted meanwhile."""
    bar = progress.add_task("registering", total=None, note="")
    counting = Counting(paths, own_places(settings))
    said: set[str | None] = {None}

    def show(report: ImportReport) -> None:
        report.expected = counting.expected
        note = "paused: ./copydesk imports resume" if report.paused else size(report.size)
        if report.waits_for not in said:
            said.add(report.waits_for)
            line = f"copydesk: {report.waits_for}: the import waits, and goes on"
            progress.console.print(line, soft_wrap=True)
        done = report.registered + report.known
        progress.update(bar, completed=done, total=counting.expected, note=note)

    return import_paths(
        paths, provider=provider, settings=settings, storage=storage, on_progress=show
    )


class Counting:
    """Counts the files beside the registering, so that a bar of ten million begins at once."""

    def __init__(self, paths: Sequence[Path], own: frozenset[str] = frozenset()) -> None:
        """Begin to count, all but `own`."""
        self.expected: int | None = None
        """The count; None until the last file is counted."""
        self._paths = paths
        self._own = own
        threading.Thread(target=self._count, name="counting", daemon=True).start()

    def _count(self) -> None:
        # what is wrong with a path is said by the registering, which meets it too
        with contextlib.suppress(UserError, OSError):
            self.expected = sum(1 for _ in plan(self._paths, own=self._own))


def _wait(progress: Progress, report: ImportReport, settings: Settings, storage: Storage) -> None:
    """
    Stay until every delivery of the import has its outcome; raises `UserError` if none can.

    A database that is away meanwhile is waited for, as the workers wait for it.
    """
    bar = progress.add_task("reading", total=None, note="")
    patience = Patience(time.monotonic)
    while True:
        started = time.monotonic()
        standing = report.patiently(lambda: look(storage, report.import_id))
        paused = standing.state is ImportState.PAUSED
        note = ", ".join([f"{standing.rate:,.0f}/s", *containers(standing)])
        if paused:
            note = "paused: ./copydesk imports resume"
        total = standing.done + standing.open
        progress.update(bar, total=total, completed=standing.done, note=note)
        if not standing.open:
            return
        here = bool(settings.broker_url) or readiness.is_ready(settings, "worker")
        items = sum(each.items for each in standing.being_read)
        patience.look((standing.done, items), worker=here, paused=paused)
        time.sleep(max(LOOK_SECONDS, 3 * (time.monotonic() - started)))


def look(storage: Storage, import_id: UUID) -> ImportStanding:
    """Return where an import stands; raises `UserError` where there is none."""
    with storage.reading() as reading:
        about = reading.import_(import_id)
        if about is None:
            raise UserError(f"there is no import {import_id}: see ./copydesk imports")
        return reading.import_standing(about, clock.now())


class Patience:
    """Notices that nothing moves any more, and says so instead of waiting in silence."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take a clock in seconds."""
        self._clock = clock
        self._done: tuple[int, int] = (-1, 0)
        self._moved = self._seen = clock()

    def look(self, done: tuple[int, int], *, worker: bool, paused: bool = False) -> None:
        """
        Take in one look; raises `UserError` when the worker has been gone for long.

        `done` are the files that ended, and the items so far of the containers in hand.
        """
        now = self._clock()
        if worker:
            self._seen = now
        elif now - self._seen > GONE_SECONDS:
            raise UserError(
                "Copydesk is no longer up: the import goes on at the next ./copydesk up; "
                "the same command again shows how far it is"
            )
        if done != self._done or paused:
            self._done, self._moved = done, now
        elif now - self._moved > STILL_SECONDS:
            self._moved = now
            say(f"nothing has moved for {STILL_SECONDS:.0f} s: see ./copydesk doctor")
