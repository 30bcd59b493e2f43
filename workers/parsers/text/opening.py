"""Byline and time above a text whose paragraphs are known: claims, and no text of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from workers.parsers.bylines.marked import byline_of
from workers.parsers.text.moments import is_moment_line, moments
from workers.parsers.text.signed.alone import persons

_BYLINE_WITHIN, _LONGEST_BYLINE = 3, 140
"""Paragraphs above which a byline stands, and its characters."""
_MOST = 6
"""Such lines above a text; more of them are a list of days or names, which is the text."""

if TYPE_CHECKING:
    Claims = dict[Field, tuple[Claim, ...]]


def without_masthead(body: tuple[str, ...], found: Claims) -> tuple[str, ...]:
    """Return the paragraphs without byline and time among the first; those are added as claims."""
    at, whole = 0, len(body)
    while at < min(_BYLINE_WITHIN, len(body) - 1) and whole - len(body) < _MOST:
        line = body[at]
        names = byline_of(line) or (persons(line) if moments(line) else None)
        if len(line) > _LONGEST_BYLINE or not (names or is_moment_line(line)):
            at += 1
            continue
        add(found, Field.AUTHOR, names or "", "byline pattern", 0.7)
        for name, moment in moments(line):
            add(found, name, moment, "date line", 0.7)
        body = body[:at] + body[at + 1 :]
    return body


def add(found: Claims, name: Field, value: str, source: str, weight: float) -> None:
    """Add a claim behind those that there are; one without a value is none."""
    if value:
        found[name] = (*found.get(name, ()), Claim(value, source, weight))
