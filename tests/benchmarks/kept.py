"""
How well articles are read out of pages as others keep them: in records, as documents, in Markdown.

`python -m tests.benchmarks.kept [--corpora DIR] [--half a|b|all] [--most N]` makes of each page
what crawlers and people make of it, reads that, and prints the body's precision, recall and F1
beside those of the page itself, and how often headline and day are the page's. `pandoc` and
`chromium` do what they are there for; where a machine has not got one, that is said.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from shared.errors import Rejected
from tests.benchmarks.corpora import Sample, arguments, half, load
from tests.benchmarks.readers import NOW
from tests.benchmarks.scoring import Hits, body_hits, body_score
from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile
from workers.parsers import registry
from workers.parsers.base import ParseContext, RawFile, RejectedItem

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.domain.article import Article

CORPORA = ("aeb", "fundus-evaluation")
PATIENCE = 60
"""Seconds that a program may take for one page."""
_SCRIPT = re.compile(rb"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)
_PANDOC = {"gfm": ".md", "markdown": ".md", "docx": ".docx", "rtf": ".rtf"}


@dataclass
class Tally:
    """What came of one way to keep the pages of a corpus."""

    hits: list[Hits] = field(default_factory=list)
    headlines: int = 0
    days: int = 0

    def count(self, article: Article | None, page: Article | None, sample: Sample) -> None:
        """Score one reading beside that of the page itself."""
        text = article.text if article else ""
        self.hits.append(body_hits(text, sample.truth["body"], sample.optional))
        if article and page:
            self.headlines += article.headline == page.headline
            self.days += _day(article) == _day(page)

    def row(self, name: str, own: float) -> str:
        """Return the line of the table; the ratio is that to the page's own F1."""
        score, most = body_score(self.hits), len(self.hits)
        figures = f"{score.precision:.3f}  {score.recall:.3f}  {score.f1:.3f}"
        same = f"{self.headlines / most:.2f}      {self.days / most:.2f}"
        return f"  {name:26}{figures}   {score.f1 / own:.2f}   {same}"


def in_record(sample: Sample, dump: str, key: str) -> tuple[str, bytes]:
    """Return a line of JSON as crawlers write it: the address, and the page or its text."""
    kept = sample.data.decode("utf-8", "replace") if key == "html" else dump
    return "crawl.jsonl", json.dumps({"url": sample.url, key: kept}).encode()


def in_wet(sample: Sample, dump: str) -> tuple[str, bytes]:
    """Return a record of WARC that holds the text of the page."""
    block = dump.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {sample.url or 'http://a.example/b'}"
        f"\r\nContent-Type: text/plain\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return "crawl.warc.wet", head.encode() + block + b"\r\n\r\n"


def converted(sample: Sample, form: str) -> tuple[str, bytes]:
    """Return what pandoc makes of the page; raise `SubprocessError` where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / f"page{_PANDOC[form]}"
        call: list[str | Path] = ["pandoc", "-f", "html", "-t", form, "-s"]
        call += ["--resource-path=/nowhere", "-o", made]
        subprocess.run(call, input=sample.data, check=True, capture_output=True, timeout=PATIENCE)
        return made.name, made.read_bytes()


def printed(sample: Sample) -> tuple[str, bytes]:
    """Return the PDF that a browser prints; raise `SubprocessError` where it does not."""
    with tempfile.TemporaryDirectory() as folder:
        page, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        # without its hosts a page's scripts wait for what never comes
        page.write_bytes(_SCRIPT.sub(b"", sample.data))
        call = ["chromium", "--headless", "--no-sandbox", f"--user-data-dir={folder}/of",
                "--host-resolver-rules=MAP * ~NOTFOUND", f"--print-to-pdf={made}",
                page.as_uri()]  # fmt: skip
        subprocess.run(call, check=True, capture_output=True, timeout=PATIENCE)
        if not made.exists():
            raise subprocess.SubprocessError
        return made.name, made.read_bytes()


def ways(name: str, folder: Path) -> dict[str, Callable[[Sample], tuple[str, bytes]]]:
    """Return how pages are kept, as far as this machine can; say what it cannot."""

    def dump(sample: Sample) -> str:
        path = folder / "dumps" / name / sample.path.name.replace(".html", ".txt")
        return Sample(path, sample.url, sample.truth).data.decode()

    found: dict[str, Callable[[Sample], tuple[str, bytes]]] = {
        "JSON, the page": lambda sample: in_record(sample, "", "html"),
        "JSON, the page's text": lambda sample: in_record(sample, dump(sample), "text"),
        "WET": lambda sample: in_wet(sample, dump(sample)),
    }
    if shutil.which("pandoc"):
        for form in _PANDOC:
            found[f"pandoc, {form}"] = partial(converted, form=form)
    if shutil.which("chromium"):
        found["chromium, PDF"] = printed
    for program in ("pandoc", "chromium"):
        if not shutil.which(program):
            print(f"skipped: there is no program {program} on this machine")
    return found


def read(name: str, content: bytes, url: str | None = None) -> Article | None:
    """Return the first article of a file; None where it is refused."""
    file = RawFile(name=name, content=content)
    try:
        for parsed in registry.read(file, ParseContext(url=url, read=registry.read)):
            if not isinstance(parsed, RejectedItem):
                return normalise(parsed, Profile(), now=NOW)
    except Rejected:
        return None
    return None


def measure(name: str, folder: Path, part: str, most: int) -> None:
    """Print the table of one corpus."""
    samples = half(load(folder / "pages" / name), part)[: most or None]
    own = Tally()
    known = ways(name, folder)
    tallies = {way: Tally() for way in known}
    failed = dict.fromkeys(tallies, 0)
    for sample in samples:
        page = read(sample.name, sample.data, sample.url)
        own.count(page, page, sample)
        for way, keep in known.items():
            try:
                tallies[way].count(read(*keep(sample)), page, sample)
            except subprocess.SubprocessError:
                failed[way] += 1
    print(f"\n{name}: {len(samples)} pages{' ' * 8}P      R      F1    ratio  headline  day")
    mark = body_score(own.hits).f1
    print(own.row("the page itself", mark))
    for way, tally in tallies.items():
        missing = f"   ({failed[way]} could not be made)" if failed[way] else ""
        print(f"{tally.row(way, mark)}{missing}" if tally.hits else f"  {way}: none was made")


def _day(article: Article) -> object:
    return article.published_at and article.published_at.date()


def main() -> None:
    """Measure each corpus."""
    parser = arguments(__doc__)
    chosen = parser.parse_args()
    for name in CORPORA:
        measure(name, chosen.corpora, chosen.half, chosen.most)


if __name__ == "__main__":
    main()
