"""`copydesk logs`: the structured log, readable, filtered, followed."""

from __future__ import annotations

import contextlib
import signal
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from services.cli.commands import examples
from services.cli.logs.files import Follower, last_lines
from services.cli.logs.words import fields_of, text_of
from shared import config
from shared.domain.delivery import OutcomeWord
from shared.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

EXAMPLES = {
    "logs": examples(
        "copydesk logs",
        "copydesk logs --follow --outcome quarantined --provider reuters",
        "copydesk logs --level warning -n 0      all that went wrong",
        "copydesk logs --delivery 3f9a01c2 -n 0",
        "copydesk logs --json -n 0 | jq 'select(.event == \"lease_lost\")'",
        fails="there is no such line",
    )
}


class Level(StrEnum):
    """In the order of their weight."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    CRITICAL = "critical"


FOLLOW = Annotated[bool, typer.Option("--follow", "-f", help="Stay and show what comes.")]
OUTCOME = Annotated[OutcomeWord | None, typer.Option(help="Only deliveries that ended so.")]
PROVIDER = Annotated[
    str | None, typer.Option("--provider", "-p", metavar="NAME", help="Only this provider's.")
]
DELIVERY = Annotated[str | None, typer.Option(metavar="ID", help="An id, or its last digits.")]
LEVEL = Annotated[Level | None, typer.Option(help="Only lines of this level and worse.")]
COUNT = Annotated[
    int, typer.Option("-n", "--lines", min=0, metavar="N", help="The last so many; 0: all.")
]
JSON = Annotated[bool, typer.Option("--json", help="The lines as they were written.")]

UNBROKEN = 12
"""Digits at the end of an id that no dash parts."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are asked for."""

    outcome: str | None = None
    provider: str | None = None
    delivery: str | None = None
    """The end of an id, without dashes."""
    levels: frozenset[str] = frozenset()
    """Empty: all."""

    def __call__(self, line: str) -> bool:
        """Return whether a line is one of them; most are refused before they are decoded."""
        asked = [word for word in (self.outcome, self.provider, self.delivery) if word]
        if not asked and not self.levels:
            return line.startswith("{")
        if any(word[-UNBROKEN:] not in line for word in asked):
            return False
        fields = fields_of(line)
        if fields is None:
            return False
        delivery = str(fields.get("delivery_id") or "").replace("-", "")
        return (
            (not self.outcome or fields.get("outcome") == self.outcome)
            and (not self.provider or fields.get("provider") == self.provider)
            and (not self.delivery or delivery.endswith(self.delivery))
            and (not self.levels or fields.get("level") in self.levels)
        )


def logs(
    *,
    follow: FOLLOW = False,
    outcome: OUTCOME = None,
    provider: PROVIDER = None,
    delivery: DELIVERY = None,
    level: LEVEL = None,
    count: COUNT = 50,
    json: JSON = False,
) -> None:
    """
    Show the log of everything that runs in this home, oldest first. Times are UTC.

    Each line says when, which process, the last digits of the delivery's id, and what happened;
    `copydesk trace` with those digits shows the rest.
    """
    settings = config.load()
    digits = delivery.replace("-", "").lower() if delivery else None
    levels = frozenset(list(Level)[list(Level).index(level) :]) if level else frozenset()
    wanted = Wanted(outcome, provider, digits, levels)
    show = sys.stdout.write if json else _painter()
    follower = Follower(settings.logs) if follow else None
    until = follower.began_at if follower is not None else None
    lines = last_lines(settings.logs, count, wanted, until=until)
    if not lines and follower is None:
        raise UserError(_nothing(settings.logs.exists(), wanted, str(settings.logs)))
    for line in lines:
        show(line)
    if follower is not None:
        _go_on(filter(wanted, follower.follow()), show)


def _go_on(lines: Iterable[str], show: Callable[[str], object]) -> None:
    """Show lines as they come, until Ctrl-C; what was shown before goes out first."""
    with contextlib.suppress(KeyboardInterrupt):
        with _in_one_piece():
            sys.stdout.flush()
        for line in lines:
            with _in_one_piece():
                show(line)
                sys.stdout.flush()


@contextlib.contextmanager
def _in_one_piece() -> Iterator[None]:
    """
    Let Ctrl-C wait until a line is out.

    Between the write and the buffer's note of it, it would leave the line to be written again.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _painter() -> Callable[[str], object]:
    console = Console(highlight=False, soft_wrap=True)

    def paint(line: str) -> None:
        fields = fields_of(line)
        if fields is not None:
            console.print(text_of(fields))

    return paint


def _nothing(exists: bool, wanted: Wanted, folder: str) -> str:  # noqa: FBT001 - private, named by its one caller
    if not exists:
        return f"there is no log in {folder} yet: start Copydesk with ./copydesk up"
    if wanted == Wanted():
        return f"the log in {folder} is empty"
    return f"no line of the log in {folder} is of that kind"
