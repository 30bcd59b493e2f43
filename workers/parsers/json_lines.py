"""
JSON as people write articles down: JSON lines, an array, one object, or a wrapper around many.

JSON lines are read one line at a time, so that a dump of any size passes; a bad line is one
rejected item and the file goes on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shared.domain.article import Claim, Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.charset import looks_binary
from workers.parsers.json_body import body_of, paragraphs, summary_of, without_mark
from workers.parsers.json_keys import Held, claims, spread
from workers.parsers.json_mapping import found_at, mapped
from workers.parsers.json_text import load
from workers.parsers.json_words import TELLING, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workers.parsers.base import ParseContext, Parsed, RawFile

    Paths = Mapping[str, Sequence[str]]
    Claims = dict[Field, tuple[Claim, ...]]

_LINK = re.compile(rb"\[\s*\]\s*[(\[]")
"""Empty brackets before others: a link of Markdown, a field that a text browser prints."""
_LINE_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines", ".ldjson"})
_LISTS = frozenset(
    """
    articles items results entries documents docs stories news posts hits records data response
    objects value newsitems newsarticles articlelist feed list
    """.split()  # noqa: SIM905 - the keys as one text are read more easily
)
"""Short keys where a wrapper keeps its articles."""
_FRAME = 0.4
"""How far to believe for one article what is said of all."""
_WRAPPED = 4
"""How deep a list of articles may lie inside wrappers."""
_KEY = re.compile(rb'"([A-Za-z_@: \x80-\xff-]{2,40})"\s*:')
_BOM = b"\xef\xbb\xbf"


class JsonLines:
    """Reads articles out of JSON lines and plain JSON."""

    name = "json_lines"
    version = 2

    def score(self, file: RawFile) -> float:
        """Return .8 for JSON whose keys are those of articles, .6 by its name, .4 otherwise."""
        head = file.head.removeprefix(_BOM).lstrip()
        named = file.suffix in _LINE_SUFFIXES or file.suffix == ".json"
        if looks_binary(head):
            return 0.0
        if head[:1] not in (b"{", b"[") or head[1:].lstrip()[:1] not in b'{["}]':
            return 0.6 if named else 0.0
        if _LINK.match(head) and not named:
            return 0.0
        keys = {short(key.decode("utf-8", "replace")) for key in _KEY.findall(head[:8192])}
        if len(keys & TELLING) >= 2:  # noqa: PLR2004 - one alone (`id`, `name`) is in any JSON
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
    articles, frame = records
    if not articles:
        raise Rejected(Reason.NO_ARTICLE, "the list of articles in the JSON is empty")
    for place, record in enumerate(articles, 1):
        try:
            yield _item(record, str(place), context.mapping, frame)
        except Rejected as rejected:
            told = Rejected(rejected.reason, f"item {place}: {rejected.detail}")
            yield RejectedItem(str(place), told)


def _records(value: object, depth: int) -> tuple[list[Any], Claims] | None:
    """
    Return the records of an array or a wrapper, and what the wrapper says of them all.

    None where the value is a record itself.
    """
    if isinstance(value, list):
        return value, {}
    if not isinstance(value, dict) or depth == 0 or body_of(spread(value)):
        return None
    named = sorted(value.items(), key=lambda pair: short(pair[0]) not in _LISTS)
    for key, inner in named:
        if isinstance(inner, list) and any(isinstance(one, dict) for one in inner):
            if short(key) in _LISTS or _are_articles(inner):
                return inner, _frame(value)
        elif isinstance(inner, dict) and (found := _records(inner, depth - 1)) is not None:
            return found[0], {**_frame(value), **found[1]}
    return None


def _are_articles(records: list[Any]) -> bool:
    """Whether objects under a key that says nothing have texts and headlines."""
    first = next(one for one in records if isinstance(one, dict))
    seen = spread(first)
    return body_of(seen) is not None and Field.HEADLINE in claims(seen)


def _frame(wrapper: Mapping[str, Any]) -> Claims:
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


def _item(value: object, item: str, mapping: Paths, frame: Claims | None = None) -> RawItem:
    """Return the article of one record, or raise `Rejected` where it has no text."""
    if not isinstance(value, dict):
        raise Rejected(Reason.MALFORMED, "it is not an object with the fields of an article")
    record = spread(value)
    body = _mapped_text(value, mapping.get("body", ())) or body_of(record)
    notes: tuple[str, ...] = ()
    if body is None:
        body = _mapped_text(value, mapping.get("summary", ())) or summary_of(record)
        notes = ("no body: the summary stands for it",)
    if body is None:
        keys = ", ".join(sorted(map(str, value))[:8])
        raise Rejected(Reason.NO_ARTICLE, f"no key holds the text of an article (keys: {keys})")
    text, cut = without_mark(body[0])
    known = claims(record)
    for name, told in (frame or {}).items():
        known[name] = (*known.get(name, ()), *told)
    return RawItem(
        body=text,
        body_source=body[1],
        claims=mapped(value, mapping, known),
        item=item,
        notes=(*notes, *cut),
    )


def _mapped_text(value: object, places: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
    """Return the paragraphs of the first place that has some."""
    for place in places:
        found = tuple(one for part in found_at(value, place) for one in paragraphs(part))
        if found:
            return found, f"json key {place} (mapping)"
    return None
