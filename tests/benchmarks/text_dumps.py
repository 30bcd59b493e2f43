"""
How well, and how fast, articles are read out of pages saved as plain text.

`python -m tests.benchmarks.text_dumps [--corpora DIR] [--half a|b|all] [--cross] [--printed]`
prints, for each corpus of dumps, the body's precision, recall and F1, how often the headline is the
page's own, how often the day and an author are read where they stand in the dump, and files a
second of CPU. Beside Copydesk: all lines above 80 characters of the same dump, and trafilatura on
the HTML of the same page, which knows the tags that a dump has lost. `--cross` reads by what
was learned without the publishers of a quarter of the pages, for each quarter: what to expect on
publishers never seen. `--printed` reads instead, program by program, what text browsers and
converters make of the pages' HTML (`printers.py`).
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import trafilatura

from shared.domain.article import Field, RawItem
from shared.errors import Rejected
from tests.benchmarks import printers, train_text_dumps, unseen
from tests.benchmarks.corpora import Sample, arguments, half, load
from tests.benchmarks.scoring import Hits, body_hits, body_score
from tests.benchmarks.text_examples import FOLDS, examples, fold_of
from tests.benchmarks.text_learning import learn
from tests.benchmarks.text_truth import headline_labels
from workers.normalise.times.moments import parse
from workers.parsers import registry
from workers.parsers.base import ParseContext, RawFile
from workers.parsers.charset.decoding import decode
from workers.parsers.text.moments import moments
from workers.parsers.text.reading import Reading, read_text
from workers.parsers.text.typesetting.lines import passages, split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.benchmarks.text_learning import Learned

CORPORA = ("aeb", "fundus-evaluation")
SEED = Path(__file__).parents[2] / "seeds" / "plain_text" / "labels_next_line.txt"
LONG = 80
NOW = datetime(2030, 1, 1, tzinfo=UTC)


@dataclass
class Tally:
    """The sums over one corpus for one way of reading."""

    pages: list[Hits] = field(default_factory=list)
    seconds: float = 0.0

    def timed(self, read: Callable[[], str], truth: str, optional: list[str]) -> None:
        """Read, and keep the time and the score."""
        begin = time.process_time()
        body = read()
        self.seconds += time.process_time() - begin
        self.pages.append(body_hits(body, truth, optional))

    def row(self, name: str) -> str:
        """Return the line of the table."""
        score = body_score(self.pages)
        figures = f"{score.precision:.3f}  {score.recall:.3f}  {score.f1:.3f}"
        return f"  {name:34}{figures}  {len(self.pages) / max(self.seconds, 1e-9):7.0f}"


@dataclass
class Heads:
    """How often a field is right where it stands in the dump."""

    right: dict[str, int] = field(default_factory=dict)
    there: dict[str, int] = field(default_factory=dict)

    def count(self, name: str, *, right: bool) -> None:
        """Count one page on which the field stands."""
        self.right[name] = self.right.get(name, 0) + right
        self.there[name] = self.there.get(name, 0) + 1


def long_lines(text: str) -> str:
    """Return every line above `LONG` characters: what one would try first."""
    return "\n".join(line for line in text.splitlines() if len(line) > LONG)


def day(text: str) -> str | None:
    """Return the day of a written time, ISO 8601; None where it is none."""
    moment = parse(text, now=NOW)
    return (moment.wall or moment.at).date().isoformat() if moment else None


def heads(reading: Reading, text: str, markup: str, counted: Heads) -> None:
    """Compare headline, day and author with the page's metadata, where the dump shows them."""
    parts = [part for part in passages(split(text)) if part.text]
    told = {name: [claim.value for claim in claims] for name, claims in reading.claims.items()}
    headlines = {parts[at].text for at in headline_labels(parts, {}, markup)}
    if headlines:
        counted.count("headline", right=told.get(Field.HEADLINE, [""])[0] in headlines)
    known = trafilatura.extract_metadata(markup)
    shown = {day(found) for part in parts for _, found in moments(part.text)}
    if known and known.date in shown:
        times = [*told.get(Field.PUBLISHED, []), *told.get(Field.UPDATED, [])]
        counted.count("day", right=known.date in {day(one) for one in times})
    people = [one.strip().casefold() for one in ((known and known.author) or "").split(";")]
    lines = " ".join(part.text for part in parts if len(part.text) < LONG).casefold()
    if people[0] and people[0] in lines:
        said = " ".join(told.get(Field.AUTHOR, [])).casefold()
        counted.count("author", right=people[0] in said)


def peer(markup: str) -> str:
    """Return what trafilatura reads out of a page's HTML."""
    return trafilatura.extract(markup, favor_precision=True, include_comments=False) or ""


def measure(
    folder: Path, name: str, part: str, most: int, learned: dict[int, Learned] | None = None
) -> None:
    """Print the table of one corpus, each page read by what was learned without its fold."""
    samples = half(load(folder / "pages" / name), part)[: most or None]
    ways: dict[str, tuple[Tally, Callable[[str, str], str]]] = {
        "Copydesk": (Tally(), lambda text, _: "\n".join(read_text(text).body)),
        f"lines above {LONG} characters": (Tally(), lambda text, _: long_lines(text)),
        "trafilatura on the HTML, precision": (Tally(), lambda _, markup: peer(markup)),
    }
    counted = Heads()
    for sample in _by_fold(samples, learned):
        path = folder / "dumps" / name / sample.path.name.replace(".html", ".txt")
        text = Sample(path, sample.url, sample.truth).data.decode("utf-8")
        markup = sample.data.decode("utf-8", "replace")
        for tally, read in ways.values():
            tally.timed(partial(read, text, markup), sample.truth["body"], sample.optional)
        heads(read_text(text), text, markup, counted)
    print(f"\n{name}: {len(samples)} dumps{' ' * 14}P      R      F1     files/s")
    print("\n".join(tally.row(way) for way, (tally, _) in ways.items()))
    told = (f"{key} {counted.right[key]}/{counted.there[key]}" for key in counted.there)
    print(f"  right where they stand in the dump: {', '.join(told)}")


def _by_fold(samples: list[Sample], learned: dict[int, Learned] | None) -> Iterator[Sample]:
    """Yield the pages; the parser reads each by what was learned without its fold."""
    if not learned:
        yield from samples
        return
    for fold, group in groupby(sorted(samples, key=fold_of), key=fold_of):
        with train_text_dumps.reading_by(learned[fold]):
            yield from group


def printed(folder: Path, name: str, part: str, most: int) -> None:
    """Print how well the pages of one corpus are read as each program prints them."""
    samples = half(load(folder / "pages" / name), part)[: most or None]
    print(
        f"\n{name}: {len(samples)} pages as programs print them      P      R      F1     files/s"
    )
    for printer in printers.PRINTERS:
        if reason := printers.absent(printer):
            print(f"  {printer}: skipped, {reason}")
            continue
        tally = Tally()
        for sample in samples:
            markup = decode(sample.data, None, html=True).text
            text = printers.printed(printer, markup)
            tally.timed(partial(whole_reading, text), sample.truth["body"], sample.optional)
        print(tally.row(printer))


def whole_reading(text: str) -> str:
    """Return the body that the registry's parser reads; nothing where it is refused."""
    file = RawFile(name="page.txt", content=text.encode())
    try:
        items = list(registry.read(file, ParseContext()))
    except Rejected:
        return ""
    return "\n".join(line for item in items if isinstance(item, RawItem) for line in item.body)


def small_files() -> None:
    """Print how many small files, such as the seed, are read in a second of CPU."""
    text = SEED.read_text("utf-8")
    begin, count = time.process_time(), 0
    while time.process_time() - begin < 1:
        read_text(text)
        count += 1
    print(f"\na small file ({len(text)} characters): {count} files/s of CPU")


def main() -> None:
    """Print the tables of all corpora."""
    parser = arguments(__doc__)
    parser.add_argument("--cross", action="store_true", help="learn without those measured")
    parser.add_argument("--printed", action="store_true", help="the pages as programs print them")
    parser.add_argument("--cache", type=Path, default=unseen.CACHE, help="what --cross learns from")
    given = parser.parse_args()
    if given.printed:
        for name in CORPORA:
            printed(given.corpora, name, given.half, given.most)
        return
    found = examples(given.corpora, given.cache) if given.cross else None
    learned = learn(found, range(FOLDS)) if found else None
    for name in CORPORA:
        measure(given.corpora, name, given.half, given.most, learned)
    small_files()


if __name__ == "__main__":
    main()
