"""What a page holds and does not show: parts for readers without scripts, and scripts' data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import orjson

from workers.parsers.html.data import script_values
from workers.parsers.html.data.references import is_flat, unflattened

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRAPPING = re.compile(
    r"</?(?:noscript|template|noframes|frameset|frame)\b[^<>]{0,1000}>", re.IGNORECASE
)
_HELD = re.compile(
    r"[\w$\])\"']\s{0,3}(?:=\s{0,3}|\(\s{0,3}(?=[{\[]))(?=[{\[(]|JSON\.parse\(|function\b)"
)
"""What stands before a value: `window.__STATE__ = {`, `hydrate({`."""
_LONGEST_TAG = 1_000
_LONGEST = 4_000_000
"""Characters of a script that is looked at."""


def opened(text: str) -> str | None:
    """
    Return a page with what stands in `noscript`, `noframes` and `template` as a part of it.

    None without such. Pages without scripts or frames show the first two; programs that save pages
    keep hidden trees in the last.
    """
    shown = _WRAPPING.sub("", text)
    return shown if shown != text else None


def data(text: str) -> Iterator[Any]:
    """Yield the values that scripts of a page hold as JSON, and those that they begin with."""
    at = text.find("<script")
    while at >= 0:
        begin = text.find(">", at, at + _LONGEST_TAG) + 1
        end = text.find("</script", begin or at + 1)
        if end < 0:
            return
        if 0 < begin < end <= begin + _LONGEST:
            yield from _value(text[begin:end].strip())
        at = text.find("<script", end)


def _value(script: str) -> Iterator[Any]:
    if script[:1] in ("{", "["):
        try:
            value = orjson.loads(script)
        except orjson.JSONDecodeError:
            return
        yield value
        if is_flat(value):
            yield unflattened(value)
        return
    script = script_values.Script(script)
    at = read = 0
    while read < _LONGEST and (found := _HELD.search(script, at)) is not None:
        try:
            value, at = script_values.read(script, found.end())
            yield value
        except script_values.NoValueError as program:
            read += program.end - found.end()
            at = found.end()
