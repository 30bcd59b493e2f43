"""`copydesk status`: where everything stands, once or again and again."""

from __future__ import annotations

import contextlib
import sys
import time
from datetime import datetime
from json import dumps, loads
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from services.cli.commands import examples
from services.cli.output.json_lines import write_line
from services.cli.status.running_api import ask, here
from services.telling import rates, room
from services.telling.words import counted, duration, moment, plain, size
from shared.domain.delivery import OutcomeWord
from shared.errors import Retryable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import RenderableType

Figures = dict[str, Any]
"""The answer of `/status`, decoded: `services.api.whole.figures.Status` says what is in it."""

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
    Show deliveries by outcome, what waits, the queues, the rate, and who works on which machine.

    The figures are those of the ledger, the same as the API's and the metrics'. Times are UTC.
    """
    if watch:
        with contextlib.suppress(KeyboardInterrupt):
            _watch(json=json)
    elif json:
        write_line(dumps(_look(), indent=2, ensure_ascii=False))
    else:
        Console(highlight=False).print(_picture(_look()))


def _look() -> Figures:
    """Return the figures: from the running API, else from the store itself."""
    answer = ask("/status")
    if answer is not None:
        return cast("Figures", loads(answer))
    from services.cli.status.store_figures import look  # noqa: PLC0415 - a second of imports, seldom needed
    from shared import config  # noqa: PLC0415 - a third of one

    return look(config.load()).model_dump(mode="json")


def _watch(*, json: bool) -> None:
    """Show the figures again and again: in place on a terminal, else one after the other."""
    console = Console(highlight=False)
    if json or not console.is_terminal:
        for figures in _looks():
            if json:
                write_line(dumps(figures, ensure_ascii=False))
            else:
                console.print(_picture(figures))
            sys.stdout.flush()
    from rich.live import Live  # noqa: PLC0415 - only to watch

    with Live(console=console, auto_refresh=False) as live:
        for figures in _looks():
            live.update(_picture(figures), refresh=True)


def _looks() -> Iterator[Figures]:
    """Yield the figures each second; a database that is away for a while is told once."""
    figures, told = _look(), False
    while True:
        yield figures
        while True:
            time.sleep(EVERY_SECONDS)
            try:
                figures, told = _look(), False
                break
            except Retryable as error:
                if not told:
                    from services.cli.output.failing import say  # noqa: PLC0415 - loads the settings

                    say(f"{error}; asked again until it answers")
                told = True


def _picture(status: Figures) -> RenderableType:
    """Lay the figures out: what ended, what is under way, what is stored, who works."""
    return Group(
        Text.assemble((str(here()), "bold"), f"   {moment(_time(status['at']))}"),
        Text(),
        _ended(status),
        Text(),
        _under_way(status),
        Text(),
        _processes(status),
    )


def _ended(status: Figures) -> Table:
    table = _table()
    total = sum(status["deliveries"].values()) + status["received"] + status["processing"]
    table.add_row(Text("deliveries", "bold"), Text(f"{total:,}", "bold"), "")
    for word, count in status["deliveries"].items():
        why = _reasons(status["reasons"]) if word == OutcomeWord.QUARANTINED else ""
        style = _style(word) if count else "dim"
        table.add_row(Text(f"  {plain(word)}", style), Text(f"{count:,}", style), why)
    oldest = status["oldest_waiting"]
    waits = f"the oldest for {_since(oldest, status)}" if oldest else ""
    working = status["working"]
    works = f"by {counted(working, 'process', 'processes')}" if working else ""
    table.add_row("  received, waiting", f"{status['received']:,}", waits)
    table.add_row("  processing", f"{status['processing']:,}", works)
    return table


def _under_way(status: Figures) -> Table:
    table = _table()
    for lane, depth in (status["queues"] or {}).items():
        table.add_row(f"queue {lane}", f"{depth:,}", "messages")
    if status["queues"] is None:
        table.add_row("queues", Text("?", "red"), "the broker does not answer")
    left, rate = status["seconds_left"], status["rate"]
    oldest = status["oldest_waiting"]
    over = rates.over(_time(status["at"]), _time(oldest) if oldest else None)
    last = "minute" if over == rates.LONGEST else duration(over)
    table.add_row(
        "rate",
        f"{rate:,.{1 if rate >= 1 else 2}f}/s",
        f"over the last {last}" + (f"; {duration(left)} left" if left is not None else ""),
    )
    stories = counted(status["stories"], "story", "stories")
    table.add_row("articles", f"{status['articles']:,}", f"in {stories}")
    table.add_row("last change", f"{status['last_change']:,}", "of the feed")
    missing = [role for role, is_ready in status["roles"].items() if not is_ready]
    if missing:
        table.add_row("missing", str(len(missing)), Text(", ".join(missing), "yellow"))
    free = status["free_bytes"]
    if room.is_short(free):
        remedy = "free: make room, what waits goes on by itself"
        table.add_row("disk", Text(size(free), "red"), Text(remedy, "red"))
    return table


def _processes(status: Figures) -> RenderableType:
    """Show who gives signs of life, on every machine."""
    table = Table.grid(padding=(0, 2))
    for each in status["processes"] or ():
        pool = counted(each["processes"], "pool process", "pool processes") + ", "
        pool = pool if each["role"] == "worker" else ""
        held = f"{each['in_flight']:,} in hand, " if each["role"] == "worker" else ""
        table.add_row(
            Text(each["role"], "cyan"),
            f"{each['host']}:{each['pid']}",
            f"{pool}{held}up for {_since(each['since'], status)}",
        )
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


def _time(written: str) -> datetime:
    return datetime.fromisoformat(written)


def _since(written: str, status: Figures) -> str:
    """Return how long ago something was when the figures were taken."""
    return duration(max(0.0, (_time(status["at"]) - _time(written)).total_seconds()))


def _style(word: str) -> str:
    return {OutcomeWord.NEW: "green", OutcomeWord.QUARANTINED: "red"}.get(OutcomeWord(word), "")
