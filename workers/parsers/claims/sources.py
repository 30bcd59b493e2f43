"""Sources of claims, named as the format at hand names its parts: an element, a column."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.domain.article import Claim, Field, RawItem
    from workers.parsers.claims.together import Claims

_KEY = "json key"


def renamed(item: RawItem, part: str, notes: tuple[str, ...] = ()) -> RawItem:
    """Return an item that was read as a record of JSON, its sources named by another part."""
    claims = named(item.claims, part)
    source = item.body_source.replace(_KEY, part, 1)
    return replace(item, claims=claims, body_source=source, notes=notes + item.notes)


def named(claims: Claims, part: str) -> dict[Field, tuple[Claim, ...]]:
    """Return the claims of a record of JSON, their sources named by another part."""
    return {
        name: tuple(replace(one, source=one.source.replace(_KEY, part, 1)) for one in told)
        for name, told in claims.items()
    }
