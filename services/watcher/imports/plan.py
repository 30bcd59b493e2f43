"""Which files an import takes, and the ids that make running it again a going on."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from services.file_names import shown
from services.watcher.arrivals.access import walk
from shared.config.settings import file_of
from shared.errors import UserError
from shared.litter import left_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from services.watcher.arrivals.access import Why
    from shared.config import Settings

OWN_FILES: Final = "own_files"

IMPORTS: Final = UUID("5b1f6c52-9d0a-4c1e-8f43-0a6d4ef0c1b7")
"""The name space of import ids."""

LEFT_ALONE: Final = "left_alone"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be imported."""

    path: str
    """Where it lies, absolute; text, with undecodable bytes as Python holds them."""
    name: str
    """Its path below the folder that was given, with undecodable bytes as Python holds them."""


def import_id_of(paths: Sequence[Path], provider: str | None) -> UUID:
    """Return the id of an import: the same for the same absolute paths and provider."""
    told = json.dumps([sorted(_text(path.absolute()) for path in paths), provider])
    return uuid5(IMPORTS, told)


def file_id_of(import_id: UUID, path: str, size: int, modified_ns: int) -> UUID:
    """Return the delivery id of a file: another one when it was changed since."""
    return uuid5(import_id, f"{_text(path)}\0{size}\0{modified_ns}")


def _text(path: str | Path) -> str:
    """Return a path as text that no two paths share, whatever its bytes."""
    return os.fsencode(path).decode("latin-1")


def own_places(settings: Settings) -> frozenset[str]:
    """
    Return the real paths of what a home consists of: an import never takes them.

    What lies in the inbox is taken anyhow; bytes of the raw store would be received again without
    their names, each time more of them.
    """
    home = settings.home
    folders = (settings.inbox, settings.raw, settings.quarantine, settings.logs, settings.run)
    files = (file_of(home), *(home / f"copydesk.db{end}" for end in ("", "-wal", "-shm")))
    return frozenset(os.path.realpath(place) for place in (*folders, *files))


def check(paths: Sequence[Path], own: frozenset[str] = frozenset()) -> None:
    """Raise `UserError` for a path that is not there, may not be read, or is one of `own`."""
    for path in paths:
        if not path.exists():
            raise UserError(f"there is no file or folder {shown(str(path))!r}: check the path")
        real = Path(os.path.realpath(path))
        if not own.isdisjoint(map(str, (real, *real.parents))):
            raise UserError(
                f"{shown(str(path))!r} belongs to Copydesk itself: what lies in the inbox is taken"
                " without an import, and received bytes are read again by ./copydesk reprocess or"
                " ./copydesk quarantine replay"
            )
        if path.is_dir():
            os.close(_opened(path))


def plan(
    paths: Sequence[Path],
    skipped: Counter[str] | None = None,
    own: frozenset[str] = frozenset(),
) -> Iterator[Found]:
    """
    Yield the files at and below the paths, in constant memory; count in `skipped` what is left.

    Nothing of `own`, real paths, is among them. Raises `UserError` as `check`, before it yields
    the first file.
    """
    check(paths, own)
    left = Counter[str]() if skipped is None else skipped
    for path in paths:
        if path.is_dir():
            yield from _below(path.absolute(), left, own)
        else:
            yield Found(str(path.absolute()), path.name)


def _below(folder: Path, skipped: Counter[str], own: frozenset[str]) -> Iterator[Found]:
    real = os.path.realpath(folder).rstrip("/")

    def wanted(relative: str) -> bool:
        if left_alone(relative):
            skipped[LEFT_ALONE] += 1
        elif f"{real}/{relative}" in own:
            skipped[OWN_FILES] += 1
        else:
            return True
        return False

    def ignored(_relative: str, why: Why) -> None:
        skipped[str(why)] += 1

    descriptor = _opened(folder)
    root = str(folder).rstrip("/")
    try:
        for relative in walk(descriptor, "", enter=_nothing, ignored=ignored, wanted=wanted):
            yield Found(f"{root}/{relative}", relative)
    finally:
        os.close(descriptor)


def _opened(folder: Path) -> int:
    try:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except PermissionError as error:
        raise UserError(f"the folder {shown(str(folder))!r} may not be read") from error


def _nothing(_relative: str, _folder: int) -> None:
    """Watch no folder."""
