"""Makes the folders of a home, and says what stands in their way."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from shared.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


_IN_THE_WAY = (errno.EEXIST, errno.ENOTDIR)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)


def make(folder: Path) -> None:
    """Make a folder, and what it lies in; `UserError` where a person can help, else `OSError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if error.errno in _IN_THE_WAY:
            raise UserError(
                f"{folder} cannot be made: it, or what it lies in, is a file and no folder;"
                " move that away, or name another folder with --home"
            ) from error
        if error.errno in _NOT_ALLOWED:
            raise UserError(
                f"{folder} cannot be made: {os.strerror(error.errno)};"
                " give its folder to the user that runs Copydesk, or name another with --home"
            ) from error
        raise
