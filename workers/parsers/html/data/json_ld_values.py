"""The values of JSON-LD: one thing or a list; a text, an object with a name, or an object's id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workers.words.entities import unescaped

if TYPE_CHECKING:
    from collections.abc import Callable


def is_kind(thing: dict[str, Any], test: Callable[[str], object]) -> bool:
    """Return whether one of the object's types passes a test."""
    return any(test(kind.rsplit("/", 1)[-1]) for kind in texts(thing.get("@type")))


def every(value: object) -> list[Any]:
    """Return a value as a list: JSON-LD writes one thing without brackets."""
    if value in (None, "", [], {}):
        return []
    told = [_listed(one) for one in (value if isinstance(value, list) else [value])]
    return [each for one in told for each in (one if isinstance(one, list) else [one])]


def _listed(value: object) -> object:
    """Return the list that an object with nothing else stands for: `{"@list": […]}`."""
    return value.get("@list", value.get("@set", value)) if isinstance(value, dict) else value


def text(value: object) -> str | None:
    """Return the text of a value: a text, `{"@value": …}`, or the first of a list."""
    return next(iter(texts(value)), None)


def texts(value: object) -> list[str]:
    """Return all texts of a value."""
    found: list[str] = []
    for one in every(value):
        if isinstance(one, str):
            found.append(unescaped(one))
        elif isinstance(one, dict):
            inner = one.get("@value") or one.get("name") or one.get("alternateName")
            if isinstance(inner, str):
                found.append(unescaped(inner))
    return found


def when(value: object) -> str | None:
    """Return the text of a time; seconds or milliseconds since 1970 are numbers there."""
    first = next(iter(every(value)), None)
    return str(first) if type(first) is int else text(value)


def resolved(thing: dict[str, Any], by_id: dict[str, Any]) -> dict[str, Any]:
    """Return the object that an id stands for, else the one that has it."""
    told = thing.get("@id")
    found = by_id.get(told, thing) if isinstance(told, str) else thing
    return found if isinstance(found, dict) else thing


def name(thing: object, by_id: dict[str, Any]) -> str | None:
    """Return the name of a person or publisher, looked up where only its id is given."""
    if isinstance(thing, dict) and "name" not in thing:
        thing = resolved(thing, by_id)
    if isinstance(thing, dict) and isinstance(thing.get("name"), list):
        return ", ".join(texts(thing["name"]))
    if isinstance(thing, dict) and not thing.get("name"):
        parts = (text(thing.get("givenName")), text(thing.get("familyName")))
        return " ".join(part for part in parts if part) or text(thing)
    return text(thing)


def address(value: object) -> str | None:
    """Return an address: a text or the id of an object."""
    for one in every(value):
        told = one.get("@id") or one.get("url") if isinstance(one, dict) else one
        if isinstance(told, str) and told.startswith("http"):
            return told
    return None
