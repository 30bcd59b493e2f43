"""Bytes that stand in a text in letters: uuencoded files, Base64, keys and signatures of PGP."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = re.compile(r"begin [0-7]{3,4} \S")
_ANY_FILE = re.compile(r"\n\s*+begin [0-7]{3,4} ")
_FILE_LINE = re.compile(r"[!-`][ -`]{4,84}")
_FULL = "M"
"""How each uuencoded line but the last begins: 45 bytes are in it."""
_ARMOUR = re.compile(r"-----BEGIN ([A-Z0-9 ]{3,40})-----")
_ARMOUR_END = "-----END "
_SIGNED = "PGP SIGNED MESSAGE"
_SIGNED_HEAD = re.compile(r"[A-Z][\w-]{1,30}: |$")
_ARMOUR_HEAD = re.compile(r"[A-Z][\w-]{1,30}: ")
_BASE64 = re.compile(r"(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/]{50,90}")
_ANY_BASE64 = re.compile(r"\n[ \t]{0,8}[A-Za-z0-9+/]{50,90}[ \t\r]{0,8}$", re.MULTILINE)
_TAIL = re.compile(r"[A-Za-z0-9+/]{2,90}={0,2}")
_WIDEST = 90
_LEAST = 3
"""Lines of Base64 that are no accident."""


def without_code(text: str) -> str:
    """Return a text without what is coded in it; line by line, a signed text stays."""
    below = f"\n{text}"
    filed = f"\n{_FULL}" in text and _ANY_FILE.search(below)
    if not (filed or "-----BEGIN " in text or _ANY_BASE64.search(below)):
        return text
    lines = text.split("\n")
    ends = {line.strip(): at for at, line in enumerate(lines) if line.startswith(_ARMOUR_END)}
    kept: list[str] = []
    at = 0
    while at < len(lines):
        skipped = _coded(lines, at, ends)
        if not skipped:
            kept.append(lines[at])
        at += skipped or 1
    return "\n".join(kept)


def _coded(lines: list[str], at: int, ends: Mapping[str, int]) -> int:
    """
    Return how many lines from this one on are coded; 0 for a line of text.

    `ends` tells where each line that closes an armour stands last.
    """
    line = lines[at].strip()
    if _FILE.match(line):
        return _file(lines, at)
    armour = _ARMOUR.fullmatch(line)
    if armour is not None and armour[1] == _SIGNED:
        head = takewhile(_SIGNED_HEAD.match, map(str.strip, lines[at + 1 : at + 5]))
        return 1 + len(list(head))
    if armour is not None:
        end = f"{_ARMOUR_END}{armour[1]}-----"
        if ends.get(end, -1) < at:
            return 0
        return _armoured(lines, at, end)
    return _base64(lines, at) if _is_base64(line) else 0


def _armoured(lines: list[str], at: int, end: str) -> int:
    """Return the size of an armour that closes with `end`; 0 where words stand in it."""
    for place in range(at + 1, len(lines)):
        line = lines[place].strip()
        if line == end:
            return place - at + 1
        if " " in line and not _ARMOUR_HEAD.match(line):
            return 0
    return 0


def _file(lines: list[str], at: int) -> int:
    """Return the size of a uuencoded file, to its `end` or as far as it goes; 0 for none."""
    end = at + 1
    if end == len(lines) or not lines[end].startswith(_FULL):
        return 0
    while end < len(lines) and _FILE_LINE.fullmatch(lines[end].rstrip()):
        end += 1
    if end - at < _LEAST:
        return 0
    below = [one.strip() for one in lines[end : end + 2]]
    return end - at + (below.index("end") + 1 if "end" in below else 0)


def _base64(lines: list[str], at: int) -> int:
    """Return the size of a block of Base64: full lines of one width, and its last; 0 for none."""
    width = len(lines[at].strip())
    end = at
    while end < len(lines) and len(lines[end].strip()) == width and _is_base64(lines[end]):
        end += 1
    if end - at < _LEAST:
        return 0
    return end - at + (end < len(lines) and _TAIL.fullmatch(lines[end].strip()) is not None)


def _is_base64(line: str) -> bool:
    bare = line.strip()
    return len(bare) <= _WIDEST and _BASE64.fullmatch(bare) is not None
