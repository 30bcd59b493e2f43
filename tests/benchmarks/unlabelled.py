"""
Pages that nobody labelled, out of packages: what Copydesk reads in them stands for their truth.

They are of publishers and languages that the corpora have not: Chinese pages that an extractor is
tested with (`gne`), pages of newspapers on five continents (`mcmetadata`), and 258 pages of some
hundred English publishers, 2013, that parsers of HTML are timed with (`htmlparser`). Such a page
made into text tells what the text alone is worth (`unseen_dumps`); of the page itself nothing.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.benchmarks.corpora import Sample
from tests.benchmarks.kept import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LEAST = 200
"""Characters of a page's text from which on it is believed to be one of news."""
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d*(?:id_)?/?")
_ADDRESS = re.compile(r'"(https?://[^"\s]+)"')
_PARTED = re.compile(r'"\s*\n\s*"')


def gne(folder: Path) -> Iterator[Sample]:
    """Yield the pages of GeneralNewsExtractor's tests; a folder of them is of one site."""
    tests = next(folder.glob("gne-*")) / "tests"
    for page in sorted(tests.glob("*/*.html")):
        yield Sample(page, f"https://www.{page.parent.name}.example/{page.stem}", {})


def mcmetadata(folder: Path) -> Iterator[Sample]:
    """Yield the pages of Media Cloud's tests that have an address, whose MD5 is their name."""
    tests = next(folder.glob("mediacloud_metadata-*")) / "mcmetadata" / "test"
    code = "\n".join(path.read_text("utf-8") for path in sorted(tests.glob("*.py")))
    addresses = {
        hashlib.md5(url.encode(), usedforsecurity=False).hexdigest(): _ARCHIVED.sub("", url)
        for url in _ADDRESS.findall(_PARTED.sub("", code))
    }
    for page in sorted((tests / "fixtures").glob("*.html")):
        url = addresses.get(page.stem, "")
        if url.startswith("http"):
            yield Sample(page, url, {})


def htmlparser(folder: Path) -> Iterator[Sample]:
    """Yield the pages of htmlparser-benchmark, which have no address."""
    for page in sorted((folder / "package" / "files").glob("*.html")):
        yield Sample(page, f"https://www.{page.stem[:8]}.example/", {})


def as_read(samples: Iterable[Sample]) -> Iterator[Sample]:
    """Yield the pages that are read as dated articles of some length, with that for their truth."""
    for sample in samples:
        page = read(sample.name, sample.data, sample.url)
        if page is not None and page.published_at is not None and len(page.text) > LEAST:
            yield replace(sample, truth={"body": page.text, "headline": page.headline})
