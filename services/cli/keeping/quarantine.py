"""`copydesk quarantine`: what was not taken, why, and what shall become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from services.api.answers.schemas import Delivery
from services.cli.commands import examples, new_app
from services.cli.finding import find, with_outcome
from services.cli.opening import opened
from services.cli.outdated import warn_of_outdated_workers
from services.cli.output.failing import say
from services.cli.output.json_lines import write_line
from services.cli.tracing.delivery import delivery_page
from services.keeping import quarantine
from services.telling.words import moment, plain
from shared import config, logs
from shared.domain.delivery import OutcomeWord
from shared.errors import Reason, UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from shared.config import Settings
    from shared.storage import Storage
    from shared.storage.reading import Reading, Row

app = new_app("List, show, replay or discard what was not taken.")

NO_END = 1_000_000_000
"""A page that holds everything."""

WHAT = Annotated[list[str] | None, typer.Argument(metavar="FILE|ID", help="As `trace` takes them.")]
ONE = Annotated[str, typer.Argument(metavar="FILE|ID", help="As `trace` takes it.")]
REASON = Annotated[
    Reason | None,
    typer.Option(
        "--reason",
        "-r",
        metavar="REASON",
        help="Only of this reason: empty, not_text, …; a wrong one lists all.",
    ),
]
PROVIDER = Annotated[
    str | None, typer.Option("--provider", "-p", metavar="NAME", help="Only this provider's.")
]
ALL = Annotated[bool, typer.Option("--all", help="Everything in quarantine.")]
COUNT = Annotated[
    int, typer.Option("-n", "--lines", min=0, metavar="N", help="The newest so many; 0: all.")
]
YES = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
JSON = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


@app.command(
    "list",
    epilog=examples(
        "copydesk quarantine list",
        "copydesk quarantine list --reason empty -n 0",
        "copydesk quarantine list --json | jq -r .name",
    ),
)
def list_(
    *, reason: REASON = None, provider: PROVIDER = None, count: COUNT = 50, json: JSON = False
) -> None:
    """List what was not taken, newest first, and the counts by reason."""
    settings = config.load()
    with opened(settings) as storage, storage.reading() as reading:
        rows = _rows(reading, reason, provider, count)
        if json:
            for row in rows:
                write_line(Delivery.model_validate(row).model_dump_json())
            return
        console = Console(highlight=False, soft_wrap=True)
        for why, many in sorted(reading.reasons().items(), key=lambda pair: -pair[1]):
            console.print(Text(f"{many:>8,}  {plain(why)}", "bold"))
        for row in rows:
            console.print(_line(row))


@app.command(epilog=examples("copydesk quarantine show broken.html"))
def show(*, what: ONE) -> None:
    """Show why a file was not taken, and where its bytes are."""
    settings = config.load()
    console = Console(highlight=False, soft_wrap=True)
    with opened(settings) as storage, storage.reading() as reading:
        for row in find(what, reading, settings).deliveries:
            console.print(delivery_page(row, reading.rejected_items(row["id"]), settings))
            place = settings.quarantine / row["id"].hex
            if place.is_dir():
                console.print(Text(f"  laid aside in    {place}\n"))


@app.command(
    epilog=examples(
        "copydesk quarantine replay broken.html",
        "copydesk quarantine replay --reason parser_failed",
        "copydesk quarantine replay --all",
    ),
)
def replay(
    *, what: WHAT = None, reason: REASON = None, provider: PROVIDER = None, everything: ALL = False
) -> None:
    """
    Read quarantined files again, as if they had just come.

    After a fix of the file's parser, or of the settings.
    """
    settings = config.load()
    with opened(settings) as storage:
        logs.configure("cli", settings, console=False)
        opened_again = sum(
            quarantine.replay(storage, settings, ids)
            for ids in _chosen(storage, settings, what, reason, provider, everything=everything)
        )
    say(f"{opened_again:,} will be read again: see ./copydesk status")
    warn_of_outdated_workers(settings)


@app.command(
    epilog=examples(
        "copydesk quarantine discard broken.html",
        "copydesk quarantine discard --reason empty --yes",
    ),
)
def discard(
    *,
    what: WHAT = None,
    reason: REASON = None,
    provider: PROVIDER = None,
    everything: ALL = False,
    yes: YES = False,
) -> None:
    """Throw quarantined files away: they are listed no more. Their bytes stay in raw/."""
    settings = config.load()
    with opened(settings) as storage:
        if not yes and not what:
            typer.confirm("Discard all of these?", abort=True)
        logs.configure("cli", settings, console=False)
        discarded = sum(
            quarantine.discard(storage, settings, ids)
            for ids in _chosen(storage, settings, what, reason, provider, everything=everything)
        )
    say(f"{discarded:,} discarded; their bytes stay in {settings.raw_url or settings.raw}")


@app.callback(
    epilog=examples(
        "copydesk quarantine list",
        "copydesk quarantine show broken.html",
        "copydesk quarantine replay --reason parser_failed",
        "copydesk quarantine discard --reason empty --yes",
    )
)
def _quarantine() -> None:
    """List, show, replay or discard what was not taken."""


def _rows(
    reading: Reading,
    reason: Reason | None,
    provider: str | None,
    count: int,
) -> list[Row]:
    filters = {"outcome": OutcomeWord.QUARANTINED, "reason": reason, "provider": provider}
    return reading.deliveries(
        filters={name: value for name, value in filters.items() if value is not None},
        limit=count or NO_END,
    )


def _line(row: Row) -> Text:
    return Text.assemble(
        (f"{moment(row['received_at'])}  ", "dim"),
        (f"{row['id'].hex[-8:]}  ", "dim"),
        f"{row['name']}  ",
        (f"{plain(row['reason'])}: {row['detail']}", "red"),
    )


def _chosen(
    storage: Storage,
    settings: Settings,
    what: Sequence[str] | None,
    reason: Reason | None,
    provider: str | None,
    *,
    everything: bool,
) -> Iterator[list[UUID]]:
    """Yield the ids of what was chosen, in pages; raises `UserError` where nothing was."""
    if what:
        held = with_outcome(what, {OutcomeWord.QUARANTINED}, storage, settings)
        if not held:
            raise UserError(f"nothing of {', '.join(what)} is in quarantine")
        yield held
        return
    if not (reason or provider or everything):
        raise UserError("name files or ids, or choose by --reason, --provider or --all")
    yield from quarantine.pages(storage, reason=reason, provider=provider)
