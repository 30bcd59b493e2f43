"""
Labelled articles for measuring deduplication, and the scores that the measures are given in.

A corpora folder holds `reuters/articles.jsonl.gz` (id, date, title, body) with
`reuters/pairs.jsonl` (a, b, label: 1 near-duplicate, 0 not, null left out), and
`edited/articles.jsonl.gz` (id, group, kind, title, body): articles with edited copies. The texts
belong to their publishers and are no part of Copydesk; whoever measures brings them.
"""

from __future__ import annotations

import gzip
import json
import random
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import combinations
from typing import TYPE_CHECKING, Any

from workers.dedup.components import Components

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

Pair = tuple[int, int]

_HEADLINE = 7
"""Words of a drawn headline."""
_SMALL = 3


@dataclass(frozen=True, slots=True)
class Sample:
    """One article of a labelled set."""

    title: str
    body: tuple[str, ...]
    published_at: datetime | None
    kind: str = "base"


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Articles by position, and which pairs of positions are one story."""

    name: str
    samples: tuple[Sample, ...]
    same: frozenset[Pair]
    left_out: frozenset[Pair]
    origins: tuple[int, ...]
    """Of each article, the position of the one it was edited from; its own where of none."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Over all pairs of the transitive closure; ARI is the adjusted Rand index of the stories."""

    precision: float
    recall: float
    f1: float
    ari: float


def load_sets(folder: Path, share: float = 1.0) -> list[LabelledSet]:
    """Return both sets, or the first part of each."""
    return [_reuters(folder / "reuters", share), _edited(folder / "edited", share)]


def reheadlined(labelled: LabelledSet) -> LabelledSet:
    """
    Return the set with every copy under a headline of its own: words of its text, drawn blindly.

    Papers do so with what an agency sends. Copies that open with another story keep theirs: of
    them nobody could tell whose they are.
    """
    draw = random.Random(1)
    samples = list(labelled.samples)
    for place, origin in enumerate(labelled.origins):
        sample = samples[place]
        if place != origin and sample.kind != "update":
            words = [word for word in " ".join(sample.body).split() if len(word) > _SMALL]
            title = " ".join(draw.sample(words, min(_HEADLINE, len(words))))
            samples[place] = replace(sample, title=title)
    name = f"{labelled.name}, re-headlined"
    return replace(labelled, name=name, samples=tuple(samples))


def story_pairs(count: int, links: Iterable[Pair]) -> set[Pair]:
    """Return all pairs that are one story when these are linked."""
    components = Components()
    for left, right in links:
        components.join(left, right)  # type: ignore[arg-type] # any hashable id will do
    stories: dict[Any, list[int]] = defaultdict(list)
    for position in range(count):
        stories[components.find(position)].append(position)  # type: ignore[arg-type] # likewise
    return {pair for members in stories.values() for pair in combinations(members, 2)}


def scores(labelled: LabelledSet, links: Collection[Pair]) -> Scores:
    """Return how well the links, closed into stories, agree with the labels."""
    count = len(labelled.samples)
    found = story_pairs(count, links) - labelled.left_out
    true = story_pairs(count, labelled.same)
    hits = len(found & labelled.same)
    precision, recall = hits / max(len(found), 1), hits / max(len(labelled.same), 1)
    both = precision + recall
    chance = len(found) * len(true) / (count * (count - 1) / 2)
    return Scores(
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / both if both else 0.0,
        ari=(len(found & true) - chance) / max((len(found) + len(true)) / 2 - chance, 1e-9),
    )


def recall_by_kind(labelled: LabelledSet, pairs: Collection[Pair]) -> dict[str, float]:
    """Return, for each kind of edit, how many copies are paired with what they were edited from."""
    found: dict[str, list[bool]] = defaultdict(list)
    for position, origin in enumerate(labelled.origins):
        if position != origin:
            kind = labelled.samples[position].kind
            found[kind].append((min(position, origin), max(position, origin)) in pairs)
    return {kind: sum(hits) / len(hits) for kind, hits in sorted(found.items())}


def _reuters(folder: Path, share: float) -> LabelledSet:
    rows = list(_lines(folder / "articles.jsonl.gz"))
    rows = rows[: int(len(rows) * share)]
    places = {row["id"]: place for place, row in enumerate(rows)}
    labels: dict[Any, set[Pair]] = defaultdict(set)
    for line in (folder / "pairs.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        if pair["a"] in places and pair["b"] in places:
            left, right = sorted((places[pair["a"]], places[pair["b"]]))
            labels[pair["label"]].add((left, right))
    return LabelledSet(
        name="reuters",
        samples=tuple(map(_sample, rows)),
        same=frozenset(labels[1]),
        left_out=frozenset(labels[None]),
        origins=tuple(range(len(rows))),
    )


def _edited(folder: Path, share: float) -> LabelledSet:
    rows = list(_lines(folder / "articles.jsonl.gz"))
    rows = rows[: int(len(rows) * share)]
    groups: dict[int, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        groups[row["group"]].append(place)
    return LabelledSet(
        name="edited",
        samples=tuple(map(_sample, rows)),
        same=frozenset(pair for members in groups.values() for pair in combinations(members, 2)),
        left_out=frozenset(),
        origins=_origins(rows, groups.values()),
    )


def _origins(rows: Sequence[dict[str, Any]], groups: Iterable[Sequence[int]]) -> tuple[int, ...]:
    origins = list(range(len(rows)))
    for members in groups:
        base = next(place for place in members if rows[place]["kind"] == "base")
        for place in members:
            origins[place] = base
    return tuple(origins)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _sample(row: dict[str, Any]) -> Sample:
    moment = row.get("date", "").strip().split(".")[0]
    return Sample(
        title=row["title"],
        body=tuple(row["body"].split("\n")),
        published_at=datetime.strptime(moment, "%d-%b-%Y %H:%M:%S").replace(tzinfo=UTC)
        if moment
        else None,
        kind=row.get("kind", "base"),
    )
