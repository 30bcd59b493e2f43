"""
One reading of a text: its headline, who and when, and its body.

Three shapes come out of one way. Passages that look like body are found first; where hardly
anything else is there (wire copy, mail, a bare text) every paragraph between the first and the
last sentence is body. The lines above it, up to the headline, are the head: labels, byline, date.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from workers.parsers.text.blocks import likelihoods
from workers.parsers.text.bylines import author_of, dateline_of, looks_like_person
from workers.parsers.text.headline import headline_at
from workers.parsers.text.labels import Labelled, labelled
from workers.parsers.text.lexicon import FURNITURE, FURNITURE_SIGNS
from workers.parsers.text.lines import Passage, passages, split
from workers.parsers.text.moments import is_moment_line, moments

if TYPE_CHECKING:
    from collections.abc import Mapping

CLEAN_SHARE = 0.8
"""Of the characters, so many in sentences make a text without page furniture."""
TAIL = 6
"""How many passages below the body a label or a time may stand."""
_SENTENCE = re.compile(r"[.!?。！？؟۔।…:：][\"'”’»」』）)\]]*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says; an empty body where there is no article in it."""

    body: tuple[str, ...]
    claims: Mapping[Field, tuple[Claim, ...]]
    source: str


def read_text(text: str) -> Reading:
    """Return the reading of a whole text."""
    parts = passages(split(text))
    parts = [part for part in parts if part.text]
    labels = labelled(parts)
    clean = _is_clean(parts, labels)
    chosen = _clean_body(parts, labels) if clean else _dump_body(parts, labels)
    if not chosen:
        return Reading((), {}, "")
    return _assemble(parts, labels, chosen, "text blocks" if clean else "dump blocks")


def _is_clean(parts: list[Passage], labels: list[Labelled]) -> bool:
    taken = _taken(labels)
    rest = [part for at, part in enumerate(parts) if at not in taken]
    prose = sum(len(part.text) for part in rest if _is_prose(part))
    return prose >= CLEAN_SHARE * sum(len(part.text) for part in rest)


def _is_prose(part: Passage) -> bool:
    long = len(part.text) > (60 if part.text.isascii() else 25)
    return long and bool(_SENTENCE.search(part.text))


def _taken(labels: list[Labelled]) -> set[int]:
    return {at for label in labels for at in range(label.first, label.last + 1)}


def _clean_body(parts: list[Passage], labels: list[Labelled]) -> list[int]:
    """Everything from the first to the last sentence but labels and furniture."""
    taken = _taken(labels)
    prose = [at for at, part in enumerate(parts) if at not in taken and _is_prose(part)]
    if not prose:
        return []
    return [
        at
        for at in range(prose[0], prose[-1] + 1)
        if at not in taken and (at in prose or not _is_furniture(parts[at].text))
    ]


def _is_furniture(text: str) -> bool:
    words = text.casefold().split()
    hits = sum(word.strip(".,:;!?()[]") in FURNITURE for word in words)
    hits += sum(sign in text for sign in FURNITURE_SIGNS) if len(text) < 40 else 0  # noqa: PLR2004
    return hits * 4 >= len(words) and hits > 0


def _dump_body(parts: list[Passage], labels: list[Labelled]) -> list[int]:
    taken = _taken(labels)
    return [at for at, score in enumerate(likelihoods(parts)) if score > 0 and at not in taken]


def _assemble(
    parts: list[Passage], labels: list[Labelled], chosen: list[int], source: str
) -> Reading:
    found: dict[Field, list[Claim]] = defaultdict(list)
    start, end = chosen[0], chosen[-1]
    near = [one for one in labels if one.last < start or one.first > end]
    for one in near:
        found[one.name].append(Claim(one.value, "label line"))
    top = headline_at(parts, start, frozenset(_taken(labels)))
    if top is not None and Field.HEADLINE not in found:
        found[Field.HEADLINE].append(Claim(parts[top].text, "headline line", 0.8))
    headline = found[Field.HEADLINE][0].value if found[Field.HEADLINE] else ""
    head = range(top + 1 if top is not None else max(0, start - 12), start)
    _read_head(parts, head, _taken(labels), found)
    body = [parts[at].text for at in chosen if parts[at].text != headline]
    if body and (line := dateline_of(body[0])):
        found[Field.DATELINE].append(Claim(line, "dateline pattern"))
    return Reading(
        tuple(body), {name: tuple(claims) for name, claims in found.items() if claims}, source
    )


def _read_head(
    parts: list[Passage], head: range, taken: set[int], found: dict[Field, list[Claim]]
) -> None:
    """Read byline and time out of the lines between the headline and the body."""
    for at in head:
        text = parts[at].text
        if at in taken:
            continue
        if names := author_of(text):
            found[Field.AUTHOR].append(Claim(names, "byline pattern", 0.8))
        elif looks_like_person(text) and any(
            is_moment_line(parts[near].text) for near in (at - 1, at + 1) if near in head
        ):
            found[Field.AUTHOR].append(Claim(text, "name above the date", 0.4))
        if is_moment_line(text):
            for name, moment in moments(text):
                found[name].append(Claim(moment, "date line", 0.7))
