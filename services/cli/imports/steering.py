"""`copydesk imports`: what became of each import, and stopping, going on, calling off."""

from __future__ import annotations

import json as json_
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer
from rich.console import Console

from services import import_steering
from services.cli.commands import examples
from services.cli.imports.page import import_line, import_page, json_of
from services.cli.imports.summary import summary_of, table_of
from services.cli.opening import opened
from services.cli.output.failing import say
from services.cli.output.json_lines import write_line
from shared import clock, config, logs
from shared.domain.imports import ImportState
from shared.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.domain.imports import Import
    from shared.storage import Storage
    from shared.storage.reading import Reading

app = typer.Typer(
    help="List imports and their reports; pause, resume or cancel one.",
    rich_markup_mode=None,
    add_completion=False,
    invoke_without_command=True,
)

ID = Annotated[str, typer.Argument(metavar="ID", help="Of the list; its last digits will do.")]
COUNT = Annotated[
    int, typer.Option("-n", "--lines", min=1, metavar="N", help="The newest so many.")
]
JSON = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


@app.callback(
    epilog=examples(
        "copydesk imports",
        "copydesk imports show 3f2a91",
        "copydesk imports pause 3f2a91",
        "copydesk imports --json | jq .outcomes",
    )
)
def imports(context: typer.Context, *, count: COUNT = 20, json: JSON = False) -> None:
    """List the imports, newest first: where each stands, its rate and the time left."""
    if context.invoked_subcommand is not None:
        return
    now = clock.now()
    console = Console(highlight=False, soft_wrap=True)
    with opened(config.load()) as storage, storage.reading() as reading:
        found = reading.imports(count)
        for about in found:
            standing = reading.import_standing(about, now)
            if json:
                write_line(json_.dumps(json_of(standing), default=str))
            else:
                console.print(import_line(standing))
        if not (found or json):
            say("nothing was imported yet: ./copydesk import PATH takes in files and folders")


@app.command(epilog=examples("copydesk imports show 3f2a91"))
def show(*, what: ID, json: JSON = False) -> None:
    """Show the report of an import: its files by outcome and reason."""
    with opened(config.load()) as storage, storage.reading() as reading:
        standing = reading.import_standing(_find(what, reading), clock.now())
    if json:
        write_line(json_.dumps(json_of(standing), default=str))
        return
    console = Console(highlight=False, soft_wrap=True)
    console.print(import_page(standing))
    console.print(table_of(summary_of(standing)))


@app.command(epilog=examples("copydesk imports pause 3f2a91"))
def pause(*, what: ID) -> None:
    """
    Begin none of its files until it is resumed.

    What a worker has in hand is finished.
    """
    about = _steer(what, import_steering.pause)
    say(f"paused: ./copydesk imports resume {about.id.hex[-6:]} lets it go on")


@app.command(epilog=examples("copydesk imports resume 3f2a91"))
def resume(*, what: ID) -> None:
    """Let a paused import go on where it was."""
    _steer(what, import_steering.resume)
    say("it goes on: see ./copydesk imports")


@app.command(epilog=examples("copydesk imports cancel 3f2a91"))
def cancel(*, what: ID) -> None:
    """
    Discard what was not begun. What was read stays, and so do all bytes and the originals.

    The same `import` command again takes the discarded files up.
    """
    _steer(what, import_steering.cancel)
    say("cancelled: what was not begun is discarded, what was read stays")


def _steer(what: str, change: Callable[[Storage, UUID], bool]) -> Import:
    """Change how an import stands; raises `UserError` where that cannot be."""
    settings = config.load()
    with opened(settings) as storage:
        with storage.reading() as reading:
            about = _find(what, reading)
        logs.configure("cli", settings, console=False)
        changed = change(storage, about.id)
    if not changed:
        state = about.state(clock.now())
        over = state in {ImportState.DONE, ImportState.CANCELLED}
        raise UserError(f"import {about.id.hex[-6:]} is {'over: ' if over else ''}{state}")
    return about


def _find(what: str, reading: Reading) -> Import:
    """Return the import that is meant; raises `UserError` where none or several are."""
    try:
        exact = reading.import_(UUID(what))
    except ValueError:
        exact = None
    found = [exact] if exact else reading.imports_ending_in(what)
    if len(found) == 1:
        return found[0]
    how = "several imports end" if found else "no import ends"
    raise UserError(f"{how} in {what!r}: see ./copydesk imports")
