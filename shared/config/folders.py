"""Makes the folders of a home, and says what stands in their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


def make(folder: Path) -> None:
    """Make a folder, and what it lies in; `UserError` where a file stands there, else `OSError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise UserError(
            f"{folder} cannot be made: it, or what it lies in, is a file and no folder;"
            " move that away, or name another folder with --home"
        ) from error
