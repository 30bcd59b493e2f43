"""UTF-16 and UTF-32 that no mark tells of: where null bytes stand, and what the letters are."""

from __future__ import annotations

from collections import Counter

_SEEN = 4096
"""Bytes that are looked at: a multiple of four."""
_SHARE = 0.9
_LEAST = 16
"""Characters of a text in one script that are no accident."""
_FEW = 20
"""One character in so many may be of no script that is expected."""
_NUMBERS = 8
"""One in so many may be a multiple of 256: few letters are, and many numbers of programs."""
_ALPHABETS = (0x03, 0x04, 0x05, 0x06, *range(0x09, 0x0F), 0x10, 0x12, 0x17)
"""First bytes of Greek, Cyrillic, Hebrew, Arabic, the scripts of India, Thai, and so on."""
_KANA = 0x30
"""Most characters of a Japanese text may begin with it; of no other of its script's many do."""
_SCRIPTS = (
    *(frozenset({first}) for first in _ALPHABETS),
    frozenset({_KANA, *range(0x4E, 0xA0)}),
    frozenset(range(0xAC, 0xD8)),
)
"""First bytes of the characters of each script: alphabets, Chinese with Japanese, Korean."""
_SIGNS = frozenset({0x20, 0x30, 0xFF})
"""First bytes of dashes and quotation marks, of East Asian ones, of full-width signs."""
_PLAIN = frozenset(b"\t\n\r") | frozenset(range(0x20, 0x7F)) | frozenset(range(0xA0, 0x100))


def wide(data: bytes) -> str | None:
    """Return UTF-16's or UTF-32's name where bytes stand as they do there, else None."""
    head = data[: min(len(data) - len(data) % 2, _SEEN)]
    many = len(head) // 2
    if b"\0" not in head or many < 2:  # noqa: PLR2004 - shorter than two characters
        return None
    nulls = [head[place::4].count(0) * 4 for place in range(4)]
    few = len(head) // 20
    if nulls[2] > 2 * many * _SHARE and nulls[3] > 2 * many * _SHARE and nulls[0] <= few:
        return "utf-32le"
    if nulls[0] > 2 * many * _SHARE and nulls[1] > 2 * many * _SHARE and nulls[3] <= few:
        return "utf-32be"
    even, odd = (nulls[0] + nulls[2]) // 4, (nulls[1] + nulls[3]) // 4
    if (odd * 4 > many and even <= few) or _in_one_script(head[1::2], head[::2]):
        return "utf-16le"
    if (even * 4 > many and odd <= few) or _in_one_script(head[::2], head[1::2]):
        return "utf-16be"
    return None


def _in_one_script(firsts: bytes, seconds: bytes) -> bool:
    """
    Return whether characters of two bytes are those of one script beyond Latin, and plain signs.

    Their spaces and line ends alone have a null byte first, too few to tell by.
    """
    if len(firsts) < _LEAST:
        return False
    counts = {first: firsts.count(first) for first in set(firsts)}
    held = {script: sum(counts.get(first, 0) for first in script) for script in _SCRIPTS}
    script = max(held, key=lambda each: held[each])
    most = sum(sorted(counts.get(first, 0) for first in script - {_KANA})[-3:])
    spread = len(script) == 1 or 4 * most <= 3 * held[script]  # a program's codes are not
    if not spread or 2 * held[script] <= len(firsts):
        return False
    signs = sum(counts.get(first, 0) for first in _SIGNS - script)
    plain, numbers = _plain(firsts, seconds)
    enough = (held[script] + plain + signs) * _FEW >= len(firsts) * (_FEW - 1)
    return enough and numbers * _NUMBERS <= len(firsts)


def _plain(firsts: bytes, seconds: bytes) -> tuple[int, int]:
    """Return how many characters are Latin signs, and how many are multiples of 256."""
    pairs = Counter(zip(firsts, seconds, strict=True))
    plain = sum(n for (first, second), n in pairs.items() if first == 0 and second in _PLAIN)
    return plain, sum(n for (first, second), n in pairs.items() if first != 0 and second == 0)
