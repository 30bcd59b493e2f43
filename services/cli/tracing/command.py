"""`copydesk trace`: the whole way of a file, from the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from services.cli.commands import examples
from services.cli.finding import find
from services.cli.logs.files import last_lines
from services.cli.logs.words import fields_of, text_of
from services.cli.opening import opened
from services.cli.tracing.article import article_page, story_page, versions_page
from services.cli.tracing.delivery import delivery_page
from shared import config

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from services.cli.finding import Meant
    from shared.config import Settings
    from shared.storage.reading import Reading, Row

EXAMPLES = {
    "trace": examples(
        "copydesk trace reuters/2019-03-01.txt",
        "copydesk trace ~/dump/page.html      a file of this machine, known by its bytes",
        "copydesk trace 3f9a01c2              the last digits that the log shows",
        "copydesk trace 0193e0d2-…            a delivery, an article, a story or a task",
        fails="nothing is known of it",
    )
}

MOST_ARTICLES = 20
"""Articles of one delivery (a feed, an archive) that are shown."""

IN_THE_LEDGER = ("delivery_received", "delivery_done")
"""Events that the page of a delivery tells already."""

MOST_LINES = 20
"""Lines of the log that are shown."""

WHAT = Annotated[
    str,
    typer.Argument(
        metavar="FILE|ID", help="A name, a path, or the id of anything; see the examples."
    ),
]


def trace(*, what: WHAT) -> None:
    """
    Show the whole way of a file: receipt, attempts, stages, outcome, and what came of it.

    Each field of an article says where it was read and what was assumed; a story shows its
    members and why they belong together. Times are UTC.
    """
    settings = config.load()
    console = Console(highlight=False, soft_wrap=True)
    with opened(settings) as storage, storage.reading() as reading:
        for page in _pages(find(what, reading, settings), reading, settings):
            console.print(page)


def _pages(meant: Meant, reading: Reading, settings: Settings) -> Iterator[Text]:
    """Yield the pages of what was meant: deliveries, their articles, the stories of those."""
    shown: set[UUID] = set()
    for row in meant.deliveries:
        first = reading.delivery(row["same_as"]) if row["same_as"] else None
        yield delivery_page(row, reading.rejected_items(row["id"]), settings, first=first)
        if len(meant.deliveries) == 1:
            yield from _besides(row["id"], settings)
        articles = reading.of_deliveries([row["id"]])
        if meant.article is not None:
            articles = [each for each in articles if each["id"] == meant.article]
        for article in articles[:MOST_ARTICLES]:
            yield from _article(article, reading)
        if len(articles) > MOST_ARTICLES:
            yield Text(f"  and {len(articles) - MOST_ARTICLES} more articles: trace one by its id")
        for story_id in {each["story_id"] for each in articles[:MOST_ARTICLES]} - shown:
            shown.add(story_id)
            yield from _story(story_id, reading)
    if meant.story is not None:
        yield from _story(meant.story["id"], reading)


def _besides(delivery_id: UUID, settings: Settings) -> Iterator[Text]:
    """Yield what the log says of a delivery besides its receipt and its end: lost leases, …"""
    word = str(delivery_id)

    def wanted(line: str) -> bool:
        return word in line and not any(f'"{event}"' in line for event in IN_THE_LEDGER)

    for line in last_lines(settings.logs, MOST_LINES, wanted):
        fields = fields_of(line)
        if fields is not None:
            yield Text.assemble("  ", text_of(fields))


def _article(article: Row, reading: Reading) -> Iterator[Text]:
    yield article_page(
        article,
        decided_by=reading.verdicts([article["id"]])[article["id"]],
        kill=reading.withdrawal(article["id"]),
        former=reading.former_readings(article["id"]),
    )
    versions = reading.versions(article["id"])
    if len(versions) > 1:
        yield versions_page(versions, article["id"])


def _story(story_id: UUID, reading: Reading) -> Iterator[Text]:
    story, members = reading.story(story_id), reading.members(story_id)
    if story is not None and (len(members) > 1 or story["merged_into"]):
        yield story_page(story, members, reading.links(story_id))
