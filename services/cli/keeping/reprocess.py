"""`copydesk reprocess`: the kept bytes of what was taken once more, by this version's parsers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import structlog
import typer

from services.cli.commands import examples
from services.cli.finding import with_outcome
from services.cli.opening import opened
from services.cli.outdated import warn_of_outdated_workers
from services.cli.output.failing import say
from shared import config, logs
from shared.errors import UserError
from shared.storage.ledger.deliveries import ARTICLES_CAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from shared.config import Settings
    from shared.storage import Storage

log = structlog.get_logger(__name__)

EXAMPLES = {
    "reprocess": examples(
        "copydesk reprocess page.html",
        "copydesk reprocess --parser web_page",
        "copydesk reprocess --provider agency",
        "copydesk reprocess --all",
    )
}

WHAT = Annotated[list[str] | None, typer.Argument(metavar="FILE|ID", help="As `trace` takes them.")]
PARSER = Annotated[
    str | None,
    typer.Option(
        "--parser", metavar="NAME[/N]", help="Only what this parser read, or this version of it."
    ),
]
PROVIDER = Annotated[
    str | None, typer.Option("--provider", "-p", metavar="NAME", help="Only this provider's.")
]
ALL = Annotated[bool, typer.Option("--all", help="Everything that was ever taken.")]


def reprocess(
    *, what: WHAT = None, parser: PARSER = None, provider: PROVIDER = None, everything: ALL = False
) -> None:
    """
    Read files again whose articles are stored: after an update of Copydesk, or of the settings.

    Workers do it, behind all that is dropped meanwhile. What comes out otherwise takes the place of
    what was read before, under the same id; `trace` shows both, and the feed says so. What cannot
    be read any more stays as it is. For files in quarantine: `copydesk quarantine replay`.
    """
    settings = config.load()
    with opened(settings) as storage:
        storage.check()
        logs.configure("cli", settings, console=False)
        opened_again = 0
        for ids in _chosen(storage, settings, what, parser, provider, everything=everything):
            with storage.unit_of_work() as uow:
                opened_again += len(uow.deliveries.read_again(ids))
                uow.commit()
        log.info("deliveries_reopened", deliveries=opened_again)
    say(f"{opened_again:,} will be read again: see ./copydesk status")
    warn_of_outdated_workers(settings)


def _chosen(
    storage: Storage,
    settings: Settings,
    what: Sequence[str] | None,
    parser: str | None,
    provider: str | None,
    *,
    everything: bool,
) -> Iterator[list[UUID]]:
    """Yield the ids of what was chosen, in pages; raises `UserError` where nothing was."""
    if what:
        taken = with_outcome(what, ARTICLES_CAME, storage, settings)
        if not taken:
            raise UserError(f"no article came of {', '.join(what)}: `trace` says why")
        yield taken
        return
    if not (parser or provider or everything):
        raise UserError("name files or ids, or choose by --parser, --provider or --all")
    page: list[UUID] = []
    while True:
        after = page[-1] if page else None
        with storage.reading() as reading:
            page = reading.rereadable(provider=provider, parser=parser, after=after)
        if not page:
            return
        yield page
