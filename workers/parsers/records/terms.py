"""
Terms of several kinds in one list, each with its kind, as systems file an article under them.

An agency's `categories` hold the desk, the subjects, the places and the wire that carried the
story; WordPress' terms are categories and tags. Which field a term belongs to is told by its kind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from shared.domain.article import Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KINDS = ("type", "taxonomy", "kind", "scheme", "vocabulary")
"""Keys of an object that say what kind of term it is, the surest first."""
_WORD = re.compile(r"[a-z]+")
_SECTIONS = ("desk", "section", "category", "department", "ressort", "rubric", "rubrik", "channel")
_KEYWORDS = (
    "subject", "keyword", "tag", "topic", "theme", "geo", "place", "location", "person", "company",
    "organisation", "organization",
)  # fmt: skip
_LONGEST = 60
"""Characters of the name of a kind."""
_DEPTH = 3


def parted(name: Field, value: object) -> Iterator[tuple[Field, object]]:
    """
    Yield what a value says of which field, of a key that means a section or keywords.

    Of a list of sections whose terms tell known kinds, those of other kinds (a wire, a genre) say
    nothing; among keywords only sections are none.
    """
    terms = list(_terms(value, _DEPTH)) if name in {Field.SECTION, Field.KEYWORD} else []
    fields = [_field(term) for term in terms]
    if not any(fields):
        yield name, value
        return
    rest = Field.KEYWORD if name is Field.KEYWORD else None
    for field in (Field.SECTION, Field.KEYWORD):
        told = [one for one, own in zip(terms, fields, strict=True) if (own or rest) is field]
        yield field, told


def _terms(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a list, and of lists in it."""
    if not isinstance(value, list) or depth == 0:
        return
    for one in value:
        if isinstance(one, dict):
            yield one
        else:
            yield from _terms(one, depth - 1)


def _field(term: Mapping[str, Any]) -> Field | None:
    """Return the field that the last word of a term's kind names: `dnltype:dpasubject`."""
    kind = next((term[key] for key in _KINDS if isinstance(term.get(key), str)), "")
    words = _WORD.findall(kind[:_LONGEST].lower())
    last = words[-1].removesuffix("s") if words else ""
    if last.endswith(_SECTIONS):
        return Field.SECTION
    return Field.KEYWORD if last.endswith(_KEYWORDS) else None
