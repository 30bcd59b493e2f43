"""
How many stories a round-up swallows: 400 made of labelled texts, each beside what it holds.

    python -m tests.benchmarks.round_ups CORPORA

Each holds four to eight articles of the edited set, whole or their first one to three paragraphs,
with their headlines or without, under a headline of one of six kinds. Every article is compared as
it stands in the round-up and whole. A pair counts where it shares a key and the rule says yes.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.duplicates_corpora import load_sets
from tests.builders import fingerprint_of
from workers.dedup.alike.similarity import Comparable, compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.story import Fingerprint
    from tests.benchmarks.duplicates_corpora import Sample

ROUND_UPS = 400
_NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
_GREETING = "Good morning. Here is what you need to know this Monday, from our newsroom."
KINDS = {
    "News in brief": "News in brief",
    "Morning briefing: FIRST and more": "Morning briefing: {0} and more",
    "FIRST; SECOND; THIRD": "{0}; {1}; {2}",
    "Monday: SECOND, THIRD": "Monday: {1}, {2}",
    "FIRST, SECOND and the rest of Monday": "{0}, {1} and the rest of Monday",
    "Our Monday": "Our Monday",
}


def side(headline: str, body: Sequence[str], hours: float | None) -> tuple[Fingerprint, Comparable]:
    """Return an article as it is compared."""
    print_ = fingerprint_of(headline, body)
    when = None if hours is None else _NOON + timedelta(hours=hours)
    return print_, Comparable(print_.features, print_.title, when, print_.length)


def pairs(chosen: random.Random, articles: Sequence[Sample], kind: str) -> list[tuple[bool, bool]]:
    """Make a round-up; return of each pair whether it opens it, and whether the two are one."""
    held = chosen.sample(articles, chosen.randrange(4, 9))
    hours, paragraphs = chosen.choice([None, 0, 3, 12]), chosen.choice([1, 2, 3, 99])
    headed = chosen.random() < 0.5
    body = [_GREETING] if chosen.random() < 0.5 else []
    for each in held:
        body += [each.title] if headed else []
        body += [part for part in each.body if part.strip()][:paragraphs]
    whole = side(KINDS[kind].format(*(each.title for each in held)), body, hours)
    found = []
    for at, each in enumerate(held):
        parts = [part for part in each.body if part.strip()]
        for text in (parts, parts[:paragraphs]):
            one = side(each.title, text, None if hours is None else 0)
            near = set(one[0].keys) & set(whole[0].keys) and compare(one[1], whole[1])[0]
            found.append((at == 0, bool(near)))
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the labelled sets")
    edited = load_sets(parser.parse_args().corpora)[1]
    articles = [each for each in edited.samples if each.kind == "base"]
    chosen = random.Random(5)
    print(f"{'headline':<40} {'of first':>14} {'of others':>14}")
    for kind in KINDS:
        found: Counter[tuple[bool, bool]] = Counter()
        for _ in range(ROUND_UPS // len(KINDS)):
            found.update(pairs(chosen, articles, kind))
        told = [
            f"{found[first, True]} of {found[first, True] + found[first, False]}"
            for first in (True, False)
        ]
        print(f"{kind:<40} {told[0]:>14} {told[1]:>14}")


if __name__ == "__main__":
    main()
