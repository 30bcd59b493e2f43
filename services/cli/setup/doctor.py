"""`copydesk doctor`: what is wrong with this machine or this home, and what to do."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.text import Text

from services.cli.commands import examples
from services.cli.setup import checks, safety
from services.cli.setup.checks import Verdict
from shared import config
from shared.storage import Storage

if TYPE_CHECKING:
    from services.cli.setup.checks import Check

EXAMPLES = {
    "doctor": examples(
        "copydesk doctor", "copydesk --home /srv/copydesk doctor", fails="something fails"
    )
}

STYLES = {Verdict.OK: "green", Verdict.WARN: "yellow", Verdict.FAIL: "bold red"}


def doctor() -> None:
    """
    Check Python, the disk, the database, the broker, and who is at work.

    Each line is ok, warn or FAIL, with the remedy; the exit status is 1 where something fails.
    """
    settings = config.load()
    console = Console(highlight=False, soft_wrap=True)
    failed, told = False, ""
    storage = Storage.open(settings.database)
    with contextlib.closing(storage):
        for check in (
            *checks.machine(settings),
            *checks.services(settings, storage),
            *safety.guarded(settings, storage),
        ):
            failed = failed or check.verdict is Verdict.FAIL
            console.print(_line(check, told))
            told = check.remedy or told
    if failed:
        raise typer.Exit(1)


def _line(check: Check, told: str) -> Text:
    """Return a check's line, and its remedy unless the line before told the same."""
    line = Text.assemble((f"{check.verdict:<5}", STYLES[check.verdict]), f"{check.name:<13} ")
    line.append(check.found)
    if check.remedy not in ("", told):
        line.append(f"\n{'':<19}→ {check.remedy}")
    return line
