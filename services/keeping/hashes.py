"""A list of hashes that lies on the disk: a ledger may name a hundred million."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SIZE: Final = 32
"""Bytes of a SHA-256."""


class Hashes:
    """SHA-256 hashes, in the order in which they came; its file goes when it is closed."""

    def __init__(self, folder: Path) -> None:
        """Begin an empty list, in a file without a name on the disk of a folder."""
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by `__exit__`
        self._count = 0

    def append(self, sha256: str) -> None:
        """Take one more."""
        self._file.write(bytes.fromhex(sha256))
        self._count += 1

    def extend(self, hashes: Iterable[str]) -> None:
        """Take more, each in hexadecimal."""
        for sha256 in hashes:
            self.append(sha256)

    def __iter__(self) -> Iterator[str]:
        """Yield them all; none may be appended meanwhile."""
        self._file.seek(0)
        while sha256 := self._file.read(SIZE):
            yield sha256.hex()

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __enter__(self) -> Self:
        """Keep the file until the end of the block."""
        return self

    def __exit__(self, *_raised: object) -> None:
        """Let the file go."""
        self._file.close()
