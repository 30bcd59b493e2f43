"""The values of JSON as the texts of a field: texts, numbers, objects with a name, lists."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from shared.domain.article import Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_INNER = (
    "name", "rendered", "main", "basic", "original", "fullName", "full_name", "displayName",
    "display_name", "title", "label", "webTitle", "value", "text", "term", "tag", "keyword",
    "#text", "$t", "_", "$", "$date", "$oid", "_seconds", "content", "headline", "by", "byline",
    "author", "attributes", "data", "nickname", "real_name", "screen_name", "username",
    "domain", "url", "href", "id",
)  # fmt: skip
"""Where an object in place of a text has its text, the surest first."""
_CALLED = (
    "name", "fullName", "full_name", "displayName", "display_name", "real_name", "nickname",
    "screen_name", "username",
)  # fmt: skip
"""Where an account has its person's name: some systems have what one logs in with first."""
_TERMS = ("label", "webTitle", "term", "tag", "keyword", "value")
"""The same for a keyword: its `name` can be that of its kind."""
_FIRST = ("first_name", "firstname", "given_name", "givenname", "given", "forename")
_MIDDLE = ("middle_name", "middlename")
_LAST = ("last_name", "lastname", "family_name", "familyname", "family", "surname")
"""Small keys of a name's parts."""
_NO_KEYWORDS = frozenset(
    {"contributor", "author", "tone", "series", "publication", "person-author", "type"}
)
_TIMES = frozenset({Field.PUBLISHED, Field.UPDATED, Field.EMBARGO})
_NUMBERS = frozenset({Field.GUID, Field.VERSION, Field.HEADLINE})
"""Fields in which a number says something: elsewhere it is another record's key."""
_MILLIS = 100_000_000_000
"""An epoch above this counts milliseconds: in seconds it would be the year 5138."""
_MICROS = _MILLIS * 1000
_ZONELESS = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?")
_PARTS = "date-parts"
_LONG = "$numberLong"
"""Where an export of MongoDB has a number of 64 bits, as a text."""
_LANGUAGE = re.compile(
    r"[a-z]{2,3}[-_][A-Z][A-Za-z]{1,3}|eng|deu|ger|fra|fre|spa|ita|por|nor|en|de"
)
"""A language with its country, and the commonest alone: `id`, `is`, `no` are other keys too."""
_TONGUE = re.compile(r"und|[a-z]{2,3}(?:-[a-zA-Z]{2,4})?")
"""The same in Drupal 7, where a field without a language is `und`."""
_PRINTED = re.compile(
    r"\[(?>(?:\s*+(?:'[^'\n]{0,100}+'|\"[^\"\n]{0,100}+\")\s*+,?){0,10000})\s*+\]"
)
_QUOTED = re.compile(r"'([^'\n]{1,100})'|\"([^\"\n]{1,100})\"")
"""A list as Python prints it into a cell of a table."""
_WRAPPED = re.compile(r"(?<=[^\W\d_])\s*\n[ \t]{2,}(?=[a-zß-ÿ])")
_DEPTH = 5
_KEY = 40
"""Characters of a key that can be one of these."""


def values(name: Field, value: object, depth: int = _DEPTH) -> Iterator[str]:
    """Yield the texts of a value: a text, a number, an object with a name, a list of these."""
    if depth == 0:
        return
    if isinstance(value, list):
        for one in value:
            yield from values(name, one, depth - 1)
    elif isinstance(value, dict):
        yield from _of_object(name, value, depth - 1)
    elif isinstance(value, bool):
        return
    elif isinstance(value, int | float):
        if name in _TIMES:
            yield _moment(value)
        elif name in _NUMBERS:
            yield str(value)
    elif isinstance(value, str) and value.strip():
        parts = _listed(value) if name is Field.KEYWORD else [value]
        yield from (part.strip() for part in parts if part.strip())


def _listed(value: str) -> list[str]:
    """Return the parts of a list; a line that XML was wrapped into goes on in a small letter."""
    if _PRINTED.fullmatch(value):
        return [one or other for one, other in _QUOTED.findall(value)]
    parts = value.replace(";", ",").split(",")
    return [_WRAPPED.sub(" ", part) for part in parts] if len(parts) > 1 else parts


def _of_object(name: Field, value: Mapping[str, Any], depth: int) -> Iterator[str]:
    """Yield what an object says: a person's name by its parts, a keyword by its term."""
    if name is Field.KEYWORD:
        kind = str(value.get("type", "")).casefold()
        if kind in _NO_KEYWORDS or value.get("visibility") == "internal":
            return
        keys: tuple[str, ...] = (*_TERMS, *_INNER)
    else:
        keys = ("datetime", *_INNER) if name in _TIMES else _INNER
    if name in {Field.AUTHOR, Field.EDITOR} and (person := _person(value)):
        yield person
        return
    if name in _TIMES and (day := _day(value.get(_PARTS))):
        yield day
        return
    inner = next((value[key] for key in keys if value.get(key)), None)
    if inner is None and value:  # `Name` of interfaces that write their keys in capitals
        small = {str(key)[:_KEY].lower(): one for key, one in value.items()}
        inner = next((small[key] for key in keys if small.get(key)), None)
    if str(value.get(_LONG, "")).isdecimal():
        inner = int(value[_LONG])
    if name is Field.KEYWORD and isinstance(inner, str):
        yield inner.strip()  # a comma is the term's own: `Rask, Ines`
    elif isinstance(inner, str | int | float | list | dict):
        yield from values(name, inner, depth)
    elif inner is None:
        yield from values(name, in_one_language(value), depth)


def _day(parts: object) -> str:
    """Return the day of `[[2024, 3, 5]]`, as citations in JSON have it; empty for a year alone."""
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list) or len(first) != 3:  # noqa: PLR2004 - year, month, day
        return ""
    whole = all(str(part).isdecimal() for part in first)
    return "-".join(f"{int(part):02}" for part in first) if whole else ""


def in_one_language(value: Mapping[str, Any]) -> object:
    """Return the first of a text's languages, where an object has it in each: `{"en-US": …}`."""
    if value and all(_LANGUAGE.fullmatch(key) for key in value):
        return next(iter(value.values()))
    if value and all(_TONGUE.fullmatch(key) for key in value):
        return next(filter(_is_listed_value, value.values()), None)
    return None


def _is_listed_value(value: object) -> bool:
    """Return whether a value is a list of objects with a value each, as Drupal 7 has a field."""
    first = value[0] if isinstance(value, list) and value else None
    return isinstance(first, dict) and "value" in first


def _person(value: Mapping[str, Any]) -> str:
    """Return a person's name, the fullest or of its parts; empty where a plain one stands alone."""
    called = [one for key in _CALLED if isinstance(one := value.get(key), str) and one.strip()]
    if full := next((one for one in called if " " in one.strip()), ""):
        return full.strip()
    if value.get("name") or value.get("original"):
        return ""
    small = {str(key)[:_KEY].lower(): one for key, one in value.items()}
    parts = (
        next((one for key in keys if isinstance(one := small.get(key), str)), "")
        for keys in (_FIRST, _MIDDLE, _LAST)
    )
    return " ".join(part.strip() for part in parts if part.strip())


def in_utc(key: str, text: str) -> str:
    """Return a time with `Z` where its key says so: `date_gmt`, `publishedUtc`."""
    told = key.casefold().endswith(("gmt", "utc")) and _ZONELESS.fullmatch(text)
    return f"{text}Z" if told else text


def _moment(epoch: float) -> str:
    """Return an epoch in seconds, milli- or microseconds as ISO 8601; as it stands if none."""
    size = abs(epoch)
    seconds = epoch / (1_000_000 if size >= _MICROS else 1000 if size >= _MILLIS else 1)
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (OverflowError, ValueError, OSError):
        return str(epoch)
