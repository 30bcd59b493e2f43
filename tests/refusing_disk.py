"""
A disk that refuses what is flushed, as Linux tells of it: once.

What a failed flush was to write never gets there, though the next flush of the same file succeeds.
"""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from shared.raw import disk

if TYPE_CHECKING:
    import pytest


class RefusingDisk:
    """What would be there after a power cut."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch) -> None:
        """Stand between this process and the disk of a folder."""
        self.root = root
        self.refuses = 0
        """How many flushes of files' bytes are to fail."""
        self._has: set[int] = set()
        self._lost: dict[int, int] = {}
        """Each with a descriptor, that no other file shall have its number."""
        self._fsync, self._pwrite = os.fsync, os.pwrite
        patch.setattr(os, "fsync", self._flush)
        patch.setattr(os, "pwrite", self._write)
        patch.setattr(disk, "libc", lambda: self)

    def has(self, path: Path) -> bool:
        """Return whether a file's bytes would be there."""
        return path.stat().st_ino in self._has

    def syncfs(self, _descriptor: int) -> int:
        """Flush all files below the root, as the C library does."""
        files = [path for path in self.root.rglob("*") if path.is_file()]
        descriptors = [os.open(path, os.O_RDONLY) for path in files]
        try:
            self._take(descriptors)
        except OSError as error:
            ctypes.set_errno(error.errno or 0)
            return -1
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        return 0

    def close(self) -> None:
        """Let go of the files."""
        while self._lost:
            os.close(self._lost.popitem()[1])

    def _flush(self, descriptor: int) -> None:
        self._fsync(descriptor)
        if Path(f"/proc/self/fd/{descriptor}").is_file():
            self._take([descriptor])

    def _take(self, descriptors: list[int]) -> None:
        inodes = {os.fstat(each).st_ino: each for each in descriptors}
        if self.refuses:
            self.refuses -= 1
            for inode in inodes.keys() - self._has - self._lost.keys():
                self._lost[inode] = os.dup(inodes[inode])
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        self._has |= inodes.keys() - self._lost.keys()

    def _write(self, descriptor: int, data: bytes, place: int) -> int:
        inode = os.fstat(descriptor).st_ino
        if inode in self._lost:
            os.close(self._lost.pop(inode))
        self._has.discard(inode)
        return self._pwrite(descriptor, data, place)
