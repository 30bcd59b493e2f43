"""
The texts of pages that the plain-text parser learns from, with labels and what they weigh.

Every page in many of the ways in which people and programs make texts (`page_texts.py`): the pages
whose body is known in all of them, those that Copydesk reads out of the HTML in a third. Making
them takes minutes; `--cache` keeps them, a file for each page.
"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import trafilatura
import xxhash
from playwright.sync_api import Error as BrowserError

from tests.benchmarks import unseen
from tests.benchmarks.corpora import Sample, load
from tests.benchmarks.kept import read
from tests.benchmarks.page_texts import ways
from tests.benchmarks.scoring import body_hits, body_score, flattened
from tests.benchmarks.text_lessons import variants
from tests.benchmarks.text_truth import MOST, Labelled, labelled
from workers.parsers.charset.decoding import decode
from workers.parsers.text.printers.programs import plain
from workers.parsers.text.typesetting.lines import passages, split

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.benchmarks.page_texts import Way

KNOWN = ("aeb", "fundus-evaluation")
"""Corpora of pages whose body is known, and that have dumps."""
READ = "trafilatura-eval"
"""Pages of which phrases are known: where those are right, Copydesk's reading of the HTML is."""
MARKED = "article"
"""Of `unseen.py`: pages whose title and body a person marked; half a of them."""
SAVED = "as the corpora's dumps"
DUMP, CHANGED, MADE = 1.0, 0.4, 0.3
"""What a label weighs in a corpus's dump, in a changed copy of it, in any other text."""
AGAIN = 2
"""Changed copies of a dump (`text_lessons.py`)."""
DOUBTED = 0.35
"""What is left of a label by Copydesk's own reading where trafilatura reads otherwise."""
ALIKE = 0.85
"""F1 of the two readings from which a page is believed whose phrases are not all there."""
EACH = 3
"""Of a page that Copydesk has read every third way is a lesson."""
FOLDS = 4


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled text: the corpus it is of, how much it weighs, and the fold of its site."""

    corpus: str
    text: Labelled
    weight: float
    fold: int


def examples(corpora: Path, cache: Path) -> Iterator[Example]:
    """Yield all there is to learn from."""
    with ways() as known:
        for corpus in KNOWN:
            for sample in load(corpora / "pages" / corpus):
                yield from _known(corpus, sample, corpora, cache, known)
        marked = list(unseen.SOURCES[MARKED].read(unseen.fetched(MARKED, cache)))
        for sample in unseen.half_of_sites(marked, "a"):
            for text in _made(MARKED, sample, cache, known).values():
                yield from _example(MARKED, sample, text, sample.truth, MADE)
        for at, sample in enumerate(load(corpora / "pages" / READ)):
            yield from _read(sample, at, cache, known)


def fold_of(sample: Sample) -> int:
    """Return the fold of a page: all pages of a site are in one."""
    site = unseen.site(sample.url or f"http://{sample.name}")
    return xxhash.xxh32_intdigest(site.encode()) % FOLDS


def _known(
    corpus: str, sample: Sample, corpora: Path, cache: Path, known: dict[str, Way]
) -> Iterator[Example]:
    """Yield a dump, changed copies of it, and its page made into text in the other ways."""
    path = corpora / "dumps" / corpus / sample.path.name.replace(".html", ".txt")
    dump = Sample(path, sample.url, sample.truth).data.decode()
    for one in _example(corpus, sample, dump, sample.truth, DUMP):
        yield one
        for changed in variants(one.text, AGAIN):
            yield replace(one, text=changed, weight=CHANGED)
    for way, text in _made(corpus, sample, cache, known).items():
        if way != SAVED:
            yield from _example(corpus, sample, text, sample.truth, MADE)


def _read(sample: Sample, at: int, cache: Path, known: dict[str, Way]) -> Iterator[Example]:
    """Yield a page as Copydesk reads it, where all is well as far as is known."""
    found = read(sample.name, sample.data, sample.url)
    markup = decode(sample.data, None, html=True).text
    other = trafilatura.extract(markup, favor_precision=True, include_comments=False) or ""
    if not (found and found.text and _believed(sample, found.text, other)):
        return
    others = [way for way in known if way != SAVED]
    chosen = [SAVED, *others[-(at // 2) % EACH :: EACH]]
    headline = sample.truth.get("headline") or found.headline
    ours = {**sample.truth, "body": found.text, "headline": headline}
    theirs = {**sample.truth, "body": other}
    made = _made(READ, sample, cache, {way: known[way] for way in chosen})
    for text in made.values():
        for one in _example(READ, sample, text, ours, MADE):
            doubt = _example(READ, sample, text, theirs, MADE)
            agreed = next(doubt).text.body
            weights = [
                weight if yes == too else weight * DOUBTED
                for weight, yes, too in zip(one.text.weights, one.text.body, agreed, strict=True)
            ]
            yield replace(one, text=replace(one.text, weights=weights))


def _believed(sample: Sample, own: str, other: str) -> bool:
    """Whether a page's own reading may be learned from: all phrases right, or two read alike."""
    flat = flattened(own)
    if any(flattened(one) in flat for one in sample.truth["without"]):
        return False
    right = all(flattened(one) in flat for one in sample.truth["with"])
    return right or body_score([body_hits(own, other)]).f1 >= ALIKE


def _example(
    corpus: str, sample: Sample, text: str, truth: dict[str, object], weight: float
) -> Iterator[Example]:
    """Yield a text with its labels; nothing of one that is no page of news."""
    parts = [part for part in passages(split(plain(text).text)) if part.text]
    if parts and len(parts) <= MOST:
        markup = decode(sample.data, None, html=True).text
        row = {**truth, "url": sample.url or "https://unknown.example/"}
        yield Example(corpus, labelled(sample.name, row, parts, markup), weight, fold_of(sample))


def _made(corpus: str, sample: Sample, cache: Path, known: dict[str, Way]) -> dict[str, str]:
    """Return a page's texts by the way they were made; those that are kept are not made again."""
    path = cache / "texts" / corpus / f"{sample.name}.json"
    kept: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    missing = [way for way in known if way not in kept]
    markup = decode(sample.data, None, html=True).text if missing else ""
    for way in missing:
        try:
            kept[way] = known[way](markup)
        except (subprocess.SubprocessError, BrowserError):
            kept[way] = ""
    if missing:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(kept), "utf-8")
    return {way: text for way, text in kept.items() if way in known}


def counted(found: list[Example]) -> str:
    """Return how many texts there are of each corpus."""
    counts = Counter(one.corpus for one in found)
    return ", ".join(f"{corpus}: {count}" for corpus, count in counts.items())
