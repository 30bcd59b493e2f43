"""
What Outlook packs into a part of its own for mail programs that do not know it (`winmail.dat`).

Source: [MS-OXTNEF] 2.1.1 (the stream), 2.1.3.3 (attributes), 2.1.3.4 (properties), 2.1.3.5 (sizes).
"""

from __future__ import annotations

import struct
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from workers.parsers.charset.decoding import decode
from workers.parsers.documents.rtf_packed import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC: Final = b"\x78\x9f\x3e\x22"
_ATTRIBUTE: Final = struct.Struct("<BII")
"""Level, number and size, before the content; a checksum of two bytes is behind it."""
_PROPERTIES, _BEGINS, _TITLE, _DATA, _OF_ATTACHED, _BODY = (
    0x00069003, 0x00069002, 0x00018010, 0x0006800F, 0x00069005, 0x0002800C,
)  # fmt: skip
_NAMED: Final = 0x8000
_MANY: Final = 0x1000
_FIXED: Final = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0xA: 4, 0xB: 4, 0x14: 8, 0x40: 8, 0x48: 16}
"""Type → bytes of a value, with what fills it up to four."""
_NARROW, _WIDE = 0x1E, 0x1F
_PLAIN, _RTF, _PAGE, _CONTENT, _NAME = 0x1000, 0x1009, 0x1013, 0x3701, 0x3707
_MOST: Final = 2_000
"""Attributes; properties of one; values of one."""


@dataclass(slots=True)
class Attached:
    """A file: its name, empty where none is told, and its bytes."""

    name: str = ""
    content: bytes = b""


@dataclass(slots=True)
class Packed:
    """The texts of the message and what is attached to it."""

    plain: str = ""
    page: str = ""
    attached: list[Attached] = field(default_factory=list)


def read_tnef(data: bytes) -> Packed:
    """Return what a stream holds, as far as it is whole; nothing for one that is none."""
    packed = Packed()
    with suppress(struct.error):  # it was cut off: what stood before counts
        for number, content in _attributes(data):
            _take(number, content, packed)
    packed.attached = [one for one in packed.attached if one.content]
    return packed


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    if not data.startswith(MAGIC):
        return
    at = len(MAGIC) + 2
    for _ in range(_MOST):
        if at >= len(data):
            return
        _, number, size = _ATTRIBUTE.unpack_from(data, at)
        at += _ATTRIBUTE.size
        yield number, data[at : at + size]
        at += size + 2


def _take(number: int, content: bytes, packed: Packed) -> None:
    """Take what an attribute tells."""
    if number == _BODY:
        packed.plain = packed.plain or decode(content.rstrip(b"\0")).text
    elif number == _PROPERTIES:
        _take_texts(_properties(content), packed)
    elif number == _BEGINS:
        packed.attached.append(Attached())
    elif packed.attached and number == _TITLE:
        last = packed.attached[-1]
        last.name = last.name or decode(content.rstrip(b"\0")).text
    elif packed.attached and number == _DATA:
        packed.attached[-1].content = content
    elif packed.attached and number == _OF_ATTACHED:
        told = _properties(content)
        packed.attached[-1].name = _text(told, _NAME) or packed.attached[-1].name
        packed.attached[-1].content = packed.attached[-1].content or told.get(_CONTENT, (0, b""))[1]


def _take_texts(told: dict[int, tuple[int, bytes]], packed: Packed) -> None:
    packed.plain = _text(told, _PLAIN) or packed.plain
    page = told.get(_PAGE, (0, b""))[1]
    packed.page = decode(page.rstrip(b"\0"), html=True).text if page else ""
    if not packed.plain.strip() and not packed.page and _RTF in told:
        packed.plain, packed.page = texts_of(told[_RTF][1])


def _text(told: dict[int, tuple[int, bytes]], number: int) -> str:
    kind, content = told.get(number, (0, b""))
    if kind == _WIDE:
        return content.decode("utf-16-le", "replace").rstrip("\0")
    return decode(content.rstrip(b"\0")).text if kind == _NARROW else ""


def _properties(data: bytes) -> dict[int, tuple[int, bytes]]:
    """Return number, type and first value of each property, down to one that is broken."""
    found: dict[int, tuple[int, bytes]] = {}
    with suppress(struct.error):
        found.update(_each_property(data))
    return found


def _each_property(data: bytes) -> Iterator[tuple[int, tuple[int, bytes]]]:
    (count,) = struct.unpack_from("<I", data)
    at = 4
    for _ in range(min(count, _MOST)):
        kind, number = struct.unpack_from("<HH", data, at)
        at = _after_name(data, at + 4) if number >= _NAMED else at + 4
        values, at = _values(data, at, kind)
        yield number, (kind & ~_MANY, values)


def _after_name(data: bytes, at: int) -> int:
    """Return where the name of a property ends: a number, or a text, behind whose it is."""
    kind, size = struct.unpack_from("<II", data, at + 16)
    return at + 24 + (_padded(size) if kind else 0)


def _values(data: bytes, at: int, kind: int) -> tuple[bytes, int]:
    """Return the first value of a property and where its last one ends."""
    fixed = _FIXED.get(kind & ~_MANY)
    count = 1
    if fixed is None or kind & _MANY:
        (count,) = struct.unpack_from("<I", data, at)
        at += 4
    first = b""
    for place in range(min(count, _MOST)):
        size = fixed
        if size is None:
            (size,) = struct.unpack_from("<I", data, at)
            at += 4
        if place == 0:
            first = data[at : at + size]
        at += _padded(size)
    return first, at


def _padded(size: int) -> int:
    return size + -size % 4
