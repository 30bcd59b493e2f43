"""
gzip, bzip2, xz and zstd: how each is known and undone, a piece at a time.

Parsers unpack whole streams by it, and the desk the beginning of one. The standard library's file
objects lose what they held when the bytes break off, and know no limit of memory.
"""

from __future__ import annotations

import bz2
import lzma
import sys
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable

BROKEN: Final = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zstd.ZstdError)
"""What the decompressors raise where bytes are no such stream."""

_CHUNK = 64 * 1024
_XZ_MEMORY = 256 * 1024 * 1024
"""`xz -9` needs 65 MiB to unpack; a header may ask for 4 GiB."""
_GZIP_WINDOW = 31
"""zlib's way of saying: a gzip header and its checksum, window of 32 KiB."""


class _Engine(Protocol):
    """What the decompressors of the standard library have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class _Gzip:
    """zlib's decompressor in the manner of the others."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(_GZIP_WINDOW)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        out = self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)
        # a full answer may leave more inside zlib, though no input is left over
        self.needs_input = not self._zlib.unconsumed_tail and len(out) < max_length
        return out


@dataclass(frozen=True, slots=True)
class Method:
    """One way of compressing: how it is known and undone."""

    name: str
    magics: tuple[bytes, ...]
    suffixes: tuple[str, ...]
    """The first is its own; those of tar archives are among the others."""
    start: Callable[[], _Engine]


METHODS = (
    Method("gzip", (b"\x1f\x8b\x08",), (".gz", ".gzip", ".tgz"), _Gzip),
    Method(
        "bzip2",
        # a block begins with the digits of pi, an empty file ends with those of its root
        tuple(
            b"BZh%d%s" % (level, digits)
            for level in range(1, 10)
            for digits in (b"1AY&SY", b"\x17\x72\x45\x38\x50\x90")
        ),
        (".bz2", ".bz", ".tbz", ".tbz2"),
        bz2.BZ2Decompressor,
    ),
    Method(
        "xz",
        (b"\xfd7zXZ\x00",),
        (".xz", ".txz"),
        lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY),
    ),
    Method("zstd", (b"\x28\xb5\x2f\xfd",), (".zst", ".zstd", ".tzst"), zstd.ZstdDecompressor),
)


def method_of(head: bytes) -> Method | None:
    """Return the way in which a file is compressed, by its first bytes; None where it is not."""
    for method in METHODS:
        if head.startswith(method.magics):
            return method
    return None


def beginning(method: Method, head: bytes, rest: BinaryIO, *, most: int, most_read: int) -> bytes:
    """
    Return the first plain bytes of a compressed stream, at most `most`.

    `head` was read of it already; no more than `most_read` bytes are read besides, whatever they
    hold. Where the bytes are broken or break off, what came before is returned.
    """
    engine, packed, found = method.start(), head, b""
    while len(found) < most:
        try:
            found += engine.decompress(packed, most - len(found))
        except BROKEN:
            break
        packed = b""
        if engine.eof:
            packed = engine.unused_data.lstrip(b"\0")
            engine = method.start()
        if not packed and engine.needs_input:
            packed = rest.read(min(_CHUNK, most_read))
            most_read -= len(packed)
            if not packed:
                break
    return found
