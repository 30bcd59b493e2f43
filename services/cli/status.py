"""`copydesk status`: where everything stands, once or again and again."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from services.api.schemas import Status
from services.cli.asking import ask
from services.cli.commands import examples
from services.cli.lines import write_line
from services.words import counted, duration, moment, plain
from shared import config
from shared.domain.delivery import OutcomeWord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import RenderableType

    from shared.config import Settings

EXAMPLES = {
    "status": examples(
        "copydesk status",
        "copydesk status --watch",
        "copydesk status --json | jq .deliveries",
    )
}

EVERY_SECONDS = 1.0

JSON = Annotated[bool, typer.Option("--json", help="One JSON object.")]
WATCH = Annotated[bool, typer.Option("--watch", help="Look again every second until Ctrl-C.")]


def status(*, json: JSON = False, watch: WATCH = False) -> None:
    """
    Show deliveries by outcome, what waits, the queues, the rate and the time left.

    The figures are those of the ledger. Times are UTC.
    """
    settings = config.load()
    if watch:
        with contextlib.suppress(KeyboardInterrupt):
            _watch(settings, json=json)
    elif json:
        write_line(_look(settings).model_dump_json(indent=2))
    else:
        Console(highlight=False).print(_picture(settings, _look(settings)))


def _look(settings: Settings) -> Status:
    """Return the figures: from the running API, else from the store itself."""
    answer = ask(settings, "/status")
    if answer is not None:
        return Status.model_validate_json(answer)
    from services.cli.looking import look  # noqa: PLC0415 - a second of imports, seldom needed

    return look(settings)


def _watch(settings: Settings, *, json: bool) -> None:
    """Show the figures again and again: in place on a terminal, else one after the other."""
    console = Console(highlight=False)
    if json or not console.is_terminal:
        while True:
            if json:
                write_line(_look(settings).model_dump_json())
            else:
                console.print(_picture(settings, _look(settings)))
            sys.stdout.flush()
            time.sleep(EVERY_SECONDS)
    with Live(_picture(settings, _look(settings)), console=console, auto_refresh=False) as live:
        while True:
            time.sleep(EVERY_SECONDS)
            live.update(_picture(settings, _look(settings)), refresh=True)


def _picture(settings: Settings, status: Status) -> RenderableType:
    """Lay the figures out: what ended, what is under way, what is stored, who works."""
    return Group(
        Text.assemble((str(settings.home), "bold"), f"   {moment(status.at)}"),
        Text(),
        _ended(status),
        Text(),
        _under_way(status),
    )


def _ended(status: Status) -> Table:
    table = _table()
    total = sum(status.deliveries.values()) + status.received + status.processing
    table.add_row(Text("deliveries", "bold"), Text(f"{total:,}", "bold"), "")
    for word, count in status.deliveries.items():
        why = _reasons(status.reasons) if word == OutcomeWord.QUARANTINED else ""
        style = _style(word) if count else "dim"
        table.add_row(Text(f"  {plain(word)}", style), Text(f"{count:,}", style), why)
    oldest = status.oldest_waiting
    waits = f"the oldest for {duration(status.at - oldest)}" if oldest else ""
    works = f"by {counted(status.working, 'process', 'processes')}" if status.working else ""
    table.add_row("  received, waiting", f"{status.received:,}", waits)
    table.add_row("  processing", f"{status.processing:,}", works)
    return table


def _under_way(status: Status) -> Table:
    table = _table()
    for lane, depth in (status.queues or {}).items():
        table.add_row(f"queue {lane}", f"{depth:,}", "messages")
    if status.queues is None:
        table.add_row("queues", Text("?", "red"), "the broker does not answer")
    left = status.seconds_left
    table.add_row(
        "rate",
        f"{status.rate:,.{1 if status.rate >= 1 else 2}f}/s",
        "over the last minute" + (f"; {duration(left)} left" if left is not None else ""),
    )
    table.add_row(
        "articles", f"{status.articles:,}", f"in {counted(status.stories, 'story', 'stories')}"
    )
    table.add_row("last change", f"{status.last_change:,}", "of the feed")
    ready = [role for role, is_ready in status.roles.items() if is_ready]
    missing = [role for role, is_ready in status.roles.items() if not is_ready]
    table.add_row("running here", str(len(ready)), ", ".join(ready))
    if missing:
        table.add_row("not here", str(len(missing)), Text(", ".join(missing), "yellow"))
    return table


def _table() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(min_width=18, no_wrap=True)
    table.add_column(min_width=8, justify="right", no_wrap=True)
    table.add_column()
    return table


def _reasons(reasons: Mapping[str, int]) -> str:
    """Return the reasons, the commonest first."""
    ordered = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{plain(reason)} {count:,}" for reason, count in ordered)


def _style(word: str) -> str:
    return {OutcomeWord.NEW: "green", OutcomeWord.QUARANTINED: "red"}.get(OutcomeWord(word), "")
