"""
Markdown without a blank line: extractors write a paragraph a line below the front matter.

To CommonMark that is one paragraph, and a line below a list is a part of its last entry.
"""

from __future__ import annotations

import re
from itertools import pairwise

from workers.parsers.text.typesetting.lines import split
from workers.parsers.text.typesetting.wrapping import wrap_width

_LEAST = 3
"""Lines of a text whose ends show whether they are its paragraphs'."""
_FULL = 80
"""Characters of a line that is a paragraph; a list or a poem has none."""
_BLANK = re.compile(r"\n[ \t]*\n")
_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)
_GOES_ON = re.compile(r"[ \t]+\S|(?:-+|=+)[ \t]*\Z")
"""A line that belongs to the one above: set in, or what underlines a heading."""
_RULE = re.compile(r"^\|[ :|-]+$", re.MULTILINE)
"""The line below a table's head, without which it is none to CommonMark."""
_ROW = re.compile(r"\|(.{1,2000})\|[ \t]*\Z")
_SAME = ("|", ">")
"""Signs at the head of each line of a table or a quotation."""


def parted(text: str) -> str:
    """Return a text with blank lines between its lines, where each of them is a paragraph."""
    plain = text.replace("\r\n", "\n").strip("\n")
    lines = plain.split("\n")
    if len(lines) < _LEAST or _BLANK.search(plain) or _FENCE.search(plain):
        return text
    if max(map(len, lines)) < _FULL or wrap_width(split(plain)) is not None:
        return text
    if _RULE.search(plain) is None:
        lines = [_ROW.sub(_cells, line) for line in lines]
    return "".join(_parted(lines))


def _cells(row: re.Match[str]) -> str:
    """Return a row of a table as the line that a reader sees."""
    return " ".join(row[1].replace("|", " ").split())


def _parted(lines: list[str]) -> list[str]:
    found = [lines[0]]
    for above, line in pairwise(lines):
        together = _GOES_ON.match(line) or any(
            above.startswith(sign) and line.startswith(sign) for sign in _SAME
        )
        found.append(f"\n{line}" if together else f"\n\n{line}")
    return found
