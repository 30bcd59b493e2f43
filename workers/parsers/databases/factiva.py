"""
Factiva with its codes: `HD` the headline, `BY` who wrote it, `PD` the day, `LP` and `TD` the text.

A code stands at the begin of a line, with its value behind two spaces or below it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.databases.gathered import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODE = re.compile(r"(?P<code>[A-Z]{2,3})(?:(?:[ ]{2,}|\t)\s*(?P<value>.*)|[ \t]*)")
_MEANS = {
    "HD": Field.HEADLINE, "BY": Field.AUTHOR, "SN": Field.SOURCE, "LA": Field.LANGUAGE,
    "AN": Field.GUID, "SE": Field.SECTION,
}  # fmt: skip
_OTHERS = frozenset(
    ("ART", "CLM", "CO", "CR", "CT", "CY", "DLN", "ED", "ET", "HLP", "IN", "IPC", "IPD", "LP", "NS",
     "PD", "PG", "PUB", "RE", "RF", "RN", "SC", "TD", "VOL", "WC")
)  # fmt: skip
_TEXT = frozenset({"LP", "TD"})
_FIRST = frozenset({"HD", "SE", "CLM"})
"""Codes that an article can begin with."""
_FEWEST = 5
"""Different codes that make a text such an export."""


def is_export(head: str) -> bool:
    """Return whether a text has the codes of headline and text, and some others."""
    found = [_CODE.fullmatch(line) for line in head.split("\n")]
    codes = {code["code"] for code in found if code is not None and is_code(code["code"])}
    return len(codes) >= _FEWEST and "HD" in codes and not codes.isdisjoint(_TEXT)


def documents(text: str) -> Iterator[Found]:
    """Yield the articles of an export in order."""
    parts: dict[str, list[str]] = {}
    code = ""
    for line in text.split("\n"):
        begins = _CODE.fullmatch(line.rstrip())
        if begins is not None and is_code(begins["code"]):
            code = begins["code"]
            if code in _FIRST and not _TEXT.isdisjoint(parts):
                yield found(parts)
                parts = {}
            parts.setdefault(code, []).append(begins["value"] or "")
        else:
            parts.setdefault(code, []).append(line)
    if "HD" in parts:
        yield found(parts)


def is_code(code: str) -> bool:
    """Return whether two or three letters are one of the codes."""
    return code in _MEANS or code in _OTHERS


def found(parts: dict[str, list[str]]) -> Found:
    """Return the article of the lines that stand at each code."""
    found = Found()
    for code, name in _MEANS.items():
        value = " ".join(parts.get(code, ()))
        if code == "AN":  # behind the word for a document, in whichever language
            value = value.strip().rpartition(" ")[2]
        found.add(name, value, f"export code {code}")
    moment = " ".join((*parts.get("PD", ()), *parts.get("ET", ())))
    found.add(Field.PUBLISHED, moment, "export code PD")
    found.text = [*parts.get("LP", ()), "", *parts.get("TD", ())]
    return found
