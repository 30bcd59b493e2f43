"""`copydesk retain`: throw away what has had its time, as the configuration says."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.commands import examples
from services.cli.opening import opened
from services.cli.output.failing import say
from services.keeping.retention import expire
from services.telling.words import size
from shared import clock, config, logs

if TYPE_CHECKING:
    from services.keeping.retention import Expired

EXAMPLES = {
    "retain": examples(
        "copydesk retain --dry-run",
        "COPYDESK_RETAIN_QUARANTINED_DAYS=90 copydesk retain --dry-run",
    )
}

DRY = Annotated[bool, typer.Option("--dry-run", help="Only say what would be thrown away.")]


def retain(*, dry_run: DRY = False) -> None:
    """
    Throw away old quarantined deliveries and received bytes: run it daily, by cron.

    The rules are retain_quarantined_days, retain_discarded_days and retain_raw_days in
    copydesk.toml; none is set by default. Articles, tombstones and the ledger are always kept.
    """
    settings = config.load()
    logs.configure("cli", settings, console=False)
    nothing = True
    with opened(settings) as storage:
        storage.check()
        for expired in expire(settings, storage, clock.now(), dry_run=dry_run):
            nothing = False
            sys.stdout.write(_line(expired, dry_run=dry_run) + "\n")
    if nothing:
        say("no rule is set, so everything is kept: see copydesk retain --help")


def _line(expired: Expired, *, dry_run: bool) -> str:
    would = "would be " if dry_run else ""
    if expired.rule == "retain_quarantined_days":
        what = f"{expired.deliveries:,} quarantined deliveries {would}discarded"
    else:
        what = f"{expired.files:,} files of bytes {would}removed, {size(expired.size)}"
    return f"{expired.rule} = {expired.days}: {what}"
