"""
JSON as people write articles down: JSON lines, an array, one object, or a wrapper around many.

JSON lines are read one line at a time, so that a dump of any size passes; a bad line is one
rejected item and the file goes on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from shared.domain.article import RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.charset import looks_binary
from workers.parsers.json_keys import BODY_KEYS, KEYS, SUMMARY_KEYS, claims, folded
from workers.parsers.json_mapping import found_at, mapped
from workers.parsers.json_text import load
from workers.parsers.markup import html_paragraphs, looks_like_html, text_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workers.parsers.base import ParseContext, Parsed, RawFile

    Paths = Mapping[str, Sequence[str]]

_LINE_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines", ".ldjson"})
_LISTS = (
    "articles", "items", "results", "entries", "documents", "docs", "stories", "news", "posts",
    "hits", "records", "data", "response",
)  # fmt: skip
"""Where a wrapper keeps its articles."""
_ENVELOPES = ("_source", "article", "item", "document", "story", "post")
"""Where a record keeps the one article that it is about."""
_WRAPPED = 4
"""How deep a list of articles may lie inside wrappers."""
_KEY = re.compile(rb'"([A-Za-z_@-]{2,20})"\s*:')
_TELLING = frozenset([*BODY_KEYS, *SUMMARY_KEYS, *(key for keys in KEYS.values() for key in keys)])
_BOM = b"\xef\xbb\xbf"


class JsonLines:
    """Reads articles out of JSON lines and plain JSON."""

    name = "json_lines"
    version = 1

    def score(self, file: RawFile) -> float:
        """Return .8 for JSON whose keys are those of articles, .6 by its name, .4 otherwise."""
        head = file.head.removeprefix(_BOM).lstrip()
        named = file.suffix in _LINE_SUFFIXES or file.suffix == ".json"
        if looks_binary(head):
            return 0.0
        if head[:1] not in (b"{", b"[") or head[1:].lstrip()[:1] not in b'{["}]':
            return 0.6 if named else 0.0
        keys = {_plain(key.decode()) for key in _KEY.findall(head[:8192])}
        if len(keys & _TELLING) >= 2:  # noqa: PLR2004 - one alone (`id`, `name`) is in any JSON
            return 0.8
        return 0.6 if named else 0.4

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each article, named by its line or its place in the array."""
        if not file.head.strip():
            raise Rejected(Reason.EMPTY, "the file is empty: there is nothing to read")
        if _is_lines(file):
            yield from _lines(file, context)
        else:
            yield from _document(file, context)


def _plain(key: str) -> str:
    return key.casefold().replace("-", "").replace("_", "")


def _is_lines(file: RawFile) -> bool:
    """Whether the first lines are whole values of their own and there is more than one."""
    if file.suffix in _LINE_SUFFIXES:
        return True
    lines = [line for line in file.head.removeprefix(_BOM).split(b"\n") if line.strip()]
    if len(lines) < 2 or not lines[0].lstrip().startswith(b"{"):  # noqa: PLR2004
        return False
    return lines[1].lstrip().startswith(b"{") or not isinstance(_try(lines[0]), Rejected)


def _try(line: bytes) -> object:
    try:
        return load(line, None)
    except Rejected as rejected:
        return rejected


def _lines(file: RawFile, context: ParseContext) -> Iterator[Parsed]:
    """Yield an item a line; what is wrong with a line is told with its number."""
    limit = context.limits.file_bytes
    number = 0
    with file.open() as stream:
        while line := stream.readline(limit + 1):
            number += 1
            whole = len(line) <= limit
            while not whole and line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            line = line.removeprefix(_BOM) if number == 1 else line
            if whole and not line.strip():
                continue
            yield _line(line, number, context) if whole else _too_long(number, limit)


def _too_long(number: int, limit: int) -> RejectedItem:
    detail = f"line {number} is longer than {limit / 1e6:.0f} MB"
    return RejectedItem(str(number), Rejected(Reason.TOO_LARGE, detail))


def _line(line: bytes, number: int, context: ParseContext) -> Parsed:
    try:
        return _item(load(line, context.charset), str(number), context.mapping)
    except Rejected as rejected:
        told = Rejected(rejected.reason, f"line {number}: {rejected.detail}")
        return RejectedItem(str(number), told)


def _document(file: RawFile, context: ParseContext) -> Iterator[Parsed]:
    """Yield the articles of one JSON value."""
    limit = context.limits.file_bytes
    if len(file.data) > limit:
        detail = f"one JSON value of {len(file.data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f}"
        raise Rejected(Reason.TOO_LARGE, f"{detail} MB (JSON lines may be of any size)")
    value = load(file.data, context.charset)
    records = _records(value, _WRAPPED)
    if records is None:
        yield _item(value, "", context.mapping)
        return
    if not records:
        raise Rejected(Reason.NO_ARTICLE, "the list of articles in the JSON is empty")
    for place, record in enumerate(records, 1):
        try:
            yield _item(record, str(place), context.mapping)
        except Rejected as rejected:
            told = Rejected(rejected.reason, f"item {place}: {rejected.detail}")
            yield RejectedItem(str(place), told)


def _records(value: object, depth: int) -> list[Any] | None:
    """Return the list of records in an array or a wrapper; None where the value is a record."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or depth == 0 or _body_of(folded(value)):
        return None
    for key in _LISTS:
        inner = value.get(key)
        if isinstance(inner, list) and any(isinstance(one, dict) for one in inner):
            return inner
        if isinstance(inner, dict) and (found := _records(inner, depth - 1)) is not None:
            return found
    return None


def _item(value: object, item: str, mapping: Paths) -> RawItem:
    """Return the article of one record, or raise `Rejected` where it has no text."""
    if not isinstance(value, dict):
        raise Rejected(Reason.MALFORMED, "it is not an object with the fields of an article")
    record = folded(value)
    body = _mapped_text(value, mapping.get("body", ())) or _body_of(record)
    for key in _ENVELOPES:
        if key in value and isinstance(value[key], dict) and body is None:
            return _item(value[key], item, mapping)
    notes: tuple[str, ...] = ()
    if body is None:
        body = _mapped_text(value, mapping.get("summary", ())) or _first_text(record, SUMMARY_KEYS)
        notes = ("no body: the summary stands for it",)
    if body is None:
        keys = ", ".join(sorted(map(str, value))[:8])
        raise Rejected(Reason.NO_ARTICLE, f"no key holds the text of an article (keys: {keys})")
    paragraphs, source = body
    known = mapped(value, mapping, claims(record))
    return RawItem(body=paragraphs, body_source=source, claims=known, item=item, notes=notes)


def _mapped_text(value: object, places: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
    """Return the paragraphs of the first place that has some."""
    for place in places:
        found = tuple(one for part in found_at(value, place) for one in _paragraphs(part))
        if found:
            return found, f"json key {place} (mapping)"
    return None


def _body_of(record: dict[str, Any]) -> tuple[tuple[str, ...], str] | None:
    return _first_text(record, BODY_KEYS)


def _first_text(
    record: dict[str, Any], keys: tuple[str, ...]
) -> tuple[tuple[str, ...], str] | None:
    """Return the paragraphs of the key that holds most text, and where they stood."""
    best: tuple[tuple[str, ...], str] | None = None
    most = 0
    for short in keys:
        if short not in record:
            continue
        key, value = record[short]
        found = _paragraphs(value)
        size = sum(map(len, found))
        if size > most * 1.2:  # a second key that says nearly the same is no better
            best, most = (found, f"json key {key}"), size
    return best


def _paragraphs(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return html_paragraphs(value) if looks_like_html(value) else text_paragraphs(value)
    if isinstance(value, list):
        return tuple(one for part in value for one in _paragraphs(part))
    if isinstance(value, dict):
        inner = next(
            (value[key] for key in ("text", "value", "content", "html", "#text") if value.get(key)),
            "",
        )
        return _paragraphs(inner) if isinstance(inner, str) else ()
    return ()
