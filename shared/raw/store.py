"""What is asked of a raw store, wherever it keeps its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Protocol

from shared.domain.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from contextlib import AbstractContextManager
    from io import FileIO
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes that are in the store, or on their way into it until `sync`."""

    sha256: str
    """64 hex digits."""
    size: int
    new: bool
    """Whether they were not there before."""


class AtHand(Protocol):
    """Objects of the store as files of this machine, for as long as a block lasts."""

    def file(self, sha256: str) -> str:
        """
        Return the path of a file with the bytes of a hash, to be read and not changed.

        Raises `Rejected` when the store has not got them, `OSError` when it cannot be reached.
        """
        ...


class RawStore(Protocol):
    """
    Content-addressed bytes.

    A writer calls `link` or `copy`, then `sync` or `syncing`, and commits the row that names the
    hash only when that has ended.
    Failures that may pass are `OSError`s whose number is in `PASSING`.
    """

    @property
    def root(self) -> Path:
        """A folder of this machine for what is on its way into the store."""
        ...

    def prepare(self) -> None:
        """Do once what the first files would have to wait for."""
        ...

    def close(self) -> None:
        """Let go of the disk, which may then be taken away; it may be used again."""
        ...

    def place(self, sha256: str) -> str:
        """Return where the bytes of a hash lie, or would lie, for people."""
        ...

    def has(self, sha256: str) -> bool:
        """Return whether the bytes of a hash are there."""
        ...

    def open(self, sha256: str) -> BinaryIO:
        """Open kept bytes for reading; raises `Rejected` when they are not there."""
        ...

    def at_hand(self, hashes: Collection[str]) -> AbstractContextManager[AtHand]:
        """Bring objects to this machine, several at once, for as long as the block lasts."""
        ...

    def lay_aside(self, sha256: str, target: Path) -> None:
        """Give an object a second name on this machine, where that costs next to nothing."""
        ...

    def link(self, source: str, sha256: str, size: int) -> Kept:
        """
        Keep a file of that hash by a second name for it; no byte is copied.

        Only for a file that nobody else can write: its inode is shared until the caller removes
        `source`. Raises `OSError` where links are not to be had.
        """
        ...

    def copy(self, source: BinaryIO, most: int) -> Kept:
        """
        Keep the next bytes of a stream, at most so many, hashed while they are copied.

        The bound is the size that was seen: a file that grows as fast as it is read has an end
        too. Raises `OSError` and then keeps nothing.
        """
        ...

    def incoming(self) -> AbstractContextManager[tuple[Path, FileIO]]:
        """Open a new file on the disk of `root`, to be moved away when it is whole."""
        ...

    def sync(self, hashes: Collection[str]) -> None:
        """Make kept bytes last, whatever fails afterwards; to be called before their rows are."""
        ...

    def syncing(self, hashes: Collection[str]) -> Callable[[], None]:
        """
        Begin to make kept bytes last; return what ends when they do, to be called before a commit.

        What that waits for is at most this machine's disk: all else is done at once.
        """
        ...

    def tidy(self, before: float) -> int:
        """Remove what crashed processes left, untouched since `before` (seconds since 1970)."""
        ...
