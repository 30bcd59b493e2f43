"""What a disk can do wrong, and how bytes are made to survive a power cut."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import functools
import os
import stat
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from shared.errors import Retryable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from contextlib import AbstractContextManager
    from io import FileIO
    from pathlib import Path
    from typing import BinaryIO, Protocol

    class Digest(Protocol):
        """A hash that is under way."""

        def update(self, data: bytes, /) -> None:
            """Take in more bytes."""


CHUNK: Final = 1024 * 1024
"""Bytes read at once; a file of any size is kept in constant memory."""

MOST_AT_ONCE: Final = 8
"""Flushes; more than a disk does at once."""

PASSING: Final = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ESTALE}
    | {errno.ENOMEM, errno.EINTR, errno.EAGAIN, errno.ETIMEDOUT, errno.EHOSTDOWN}
)
"""Errors of a disk, share or object store that may work again in a moment."""

OURS_TAKEN_AWAY: Final = frozenset({errno.EACCES, errno.EPERM})
"""In our own folders: someone took our permissions away, and may give them back."""


def write_all(target: FileIO, chunk: bytes) -> None:
    """Write a chunk; a nearly full disk takes a part of it first and fails at the rest."""
    rest = memoryview(chunk)
    while rest:
        rest = rest[target.write(rest) :]


def pour(first: bytes, source: BinaryIO, copy: FileIO, most: int, digest: Digest) -> int:
    """Write the first chunk, which is hashed, and the rest of `most` bytes; return how many."""
    chunk, size = first, 0
    while chunk:
        write_all(copy, chunk)
        size += len(chunk)
        chunk = source.read(min(CHUNK, most - size))
        digest.update(chunk)
    return size


NO_FOLDERS: Final = frozenset({errno.EINVAL, errno.EBADF})
"""What file systems and shares say that flush files alone; their folders need it, or are lost."""


def flush(path: Path) -> None:
    """Make a file's bytes, or the names in a folder, survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NO_FOLDERS or not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise
    finally:
        os.close(descriptor)


def flush_up(folder: Path, root: Path) -> None:
    """Make the names in a folder survive a power cut, and its own, up to a folder above it."""
    flush(folder)
    while folder != root:
        folder = folder.parent
        flush(folder)


def flushing(one: Callable[[Path], None], paths: Sequence[Path]) -> Callable[[], None]:
    """
    Begin to flush several at once, each by `one`; return what waits until all have ended.

    A disk answers several flushes as fast as one, and its caller has other things to do meanwhile.
    """
    begun = [_flushers().submit(one, path) for path in paths]

    def wait() -> None:
        failures = [failure for each in begun if (failure := each.exception())]
        if failures:
            raise failures[0]

    return wait


@functools.cache
def _flushers() -> ThreadPoolExecutor:
    """Return threads that are kept: to start them took longer than the disk."""
    return ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="flush")


# threads do not survive a fork: the child makes its own
os.register_at_fork(after_in_child=_flushers.cache_clear)


class FileSystem:
    """
    The file system of a folder, flushed as a whole (`syncfs(2)`).

    It tells each open descriptor of what failed since that was opened. One that is opened for the
    flush hears nothing of what the kernel wrote before by itself, in vain, if anybody else asked.
    """

    def __init__(self, folder: Path) -> None:
        """Take a folder, which need not be there yet."""
        self._folder = folder
        self._descriptor: int | None = None
        self._close: Callable[[], object] = lambda: None

    def watch(self) -> None:
        """Hear from now on what fails."""
        if self._descriptor is None:
            with contextlib.suppress(OSError):  # not there: nothing can be written either
                self._open()

    def flush(self) -> None:
        """Make all that was written to it survive a power cut; raises `OSError`."""
        if sys.platform != "linux":
            os.sync()
            return
        if not self._is_open():
            self.close()
            self._open()
        if libc().syncfs(self._descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(self._folder))

    def close(self) -> None:
        """Hear no more of it; while it is watched it cannot be taken away."""
        self._descriptor = None
        self._close()

    def _is_open(self) -> bool:
        """Return whether what is open is what lies there now, and no disk that was taken away."""
        if self._descriptor is None:
            return False
        try:
            return os.path.samestat(os.fstat(self._descriptor), self._folder.stat())
        except OSError:
            return False

    def _open(self) -> None:
        self._descriptor = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        self._close = weakref.finalize(self, os.close, self._descriptor)


@functools.cache
def libc() -> ctypes.CDLL:
    """Return the C library, which notes the number of an error (`ctypes.get_errno`)."""
    return ctypes.CDLL(None, use_errno=True)


class passing_failures:  # noqa: N801 - used as a function is
    """
    Say a disk's passing errors (full, read-only, unreachable) as `Retryable`; `more` too.

    A class, for six such blocks are entered for each file, and a generator costs several times it.
    """

    __slots__ = ("_more",)

    def __init__(self, more: Collection[int] = ()) -> None:
        """Take the numbers of errors that pass here too."""
        self._more = more

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Say the error of the block in other words, if it passes."""
        if isinstance(error, OSError) and (error.errno in PASSING or error.errno in self._more):
            raise Retryable(f"the disk cannot be used: {error}") from error


def store_failures() -> AbstractContextManager[None]:
    """Say as `Retryable` what may pass where all folders are our own."""
    return passing_failures(OURS_TAKEN_AWAY)
