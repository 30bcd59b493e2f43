"""
Reading pages of sites never seen, as people and programs save them as text.

    python -m tests.benchmarks.unseen_dumps [--half a|b|all] [--cache DIR] [--most N] [--show N]
    python -m tests.benchmarks.unseen_dumps --set gne|mcmetadata|htmlparser …

The pages are those of `unseen`'s set `article`, whose title and body a person marked, made into
text in the ways of `page_texts.py`. A headline counts where it stands in the text; authors and day
where Copydesk reads them out of the page itself and they stand in the text. Beside that:
trafilatura on the page's HTML, which knows the tags that a text has lost. The halves are of sites:
the tables were learned from half a as well, half b is unseen. `--show` names the worst texts.
Pages of the other sets nobody labelled: body and headline are compared with Copydesk's own reading
of the page, so that trafilatura's row says nothing there and is left out.
"""

from __future__ import annotations

import argparse
import logging
import subprocess
import warnings
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from tests.benchmarks import unseen
from tests.benchmarks.kept import read
from tests.benchmarks.page_texts import ways
from tests.benchmarks.readers import trafilatura_precision
from tests.benchmarks.scoring import Hits, body_hits, body_score, folded
from tests.benchmarks.text_dumps import day
from workers.parsers.charset.decoding import decode
from workers.parsers.text.moments import moments
from workers.parsers.text.typesetting.lines import passages, split
from workers.warming import warm_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.article import Article
    from tests.benchmarks.corpora import Sample
    from tests.benchmarks.page_texts import Way

SET = "article"
FIELDS = ("headline", "authors", "day")
_SHORT = 120
"""Characters of a line that tells a time and is no sentence about one."""


@dataclass
class Tally:
    """What came of one way to make texts of the pages."""

    hits: list[tuple[Hits, Sample]] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)
    failed: int = 0

    def count(self, name: str, *, right: bool) -> None:
        """Count one text in which the field stands."""
        self.there[name] += 1
        self.right[name] += right

    def row(self, name: str) -> str:
        """Return the line of the table."""
        score = body_score(hits for hits, _ in self.hits)
        told = [f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}"]
        told += [
            f"{self.right[each] / self.there[each]:.2f} of {self.there[each]}"
            for each in FIELDS
            if self.there[each]
        ]
        failed = f"   ({self.failed} could not be made)" if self.failed else ""
        return f"  {name:28}{''.join(f'{one:>13}' for one in told)}{failed}"

    def worst(self, most: int) -> list[str]:
        """Return the names of the texts whose bodies are read worst, with their F1."""
        scored = sorted((body_score([hits]).f1, sample.name) for hits, sample in self.hits)
        return [f"    {f1:.3f}  {name}" for f1, name in scored[:most]]


def _fields(
    tally: Tally, text: str, found: Article | None, page: Article | None, said: str
) -> None:
    """Compare headline, authors and day, where they stand in the text."""
    parts = [part.text for part in passages(split(text))]
    if folded(said) in {folded(part) for part in parts}:
        tally.count("headline", right=found is not None and folded(found.headline) == folded(said))
    if page is None:
        return
    flat = folded(" ".join(parts))
    if page.authors and all(folded(name) in flat for name in page.authors):
        tally.count("authors", right=found is not None and found.authors == page.authors)
    dated = page.published_at and page.published_at.date()
    shown = {day(one) for part in parts if len(part) < _SHORT for _, one in moments(part)}
    if dated and dated.isoformat() in shown:
        own = found.published_at if found else None
        tally.count("day", right=own is not None and own.date() == dated)


def _read(tally: Tally, sample: Sample, way: Way, page: Article | None) -> None:
    """Make a text of a page, read it, and score what comes out."""
    try:
        text = way(decode(sample.data, None, html=True).text)
    except (subprocess.SubprocessError, BrowserError):
        tally.failed += 1
        return
    found = read("page.txt", text.encode("utf-8", "replace"))
    body = found.text if found else ""
    tally.hits.append((body_hits(body, sample.truth["body"]), sample))
    _fields(tally, text, found, page, sample.truth["headline"])


def _peer(samples: Sequence[Sample]) -> Tally:
    """Return what trafilatura reads out of the HTML: all of the headlines stand there."""
    tally = Tally()
    for sample in samples:
        told = trafilatura_precision(sample)
        tally.hits.append((body_hits(told.body, sample.truth["body"]), sample))
        said = folded(sample.truth["headline"])
        tally.count("headline", right=folded(told.headline) == said)
    return tally


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=("a", "b", "all"), default="all")
    parser.add_argument("--set", choices=(SET, *unseen.UNLABELLED), default=SET)
    parser.add_argument("--most", type=int, default=0, help="at most so many pages")
    parser.add_argument("--cache", type=Path, default=unseen.CACHE)
    parser.add_argument("--show", type=int, default=0, help="so many of the worst texts")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    warm_up()
    samples = unseen.half_of_sites(unseen.samples(given.set, given.cache), given.half)[
        : given.most or None
    ]
    if not samples:
        return
    pages = {sample.path: read(sample.name, sample.data, sample.url) for sample in samples}
    print(f"\n{given.set}: {len(samples)} pages as text (half of the sites: {given.half})")
    print(" " * 30 + "".join(f"{one:>13}" for one in ("P", "R", "F1", *FIELDS)))
    with ways() as known:
        for name, way in known.items():
            tally = Tally()
            for sample in samples:
                _read(tally, sample, way, pages[sample.path])
            print(tally.row(name), *tally.worst(given.show), sep="\n", flush=True)
    if given.set == SET:
        print(_peer(samples).row("trafilatura on the HTML"))


if __name__ == "__main__":
    main()
