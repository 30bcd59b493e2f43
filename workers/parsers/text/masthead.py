"""What stands between the headline and the text: byline, time, and names without a `By`."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from workers.east_asian_names import is_person
from workers.parsers.text.bylines import author_of, looks_like_person, names_only
from workers.parsers.text.lexicon import BY
from workers.parsers.text.moments import is_moment_line, moments

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workers.parsers.text.lines import Passage

ABOVE = 12
"""How many lines above the headline a time or byline may stand, where none stands below."""
REACH = 25
"""How many lines of shares, captions and adverts may lie below the headline."""
OPENING = 500
"""Characters of body (a standfirst) that may stand above the byline."""
LONGEST = 140
"""Characters of a line of times and names."""

Claims = dict[Field, list[Claim]]

_BREAK = re.compile(r"\s*[@|•·/(–—]|\s+-\s+|\s{2,}")
_AND = re.compile(r"\s*,\s*|\s+(?:and|und|et|y|e|og|och|en|&)\s+")
_INNER_BY = re.compile(r"(?:^|[\s|/•·–—-])(by:?\s+\S.*)$", re.IGNORECASE)


def read_head(
    parts: Sequence[Passage],
    headline: int | None,
    body: Collection[int],
    taken: Collection[int],
    claims: Claims,
) -> None:
    """Add what the lines around the headline claim; those of the body itself claim nothing."""
    top = min(body) if headline is None else headline
    below: list[int] = []
    opening = 0
    for at in range(top + (headline is not None), min(len(parts), top + 1 + REACH)):
        opening += len(parts[at].text) if at in body else 0
        if opening > OPENING:
            break
        below.append(at)
    above = range(top - 1, max(-1, top - 1 - ABOVE), -1)
    for places, less in ((below, 0.0), (above, 0.2)):
        for at in places:
            if at not in taken and at not in body:
                _read_line(parts, at, claims, less)


def _read_line(parts: Sequence[Passage], at: int, claims: Claims, less: float) -> None:
    text = parts[at].text
    if len(text) > LONGEST:
        return
    told = moments(text)
    names = _signed(parts, at)
    person = None if names or parts[at].bullet else persons(text)
    if names:
        _claim(claims, Field.AUTHOR, Claim(names, "byline pattern", 0.8 - less))
    elif person and (told or _beside_moment(parts, at)):
        _claim(claims, Field.AUTHOR, Claim(person, "name beside the date", 0.5 - less))
    if names or person or is_moment_line(text):
        for name, moment in told:
            _claim(claims, name, Claim(moment, "date line", 0.7 - less))


def _signed(parts: Sequence[Passage], at: int) -> str | None:
    """Return the names of a byline, also of one behind a date or with the names below its `By`."""
    text = parts[at].text
    if names := author_of(text):
        return names
    if text.casefold().strip(" :") in BY and at + 1 < len(parts):
        below = parts[at + 1].text
        return below if names_only(below) else None
    inner = _INNER_BY.search(text) if moments(text) else None
    return author_of(inner[1]) if inner else None


def persons(text: str) -> str | None:
    """Return the names that a line begins with (`Ann Ek, Staff Writer - 3 May 2021`), or None."""
    for _, moment in moments(text)[:1]:
        text = text[: text.find(moment)]
    bare = text.strip(" ,-–—|•·　")
    if is_person(bare):
        return bare
    first = _BREAK.split(bare, maxsplit=1)[0]
    names = list(takewhile(looks_like_person, _AND.split(first)))
    return ", ".join(names) or None


def _beside_moment(parts: Sequence[Passage], at: int) -> bool:
    """Whether the line itself or one of the two on either side tells a time."""
    near = parts[max(0, at - 2) : at + 3]
    return any(is_moment_line(part.text) for part in near)


def _claim(claims: Claims, name: Field, claim: Claim) -> None:
    if any(known.weight > claim.weight for known in claims[name]):
        return
    if all(claim.value != known.value for known in claims[name]):
        claims[name].append(claim)
