"""What stands between the headline and the text: byline, time, and names without a `By`."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from workers.parsers.bylines.east_labels import labels_of
from workers.parsers.bylines.eastern import beside_date, is_east_asian
from workers.parsers.bylines.marked import byline_in, byline_of, labelled_in
from workers.parsers.bylines.words import CHECKED
from workers.parsers.text.moments import is_moment_line, moments, opening_moment, unglued
from workers.parsers.text.signed.accounts import UNDER
from workers.parsers.text.signed.alone import A_NAME, alone
from workers.parsers.text.signed.around import Head
from workers.parsers.text.signed.below import read_below
from workers.parsers.text.signed.lines import below_by, with_others, without_menu, without_portrait
from workers.words.east_asian_words import is_organisation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from workers.parsers.text.typesetting.lines import Passage

ABOVE = 12
"""How many lines above the headline a time or byline may stand, where none stands below."""
REACH = 25
"""How many lines of shares, captions and adverts may lie below the headline."""
FARTHEST, BEFORE = 100, 6
"""So far below the headline a text may begin, and lines before it are looked at even then."""
OPENING = 500
"""Characters of body (a standfirst) that may stand above the byline."""
LONGEST = 140
"""Characters of a line of times and names."""

_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
"""Signs around what is set in italics: `*By Ada Brook* | *9 May 2023*`."""

Claims = dict[Field, list[Claim]]

ABOVE_LESS = 0.2
"""What a line above the headline weighs less."""
AN_UPDATE = 0.2
"""What is left of the belief in an update's time, as the publication's, where no other stands."""
_OPENS = 0.45
"""How much a day is believed behind which a line goes on: `2 May 2021 7 Garden, Home, Harbour`."""
_CHECKS = 0.6
"""How much a line is believed that says who reviewed, which may be the text: less than a `By`."""
_SIGNS = 3
"""Lines of a page's text among which a byline or a time was taken for a paragraph."""
_NEAR = 2
"""Lines between two lines of one byline; what is signed further on is another story's."""


def read_head(
    parts: Sequence[Passage],
    headline: int | None,
    body: Collection[int],
    taken: Collection[int],
    claims: Claims,
) -> None:
    """Add what the lines around the headline claim; those of the body itself claim nothing."""
    head = Head(parts, headline, body, taken)
    for top in head.tops():
        _read_around(head, top, claims)
        if claims[Field.AUTHOR] and claims[Field.PUBLISHED]:
            break
    if not (claims[Field.AUTHOR] and claims[Field.PUBLISHED]):
        read_below(head, claims)
    if not claims[Field.PUBLISHED]:
        for told in claims[Field.UPDATED]:
            source = f"{told.source} (an update: no other time is stated)"
            _claim(claims, Field.PUBLISHED, Claim(told.value, source, told.weight * AN_UPDATE))


def without_signs(parts: Sequence[Passage], body: Sequence[int]) -> list[int]:
    """Leave out lines among the first of a body that are a byline or a time, and nothing else."""
    signs = {
        at
        for at in body[:_SIGNS]
        if len(text := parts[at].text) <= LONGEST and (is_moment_line(text) or byline_of(text))
    }
    return [at for at in body if at not in signs] if len(signs) < len(body) else list(body)


def _read_around(head: Head, top: int, claims: Claims) -> None:
    """Add what is claimed by the lines around the headline, or the first line, at `top`."""
    below: list[int] = []
    opening = 0
    for at in _places_below(head, top):
        opening += len(head.parts[at].text) if at in head.body else 0
        if opening > OPENING:
            break
        below.append(at)
    above = range(top - 1, max(-1, top - 1 - ABOVE), -1)
    signed: int | None = None
    for places, less in ((below, 0.0), (above, ABOVE_LESS)):
        for at in head.free(places):
            near = signed is None or abs(at - signed) <= _NEAR
            if _read_line(head, at, claims, less, may_sign=near):
                signed = at


def _places_below(head: Head, top: int) -> Iterator[int]:
    """Yield the places below `top` that are near it, and those just above a text far below it."""
    start = top + (head.headline is not None)
    end = min(len(head.parts), top + 1 + REACH)
    first = min(head.body)
    if end < first <= top + FARTHEST:
        return chain(range(start, end), range(max(end, first - BEFORE), first))
    return iter(range(start, end))


def _read_line(head: Head, at: int, claims: Claims, less: float, *, may_sign: bool) -> bool:
    """Add what one line claims; return whether it names somebody who may have signed."""
    parts = head.parts
    if len(parts[at].text) > LONGEST:
        return False
    text = parts[at].text
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub("", text)
    text = without_portrait(unglued(text))
    if head.is_title(text):
        return False
    told = moments(text)
    names = _signed(parts, at, text, above=less > 0)
    person = None if names else alone(head, at, text, timed=bool(told), above=less > 0)
    # a word for authors says more than a name below the headline, which may be a thing's
    signs = may_sign or (names is not None and _believed(claims) <= A_NAME - less)
    if names and signs:
        value = without_menu(names, head.listed)
        weight = _CHECKS if CHECKED.match(text) else 0.8
        _claim(claims, Field.AUTHOR, Claim(value, "byline pattern", weight - less))
    elif person and signs:
        value, weight, why = person
        _claim(claims, Field.AUTHOR, Claim(value, why, weight - less))
    if names or person or is_moment_line(text):
        for name, moment in told:
            _claim(claims, name, Claim(moment, "date line", 0.7 - less))
    elif told and _is_near(head, at) and (opened := opening_moment(text)):
        _claim(claims, told[0][0], Claim(opened, "date at the head of a line", _OPENS - less))
    if told and not less and is_east_asian(text):
        _in_ideographs(text, claims)
    return bool((names or person) and signs)


def _is_near(head: Head, at: int) -> bool:
    """Return whether a line stands just below the headline."""
    return head.headline is not None and 0 < at - head.headline <= _NEAR


def _believed(claims: Claims) -> float:
    """Return how much the best claim for authors is believed."""
    return max((claim.weight for claim in claims[Field.AUTHOR]), default=0.0)


def _in_ideographs(text: str, claims: Claims) -> None:
    """Add the paper that a line in ideographs has beside its date alone."""
    words = beside_date(text)
    if words and len(words) <= UNDER and is_organisation(words[0]) and not labels_of(text):
        _claim(claims, Field.SOURCE, Claim(words[0], "name beside the date", 0.4))


def _signed(parts: Sequence[Passage], at: int, text: str, *, above: bool) -> str | None:
    """Return the names of a byline, also of one behind a date or with the names below its `By`."""
    names = byline_in(text) or labelled_in(text) or byline_of(text)
    if names is None:
        return below_by(parts, at)
    if above and parts[at].bullet and byline_of(text) is None and not moments(text):
        return None  # `* Roster - by Country`: an entry of a menu
    return with_others(parts, at, names)


def _claim(claims: Claims, name: Field, claim: Claim) -> None:
    if any(known.weight > claim.weight for known in claims[name]):
        return
    if all(claim.value != known.value for known in claims[name]):
        claims[name].append(claim)
