"""
Where the fields of an article stand in a provider's own JSON, as its profile maps them.

A path is a key, or keys with points between that lead inside: `media.0.title`. A list on the way
gives what each of its members has there; a key that has points itself is found by its whole name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shared.domain.article import Claim, Field
from workers.parsers.records.values import values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Claims = Mapping[Field, tuple[Claim, ...]]

_CLAIMED = frozenset(str(field) for field in Field) - {str(Field.BODY)}
_STEP = 0.02
_UNMAPPED = 0.8
"""How much less is believed what was not mapped, where the same field was."""


def found_at(value: Any, path: str) -> Iterator[Any]:  # noqa: ANN401 - JSON may hold anything
    """Yield what stands at a path; nothing where it leads nowhere."""
    if isinstance(value, list):
        head, _, rest = path.partition(".")
        if head.isascii() and head.isdigit():
            member = value[int(head) : int(head) + 1]
            yield from (found_at(member[0], rest) if rest and member else member)
        else:
            for each in value:
                yield from found_at(each, path)
    elif isinstance(value, dict):
        if path in value:
            yield value[path]
            return
        head, _, rest = path.partition(".")
        if rest and head in value:
            yield from found_at(value[head], rest)


def mapped(record: Any, paths: Mapping[str, Sequence[str]], known: Claims) -> Claims:  # noqa: ANN401
    """Return the claims of a record with what the mapping finds before them."""
    found = dict(known)
    for name, places in paths.items():
        if name not in _CLAIMED:
            continue
        field = Field(name)
        told = tuple(
            Claim(text, f"json key {place} (mapping)", round(1 - rank * _STEP, 2))
            for rank, place in enumerate(places)
            for value in found_at(record, place)
            for text in values(field, value)
        )
        if told:
            rest = (replace(each, weight=each.weight * _UNMAPPED) for each in found.get(field, ()))
            found[field] = (*told, *rest)
    return found
