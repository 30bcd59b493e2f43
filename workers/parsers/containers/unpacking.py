"""
gzip, bzip2, xz and zstd as one stream of plain bytes, in constant memory.

The standard library's file objects lose what they held when the bytes break off, and know no
limit of memory: here all that is whole is given out before the refusal, and a budget is spent.
"""

from __future__ import annotations

import bz2
import io
import lzma
import sys
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol

from shared.errors import Reason, Rejected

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer

    from workers.parsers.containers.budget import Budget

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


class Unpacking(io.RawIOBase):
    """
    The plain bytes of a compressed stream; frames that follow one another are one stream.

    Reading raises `Rejected`: `malformed` where the bytes are broken or break off, after all that
    came before; `expands_too_much`; `too_much_memory`. A passing failure of the disk stays what it
    is.
    """

    def __init__(self, packed: BinaryIO, method: Method, budget: Budget) -> None:
        """Take the compressed stream, which is closed with this one."""
        self._packed = packed
        self._method = method
        self._budget = budget
        self._engine = method.start()

    def readable(self) -> bool:
        """Say that this is a stream to read."""
        return True

    def close(self) -> None:
        """Close both streams."""
        self._packed.close()
        super().close()

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer as far as one step comes; 0 at the end."""
        view = memoryview(buffer).cast("B")
        piece = self._next(len(view))
        view[: len(piece)] = piece
        self._budget.spend(len(piece))
        return len(piece)

    def _next(self, size: int) -> bytes:
        """Return the next plain bytes, at least one; nothing at the end of the last frame."""
        while True:
            if self._engine.eof:
                packed = self._next_frame(self._engine.unused_data)
                if not packed:
                    return b""
                self._engine = self._method.start()
            elif self._engine.needs_input:
                packed = self._packed.read(_CHUNK)
                if not packed:
                    raise Rejected(Reason.MALFORMED, f"the {self._method.name} data break off")
            else:
                packed = b""
            if piece := self._unpack(packed, size):
                return piece

    def _next_frame(self, packed: bytes) -> bytes:
        """Return the bytes that begin the next frame; zeros between frames are padding."""
        while not (packed := packed.lstrip(b"\0")):
            packed = self._packed.read(_CHUNK)
            if not packed:
                return b""
        return packed

    def _unpack(self, packed: bytes, size: int) -> bytes:
        try:
            return self._engine.decompress(packed, size)
        except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zstd.ZstdError) as error:
            if "emory" in str(error):  # xz: "Memory usage limit exceeded"
                raise Rejected(
                    Reason.TOO_MUCH_MEMORY, f"unpacking the {self._method.name} data: {error}"
                ) from error
            raise Rejected(
                Reason.MALFORMED, f"the {self._method.name} data are broken: {error}"
            ) from error
