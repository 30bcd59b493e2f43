"""Which values of JSON are lists of articles: arrays, and what interfaces wrap around them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shared.domain.article import Claim, Field
from workers.parsers.records.body import body_of, pages_of
from workers.parsers.records.columns import rows_of
from workers.parsers.records.keys import Held, claims, spread
from workers.parsers.records.references import with_names
from workers.parsers.records.words import BODY_KEYS, short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workers.parsers.records.keys import Spread

    Claims = dict[Field, tuple[Claim, ...]]

_LISTS = frozenset(
    """
    articles items results entries documents docs stories news posts hits records data response
    objects value record newsitems newsarticles articlelist feed list messages ordereditems statuses
    """.split()  # noqa: SIM905 - the keys as one text are read more easily
)
"""Short keys where a wrapper keeps its articles."""
_FRAME = 0.4
"""How far to believe for one article what is said of all."""
_WRAPPED = 4
"""How deep a list of articles may lie inside wrappers."""


def records(value: object, depth: int = _WRAPPED) -> tuple[list[Any], Claims] | None:
    """
    Return the records of an array or a wrapper, and what the wrapper says of them all.

    None where the value is a record itself.
    """
    rows = value if isinstance(value, list) else rows_of(value)
    if rows is not None:
        return rows, {}
    if not isinstance(value, dict) or depth == 0 or _is_record(spread(value)):
        return None
    named = sorted(value.items(), key=lambda pair: short(pair[0]) not in _LISTS)
    for key, held in named:
        inner = list(held.values()) if _is_numbered(held) else held
        objects = isinstance(inner, list) and any(isinstance(one, dict) for one in inner)
        if objects and (short(key) in _LISTS or are_articles(inner)):
            return with_names(value, inner), frame_of(value)
        one = _only(inner)
        if (found := records(one, depth - 1)) is not None:
            return found[0], {**frame_of(value), **found[1]}
        if short(key) in _LISTS and isinstance(one, dict) and _is_record(spread(one)):
            return with_names(value, [one]), frame_of(value)  # as XML has a list of one
    return None


def _is_numbered(value: object) -> bool:
    """Return whether an object is a list of objects, each at its number, as wikis answer."""
    if not isinstance(value, dict) or not value:
        return False
    return all(key.isdecimal() and isinstance(one, dict) for key, one in value.items())


def _only(inner: object) -> object:
    """Return an object, or the one that a list holds."""
    if isinstance(inner, list):
        return inner[0] if len(inner) == 1 and isinstance(inner[0], dict) else None
    return inner


def _is_record(record: Spread) -> bool:
    """Return whether there is a text, or a page, that is not a list of articles."""
    several = (held.value for key in BODY_KEYS for held in record.get(key, ()))
    if any(map(_lists_articles, several)):
        return False
    return body_of(record) is not None or any(pages_of(record))


def _lists_articles(value: object) -> bool:
    """Return whether objects under a key for a text have titles, and times or addresses."""
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return False
    seen = spread(value[0])
    told = claims(seen)
    whole = Field.HEADLINE in told and (Field.PUBLISHED in told or Field.URL in told)
    return whole and body_of(seen) is not None


def are_articles(records: list[Any]) -> bool:
    """Whether objects under a key that says nothing have texts and headlines."""
    first = next(one for one in records if isinstance(one, dict))
    seen = spread(first)
    if any(pages_of(seen)):
        return True
    return body_of(seen) is not None and Field.HEADLINE in claims(seen)


def frame_of(wrapper: Mapping[str, Any]) -> Claims:
    """Return what a wrapper says of all its articles: whose they are, and in which language."""
    own = {short(key): [Held(key, value)] for key, value in wrapper.items() if _is_plain(value)}
    return {
        name: tuple(replace(one, weight=one.weight * _FRAME) for one in told)
        for name, told in claims(own).items()
        if name in {Field.SOURCE, Field.LANGUAGE}
    }


def _is_plain(value: object) -> bool:
    if isinstance(value, dict):
        return isinstance(value.get("name"), str)
    return isinstance(value, str) and bool(value.strip())
