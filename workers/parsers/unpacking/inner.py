"""Inner files: a member held in memory, or one that is unpacked anew as often as it is opened."""

from __future__ import annotations

import io
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO, cast

from shared.domain.values import dataclass
from shared.errors import Reason, Rejected
from workers.parsers.base import HEAD_BYTES, RawFile
from workers.parsers.unpacking.budget import Budget, Spent, size_of
from workers.parsers.unpacking.streams import Unpacking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.compression import Method
    from workers.parsers.base import ParseContext

_PIECE = 64 * 1024


@dataclass(frozen=True)
class Inner(RawFile):
    """A file that came out of a container; it brings the delivery's budget along."""

    budget: Budget | None = None


@dataclass(frozen=True)
class Unpacked(Inner):
    """
    The one file inside a compressed one, never held whole by itself.

    Its stream raises `Rejected` where the compressed bytes break off, after all that was whole.
    """

    packed: RawFile | None = None
    method: Method | None = None
    limit: int = 0
    """Bytes above which `data` refuses to hold it; `open` has no limit but the budget."""

    @cached_property
    def head(self) -> bytes:
        """The first bytes, as far as they can be read."""
        pieces: list[bytes] = []
        try:
            pieces.extend(self._pieces(HEAD_BYTES))
        except Rejected as rejected:
            if not pieces or isinstance(rejected, Spent):
                raise
        return b"".join(pieces)

    @cached_property
    def data(self) -> bytes:
        """All bytes; raises `Rejected` (`too_large`) above the limit of a single document."""
        data = b"".join(self._pieces(self.limit + 1))
        if len(data) > self.limit:
            raise too_large(self.limit)
        return data

    def _pieces(self, size: int) -> Iterator[bytes]:
        """Yield the first bytes as they come: a reader that collects them loses them at a cut."""
        with self.open() as stream:
            while size and (piece := cast("io.BufferedReader", stream).read1(min(size, _PIECE))):
                size -= len(piece)
                yield piece

    def open(self) -> BinaryIO:
        """Open the unpacked bytes as a stream that cannot be rewound."""
        assert self.packed is not None
        assert self.method is not None
        assert self.budget is not None
        unpacking = Unpacking(self.packed.open(), self.method, self.budget)
        return cast("BinaryIO", io.BufferedReader(unpacking, _PIECE))


def budget_of(file: RawFile, context: ParseContext) -> Budget:
    """Return the budget that an inner file brought along, or a new one for a delivery."""
    if isinstance(file, Inner) and file.budget is not None:
        return file.budget
    return Budget(size_of(file), context.limits)


def too_large(limit: int) -> Rejected:
    """Return the refusal of a document that is larger than one may be."""
    return Rejected(Reason.TOO_LARGE, f"it is larger than {limit / 1e6:.0f} MB, the limit")
