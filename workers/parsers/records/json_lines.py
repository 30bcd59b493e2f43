"""
JSON as people write articles down: JSON lines, an array, one object, or a wrapper around many.

JSON lines are read one line at a time, so that a dump of any size passes; a bad line is one
rejected item and the file goes on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.charset.decoding import looks_binary
from workers.parsers.records.broken_off import value_of
from workers.parsers.records.json_text import load
from workers.parsers.records.lists import records
from workers.parsers.records.record import article
from workers.parsers.records.words import TELLING, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile


_LINK = re.compile(rb"\[\s*\]\s*[^\s,\]]")
"""Empty brackets before more: a link of Markdown, a picture or a field that a program printed."""
_LINE_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines", ".ldjson"})
_KEY = re.compile(rb'"([A-Za-z_@: \x80-\xff-]{2,40})"\s*:')
_ACTION = re.compile(
    rb'\s*\{\s*"(?:index|create|update|delete)"\s*:\s*\{(?>(?:\s*"_\w+"\s*:\s*"[^"\\]*"\s*,?){0,100})\s*\}\s*\}\s*$'
)
"""What Elasticsearch is to do with the record in the next line."""
_OPEN = (b"[", b"{", b",", b":")
"""How a line ends that a value goes on behind."""
_BOM = b"\xef\xbb\xbf"
_SPACE = b" \t\r\n\x1e"
"""White space, and the sign before a record in sequences of JSON (RFC 7464)."""


class JsonLines:
    """Reads articles out of JSON lines and plain JSON."""

    name = "json_lines"
    version = 14
    opens = b"{[\x1e"
    suffixes = _LINE_SUFFIXES | {".json"}

    def score(self, file: RawFile) -> float:
        """Return .8 for JSON whose keys are those of articles, .6 by its name, .4 otherwise."""
        head = file.head.removeprefix(_BOM).lstrip(_SPACE)
        named = file.suffix in self.suffixes
        opened = head[:1] in (b"{", b"[") and head[1:].lstrip()[:1] in b'{["}]'
        if not (opened or named) or looks_binary(head):
            return 0.0
        if not opened:
            return 0.6
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
    lines = [line.strip(_SPACE) for line in file.head.removeprefix(_BOM).split(b"\n")]
    lines = [line for line in lines if line]
    if len(lines) < 2 or not lines[0].lstrip().startswith(b"{"):  # noqa: PLR2004
        return False
    if lines[0].endswith(_OPEN):  # one value, as databases print it: `{"rows":[`, a row a line
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
    number, found = 0, False
    with file.open() as stream:
        while line := stream.readline(limit + 1):
            number += 1
            whole = len(line) <= limit
            while not whole and line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            line = line.removeprefix(_BOM) if number == 1 else line
            line = line.strip(_SPACE)
            if whole and (not line or _ACTION.match(line)):
                continue
            found = True
            yield _line(line, number, context) if whole else _too_long(number, limit)
    if not found:
        raise Rejected(Reason.NO_ARTICLE, "there is no record in the lines")


def _too_long(number: int, limit: int) -> RejectedItem:
    detail = f"line {number} is longer than {limit / 1e6:.0f} MB"
    return RejectedItem(str(number), Rejected(Reason.TOO_LARGE, detail))


def _line(line: bytes, number: int, context: ParseContext) -> Parsed:
    try:
        return article(load(line, context.charset), str(number), context.mapping)
    except Rejected as rejected:
        told = Rejected(rejected.reason, f"line {number}: {rejected.detail}")
        return RejectedItem(str(number), told)


def _document(file: RawFile, context: ParseContext) -> Iterator[Parsed]:
    """Yield the articles of one JSON value."""
    value, broken = value_of(file, context)
    found = records(value)
    if found is None and broken is not None:
        raise broken
    if found is None:
        yield article(value, "", context.mapping)
        return
    articles, frame = found
    if not articles:
        raise Rejected(Reason.NO_ARTICLE, "the list of articles in the JSON is empty")
    for place, record in enumerate(articles, 1):
        try:
            yield article(record, str(place), context.mapping, frame)
        except Rejected as rejected:
            told = Rejected(rejected.reason, f"item {place}: {rejected.detail}")
            yield RejectedItem(str(place), told)
    if broken is not None:
        raise broken
