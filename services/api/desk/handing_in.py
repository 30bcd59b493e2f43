"""
Files that come in through a page: written below a hidden folder, then moved into the inbox whole.

The watcher sees each at once and entire, as it sees a file that a careful sender moved in. What
lies in the inbox already is never overwritten, and no link there leads out of it.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
import time
from pathlib import Path
from typing import Final, Self
from uuid import uuid4

from services.file_names import DEEPEST
from shared.errors import CopydeskError
from shared.litter import left_alone
from shared.raw import passing_failures
from shared.raw.disk import libc

UNFINISHED: Final = ".desk"
"""Below the inbox, on its disk; hidden, so that the watcher leaves it alone."""

LONGEST_PART: Final = 255
"""Bytes of one name, on every file system that matters."""

FORGOTTEN_SECONDS: Final = 24 * 3600
"""What an upload left when its process was killed is removed after a day."""

FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
NO_REPLACE: Final = 1
"""`RENAME_NOREPLACE` of renameat2(2)."""

NOT_HERE: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


class NotWanted(CopydeskError):
    """A name that the inbox does not take: hidden, unfinished, a page's part, leading out of it."""


def place_of(provider: str, name: str) -> tuple[str, ...]:
    """Return the folders and the name of a file below the inbox; raises `NotWanted`."""
    parts = [part for part in (provider, *name.split("/")) if part not in {"", "."}]
    if not parts or (provider and len(parts) == 1):
        raise NotWanted("the file has no name")
    if "/" in provider:
        raise NotWanted(f"a provider is one folder of the inbox, not {provider!r}")
    if ".." in parts or any("\0" in part for part in parts):
        raise NotWanted(f"{name!r} would lie outside the inbox")
    if len(parts) > DEEPEST:
        raise NotWanted(f"{name!r} lies deeper than {DEEPEST} folders")
    for place, part in enumerate(parts, 1):
        if left_alone("/".join(parts[:place])):
            raise NotWanted(f"{part!r} is left alone: hidden, unfinished, or of another file")
    return tuple(_fitting(part) for part in parts)


def _fitting(part: str) -> str:
    """Shorten a name that no file system takes; the end stays, where the suffix is."""
    encoded = part.encode("utf-8", "surrogateescape")
    if len(encoded) <= LONGEST_PART:
        return os.fsdecode(encoded)
    return "…" + encoded[3 - LONGEST_PART :].decode("utf-8", "ignore")


class Incoming:
    """One file on its way in; use it in a `with`: what was not finished is gone after it."""

    def __init__(self, inbox: Path, place: tuple[str, ...]) -> None:
        """Take the inbox and the place below it."""
        self._inbox = inbox
        self._folders, self._name = place[:-1], place[-1]
        self._draft = uuid4().hex

    def __enter__(self) -> Self:
        with passing_failures(), contextlib.ExitStack() as opened:
            self._inbox.mkdir(parents=True, exist_ok=True)
            self._root = os.open(self._inbox, FOLDER & ~os.O_NOFOLLOW)
            opened.callback(os.close, self._root)
            self._drafts = _folder(self._root, UNFINISHED)
            opened.callback(os.close, self._drafts)
            self._file = os.open(self._draft, NEW_FILE, 0o600, dir_fd=self._drafts)
            opened.callback(os.close, self._file)
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_error: object) -> None:
        with self._opened, contextlib.suppress(FileNotFoundError):
            os.unlink(self._draft, dir_fd=self._drafts)

    def write(self, chunk: bytes) -> None:
        """Add bytes; raises `Retryable` when the disk is full."""
        with passing_failures():
            rest = memoryview(chunk)
            while rest:
                rest = rest[os.write(self._file, rest) :]

    def finish(self) -> str:
        """Move the file in, whole and on the disk, and return its path below the inbox."""
        with passing_failures():
            os.fchmod(self._file, 0o644)
            os.fsync(self._file)
            folder = os.dup(self._root)
            try:
                for part in self._folders:
                    inner = _folder(folder, part)
                    os.close(folder)
                    folder = inner
                name = self._move(folder)
                os.fsync(folder)
            finally:
                os.close(folder)
        return "/".join((*self._folders, name))

    def _move(self, folder: int) -> str:
        """Give the file its name, or the next one that is free: `name (2).txt`."""
        stem, dot, suffix = self._name.rpartition(".")
        number = 1
        name = self._name
        while True:
            try:
                _rename(self._drafts, self._draft, folder, name)
            except FileExistsError:
                number += 1
                name = f"{stem} ({number}).{suffix}" if dot and stem else f"{self._name} ({number})"
            else:
                return name


def _folder(parent: int, name: str) -> int:
    """Open a folder, made where it is missing; raises `NotWanted` where something else is."""
    with contextlib.suppress(FileExistsError):
        os.mkdir(name, dir_fd=parent)
    try:
        return os.open(name, FOLDER, dir_fd=parent)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.ENOTDIR}:
            raise NotWanted(f"{name!r} in the inbox is no folder") from error
        raise


def _rename(source: int, draft: str, target: int, name: str) -> None:
    """Move a file without ever replacing one; raises `FileExistsError`."""
    if sys.platform == "linux":
        done = libc().renameat2(source, draft.encode(), target, os.fsencode(name), NO_REPLACE)
        if done == 0:
            return
        number = ctypes.get_errno()
        if number not in NOT_HERE:
            raise OSError(number, os.strerror(number), name)
    # elsewhere a second name and the end of the first: it fails where the name is taken
    os.link(draft, name, src_dir_fd=source, dst_dir_fd=target)
    os.unlink(draft, dir_fd=source)


def tidy(inbox: Path) -> None:
    """Remove what killed uploads left behind a day ago; what cannot be looked at stays."""
    before = time.time() - FORGOTTEN_SECONDS
    with contextlib.suppress(OSError), os.scandir(inbox / UNFINISHED) as entries:
        for entry in entries:
            if entry.stat(follow_symlinks=False).st_mtime < before:
                Path(entry.path).unlink()
