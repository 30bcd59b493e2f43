"""
Bytes as parsers look for them: one mark at most, no wide characters, lines that end once.

Programs that put files together leave two marks, PowerShell writes what it is told to keep in
UTF-16, and a transfer as text done twice ends each line in two carriage returns.
"""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import TYPE_CHECKING

from workers.parsers.charset.decoding import decode

if TYPE_CHECKING:
    from workers.parsers.base import RawFile

_MARK = codecs.BOM_UTF8
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKS = (_MARK, *_WIDE)
_KEPT = (b"<", b"{", b"[", b"")
"""What a text opens with whose parsers know a mark, and one without anything else."""
_JSON = (b"{", b"[")
"""What JSON opens with: to it a line end more is nothing, and lines of any size are a stream."""
_TWICE = b"\r\r\n"
_UNREADABLE = "\ufffd"
_MOST = 1
"""Places that cannot be read: half a character, where a line end of one byte was added below."""
_LEAST = 3
"""Lines that end so before all are believed to."""


def plain(file: RawFile, limit: int) -> RawFile:
    """
    Return a file with its text in UTF-8 and its lines ended once, up to a size of `limit`.

    A mark stays before tags alone, which may name another charset; mail, wire copy and the like
    begin with their first sign. Wide characters that cannot be read stay, for a parser to tell of.
    """
    head = file.head
    marked = head.startswith(_MARKS)
    if marked and head.startswith(_MARK):
        marked = head[3:].startswith(_MARKS) or head[3:].lstrip()[:1] not in _KEPT
    twice = head.count(_TWICE) if _TWICE in head else 0
    ended = twice >= _LEAST and twice == head.count(b"\n") and b"\0" not in head
    ended = ended and head.lstrip()[:1] not in _JSON and not file.is_binary
    if not (marked or ended):
        return file
    with file.open() as stream:  # not its `data`: what unpacks to more is read as a stream
        held = stream.read(limit + 1)
    if len(held) > limit:
        return file
    data = _narrow(held) if marked else held
    if data is held and not ended:
        return file
    return replace(file, path=None, content=data.replace(_TWICE, b"\r\n") if ended else data)


def _narrow(data: bytes) -> bytes:
    """Return the bytes with the mark of UTF-8, whichever and how many there are; see `plain`."""
    while data.startswith(_MARK):
        data = data[3:]
    if data.startswith(_WIDE):
        text = decode(data).text.lstrip("\ufeff")
        if text.count(_UNREADABLE) > _MOST:
            return data
        data = text.encode("utf-8", "replace")
    return _MARK + data if data.lstrip()[:1] in _KEPT else data
