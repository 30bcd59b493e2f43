"""
What happens to files on their way: cut off, garbled, padded, mixed up. Seeded, so repeatable.

Each damage takes bytes and a source of chance, and gives bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random


def cut_early(data: bytes, chance: random.Random) -> bytes:
    """Stop in the first quarter: a transfer that broke off at once."""
    return data[: chance.randrange(1, max(2, len(data) // 4))]


def cut_late(data: bytes, chance: random.Random) -> bytes:
    """Lose some of the last bytes: a transfer that nearly came through."""
    return data[: -chance.randrange(1, max(2, min(64, len(data))))]


def flip(data: bytes, chance: random.Random) -> bytes:
    """Change one byte in a hundred: a bad disk, a wrong decoder."""
    changed = bytearray(data)
    for _ in range(max(1, len(data) // 100)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def lose_a_piece(data: bytes, chance: random.Random) -> bytes:
    """Lose a piece from the middle: a page of a file that was never written."""
    begin = chance.randrange(len(data))
    return data[:begin] + data[begin + chance.randrange(1, max(2, len(data) // 3)) :]


def zeros(data: bytes, chance: random.Random) -> bytes:
    """Write zeros over a piece: what a crash leaves of a file that was only allocated."""
    begin = chance.randrange(len(data))
    size = chance.randrange(1, max(2, len(data) // 2))
    return data[:begin] + b"\0" * min(size, len(data) - begin) + data[begin + size :]


def twice(data: bytes, chance: random.Random) -> bytes:
    """Begin again in the middle: two writers, or a retry that did not start over."""
    at = chance.randrange(1, len(data) + 1)
    return data[:at] + data


def text_mode(data: bytes, _chance: random.Random) -> bytes:
    """Send it as text: every line end becomes two bytes, whatever it meant."""
    return data.replace(b"\n", b"\r\n")


def twice_encoded(data: bytes, _chance: random.Random) -> bytes:
    """Take the bytes for Latin-1 and write them as UTF-8."""
    return data.decode("latin-1").encode()


DAMAGES: Final = (cut_early, cut_late, flip, lose_a_piece, zeros, twice, text_mode, twice_encoded)
