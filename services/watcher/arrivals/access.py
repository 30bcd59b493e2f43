"""
Safe access to what lies in the inbox, which anybody may write.

Folders are opened one by one from the root and never through a symbolic link, and files are named
relative to an open folder: a folder that is swapped for a link between two steps cannot lead the
watcher out of the inbox. What is no plain file is never opened.
"""

from __future__ import annotations

import errno
import itertools
import os
import stat
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Self

from services.file_names import DEEPEST
from services.watcher.arrivals.stability import Look, Writers
from shared.errors import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from services.watcher.arrivals.leases import Prover

LONGEST_PATH: Final = 2048
"""Bytes of a path below the inbox; with the place of the claim before it, it must stay a path."""

RUN: Final = 10_000
"""Names of a folder held at once, so that they can be in order."""

OPEN_FILE: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NOCTTY
OPEN_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class Why(StrEnum):
    """Why something in the inbox is left where it lies: stable words for the log."""

    SYMLINK = "symlink"
    NOT_A_FILE = "not_a_file"
    """A FIFO, a socket, a device."""
    UNREADABLE = "unreadable"
    FOLDER_NOT_WRITABLE = "folder_not_writable"
    """The file cannot be moved out; it would be received again and again."""
    TOO_DEEP = "too_deep"
    PATH_TOO_LONG = "path_too_long"
    DISK_ERROR = "disk_error"
    """The disk or share failed at this file; it is tried again."""


class NotTaken(CopydeskError):
    """Something in the inbox is left where it lies."""

    def __init__(self, relative: str, why: Why) -> None:
        """Keep the path and the stable word."""
        super().__init__(f"{relative!r} is left in the inbox: {why}")
        self.relative = relative
        self.why = why


@dataclass(slots=True)
class Sighted:
    """A plain file in the inbox, open where a lease on it was asked for. To be closed."""

    relative: str
    name: str
    folder: int
    """The open folder that it lies in."""
    look: Look
    descriptor: int | None

    def open(self) -> int:
        """Return the file opened for reading; raises `NotTaken` or `FileNotFoundError`."""
        if self.descriptor is None:
            self.descriptor = open_file(self.name, self.folder, self.relative)
        return self.descriptor

    def close(self) -> None:
        """Close the file; a lease ends with it."""
        if self.descriptor is not None:
            os.close(self.descriptor)
            self.descriptor = None

    def handed_over(self) -> Sighted:
        """
        Return the same file, to outlast this batch; its folder is to be closed too.

        It is not open: while it waits for its turn a lease would hold up whoever writes it.
        """
        return replace(self, folder=os.dup(self.folder), descriptor=None)


def open_file(name: str, folder: int | None, relative: str) -> int:
    """Open a plain file for reading; raises `NotTaken` for what is none or may not be read."""
    try:
        descriptor = os.open(name, OPEN_FILE, dir_fd=folder)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise NotTaken(relative, Why.SYMLINK) from error
        if error.errno in {errno.EACCES, errno.EPERM}:
            raise NotTaken(relative, Why.UNREADABLE) from error
        if error.errno in {errno.ENXIO, errno.ENODEV}:
            raise NotTaken(relative, Why.NOT_A_FILE) from error
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotTaken(relative, Why.NOT_A_FILE)
    return descriptor


class Inbox:
    """The inbox during one batch: its folders are opened once, and closed at the end."""

    def __init__(self, root: Path, prover: Prover) -> None:
        """Prepare; nothing is opened before the first use."""
        self._root = root
        self._prover = prover
        self._folders: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for descriptor in self._folders.values():
            os.close(descriptor)
        self._folders.clear()

    def folder(self, relative: str) -> int:
        """Return an open folder; raises `NotTaken` where a link is in the way."""
        known = self._folders.get(relative)
        if known is not None:
            return known
        if not relative:
            opened = os.open(self._root, OPEN_FOLDER & ~os.O_NOFOLLOW)
        else:
            parent, _slash, name = relative.rpartition("/")
            opened = _open_folder(name, self.folder(parent), relative)
        self._folders[relative] = opened
        return opened

    def look(self, relative: str) -> Sighted:
        """
        Look at a file and, where that is possible, ask the kernel for its writers.

        Raises `NotTaken` for what is no plain file or may not be read, `FileNotFoundError` for
        what is gone. With `Writers.NONE` the lease is held until the file is closed.
        """
        if len(os.fsencode(relative)) > LONGEST_PATH:
            raise NotTaken(relative, Why.PATH_TOO_LONG)
        if relative.count("/") > DEEPEST:
            raise NotTaken(relative, Why.TOO_DEEP)
        parent, _slash, name = relative.rpartition("/")
        folder = self.folder(parent)
        state = os.stat(name, dir_fd=folder, follow_symlinks=False)
        _plain(relative, state.st_mode)
        descriptor, writers = None, Writers.UNKNOWN
        local = self._prover.known(state.st_dev)
        if local is None:
            local = self._prover.local(state.st_dev, self._root / parent)
        if local:
            descriptor = open_file(name, folder, relative)
            writers = self._prover.take(descriptor, state.st_dev)
            state = os.fstat(descriptor)
        stamps = (state.st_mtime_ns, state.st_ctime_ns)
        look = Look(state.st_ino, state.st_size, stamps, writers)
        return Sighted(relative, name, folder, look, descriptor)


def _open_folder(name: str, parent: int, relative: str) -> int:
    try:
        return os.open(name, OPEN_FOLDER, dir_fd=parent)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.ENOTDIR}:
            raise NotTaken(relative, Why.SYMLINK) from error
        if error.errno in {errno.EACCES, errno.EPERM}:
            raise NotTaken(relative, Why.UNREADABLE) from error
        raise


def _plain(relative: str, mode: int) -> None:
    if stat.S_ISLNK(mode):
        raise NotTaken(relative, Why.SYMLINK)
    if not stat.S_ISREG(mode):
        raise NotTaken(relative, Why.NOT_A_FILE)


def walk(
    folder: int,
    relative: str,
    *,
    enter: Callable[[str, int], None],
    ignored: Callable[[str, Why], None],
    wanted: Callable[[str], bool],
) -> Iterator[str]:
    """
    Yield the plain files below an open folder, in constant memory, by name in runs of `RUN`.

    `enter` is told of each folder, open, before it is read: a watch set there misses nothing.
    `ignored` is told of what is never taken; paths that are not `wanted` are passed over.
    """
    enter(relative, folder)
    with os.scandir(folder) as entries:
        for entry in _in_runs(entries):
            path = f"{relative}/{entry.name}" if relative else entry.name
            if not wanted(path):
                continue
            if entry.is_symlink():
                ignored(path, Why.SYMLINK)
            elif entry.is_file(follow_symlinks=False):
                yield path
            elif not entry.is_dir(follow_symlinks=False):
                ignored(path, Why.NOT_A_FILE)
            elif path.count("/") >= DEEPEST:
                ignored(path, Why.TOO_DEEP)
            else:
                yield from _descend(folder, entry.name, path, enter, ignored, wanted)


def _in_runs(entries: Iterator[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
    while run := list(itertools.islice(entries, RUN)):
        yield from sorted(run, key=lambda entry: entry.name)


def _descend(
    folder: int,
    name: str,
    path: str,
    enter: Callable[[str, int], None],
    ignored: Callable[[str, Why], None],
    wanted: Callable[[str], bool],
) -> Iterator[str]:
    try:
        inner = _open_folder(name, folder, path)
    except NotTaken as error:
        ignored(error.relative, error.why)
        return
    except FileNotFoundError:
        return
    try:
        yield from walk(inner, path, enter=enter, ignored=ignored, wanted=wanted)
    finally:
        os.close(inner)
