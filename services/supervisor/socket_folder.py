"""The folder of the embedded broker's socket, where it cannot lie in the home."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

from shared.errors import UserError

if TYPE_CHECKING:
    from shared.config import Settings


def make(settings: Settings) -> None:
    """
    Make the folder; a home whose path is too long for a socket has it where everybody may make one.

    Raises `UserError` where it belongs to another user, who could answer in the broker's place.
    """
    folder = settings.broker_socket.parent
    if folder == settings.run:
        return
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    own = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
    if not own or found.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise UserError(
            f"{folder} is not a folder of this user alone, and the broker's socket would lie in it;"
            " remove it, or name a home with a shorter path by --home"
        )


def clear_away(settings: Settings) -> None:
    """Remove what a broker that has ended leaves outside of the home."""
    folder = settings.broker_socket.parent
    if folder != settings.run:
        with contextlib.suppress(OSError):  # it was never made, or another's socket lies in it
            folder.rmdir()
