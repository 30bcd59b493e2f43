"""Entries of BibTeX as fields of text: braces and quotes undone, accents put on their letters."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRY = re.compile(r"@(?P<kind>[A-Za-z]{3,20})\s*+\{\s*+[^,\s{}=\"]{0,100}+\s*+,")
_FIELD = re.compile(r"[\s,]*(?P<name>[A-Za-z][\w-]{0,30})\s*=\s*")
_BARE = re.compile(r"[^\s,{}\"]{1,60}")
_STOP = re.compile(r"[{}\"\\]")
_ACCENT = re.compile(r"\\([\"'`^~=.]|[ckuvHr](?![A-Za-z]))\s*\{?\\?([A-Za-z])\}?")
_MARKS = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "c": "\u0327", "k": "\u0328", "u": "\u0306", "v": "\u030c", "H": "\u030b",
    "r": "\u030a",
}  # fmt: skip
_LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "aa": "å", "AA": "Å", "l": "ł"}
_LETTER = re.compile(r"\{?\\(ss|ae|AE|aa|AA|[oOl])(?![A-Za-z])(?:\{\}|\s|\})?")
_SIGN = re.compile(r"\\([&%_$#{}])|\\[,;:! ]")
_COMMAND = re.compile(r"\\[A-Za-z]{2,20}\*?\s*")
_NO_TEXT = frozenset({"comment", "string", "preamble"})


def entries(text: str) -> Iterator[dict[str, str]]:
    """Yield the fields of each entry by their names in small letters."""
    at = 0
    while (begin := ENTRY.search(text, at)) is not None:
        found: dict[str, str] = {}
        at = begin.end()
        while (field := _FIELD.match(text, at)) is not None:
            value, at = _value(text, field.end())
            found.setdefault(field["name"].lower(), plain(value))
        if begin["kind"].lower() not in _NO_TEXT:
            yield found


def plain(value: str) -> str:
    """Return a value without the signs of TeX."""
    told = _ACCENT.sub(lambda found: found[2] + _MARKS[found[1]], value)
    told = _LETTER.sub(lambda found: _LETTERS[found[1]], told)
    told = _COMMAND.sub("", _SIGN.sub(lambda found: found[1] or "", told))
    return unicodedata.normalize("NFC", told.replace("{", "").replace("}", "").replace("~", " "))


def _value(text: str, at: int) -> tuple[str, int]:
    """Return the value that begins at a place, and where it ends: in braces, quotes or bare."""
    opening = text[at : at + 1]
    if opening not in ("{", '"') or not opening:
        bare = _BARE.match(text, at)
        return (bare[0], bare.end()) if bare else ("", at + 1)
    depth, end = 0, at + 1
    while (sign := _STOP.search(text, end)) is not None:
        end = sign.end()
        if sign[0] == "\\":
            end += 1
        elif sign[0] == "{":
            depth += 1
        elif sign[0] == "}" and depth:
            depth -= 1
        elif not depth and sign[0] == ("}" if opening == "{" else '"'):
            return text[at + 1 : end - 1], end
    return text[at + 1 :], len(text)
