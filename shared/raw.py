"""
The raw store: every byte ever received, under the name of its content.

`raw/ab/abcdef…` holds the bytes whose SHA-256 is `abcdef…`: the same bytes twice are one file,
and a file is never changed once it is there. It outlives the database: everything can be made
again from it.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import functools
import hashlib
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final
from uuid import uuid4

from shared.errors import Reason, Rejected, Retryable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

CHUNK: Final = 1024 * 1024
"""Bytes read at once; a file of any size is kept in constant memory."""

FEW: Final = 4
"""Up to so many new files are flushed by themselves; more by one flush of the file system."""

READ_ONLY: Final = 0o440

PASSING: Final = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ESTALE}
    | {errno.ENOMEM, errno.EINTR, errno.EAGAIN, errno.ETIMEDOUT, errno.EHOSTDOWN}
)
"""Errors of a disk or share that may work again in a moment."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes that are in the store."""

    sha256: str
    """64 hex digits."""
    size: int
    new: bool
    """Whether they were not there before."""


class RawStore:
    """Content-addressed files below one folder."""

    def __init__(self, root: Path) -> None:
        """Use a folder; it is made when the first bytes come."""
        self.root = root
        self._root = str(root)
        self._made_folders = False
        self._incoming = root / ".incoming"

    def path(self, sha256: str) -> Path:
        """Return where the bytes of a hash lie, or would lie."""
        return Path(self._name(sha256))

    def _name(self, sha256: str) -> str:
        return f"{self._root}/{sha256[:2]}/{sha256}"

    def has(self, sha256: str) -> bool:
        """Return whether the bytes of a hash are there."""
        return self.path(sha256).is_file()

    def open(self, sha256: str) -> BinaryIO:
        """Open kept bytes for reading; raises `Rejected` when they are not there."""
        try:
            return self.path(sha256).open("rb")
        except FileNotFoundError as error:
            detail = f"{self.path(sha256)} is gone: restore it from a backup of the raw folder"
            raise Rejected(Reason.BYTES_MISSING, detail) from error

    def link(self, source: str, sha256: str, size: int) -> Kept:
        """
        Keep a file of that hash by a second name for it; no byte is copied.

        Only for a file that nobody else can write: its inode is shared until the caller removes
        `source`. Raises `OSError` where links are not to be had.
        """
        target = self._name(sha256)
        try:
            os.link(source, target, follow_symlinks=False)
        except FileNotFoundError:
            if self.path(sha256).parent.is_dir():
                raise  # it is the source that is gone
            self._make_folder(sha256)
            return self.link(source, sha256, size)
        except FileExistsError:
            if self._whole(sha256, size):
                return Kept(sha256, size, new=False)
            self.path(sha256).unlink(missing_ok=True)
            return self.link(source, sha256, size)
        return Kept(sha256, size, new=True)

    def copy(self, source: BinaryIO, most: int) -> Kept:
        """
        Keep the next bytes of a stream, at most so many, hashed while they are copied.

        The bound is the size that was seen: a file that grows as fast as it is read has an end
        too. Raises `OSError` and then keeps nothing.
        """
        digest, size = hashlib.sha256(), 0
        with self.incoming() as (path, copy):
            while chunk := source.read(min(CHUNK, most - size)):
                digest.update(chunk)
                write_all(copy, chunk)
                size += len(chunk)
            os.fchmod(copy.fileno(), READ_ONLY)
            copy.close()
            sha256 = digest.hexdigest()
            if self._whole(sha256, size):
                return Kept(sha256, size, new=False)
            target = self.path(sha256)
            if not target.parent.is_dir():
                self._make_folder(sha256)
            path.rename(target)
        return Kept(sha256, size, new=True)

    def tidy(self, before: float) -> int:
        """Remove what crashed copies left, untouched since `before` (seconds since 1970)."""
        removed = 0
        with contextlib.suppress(FileNotFoundError), os.scandir(self._incoming) as entries:
            for entry in entries:
                if entry.stat(follow_symlinks=False).st_mtime < before:
                    Path(entry.path).unlink(missing_ok=True)
                    removed += 1
        return removed

    @contextlib.contextmanager
    def incoming(self) -> Iterator[tuple[Path, FileIO]]:
        """Open a new file on the store's own disk, to be moved away when it is whole."""
        path = self._incoming / uuid4().hex
        try:
            copy = FileIO(path, "x")
        except FileNotFoundError:
            self._incoming.mkdir(parents=True, exist_ok=True)
            copy = FileIO(path, "x")
        try:
            with copy:
                yield path, copy
        finally:
            path.unlink(missing_ok=True)

    def _make_folder(self, sha256: str) -> None:
        self.path(sha256).parent.mkdir(parents=True, exist_ok=True)
        self._made_folders = True

    def _whole(self, sha256: str, size: int) -> bool:
        """Return whether the bytes are there; a power cut may leave a name with fewer of them."""
        try:
            return self.path(sha256).stat().st_size == size
        except FileNotFoundError:
            return False

    def sync(self, hashes: Collection[str]) -> None:
        """
        Make kept bytes and their names survive a power cut; to be called before their rows are.

        A few files are flushed by themselves, so that one delivery waits for no other writer's
        data, and at once with their folders, since a disk answers several flushes as fast as one;
        a burst is flushed with the whole file system.
        """
        if not hashes:
            return
        if len(hashes) > FEW:
            sync_file_system(self.root)
            return
        paths = {self.path(sha256) for sha256 in hashes}
        paths |= {path.parent for path in paths} | ({self.root} if self._made_folders else set())
        with ThreadPoolExecutor(len(paths)) as pool:
            list(pool.map(_flush, paths))
        self._made_folders = False


def write_all(target: FileIO, chunk: bytes) -> None:
    """Write a chunk; a nearly full disk takes a part of it first and fails at the rest."""
    rest = memoryview(chunk)
    while rest:
        rest = rest[target.write(rest) :]


def _flush(path: Path) -> None:
    """Make a file's bytes, or the names in a folder, survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file_system(folder: Path) -> None:
    """Make all that was written to a folder's file system survive a power cut (`syncfs(2)`)."""
    if sys.platform != "linux":
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if _libc().syncfs(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)


@functools.cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


@contextlib.contextmanager
def passing_failures() -> Iterator[None]:
    """Say a disk's passing errors (full, read-only, unreachable) as `Retryable`."""
    try:
        yield
    except OSError as error:
        if error.errno in PASSING:
            raise Retryable(f"the disk cannot be used: {error}") from error
        raise
