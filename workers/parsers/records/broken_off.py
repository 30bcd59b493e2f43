"""The records that stand whole in JSON before it breaks off: a transfer ended, a disk was full."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from shared.errors import Reason, Rejected
from workers.parsers.charset.decoding import decode
from workers.parsers.records.json_text import load_all

if TYPE_CHECKING:
    from workers.parsers.base import ParseContext, RawFile

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}"]', re.DOTALL)
_CLOSES = {"[": "]", "{": "}"}
_DEEPEST = 12
"""Objects around the list of records; a wrapper has three or four."""


def value_of(file: RawFile, context: ParseContext) -> tuple[Any, Rejected | None]:
    """
    Return the value of a file, of several a list; of one that breaks off what is whole of it.

    Beside it stands what to raise after its records. Raises `Rejected` where nothing is whole, and
    `too_large`.
    """
    if len(file.data) > (limit := context.limits.file_bytes):
        detail = f"one JSON value of {len(file.data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f}"
        raise Rejected(Reason.TOO_LARGE, f"{detail} MB (JSON lines may be of any size)")
    try:
        values = load_all(file.data, context.charset)
    except Rejected as rejected:
        kept = _whole_records(file.data, context.charset)
        if kept is None or rejected.reason is not Reason.MALFORMED:
            raise
        if kept[0] is None:
            raise kept[1] from rejected
        return kept
    return (values[0] if len(values) == 1 else values), None


def _whole_records(data: bytes, charset: str | None) -> tuple[Any, Rejected] | None:
    """
    Return a value with the records before the break, and what to say after them.

    The value is None where no record of the outermost list is whole; None alone where nothing was
    left open at the end.
    """
    text = decode(data, charset).text
    opened: list[str] = []
    end, around = 0, ""
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in _CLOSES:
            opened.append(sign)
        elif sign in {"]", "}"}:
            if not opened or _CLOSES[opened.pop()] != sign:
                return None
            if sign == "}" and opened[-1:] == ["["] and _is_outermost(opened):
                end, around = token.end(), "".join(opened)
        elif sign == '"':
            break  # a text that is not ended
    if not opened or not _fails_at_end(text):
        return None
    line = text.count("\n") + 1
    where = f"in line {line}" if line > 1 else f"after {len(text)} characters"
    told = Rejected(Reason.MALFORMED, f"the JSON breaks off {where}: it is not whole")
    if not end:
        return None, told
    kept = text[:end] + "".join(_CLOSES[sign] for sign in reversed(around))
    try:
        value = json.loads(kept, strict=False)
    except (ValueError, RecursionError):
        return None
    return value, told


def _fails_at_end(text: str) -> bool:
    """Return whether what is wrong is that more should follow, and no sign before."""
    try:
        json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        return error.msg.startswith("Unterminated string") or error.pos >= len(text.rstrip()) - 1
    except (ValueError, RecursionError):
        pass
    return False


def _is_outermost(opened: list[str]) -> bool:
    """Return whether the list that is open is in no other: lists inside records are parts."""
    return len(opened) <= _DEEPEST and opened.count("[") == 1
