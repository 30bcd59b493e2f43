"""
One reading of a text: its headline, who wrote it and when, and its body.

Three shapes come out of one way. Where nearly all is sentences (wire copy, mail, a bare text)
every paragraph between the first and the last sentence is body; in a page saved as text the
learned tables say which are. What stands above the body, up to the headline, and just below it is
read for labels, byline and date.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from shared.errors import Reason, Rejected
from workers.parsers.text.blocks import body_at
from workers.parsers.text.bylines import dateline_of
from workers.parsers.text.first_line import bare_headline
from workers.parsers.text.headline import above_body, headline_odds, likeliest
from workers.parsers.text.intruders import without_whispers
from workers.parsers.text.labels import Labelled, labelled
from workers.parsers.text.lexicon import FURNITURE, FURNITURE_SIGNS, LEAD_INS
from workers.parsers.text.lines import Passage, passages, split
from workers.parsers.text.masthead import read_head
from workers.parsers.text.page import study

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CLEAN_SHARE = 0.8
"""Of the characters, so many in sentences make a text without page furniture."""
FEW = 5
"""So many other lines (headline, byline, a footer) make no page of a text yet."""
HEAD = 12
"""So many lines below the headline a label is still one, also below a standfirst."""
INSIDE = 2
"""Below so many paragraphs, and above another, a label line is part of the text."""
MOST = 20_000
"""Passages of a page dump: the longest pages measured have a thousand."""
LONG = 60
"""Characters from which something that ends like a sentence is a paragraph."""
LONG_WIDE = 25
"""The same in scripts that need fewer signs."""
_LEAD_IN = re.compile(
    rf"(?:{'|'.join(map(re.escape, LEAD_INS))})\s*(?:$|[:：|>»]\s*\S?)", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?。！？؟۔।…:：][\"'”’»」』）)\]]*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says; an empty body where there is no article in it."""

    body: tuple[str, ...]
    claims: Mapping[Field, tuple[Claim, ...]]
    source: str


@dataclass(frozen=True, slots=True)
class _Found:
    """Where things stand: the headline (None for none), the body's passages, the labels."""

    headline: int | None
    body: list[int]
    labels: Sequence[Labelled]
    source: str


def read_text(text: str) -> Reading:
    """Return the reading of a whole text; raise `Rejected` where it is far too long to be one."""
    parts = [part for part in passages(split(text)) if part.text]
    labels = labelled(parts)
    found = _clean(parts, labels) or _dump(parts, labels)
    return _assemble(parts, found) if found.body else Reading((), {}, "")


def _places(labels: Sequence[Labelled]) -> set[int]:
    return {at for label in labels for at in range(label.first, label.last + 1)}


def _outside(parts: Sequence[Passage], labels: Sequence[Labelled]) -> list[Labelled]:
    """Leave out what only looks like a label: the speakers in the middle of an interview."""
    prose = [at for at, part in enumerate(parts) if is_prose(part)]
    return [one for one in labels if one.first < prose[INSIDE] or one.last > prose[-1]]


def _clean(parts: Sequence[Passage], labels: Sequence[Labelled]) -> _Found | None:
    """Read a text without furniture; None where it is not one."""
    if sum(map(is_prose, parts)) > INSIDE:
        labels = _outside(parts, labels)
    taken = _places(labels)
    rest = [at for at in range(len(parts)) if at not in taken]
    prose = [at for at in rest if is_prose(parts[at])]
    others = len(rest) - len(prose)
    total = sum(len(parts[at].text) for at in rest)
    if sum(len(parts[at].text) for at in prose) < CLEAN_SHARE * total:
        return None
    if not prose or others > max(FEW, len(prose) / 2):
        return None
    headline = bare_headline(parts, rest[: rest.index(prose[0])])
    body = [
        at
        for at in range(prose[0], prose[-1] + 1)
        if at not in taken and not is_furniture(parts[at].text)
    ]
    return _Found(headline, body, labels, "text paragraphs")


def _dump(parts: Sequence[Passage], labels: Sequence[Labelled]) -> _Found:
    if len(parts) > MOST:
        raise Rejected(
            Reason.TOO_LARGE,
            f"the text has {len(parts)} lines, few of them sentences: a page of news has hundreds",
        )
    taken = _places(labels)
    page = study(parts)
    odds = headline_odds(page, taken)
    body = [
        at
        for at in body_at(page, likeliest(odds))
        if at not in taken and not leads_away(parts[at].text)
    ]
    headline = above_body(odds, body[0]) if body else None
    return _Found(headline, body, labels, "dump paragraphs")


def is_prose(part: Passage) -> bool:
    """Whether a passage is long and ends like a sentence, or is so long that it must be one."""
    size = len(part.text) * (1 if part.text.isascii() else LONG / LONG_WIDE)
    return size > 2 * LONG or (size > LONG and bool(_SENTENCE.search(part.text)))


def leads_away(text: str) -> bool:
    """Whether a line is a link to another page: `Read more`, `Related: …`."""
    return len(text) < 3 * LONG and _LEAD_IN.match(text) is not None


def is_furniture(text: str) -> bool:
    """Whether a line leads to another page, or a good part of its words are page furniture."""
    if leads_away(text):
        return True
    words = text.casefold().split()
    hits = sum(map(FURNITURE.__contains__, map(str.strip, words, repeat(".,:;!?()[]"))))
    hits += sum(sign in text for sign in FURNITURE_SIGNS) if len(text) < LONG else 0
    return hits * 4 >= len(words) and hits > 0


def _assemble(parts: Sequence[Passage], found: _Found) -> Reading:
    claims: dict[Field, list[Claim]] = defaultdict(list)
    first, last = found.body[0], found.body[-1]
    for one in found.labels:
        below = one.first - found.headline if found.headline is not None else HEAD + 1
        if one.last < first or one.first > last or 0 < below <= HEAD:
            claims[one.name].append(Claim(one.value, "label line"))
    if found.headline is not None:
        text = parts[found.headline].text
        claims[Field.HEADLINE].append(Claim(text, "headline line", 0.8))
    read_head(parts, found.headline, set(found.body), _places(found.labels), claims)
    headlines = {claim.value for claim in claims[Field.HEADLINE]}
    kept = (parts[at].text for at in found.body if parts[at].text not in headlines)
    body = tuple(text for text in map(without_whispers, kept) if text)
    if body and (line := dateline_of(body[0])):
        claims[Field.DATELINE].append(Claim(line, "dateline pattern"))
    return Reading(body, {name: tuple(told) for name, told in claims.items() if told}, found.source)
