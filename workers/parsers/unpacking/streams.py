"""
gzip, bzip2, xz and zstd as one stream of plain bytes, in constant memory.

The standard library's file objects lose what they held when the bytes break off, and know no
limit of memory: here all that is whole is given out before the refusal, and a budget is spent.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from shared.compression import BROKEN
from shared.errors import Reason, Rejected

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

    from shared.compression import Method
    from workers.parsers.unpacking.budget import Budget

_CHUNK = 64 * 1024


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
        except BROKEN as error:
            if "emory" in str(error):  # xz: "Memory usage limit exceeded"
                raise Rejected(
                    Reason.TOO_MUCH_MEMORY, f"unpacking the {self._method.name} data: {error}"
                ) from error
            raise Rejected(
                Reason.MALFORMED, f"the {self._method.name} data are broken: {error}"
            ) from error
