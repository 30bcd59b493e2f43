"""
Asking the kernel whether anybody has a file open for writing.

Linux grants a read lease (`fcntl(2)`, F_SETLEASE with F_RDLCK) exactly when no process has the
file open for writing; while it is held, a process that would write waits until it is given back.
The answer counts only on file systems whose writers all go through this kernel: elsewhere a lease
may be granted while another host, or the host of this container, writes.
"""

from __future__ import annotations

import errno
import fcntl
import re
import signal
import sys
from pathlib import Path
from typing import Final

from services.watcher.arrivals.stability import Writers

LOCAL: Final = frozenset(
    {"ext2", "ext3", "ext4", "xfs", "btrfs", "tmpfs", "ramfs", "overlay", "zfs", "f2fs", "bcachefs"}
    | {"jfs", "reiserfs"}
)
"""File systems that only this kernel writes. A name that is not here is watched by polling."""

OCTAL: Final = re.compile(r"\\([0-7]{3})")

MOUNTS: Final = Path("/proc/self/mountinfo")


def ignore_broken_leases() -> None:
    """
    Let the signal that tells of a waiting writer pass; by default it would end the process.

    The lease's holder asks for its state instead. To be called once, in the main thread.
    """
    if sys.platform == "linux":
        signal.signal(signal.SIGIO, signal.SIG_IGN)


def filesystem_of(path: Path, mounts: str) -> str:
    """
    Return the type of the file system that a path lies on, by the text of `mountinfo`.

    `proc(5)`: field 5 is the mount point, with blanks as octal escapes; the type follows " - ".
    The longest mount point above the path holds it; among equals the last mounted.
    """
    best, kind = -1, ""
    for line in mounts.splitlines():
        left, _dash, right = line.partition(" - ")
        point = OCTAL.sub(lambda code: chr(int(code[1], 8)), left.split(" ")[4])
        if len(point) >= best and path.is_relative_to(point):
            best, kind = len(point), right.split(" ")[0]
    return kind


class Prover:
    """Says of an open file whether somebody writes it; learns by itself where it can know."""

    def __init__(self, *, trusting: bool = True) -> None:
        """Never take a lease when not `trusting` (`COPYDESK_WATCH=poll`)."""
        self._trusting = trusting and sys.platform == "linux"
        self._local: dict[int, bool] = {}

    def known(self, device: int) -> bool | None:
        """Return what `local` found out about a device; None when it was not asked yet."""
        return self._local.get(device)

    def local(self, device: int, folder: Path) -> bool:
        """Return whether all writers of a device (`st_dev`) go through this kernel."""
        if not self._trusting:
            return False
        known = self._local.get(device)
        if known is None:
            try:
                kind = filesystem_of(folder.resolve(), MOUNTS.read_text("utf-8", "replace"))
            except OSError:
                kind = ""
            self._local[device] = known = kind in LOCAL
        return known

    def take(self, descriptor: int, device: int) -> Writers:
        """
        Take a lease on a file opened for reading; with `NONE` it is held, to be `give`n back.

        `device` must have been shown to `local` before; a device that was not counts as unknown.
        """
        if sys.platform != "linux" or not self._local.get(device):
            return Writers.UNKNOWN
        try:
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        except OSError as error:
            if error.errno == errno.EAGAIN:
                return Writers.SOME
            # another owner's file without CAP_LEASE, or a file system that has no leases
            return Writers.UNKNOWN
        return Writers.NONE

    def held(self, descriptor: int) -> bool:
        """Return whether the lease still stands: nobody has so much as asked to write."""
        if sys.platform != "linux":
            return False
        return fcntl.fcntl(descriptor, fcntl.F_GETLEASE) == fcntl.F_RDLCK
