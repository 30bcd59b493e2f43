"""`copydesk dedup`: why two articles are one story, and all stories again."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TimeElapsedColumn

from services.cli.commands import examples, new_app
from services.cli.finding import find
from services.cli.opening import opened
from shared import config
from shared.errors import UserError
from workers.batches.rebuild import filing_of
from workers.batches.rebuild import rebuild as rebuilt
from workers.dedup.alike.explain import explain as explained

if TYPE_CHECKING:
    from shared.config import Settings
    from shared.storage.reading import Reading
    from shared.storage.tables.rows import StoredArticle
    from workers.dedup.alike.explanation import Explanation

app = new_app("Explain why two articles are one story; find all stories again.")

ARTICLE = Annotated[str, typer.Argument(metavar="FILE|ID", help="As `trace` takes it.")]


@app.command(epilog=examples("copydesk dedup explain story.txt shorter.txt"))
def explain(*, left: ARTICLE, right: ARTICLE) -> None:
    """
    Show why two stored articles are one story, or are not.

    What they have in common is measured, and what the rule makes of it.
    """
    settings = config.load()
    with opened(settings) as storage, storage.reading() as reading:
        one, other = (_article(word, reading, settings) for word in (left, right))
    console = Console(highlight=False, soft_wrap=True)
    for each in (one, other):
        console.print(f"{each.id}  {each.article.headline}", markup=False)
    found = explained(filing_of(one), filing_of(other))
    together = one.story_id == other.story_id
    console.print(_verdict(found, together=together), markup=False)
    _print_checks(console, found, one.item_id is not None and one.item_id == other.item_id)
    _print_measures(console, found)
    console.print(f"in the store: {'one story' if together else 'two stories'}")


def _print_checks(console: Console, found: Explanation, same_item: bool) -> None:  # noqa: FBT001 - one of the checks
    for says, so in (
        ("versions of one item (the same name, like texts with a mark, or a notice)", same_item),
        ("the same text", found.same_text),
        (f"candidates ({found.shared_keys} keys in common)", found.shared_keys > 0),
        (f"near-duplicates by the rule {found.rule} (score {found.score:+.2f})", found.near),
    ):
        console.print(f"  {'yes' if so else 'no ':<4} {says}")


def _print_measures(console: Console, found: Explanation) -> None:
    console.print("measured")
    for name, value in asdict(found.measures).items():
        shown = "unknown" if value is None else f"{value:.3g}"
        console.print(f"  {name.replace('_', ' '):<18} {shown}")
    console.print("what each adds to the score")
    for name, value in found.contributions.items():
        console.print(f"  {name:<18} {value:+.2f}")


@app.command(epilog=examples("copydesk dedup rebuild"))
def rebuild() -> None:
    """
    Find all stories again from the stored articles.

    The same rule gives the same answer; after a change of rule, the feed says what moved. Readers
    go on meanwhile, workers wait.
    """
    settings = config.load()
    with opened(settings) as storage:
        storage.check()
        with storage.reading() as reading:
            total = reading.totals()["articles"]
        columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("articles", total=total)
            changes = rebuilt(storage, lambda done: progress.update(task, completed=done))
    typer.echo(f"{total} articles placed anew; {changes} changes")


@app.callback(
    epilog=examples("copydesk dedup explain story.txt shorter.txt", "copydesk dedup rebuild")
)
def _dedup() -> None:
    """Explain why two articles are one story; find all stories again."""


def _verdict(found: Explanation, *, together: bool) -> str:
    """Return the answer in one sentence; it says so where others join the two."""
    joined = together and found.why.startswith("apart")
    return f"{found.why}; other articles join them" if joined else found.why


def _article(word: str, reading: Reading, settings: Settings) -> StoredArticle:
    """Return the one article that a word means; raises `UserError` where it is none or many."""
    meant = find(word, reading, settings)
    rows = reading.of_deliveries([row["id"] for row in meant.deliveries])
    ids = [meant.article] if meant.article else [row["id"] for row in rows]
    if len(ids) != 1:
        raise UserError(
            f"{word} means {len(ids)} articles: give an article's id, as `trace {word}` shows it"
        )
    return reading.stored(ids)[0]
