"""`copydesk search`: articles by their words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from services.api.answers.schemas import Article
from services.cli.commands import examples
from services.cli.opening import opened
from services.cli.output.failing import say
from services.cli.output.json_lines import write_line
from services.telling.words import counted, moment
from shared import config
from shared.domain.searching import parse
from shared.storage.feed.search_index import FOLLOWER
from shared.storage.reading import Wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.storage.reading import Reading, Row

EXAMPLES = {
    "search": examples(
        "copydesk search old forest              both words, in any order",
        "copydesk search '\"old forest\"'          one after the other",
        "copydesk search 'harbour OR port' -- -grain",
        "copydesk search 'elect*' --provider reuters --from 2026-03-01",
        "copydesk search forest --json | jq -r .url",
        fails="it cannot be looked for (nothing found: 0)",
    )
}

WORDS = Annotated[list[str], typer.Argument(metavar="WORD", help="What to look for.")]
PROVIDER = Annotated[
    str | None, typer.Option("--provider", "-p", metavar="NAME", help="Only this provider's.")
]
SOURCE = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only of this publisher or agency.")
]
LANGUAGE = Annotated[
    str | None, typer.Option(metavar="TAG", help="Only in this language: en, pt-BR.")
]
DAY = ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]
FROM = Annotated[
    datetime | None,
    typer.Option(
        "--from",
        formats=DAY,
        metavar="TIME",
        help="Published from then on (UTC): 2026-03-14, or 2026-03-14T18:30:00.",
    ),
]
TO = Annotated[
    datetime | None, typer.Option("--to", formats=DAY, metavar="TIME", help="… and before then.")
]
CANONICAL = Annotated[bool, typer.Option("--canonical", help="One of each story, no copies.")]
COUNT = Annotated[
    int, typer.Option("-n", "--lines", min=1, metavar="N", help="The newest so many.")
]
JSON = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def search(  # noqa: PLR0913 - one for each option
    *,
    words: WORDS,
    provider: PROVIDER = None,
    source: SOURCE = None,
    language: LANGUAGE = None,
    from_: FROM = None,
    to: TO = None,
    canonical: CANONICAL = False,
    count: COUNT = 20,
    json: JSON = False,
) -> None:
    """
    Find the articles that hold all the words, newest first; case and accents do not matter.

    Say "a phrase" in quotes, begin* for what begins so, this OR that, and -without after `--`.
    Only what may be shown is found: current versions, no kills, nothing under embargo.
    """
    asked = parse(" ".join(words))
    given = {"provider": provider, "source": source, "language": language}
    wanted = Wanted(
        search=asked,
        filters={name: value for name, value in given.items() if value is not None},
        published_from=_utc(from_),
        published_to=_utc(to),
        canonical_only=canonical,
    )
    with opened(config.load()) as storage, storage.reading() as reading:
        rows = _newest(reading, wanted, count)
        behind = reading.behind(FOLLOWER)
    _show(rows, json=json)
    if behind:
        say(_missing(behind))


def _utc(day: datetime | None) -> datetime | None:
    return day.replace(tzinfo=UTC) if day else None


def _show(rows: Sequence[Row], *, json: bool) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for row in rows:
        if json:
            write_line(Article.model_validate(row).model_dump_json())
        else:
            console.print(_line(row))
    if not rows:
        say("nothing was found")


def _newest(reading: Reading, wanted: Wanted, count: int) -> list[Row]:
    """Return so many of what was asked for, however far back they are."""
    rows, after = reading.published_page(limit=count, **wanted)
    while after is not None and len(rows) < count:
        more, after = reading.published_page(after=after, limit=count - len(rows), **wanted)
        rows += more
    return rows


def _line(row: Row) -> Text:
    when = moment(row["published_at"] or row["received_at"], parts="minutes")
    by = row["source"] or row["provider"]
    return Text.assemble((f"{when}  {by}  ", "dim"), (row["headline"], "bold"), f"  {row['id']}")


def _missing(behind: int) -> str:
    if behind < 0:
        return "the index of words is not begun: ./copydesk up (or sweep) makes it"
    what = counted(behind, "change is", "changes are")
    return f"{what} not in the index yet: it follows within seconds while ./copydesk up runs"
