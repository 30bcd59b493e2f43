"""
The text of a Word document before 2007, by its file's own index of pieces.

Source: [MS-DOC], Word Binary File Format: 2.5 (the FIB), 2.9.38 (the Clx), 2.8.35 (PlcPcd) and
2.4.1 (where text lies). Styles are not read.
"""

from __future__ import annotations

import re
import struct
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from shared.errors import Reason, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNATURE: Final = 0xA5EC
_BASE = struct.Struct("<HHHHHH")
"""The start of the FIB: signature, version, …, flags."""
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_TEXT_LENGTH: Final = 0x4C
"""Where the FIB says how many characters the text has, before notes and headers."""
_CLX: Final = 0x1A2
"""… and where in the table stream the Clx lies, and how long it is."""
_WORD_97: Final = 0x00C1
_PRC, _PCDT = 1, 2
_COMPRESSED: Final = 0x4000_0000
"""The bit of a piece whose characters take one byte each, of Windows-1252."""
_FIELD = re.compile(r"\x13[^\x13\x14\x15]*+\x14([^\x13\x14\x15]*+)\x15|\x13[^\x13\x14\x15]*+\x15")
"""An innermost field: its instruction, and what it shows."""
_NESTED: Final = 8
_BREAKS = re.compile(r"[\r\x07\x0c\x0e]+")
"""Ends of paragraphs, cells, pages and columns."""
_SIGNS: Final = str.maketrans({"\x0b": " ", "\x1e": "-", "\x1f": None, "\xa0": " "})
_OTHERS = re.compile(r"[\x00-\x08\x10-\x1d]")
"""Pictures, notes' marks and the like."""


def table_of(document: bytes) -> str:
    """Return the name of the stream that the index lies in; raise `Rejected`: see `paragraphs`."""
    if len(document) < _CLX + 8:
        raise _broken("it ends before its index")
    signature, version, _, _, _, flags = _BASE.unpack_from(document)
    if signature != _SIGNATURE:
        raise _broken("it has not the signature of one")
    if flags & _ENCRYPTED:
        raise Rejected(Reason.ENCRYPTED, "the document is locked with a password")
    if version < _WORD_97:
        raise Rejected(Reason.UNKNOWN_FORMAT, "a document of Word before 1997: save it as DOCX")
    return "1Table" if flags & _TABLE_1 else "0Table"


def paragraphs(document: bytes, table: bytes) -> list[str]:
    """
    Return the paragraphs of the main text, of the streams `WordDocument` and `table_of`.

    Raises `Rejected`: `encrypted`, `unknown_format` (Word 6 and 95), or `malformed`.
    """
    try:
        (length,) = struct.unpack_from("<i", document, _TEXT_LENGTH)
        start, size = struct.unpack_from("<II", document, _CLX)
        text = "".join(_pieces(document, _plc(table[start : start + size])))
    except (struct.error, ValueError) as error:
        raise _broken(str(error)) from error
    shown = _without_fields(text[: max(length, 0)])
    told = (_OTHERS.sub("", one).translate(_SIGNS) for one in _BREAKS.split(shown))
    return [line for line in (" ".join(one.split()) for one in told) if line]


def _plc(clx: bytes) -> bytes:
    """Return the index of pieces in a Clx, behind what it says of their formats."""
    at = 0
    while at < len(clx) and clx[at] == _PRC:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != _PCDT:
        raise ValueError("its index of pieces is not there")
    (size,) = struct.unpack_from("<I", clx, at + 1)
    return clx[at + 5 : at + 5 + size]


def _pieces(document: bytes, plc: bytes) -> Iterator[str]:
    """Yield the text of each piece: 4 bytes a border, then 8 bytes a piece."""
    count = (len(plc) - 4) // 12
    if count < 1:
        raise ValueError("its index of pieces is empty")
    borders = struct.unpack_from(f"<{count + 1}I", plc)
    left = len(document)
    for place, (first, last) in enumerate(pairwise(borders)):
        (where,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * place + 2)
        characters = last - first
        left -= characters
        if characters < 0 or left < 0:
            raise ValueError("its pieces overlap")
        if where & _COMPRESSED:
            begin = (where & ~_COMPRESSED) // 2
            yield document[begin : begin + characters].decode("cp1252", "replace")
        else:
            yield document[where : where + 2 * characters].decode("utf-16-le", "replace")


def _without_fields(text: str) -> str:
    """Return a text with what its fields show, and without their instructions."""
    for _ in range(_NESTED):
        shown = _FIELD.sub(lambda found: found[1] or "", text)
        if shown == text:
            break
        text = shown
    return text


def _broken(why: str) -> Rejected:
    return Rejected(Reason.MALFORMED, f"the Word document is broken: {why}")
