"""
More lessons out of the labelled dumps: what befalls articles, done to those whose truth is known.

Few pages have a box of links in the middle of a short article, or a last sentence that stands
alone. Each labelled dump is a lesson again with paragraphs of its article left out, lines from
below the article set between two of its paragraphs, and the last sentence of its last paragraph
parted from it. What is body stays so, whatever stands around it.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.benchmarks.text_truth import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workers.parsers.text.typesetting.lines import Passage

SHORTENED, BOXED, PARTED = 0.6, 0.8, 0.5
"""How many of the lessons have each change."""
LEAST, MOST = 3, 9
"""Paragraphs of a shortened article."""
ENTRIES = (3, 8)
"""Lines of a box."""
LINE = 140
"""Characters of such a line."""
REACH = 40
"""So many lines below the article a box's lines are taken from."""
LAST = (12, 90)
"""Characters of a last sentence that is set apart."""
_SENTENCE = re.compile(
    r"(?<=[a-zß-ÿ0-9”\"'’»)])([.!?]['\"”’»]?)\s+(?=[A-ZÀ-Þ\"“„«А-Я¿¡'‘])"  # noqa: RUF001 - scripts are meant
)


@dataclass(frozen=True, slots=True)
class _Item:
    """One passage with its label; `apart` where a blank line stands above it."""

    passage: Passage
    body: bool
    weight: float
    headline: bool
    apart: bool


def variants(text: Labelled, count: int) -> Iterator[Labelled]:
    """Yield so many changed copies of a text, the same ones each time."""
    items = _items(text)
    places = [at for at, item in enumerate(items) if item.body and item.weight > 0]
    if len(places) < LEAST:
        return
    for number in range(count):
        chance = random.Random(f"{text.name}{number}")
        yield _text(text, _changed(items, places, chance))


def _items(text: Labelled) -> list[_Item]:
    heads = set(text.headline)
    groups = [None, *(passage.group for passage in text.passages)]
    return [
        _Item(passage, text.body[at], text.weights[at], at in heads, passage.group != groups[at])
        for at, passage in enumerate(text.passages)
    ]


def _changed(items: Sequence[_Item], places: Sequence[int], chance: random.Random) -> list[_Item]:
    gone = _left_out(places, chance) if chance.random() < SHORTENED else set()
    left = [at for at in places if at not in gone]
    box = _box(items, places[-1], chance) if chance.random() < BOXED else []
    where = chance.choice(left[1:]) if box and len(left) > 1 else -1
    made: list[_Item] = []
    for at, item in enumerate(items):
        if at == where:
            blank = chance.random() < BOXED
            made += [replace(box[0], apart=blank or box[0].apart), *box[1:]]
        if at not in gone:
            parted = at == places[-1] and chance.random() < PARTED
            made += _parted(item, chance) if parted else [item]
    return made


def _left_out(places: Sequence[int], chance: random.Random) -> set[int]:
    """Return a run of places out of the middle of an article, with what stands between them."""
    if len(places) <= LEAST + 2:
        return set()
    kept = chance.randint(LEAST, min(MOST, len(places) - 1))
    first = chance.randint(1, kept - 1)
    run = places[first : first + len(places) - kept]
    return set(range(run[0], run[-1] + 1))


def _box(items: Sequence[_Item], last: int, chance: random.Random) -> list[_Item]:
    """Return a run of short lines from below the article, as a box inside it."""
    able = [
        at
        for at in range(last + 1, len(items))
        if not items[at].body and len(items[at].passage.text) < LINE
    ]
    size = chance.randint(*ENTRIES)
    if len(able) < size:
        return []
    begin = chance.randrange(max(1, min(len(able) - size, REACH)))
    run = able[begin : begin + size]
    if run[-1] - run[0] > 2 * size:
        return []
    return [replace(items[at], weight=max(1.0, items[at].weight), headline=False) for at in run]


def _parted(item: _Item, chance: random.Random) -> list[_Item]:
    """Return the last paragraph as two, the second its last sentence where that is short."""
    text = item.passage.text
    ends = list(_SENTENCE.finditer(text))
    if not ends or not LAST[0] <= len(text) - ends[-1].end() <= LAST[1]:
        return [item]
    above = replace(item, passage=item.passage._replace(text=text[: ends[-1].end(1)]))
    below = item.passage._replace(text=text[ends[-1].end() :])
    apart = item.apart or chance.random() < PARTED
    return [above, _Item(below, body=True, weight=1.5, headline=False, apart=apart)]


def _text(text: Labelled, items: Sequence[_Item]) -> Labelled:
    group = 0
    passages = []
    for at, item in enumerate(items):
        group += item.apart and at > 0
        passages.append(item.passage._replace(group=group))
    return Labelled(
        text.name,
        text.publisher,
        passages,
        [item.body for item in items],
        [item.weight for item in items],
        [at for at, item in enumerate(items) if item.headline],
    )
