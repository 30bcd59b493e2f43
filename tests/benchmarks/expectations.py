"""
What the tests of `mercury-parser` expect of the pages it is packed with, publisher by publisher.

And what those of htmldate expect of theirs: a day, now and then one that it took for want of
another.

A person looked at each page and wrote down its title, author, moment and first words; the tests are
programs in JavaScript, of which only the texts that they compare with are read. Some of those first
words are a picture's caption, which Copydesk leaves out of the body.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.benchmarks.corpora import Sample, persons

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TEXT = r"""(?P<sign>['"`])(?P<text>(?:\\.|(?!(?P=sign))[^\\])*+)(?P=sign)"""
_PAGE = re.compile(rf"readFileSync\(\s*{_TEXT}")
_ADDRESS = re.compile(rf"\b(?:url|uri)\s*=\s*{_TEXT}")
_EXPECTED = re.compile(
    r"assert\.(?:equal|strictEqual)\(\s*(?P<field>title|author|date_published|first\w*)\s*,\s*"
    + _TEXT
)
_FILE = re.compile(r"^'(?P<address>http[^']+)'\s?:\s?'(?P<file>[^']+)'", re.MULTILINE)
_DAY = re.compile(
    r"find_date\(load_mock_page\('(?P<address>[^']+)'\)(?P<given>[^=\n)]*(?:=\w+)?)\)+ == "
    r"'(?P<day>\d{4}-\d\d-\d\d)'"
)
"""`find_date(load_mock_page('https://…'), original_date=True) == '2019-06-20'`."""
_ESCAPED = re.compile(r"\\(u[0-9a-fA-F]{4}|.)")
_BY = re.compile(r"by\s+", re.IGNORECASE)
_OPENING = 60
"""Characters of an opening that are looked for."""
_FEW = 30
"""… and the least: a shorter one is a picture's or a label's."""


def pages(root: Path) -> Iterator[Sample]:
    """Yield each page of a package at `root` once, with what the first of its tests expects."""
    seen: set[Path] = set()
    for test in sorted((root / "src" / "extractors" / "custom").glob("*/index.test.js")):
        script = test.read_text("utf-8")
        named = list(_PAGE.finditer(script))
        ends = [*(found.start() for found in named[1:]), len(script)]
        for found, end in zip(named, ends, strict=True):
            page, truth = root / found["text"], _truth(script[found.end() : end])
            if truth and page not in seen:
                seen.add(page)
                addresses = [
                    each["text"] for each in _ADDRESS.finditer(script[: found.end() + 200])
                ]
                yield Sample(page, addresses[-1] if addresses else "", truth)


def days(root: Path) -> Iterator[Sample]:
    """Yield each page of htmldate's tests at `root` with the day of its publication."""
    script = (root / "unit_tests.py").read_text("utf-8")
    files = {found["address"]: found["file"] for found in _FILE.finditer(script)}
    told: dict[str, str] = {}
    for found in _DAY.finditer(script):
        given = found["given"]
        if "original_date=True" in given or not ("=" in given or found["address"] in told):
            told[found["address"]] = found["day"]
    for address, day in told.items():
        yield Sample(
            root / "cache" / files[address], address, {"with": [], "without": [], "published": day}
        )


def _truth(script: str) -> dict[str, Any]:
    """Return what the rest of a test expects; nothing where it names no title."""
    told = {found["field"][:5]: _plain(found["text"]) for found in _EXPECTED.finditer(script)}
    if not told.get("title"):
        return {}
    opening = told.get("first", "")[:_OPENING]
    author = _BY.sub("", told.get("autho", ""), count=1)
    return {
        "with": [opening] if len(opening) >= _FEW else [],
        "without": [],
        "headline": told["title"],
        "authors": persons([author]),
        "published": told.get("date_"),
    }


def _plain(text: str) -> str:
    """Return a text of JavaScript without its escapes."""
    return _ESCAPED.sub(lambda sign: chr(int(sign[1][1:], 16)) if sign[1][1:] else sign[1], text)
