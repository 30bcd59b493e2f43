"""Data of scripts in which values stand apart from where they belong: there are places or ids."""

from __future__ import annotations

from collections import deque
from typing import Any

_REF = "__ref"
"""How Apollo's store names another of its records."""
_WRAPPED = frozenset(
    {"Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "Date", "Set"}
)
"""What a list begins with that stands for one value, in a flat list of `devalue` (Nuxt 3)."""
_FEWEST = 3
_MOST = 100_000


def is_flat(value: object) -> bool:
    """Return whether a value is a list of values that name each other by their places."""
    if not isinstance(value, list) or len(value) < _FEWEST:
        return False
    first = value[0]
    held = first.values() if isinstance(first, dict) else first if isinstance(first, list) else ()
    places = [one for one in held if not isinstance(one, str)]
    return bool(places) and all(type(one) is int and -9 < one < len(value) for one in places)  # noqa: PLR2004 - nothing, no number


def unflattened(flat: list[Any]) -> Any:  # noqa: ANN401 - any value of a script
    """
    Return the value that a flat list stands for: its first.

    What several places name is there several times: up to `_MOST` values, the outer ones first.
    """
    whole: list[Any] = [None]
    waiting: deque[tuple[Any, Any, Any]] = deque([(whole, 0, 0)])
    for _ in range(_MOST):
        if not waiting:
            break
        holder, key, told = waiting.popleft()
        place = _unwrapped(flat, told)
        if not (isinstance(place, int) and 0 <= place < len(flat)):
            holder[key] = place if isinstance(place, str) else None
        elif len(waiting) < _MOST or not isinstance(flat[place], dict | list):
            value = holder[key] = _emptied(flat[place])
            waiting += _parts(value, flat[place])
    return whole[0]


def _unwrapped(flat: list[Any], place: Any) -> Any:  # noqa: ANN401 - what stands there is unknown
    """Return the place of the value that a wrapper at a place is around; a date is its text."""
    for _ in range(len(_WRAPPED)):
        told = flat[place] if isinstance(place, int) and 0 <= place < len(flat) else None
        if not (isinstance(told, list) and told and isinstance(told[0], str)):
            return place
        if told[0] not in _WRAPPED or len(told) < 2:  # noqa: PLR2004 - its name and its place
            return None
        place = told[1]
    return None


def _emptied(value: Any) -> Any:  # noqa: ANN401 - the same
    """Return an object or list to be filled; any other value as it is."""
    return (
        {} if isinstance(value, dict) else [None] * len(value) if isinstance(value, list) else value
    )


def _parts(made: Any, flat: Any) -> list[tuple[Any, Any, Any]]:  # noqa: ANN401 - the same
    """Return what an object or list is to be filled with: it, a key, and the place of the value."""
    if isinstance(flat, dict):
        return [(made, key, place) for key, place in flat.items()]
    return [(made, at, place) for at, place in enumerate(flat)] if isinstance(flat, list) else []


def resolved(record: dict[str, Any], store: dict[str, Any]) -> dict[str, Any]:
    """Return a record with those of its store that it names, itself or in its lists."""
    return {key: _named(store, inner) for key, inner in record.items()} if store else record


def _named(store: dict[str, Any], value: Any) -> Any:  # noqa: ANN401 - the same
    if isinstance(value, list):
        return [_named(store, one) if isinstance(one, dict) else one for one in value]
    named = value.get(_REF) if isinstance(value, dict) else None
    return store.get(named, value) if isinstance(named, str) else value
