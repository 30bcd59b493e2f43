"""
What becomes of a story between newsrooms, on pairs that nobody labelled: is it one, is it two?

    python -m tests.benchmarks.newsrooms CORPORA [--each 200] [--only WORD]

Changes of real articles make copies, and what looks like them and is none; forms, filled in twice,
make notices that come again. Each pair is compared by itself: it is one story where it is one item
or one text, or where it shares a key and the rule says yes. A row counts the pairs that were taken
for what they are, of the wire and of the edited set; those without a key in common are told.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from shared.domain.article import Article
from tests.benchmarks.duplicates_corpora import load_sets
from tests.benchmarks.newsroom_changes import COPIES, STRANGERS, Material
from tests.benchmarks.newsroom_forms import FORMS, filled
from tests.builders import filed
from workers.dedup.alike.explain import explain
from workers.dedup.texts.tokens import carries_meaning, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.benchmarks.duplicates_corpora import LabelledSet, Sample
    from tests.benchmarks.newsroom_changes import Pair

_LEAST = 50
"""Words of an article that is worth a change."""
_NEAR = 100
"""Articles before and after one among which its like is looked for."""
_NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
_DISTANCES = {"an hour": 1, "a day": 24, "a week": 168, "a year": 24 * 365, "undated": None}


def written(sample: Sample) -> Article:
    """Return a sample in paragraphs: an indent or an empty line begins one."""
    body: list[str] = []
    for line in sample.body:
        if not body or line.startswith("    ") or not line.strip():
            body.append("")
        body[-1] = f"{body[-1]} {line.strip()}".strip()
    return Article(
        headline=sample.title,
        body=tuple(part for part in body if part),
        provider="wire",
        published_at=sample.published_at,
    )


def materials(labelled: LabelledSet, count: int) -> Iterator[Material]:
    """Draw articles, each with a stranger of its time and the likest one."""
    chosen = random.Random(1)
    numbered = [
        (at, written(sample))
        for at, sample in enumerate(labelled.samples)
        if sample.kind == "base" and sample.title
    ]
    stories = [(at, one) for at, one in numbered if len(one.text.split()) >= _LEAST]
    same = labelled.same | labelled.left_out
    titles = [set(filter(carries_meaning, tokens_of(one.headline))) for _, one in stories]
    for at in chosen.sample(range(_NEAR, len(stories) - _NEAR), count):
        place, one = stories[at]
        near = [
            other
            for other in range(at - _NEAR, at + _NEAR)
            if other != at and tuple(sorted((place, stories[other][0]))) not in same
        ]
        shared = {other: len(titles[at] & titles[other]) for other in near}
        like = max(near, key=lambda other: (shared[other] / (len(titles[other]) or 1), other))
        stranger = stories[chosen.choice(near)][1]
        yield Material(one, stranger, stories[like][1], random.Random(at))


def judged(pair: Pair) -> tuple[bool, bool]:
    """Return whether two articles are one story, and whether they share a key."""
    found = explain(*(filed(each, delivery_id=UUID(int=at)) for at, each in enumerate(pair)))
    near = found.near and found.shared_keys > 0
    return near or found.same_text or found.one_item, found.shared_keys > 0


def told(pairs: Sequence[Pair], *, meant: bool) -> str:
    """Return how many pairs are what they are meant to be, and how many of the others met."""
    counted = Counter(map(judged, pairs))
    right = counted[meant, True] + counted[meant, False]
    without = f" ({counted[False, False]} without a key)" if meant and counted[False, False] else ""
    return f"{right} of {len(pairs)}{without}"


def fillings(name: str, hours: float | None) -> Iterator[Pair]:
    """Fill a form in twice, two hundred times."""
    for seed in range(200):
        chosen = random.Random(f"{name} {seed}")
        dates = (None, None) if hours is None else (_NOON, _NOON + timedelta(hours=hours))
        one, other = (filled(name, chosen, date) for date in dates)
        if one.body != other.body:
            yield one, other


def printed(name: str) -> Iterator[Pair]:
    """Print one filling twice: behind an agency's name, with a signature below."""
    for seed in range(200):
        one = filled(name, random.Random(f"{name} {seed}"), _NOON)
        body = (f"(Gazette) {one.body[0]}", *one.body[1:], "Jo Ek, Gazette staff")
        yield one, replace(one, body=body, provider="gazette")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the labelled sets")
    parser.add_argument("--each", type=int, default=200, help="articles of each set")
    parser.add_argument("--only", default="", help="rows whose name has this in it")
    options = parser.parse_args()
    sets = [list(materials(each, options.each)) for each in load_sets(options.corpora)]
    for meant, changes in ((True, COPIES), (False, STRANGERS)):
        print("\none story" if meant else "\ntwo stories")
        for name in filter(lambda name: options.only in name, changes):
            made = [list(filter(None, map(changes[name], each))) for each in sets]
            print(f"{name:28}" + "".join(f"{told(each, meant=meant):>32}" for each in made))
    print(
        f"\n{'filled in twice: apart':24}{''.join(f'{each:>13}' for each in _DISTANCES)}{'one':>13}"
    )
    for name in filter(lambda name: options.only in name, FORMS):
        apart = [told(list(fillings(name, each)), meant=False) for each in _DISTANCES.values()]
        one = told(list(printed(name)), meant=True)
        print(f"{name:24}" + "".join(f"{each:>13}" for each in (*apart, one)))


if __name__ == "__main__":
    main()
