"""
The message inside a signature that is put around it (S/MIME, `smime-type=signed-data`).

Source: RFC 5652, 5.1 and 5.2 (SignedData and what it holds); X.690, 8.1 (lengths, known or not).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEQUENCE, _OID, _OCTETS, _PARTS, _INSIDE = 0x30, 0x06, 0x04, 0x24, 0xA0
_SIGNED: Final = bytes.fromhex("2a864886f70d010702")
_DATA: Final = bytes.fromhex("2a864886f70d010701")
_COMPOSED: Final = 0x20
_LONG: Final = 0x80
_DEEPEST: Final = 12
_MOST: Final = 100_000
"""Pieces of a content."""


class _Broken(ValueError):
    """The bytes are not what the standard calls for."""


def signed_content(data: bytes) -> bytes | None:
    """Return the message that a signature is around; None where it is locked, or no such thing."""
    try:
        kind, content = _pair(data, 0, len(data))
        if kind != _SIGNED:
            return None
        (start, end) = _only(data, *content, _SEQUENCE)
        for tag, first, last in _elements(data, start, end):
            if tag == _SEQUENCE:  # behind the version and the set of ways to sign
                held = _held(data, first, last)
                return b"".join(held) if held is not None else None
    except (_Broken, IndexError):
        return None
    return None


def _pair(data: bytes, start: int, end: int) -> tuple[bytes, tuple[int, int]]:
    """Return the kind of a content, and where it stands."""
    first, last = _only(data, start, end, _SEQUENCE)
    return _kind_in(data, first, last)


def _kind_in(data: bytes, first: int, last: int) -> tuple[bytes, tuple[int, int]]:
    kind = b""
    for tag, begin, stop in _elements(data, first, last):
        if tag == _OID:
            kind = data[begin:stop]
        elif tag == _INSIDE:
            return kind, (begin, stop)
    raise _Broken


def _held(data: bytes, first: int, last: int) -> list[bytes] | None:
    """Return the pieces of the content that was signed."""
    kind, (begin, stop) = _kind_in(data, first, last)
    if kind != _DATA:
        return None
    for tag, start, end in _elements(data, begin, stop):
        if tag == _OCTETS:
            return [data[start:end]]
        if tag == _PARTS:
            pieces = _elements(data, start, end)
            return [data[a:b] for piece, a, b in pieces if piece == _OCTETS]
    return None


def _only(data: bytes, start: int, end: int, wanted: int) -> tuple[int, int]:
    """Return where the first element stands, which must be of a kind."""
    tag, first, last = next(_elements(data, start, end), (0, 0, 0))
    if tag != wanted:
        raise _Broken
    return first, last


def _elements(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield tag, first byte and end of each element in a stretch."""
    for _ in range(_MOST):
        if at >= end or data[at : at + 2] == b"\0\0":
            return
        first, last, after = _extent(data, at, _DEEPEST)
        yield data[at], first, last
        at = after


def _extent(data: bytes, at: int, depth: int) -> tuple[int, int, int]:
    """Return where the content of an element begins and ends, and where the next one begins."""
    size, first = data[at + 1], at + 2
    if size < _LONG:
        return first, first + size, first + size
    if size > _LONG:
        first += size - _LONG
        size = int.from_bytes(data[at + 2 : first], "big")
        return first, min(first + size, len(data)), first + size
    if depth == 0 or not data[at] & _COMPOSED:
        raise _Broken
    place = first
    for _ in range(_MOST):  # of no known length: it ends with two zeros
        if data[place : place + 2] == b"\0\0":
            return first, place, place + 2
        *_, place = _extent(data, place, depth - 1)
    raise _Broken
