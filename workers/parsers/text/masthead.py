"""What stands between the headline and the text: byline, time, and names without a `By`."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from shared.domain.values import dataclass
from workers.parsers.bylines.east_labels import labels_of
from workers.parsers.bylines.eastern import beside_date, is_east_asian
from workers.parsers.bylines.marked import byline_in
from workers.parsers.bylines.persons import names_only
from workers.parsers.bylines.unmarked import named
from workers.parsers.text.lexicon import BY
from workers.parsers.text.moments import is_moment_line, moments, unglued
from workers.words.east_asian_names import is_person
from workers.words.east_asian_words import is_organisation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from workers.parsers.text.typesetting.lines import Passage

ABOVE = 12
"""How many lines above the headline a time or byline may stand, where none stands below."""
REACH = 25
"""How many lines of shares, captions and adverts may lie below the headline."""
OPENING = 500
"""Characters of body (a standfirst) that may stand above the byline."""
LONGEST = 140
"""Characters of a line of times and names."""

Claims = dict[Field, list[Claim]]
_PLAIN = str.maketrans("", "", ".,;:!?()\"'’-")

ABOVE_LESS = 0.2
"""What a line above the headline weighs less."""
MOST_TOPS = 3
"""Places of one headline: above a gallery and above the text."""
AN_UPDATE = 0.2
"""What is left of the belief in an update's time, as the publication's, where no other stands."""
_NEAR = 2
"""Lines between two lines of one byline; what is signed further on is another story's."""
_UNDER = 3
"""So many lines below the headline a name needs no time beside it."""


@dataclass(frozen=True)
class _Masthead:
    """The passages of a text and where its headline and its body are."""

    parts: Sequence[Passage]
    headline: int | None
    body: Collection[int]
    taken: Collection[int]

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The words that the text has in small letters: no names."""
        words = set(chain.from_iterable(part.text.split() for part in self.parts))
        return frozenset(word.translate(_PLAIN) for word in words if word.islower())

    @cached_property
    def listed(self) -> Counter[str]:
        """How often each line stands in the text, and as an entry of a list once more."""
        lines = Counter(part.text for part in self.parts)
        return lines + Counter(part.text for part in self.parts if part.bullet)

    def tops(self) -> list[int]:
        """Return where the headline stands, and where it stands once more; or the first line."""
        if self.headline is None:
            return [min(self.body)]
        line = self.parts[self.headline].text
        again = (at for at, part in enumerate(self.parts) if part.text == line)
        return [self.headline, *(at for at in again if at != self.headline)][:MOST_TOPS]

    def free(self, places: Iterable[int]) -> Iterator[int]:
        """Yield the places that are neither text nor label."""
        return (at for at in places if at not in self.taken and at not in self.body)


def read_head(
    parts: Sequence[Passage],
    headline: int | None,
    body: Collection[int],
    taken: Collection[int],
    claims: Claims,
) -> None:
    """Add what the lines around the headline claim; those of the body itself claim nothing."""
    head = _Masthead(parts, headline, body, taken)
    for top in head.tops():
        _read_around(head, top, claims)
        if claims[Field.AUTHOR] and claims[Field.PUBLISHED]:
            break
    if not claims[Field.PUBLISHED]:
        for told in claims[Field.UPDATED]:
            source = f"{told.source} (an update: no other time is stated)"
            _claim(claims, Field.PUBLISHED, Claim(told.value, source, told.weight * AN_UPDATE))


def _read_around(head: _Masthead, top: int, claims: Claims) -> None:
    """Add what is claimed by the lines around the headline, or the first line, at `top`."""
    below: list[int] = []
    opening = 0
    for at in range(top + (head.headline is not None), min(len(head.parts), top + 1 + REACH)):
        opening += len(head.parts[at].text) if at in head.body else 0
        if opening > OPENING:
            break
        below.append(at)
    above = range(top - 1, max(-1, top - 1 - ABOVE), -1)
    signed: int | None = None
    for places, less in ((below, 0.0), (above, ABOVE_LESS)):
        for at in head.free(places):
            near = signed is None or abs(at - signed) <= _NEAR
            if _read_line(head, at, claims, less, may_sign=near) and near:
                signed = at


def _read_line(head: _Masthead, at: int, claims: Claims, less: float, *, may_sign: bool) -> bool:
    """Add what one line claims; return whether it names somebody."""
    parts = head.parts
    if len(parts[at].text) > LONGEST:
        return False
    text = unglued(parts[at].text)
    told = moments(text)
    names = _signed(parts, at, text)
    person = None if names else _alone(head, at, text, timed=bool(told), above=less > 0)
    if names and may_sign:
        _claim(claims, Field.AUTHOR, Claim(names, "byline pattern", 0.8 - less))
    elif person and may_sign:
        value, weight, why = person
        _claim(claims, Field.AUTHOR, Claim(value, why, weight - less))
    if names or person or is_moment_line(text):
        for name, moment in told:
            _claim(claims, name, Claim(moment, "date line", 0.7 - less))
    if told and not less and is_east_asian(text):
        _in_ideographs(text, claims)
    return bool(names or person)


def _in_ideographs(text: str, claims: Claims) -> None:
    """Add the paper that a line in ideographs has beside its date alone."""
    words = beside_date(text)
    if words and len(words) <= _UNDER and is_organisation(words[0]) and not labels_of(text):
        _claim(claims, Field.SOURCE, Claim(words[0], "name beside the date", 0.4))


def _signed(parts: Sequence[Passage], at: int, text: str) -> str | None:
    """Return the names of a byline, also of one behind a date or with the names below its `By`."""
    if names := byline_in(text):
        return names
    if text.casefold().strip(" :") in BY and at + 1 < len(parts):
        below = parts[at + 1].text
        return below if names_only(below) else None
    return None


def _alone(
    head: _Masthead, at: int, text: str, *, timed: bool, above: bool
) -> tuple[str, float, str] | None:
    """Return the names of a line that says nothing else, the weight of that, and why."""
    part = head.parts[at]
    beside = timed or _beside_moment(head.parts, at, 1 if part.bullet or above else 2)
    under = head.headline is not None and 0 < at - head.headline <= _UNDER and not part.bullet
    if not (beside or under):
        return None
    person = persons(text, head.spoken)
    if person is None or head.listed[person] - head.listed.get(text, 0) * (person == text) > 1:
        return None
    if beside:
        return person, 0.5, "name beside the date"
    return (person, 0.35, "name below the headline") if _is_known(head, person, text) else None


def persons(text: str, spoken: AbstractSet[str] = frozenset()) -> str | None:
    """Return the names that a line begins or ends with (`Ann Ek, Staff Writer`), or None."""
    bare = text.strip(" ,-–—|•·　")
    if is_person(bare):
        return bare
    return named(text, spoken)


def _is_known(head: _Masthead, person: str, text: str) -> bool:
    """Whether an account or an office stands behind the name, or the text names it again."""
    if len(text) > len(person) + 2:
        return True
    return sum(person in part.text for part in head.parts) > 1


def _beside_moment(parts: Sequence[Passage], at: int, reach: int) -> bool:
    """Whether the line itself or one so near on either side tells a time."""
    near = parts[max(0, at - reach) : at + reach + 1]
    return any(is_moment_line(part.text) for part in near)


def _claim(claims: Claims, name: Field, claim: Claim) -> None:
    if any(known.weight > claim.weight for known in claims[name]):
        return
    if all(claim.value != known.value for known in claims[name]):
        claims[name].append(claim)
