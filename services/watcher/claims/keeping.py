"""How the bytes of a claimed file get into the raw store: by a link where that is safe."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from services.watcher.arrivals.access import NotTaken, Why
from shared.raw import CHUNK, READ_ONLY, Kept, RawStore, is_refused, write_all

if TYPE_CHECKING:
    from services.watcher.arrivals.access import Sighted
    from services.watcher.arrivals.leases import Prover

NO_LINKS: Final = frozenset({errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP, errno.ENOSYS})
"""Errors of file systems that have no hard links, or no more of them."""


def keep_bytes(
    store: RawStore, prover: Prover, path: str, descriptor: int, *, leased: bool
) -> Kept | None:
    """
    Keep a file's bytes by a link when nobody else can ever write its inode; else by a copy.

    Another name for it, another owner, or a writer that the kernel does not see could change
    bytes that the store calls by their hash; and of one that the disk refused only other bytes can
    be flushed. None when a writer came while it was hashed.
    """
    state = os.fstat(descriptor)
    own = state.st_nlink == 1 and state.st_uid == os.geteuid()
    if not (leased and own) or is_refused(state):
        return _copy(store, descriptor, state.st_size)
    sha256 = _hash(descriptor, state.st_size)
    os.fchmod(descriptor, READ_ONLY)
    if not prover.held(descriptor):
        return None
    try:
        return store.link(path, sha256, state.st_size)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
    os.lseek(descriptor, 0, os.SEEK_SET)
    return _copy(store, descriptor, state.st_size)


def _copy(store: RawStore, descriptor: int, size: int) -> Kept:
    with io.FileIO(descriptor, closefd=False) as stream:
        return store.copy(stream, size)


def _hash(descriptor: int, size: int) -> str:
    if size < CHUNK:  # no more than it has: a buffer of a megabyte costs as much as all the rest
        data = os.read(descriptor, size)
        if len(data) == size:
            return hashlib.sha256(data).hexdigest()
        os.lseek(descriptor, 0, os.SEEK_SET)  # some shares give less at once than there is
    with io.FileIO(descriptor, closefd=False) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def pump(source: int, target: io.FileIO, size: int) -> None:
    """Copy at most so many bytes: a file that grows for ever has an end too."""
    while size > 0 and (chunk := os.read(source, min(CHUNK, size))):
        size -= len(chunk)
        write_all(target, chunk)


def same(state: os.stat_result, inode: int, size: int, modified_ns: int) -> bool:
    """Return whether a file is still the one, and as, it was seen."""
    return (state.st_ino, state.st_size, state.st_mtime_ns) == (inode, size, modified_ns)


def is_kept_itself(store: RawStore, kept: Kept, state: os.stat_result) -> bool:
    """Return whether a file is the very one that the store keeps, under a second name."""
    with contextlib.suppress(OSError):  # a bucket's objects are no files
        return os.path.samestat(os.stat(store.place(kept.sha256)), state)  # noqa: PTH116 - a place is text
    return False


def moment(nanoseconds: int) -> datetime | None:
    """Return a file's time as aware UTC; None for one that no calendar has."""
    try:
        return datetime.fromtimestamp(0, UTC) + timedelta(microseconds=nanoseconds // 1000)
    except OverflowError:
        return None


def writable(folder: int) -> bool:
    """Return whether a file could be moved out of an open folder."""
    return os.access(".", os.W_OK | os.X_OK, dir_fd=folder, effective_ids=True)


def check_in_place(file: Sighted) -> None:
    """Raise `BlockingIOError` where a file was changed, or another one has its name by now."""
    found = os.stat(file.name, dir_fd=file.folder, follow_symlinks=False)
    if not same(found, file.look.inode, file.look.size, file.look.stamps[0]):
        raise BlockingIOError(errno.EAGAIN, "changed while it was copied", file.relative)


def remove_copied(file: Sighted) -> None:
    """Remove a file whose copy is safe; the flush took a while, and it is looked at once more."""
    try:
        check_in_place(file)
        os.unlink(file.name, dir_fd=file.folder)
    except FileNotFoundError:
        pass  # somebody else removed it, or a share was asked twice: its bytes are here
    except PermissionError as error:
        raise NotTaken(file.relative, Why.FOLDER_NOT_WRITABLE) from error
