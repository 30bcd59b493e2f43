"""
RTF as Outlook packs it in messages.

Source: [MS-OXRTFCP] 2.1.3 (the header and its kinds), 2.1.2 (the dictionary), 2.2 (the algorithm).
"""

from __future__ import annotations

import struct
from typing import Final

from workers.parsers.documents.rtf_reading import joined, read_rtf, source_of

_HEADER: Final = struct.Struct("<II4sI")
"""Bytes that follow, bytes that come out, the kind, the checksum."""
_PACKED, _PLAIN = b"LZFu", b"MELA"
_RING: Final = 4096
_KNOWN: Final = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What the dictionary holds before the first byte."""


def unpacked(data: bytes) -> bytes:
    """
    Return the RTF; nothing where it is of no kind that is known, its beginning where it is cut off.

    Two bytes give at most 17: no more comes out than some nine times of what goes in.
    """
    if len(data) < _HEADER.size:
        return b""
    _, size, kind, _ = _HEADER.unpack_from(data)
    if kind == _PLAIN:
        return data[_HEADER.size : _HEADER.size + size]
    return _expanded(data, _HEADER.size, size)[:size] if kind == _PACKED else b""


def texts_of(data: bytes) -> tuple[str, str]:
    """Return the plain text and the page in packed RTF, one of them empty."""
    read = read_rtf(unpacked(data))
    if read.is_page:
        return "", source_of(read).encode("utf-8", "replace").decode()
    return "\n\n".join(filter(str.strip, map(joined, read.paragraphs))), ""


def _expanded(data: bytes, at: int, size: int) -> bytes:
    """Return what the groups from a place on stand for, eight of bytes or references each."""
    out, ring, write = bytearray(), bytearray(_KNOWN.ljust(_RING, b"\0")), len(_KNOWN)
    while at < len(data) and len(out) < size:
        control, at = data[at], at + 1
        for bit in range(8):
            if control >> bit & 1:
                if at + 2 > len(data):
                    return bytes(out)
                told = data[at] << 8 | data[at + 1]
                start, length, at = told >> 4, (told & 15) + 2, at + 2
                if start == write:  # the sign of the end
                    return bytes(out)
            elif at < len(data):
                start, length = -1, 1
            else:
                return bytes(out)
            for step in range(length):
                byte = data[at] if start < 0 else ring[(start + step) % _RING]
                out.append(byte)
                ring[write] = byte
                write = (write + 1) % _RING
            at += start < 0
    return bytes(out)
