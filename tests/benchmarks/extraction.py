"""
Reading web pages: Copydesk beside its peers, on each corpus, in one run.

    python -m tests.benchmarks.extraction [--half a|b] [--most N] [--only NAME …] [CORPUS …]
        [--without json-ld|meta|classes|microdata …]

Body as precision, recall and F1 of 4-gram shingles (or of phrases that must and must not be there);
headline and authors by equality after folding; date by the day, as the page states it and in UTC.
Speed is pages per second of CPU of one process, metadata included for everyone. `--without` takes
something off the pages first: how far the fields fall tells what is leaned on.
"""

from __future__ import annotations

import contextlib
import logging
import time
import warnings
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.benchmarks import corpora
from tests.benchmarks.readers import EVERY, READERS, Reading
from tests.benchmarks.scoring import body_hits, body_score, folded, phrase_score, same_people
from tests.benchmarks.stripped import LOSSES, strip
from workers.warming import warm_up

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.benchmarks.corpora import Sample
    from tests.benchmarks.scoring import Hits, Score


@dataclass
class Tally:
    """What one reader got right on one corpus."""

    hits: list[Hits] = field(default_factory=list)
    phrases: list[tuple[str, Sequence[str], Sequence[str]]] = field(default_factory=list)
    right: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    seconds: float = 0.0
    failed: int = 0

    def add(self, sample: Sample, reading: Reading) -> None:
        """Compare one reading with the truth of its page."""
        truth = sample.truth
        if "body" in truth:
            self.hits.append(body_hits(reading.body, truth["body"], sample.optional))
        else:
            self.phrases.append((reading.body, truth["with"], truth["without"]))
        if truth.get("headline"):
            self.right["headline"].append(folded(reading.headline) == folded(truth["headline"]))
        if truth.get("authors"):
            self.right["authors"].append(same_people(reading.authors, truth["authors"]))
            persons = corpora.persons(truth["authors"])
            self.right["persons"].append(same_people(reading.authors, persons))
        if truth.get("published"):
            day = truth["published"][:10]
            self.right["date"].append(day in reading.days)
            self.right["date utc"].append(day in reading.days[:1])

    def body(self) -> Score:
        """Return the score of the body."""
        return body_score(self.hits) if self.hits else phrase_score(self.phrases)


def measure(samples: Sequence[Sample], read: Callable[[Sample], Reading]) -> Tally:
    """Read every sample and score it; what a reader raises is an empty reading."""
    tally = Tally()
    for sample in samples[:2]:  # what loads at first use is nobody's speed
        with contextlib.suppress(Exception):
            read(sample)
    for sample in samples:
        _ = sample.data
        started = time.process_time()
        try:
            reading = read(sample)
        except Exception:  # noqa: BLE001 - peers raise anything on broken pages
            reading = Reading()
            tally.failed += 1
        tally.seconds += time.process_time() - started
        tally.add(sample, reading)
    return tally


FIELDS = ("headline", "authors", "persons", "date", "date utc")


def main() -> None:
    """Measure every reader on every corpus, and print the tables."""
    parser = corpora.arguments(__doc__)
    parser.add_argument("names", nargs="*", default=list(corpora.PAGES))
    parser.add_argument(
        "--only", nargs="*", default=list(READERS), choices=list(EVERY), help="readers to measure"
    )
    parser.add_argument("--without", nargs="*", default=[], choices=list(LOSSES), help="strip")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    warm_up()  # as a worker does before its first file
    for name in given.names:
        samples = corpora.half(corpora.load(given.corpora / "pages" / name), given.half)
        samples = strip(samples[: given.most or None], given.without)
        lost = f", without {', '.join(given.without)}" if given.without else ""
        print(f"\n{name}: {len(samples)} pages (half: {given.half}{lost})")
        print_table(samples, given.only)


def print_table(samples: list[Sample], readers: Sequence[str]) -> None:
    """Measure readers on some pages, and print a line for each."""
    heads = "".join(f"{each:>10}" for each in FIELDS)
    print(f"{'':24}{'P':>7}{'R':>7}{'F1':>7}{heads}{'failed':>8}{'pages/s':>9}{'ratio':>7}")
    fastest = None
    for reader in readers:
        tally = measure(samples, EVERY[reader])
        speed = len(samples) / tally.seconds
        fastest = fastest or speed
        print(line(reader, tally, speed, fastest), flush=True)


def line(reader: str, tally: Tally, speed: float, first: float) -> str:
    """Return one line of the table; `ratio` is Copydesk's speed over this reader's."""
    body = tally.body()
    shares = [
        f"{sum(right) / len(right):10.3f}" if (right := tally.right.get(each)) else f"{'-':>10}"
        for each in FIELDS
    ]
    figures = f"{body.precision:7.3f}{body.recall:7.3f}{body.f1:7.4f}"
    return f"{reader:24}{figures}{''.join(shares)}{tally.failed:8}{speed:9.1f}{first / speed:7.2f}"


if __name__ == "__main__":
    main()
