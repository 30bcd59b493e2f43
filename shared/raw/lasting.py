"""
How the objects of a store come to outlast a power cut, and what is done with those that do not.

Linux tells of a failed flush once. From then on it takes what lies in memory for written, and the
next flush of the same file succeeds though the disk has never seen its bytes (fsync(2), under
"EIO"). So they go into a new file, that nothing has failed for.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.raw.disk import CHUNK, FileSystem, flush, flushing, pour

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

FEW: Final = 4
"""Up to so many new files are flushed by themselves; more by one flush of the file system."""

READ_ONLY: Final = 0o440

MARK: Final = stat.S_ISVTX
"""The bit of a file's mode that says to others, and after a kill, that the disk refused it. For
files it means nothing else, and it costs a chmod of the few that it happens to."""


class Lasting:
    """The flushes of one store, and what came of them."""

    def __init__(
        self, root: Path, name: Callable[[str], str], new_file: Callable[[], tuple[str, FileIO]]
    ) -> None:
        """Take what tells an object's path, and what opens a new file on the same disk."""
        self._root = root
        self._name = name
        self._new_file = new_file
        self._disk = FileSystem(root)
        self._unflushed: set[Path] = set()
        """The root, while names of new folders in it may not outlast a power cut."""
        self._refused: set[str] = set()
        self._wait: Callable[[], None] = lambda: None
        """Ends when the flushes that were begun last have."""

    def writing(self) -> None:
        """Hear from now on what becomes of what is written."""
        self._disk.watch()

    def close(self) -> None:
        """Let go of the disk."""
        self._disk.close()

    def folder_made(self) -> None:
        """Flush the root too, the next time."""
        self._unflushed.add(self._root)

    def syncing(self, hashes: Collection[str]) -> Callable[[], None]:
        """
        Begin to make objects last, and return what waits until they do; both raise `OSError`.

        A few are flushed by themselves with their folders, so that one delivery waits for no other
        writer's data; of a burst the whole file system, at once. A failure is noted where it is
        met: whoever began it may come to write no row, and begin again.
        """
        with contextlib.suppress(OSError):  # noted
            self._wait()
        for sha256 in self._refused.intersection(hashes):
            self._write_anew(sha256)
            self._refused.discard(sha256)
        if len(hashes) > FEW:
            with self._noted(hashes):
                self._disk.flush()
            return lambda: None
        return self._flushing(hashes)

    def _flushing(self, hashes: Collection[str]) -> Callable[[], None]:
        """Begin to flush each object and the folders, and return what waits for them."""
        paths = [Path(self._name(sha256)) for sha256 in hashes]
        folders = {path.parent for path in paths} | self._unflushed

        def one(path: Path) -> None:
            with self._noted(hashes):
                flush(path)

        wait = self._wait = flushing(one, [*paths, *folders])

        def waiting() -> None:
            wait()
            self._unflushed.clear()
            with self._noted(hashes):
                self._look_for_marks(paths)

        return waiting

    @contextlib.contextmanager
    def _noted(self, hashes: Collection[str]) -> Iterator[None]:
        """Note that the disk may not have some objects, whatever it says of them from now on."""
        try:
            yield
        except OSError:
            self._refused.update(hashes)
            for sha256 in hashes:
                with contextlib.suppress(OSError):  # gone, or another user's: we know it ourselves
                    path = Path(self._name(sha256))
                    path.chmod(stat.S_IMODE(path.stat().st_mode) | MARK)
            raise

    @staticmethod
    def _look_for_marks(paths: Collection[Path]) -> None:
        """Raise where another process was told of the failure that this one no longer hears of."""
        for path in paths:
            if is_refused(path.stat()):
                raise OSError(errno.EIO, "its flush failed before", str(path))

    def _write_anew(self, sha256: str) -> None:
        """
        Write an object into a new file, from what of it is in memory.

        Where that is no longer what its name says the error is not one that passes: only whoever
        has the bytes elsewhere, a claim or an original, can keep them again.
        """
        target = self._name(sha256)
        name, copy = self._new_file()
        try:
            with copy, FileIO(target) as source:
                first = source.read(CHUNK)
                digest = hashlib.sha256(first)
                pour(first, source, copy, os.fstat(source.fileno()).st_size, digest)
                os.fchmod(copy.fileno(), READ_ONLY)
            if digest.hexdigest() != sha256:
                raise OSError(errno.EBADMSG, "the disk lost bytes that it refused before", target)
            self.settle(name, sha256)
        finally:
            Path(name).unlink(missing_ok=True)

    def settle(self, name: str, sha256: str) -> None:
        """Move a whole file to its place; what may be whole there is not given up for less."""
        target = self._name(sha256)
        if os.path.lexists(target):
            flush(Path(name))
        os.rename(name, target)  # noqa: PTH104 - paths cost more than the call


def is_refused(state: os.stat_result) -> bool:
    """Return whether the disk refused a file, as far as it is said of it."""
    return bool(state.st_mode & MARK)
