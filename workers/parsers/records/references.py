"""
What a record of JSON only refers to: persons and terms that its wrapper keeps in other lists.

JSON:API (Drupal) has them under `included`, Contentful and X under `includes`, exports of databases
(Ghost) beside the records, with a list of pairs that says who belongs to what.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Known: TypeAlias = dict[str, dict[str, str]]
    """Identity → kind → name: two kinds may count each from one."""

_NAMES = ("display_name", "name", "title", "fullName", "username")
_INSIDE = ("attributes", "fields")
_PERSON = re.compile(r"(?:.*[^a-z])?(?:user|author|person|people|staff|writer)s?", re.IGNORECASE)
_BESIDE = "account"
"""The key of a person in a relation: who entered a text weighs less than a byline."""
_PAIRED = re.compile(r"([A-Za-z]\w{0,40})_id")
_DEPTH = 4
_MOST_NAMES = 100_000
"""Names of a wrapper; an export has thousands."""
_MOST_KINDS, _LONGEST = 20, 60
"""Kinds that one identity may be of, and characters of the name of a kind."""


def with_names(wrapper: Mapping[str, Any], records: Sequence[Any]) -> list[Any]:
    """Return the records with the names of what they refer to, as far as the wrapper has them."""
    known: Known = {}
    pairs: list[Mapping[str, Any]] = []
    for kind, one in _others(wrapper, records):
        if _is_pair(one):
            pairs.append(one)
        elif (ident := _id(one)) and (name := _name(one)) and len(known) < _MOST_NAMES:
            _add(known.setdefault(ident, {}), _kind(one) or kind, name)
    if not known:
        return list(records)
    paired = _paired(pairs, known)
    return [_named(one, known, paired) if isinstance(one, dict) else one for one in records]


def _add(names: dict[str, str], kind: str, name: str) -> None:
    if len(names) < _MOST_KINDS:
        names.setdefault(kind[:_LONGEST], name)


def _kind(one: Mapping[str, Any]) -> str:
    """Return the kind that an object says it is of; empty where it does not."""
    told = one.get("type")
    return told[:_LONGEST] if isinstance(told, str) else ""


def _others(
    wrapper: Mapping[str, Any], records: Sequence[Any]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the objects in the wrapper's other lists, each with the key of its list."""
    lists = {**wrapper, **next((v for k, v in wrapper.items() if _is_lists(k, v)), {})}
    for kind, listed in lists.items():
        if isinstance(listed, list) and listed is not records:
            yield from ((kind, one) for one in listed if isinstance(one, dict))


def _is_lists(key: str, value: object) -> bool:
    return key == "includes" and isinstance(value, dict)


def _id(one: Mapping[str, Any]) -> str:
    """Return the identity of an object, or the one that it refers to."""
    told = one.get("sys")
    ident = (told if isinstance(told, dict) else one).get("id")
    return str(ident) if isinstance(ident, str | int) and not isinstance(ident, bool) else ""


def _name(one: Mapping[str, Any]) -> str:
    inside = [one, *(held for key in _INSIDE if isinstance(held := one.get(key), dict))]
    names = (held.get(key) for held in inside for key in _NAMES)
    return next((name for name in names if isinstance(name, str) and name.strip()), "")


def _is_pair(one: Mapping[str, Any]) -> bool:
    return sum(map(bool, map(_PAIRED.fullmatch, one))) == 2 and not _name(one)  # noqa: PLR2004 - a pair


def _paired(
    pairs: Sequence[Mapping[str, Any]], known: Known
) -> dict[str, dict[str, dict[str, None]]]:
    """Return identity → key → names, each once, of pairs such as `post_id` and `author_id`."""
    found: dict[str, dict[str, dict[str, None]]] = {}
    for pair in pairs:
        (own, ident), (other, told) = (
            (key[1], str(value)) for at, value in pair.items() if (key := _PAIRED.fullmatch(at))
        )
        for of, stem, target in ((ident, other, told), (told, own, ident)):
            if name := _of_kind(known.get(target, {}), stem):
                found.setdefault(of, {}).setdefault(f"{stem}s", {})[name] = None
    return found


def _of_kind(told: Mapping[str, str], stem: str) -> str:
    """Return the name of the one that a key such as `author_id` means."""
    persons = _PERSON.fullmatch(stem) is not None
    return next(
        (
            name
            for kind, name in told.items()
            if kind.startswith(stem) or (persons and _PERSON.fullmatch(kind))
        ),
        "",
    )


def _named(
    record: Mapping[str, Any], known: Known, paired: Mapping[str, Mapping[str, dict[str, None]]]
) -> dict[str, Any]:
    """Return a record with names in the place of what it refers to."""
    pairs = {key: list(names) for key, names in paired.get(_id(record), {}).items()}
    found: dict[str, Any] = {**record, **pairs}
    for key, value in record.items():
        if isinstance(value, str | int) and (stem := _PAIRED.fullmatch(key)):
            if name := _of_kind(known.get(str(value), {}), stem[1]):
                found.setdefault(stem[1], name)
        elif isinstance(value, dict | list):
            found[key] = _replaced(value, known, _DEPTH)
    for key, names in _related(record, known).items():
        told = found.get(key)
        found[key] = [*(told if isinstance(told, list) else [told] if told else []), *names]
    return found


def _related(record: Mapping[str, Any], known: Known) -> dict[str, dict[str, None]]:
    """Return relation → names, each once; persons who are related in any way lie under one key."""
    found: dict[str, dict[str, None]] = {}
    for relation, one in _relations(record):
        names, said = known.get(_id(one), {}), _kind(one)
        for kind in [said] if said else names:
            if kind in names:
                beside = _BESIDE if _PERSON.fullmatch(kind) else relation
                found.setdefault(beside, {})[names[kind]] = None
    return found


def _relations(record: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield what a record in JSON:API names, by kind and identity, with the relation to it."""
    relations = record.get("relationships")
    for key, held in relations.items() if isinstance(relations, dict) else ():
        data = held.get("data") if isinstance(held, dict) else None
        for one in data if isinstance(data, list) else [data]:
            if isinstance(one, dict):
                yield key, one


def _replaced(value: Any, known: Known, depth: int) -> Any:  # noqa: ANN401 - JSON may hold anything
    """Return a value with an object of its name in the place of each link."""
    if depth == 0:
        return value
    if isinstance(value, list):
        return [_replaced(one, known, depth - 1) for one in value]
    if not isinstance(value, dict):
        return value
    told = known.get(_id(value)) if value.keys() == {"sys"} else None
    if told:
        return {"name": next(iter(told.values()))}
    return {key: _replaced(one, known, depth - 1) for key, one in value.items()}
