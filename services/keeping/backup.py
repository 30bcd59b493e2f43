"""
Making a backup of a running Copydesk: rows from one snapshot, and the bytes that they name.

The rows come first. Bytes are kept before their row is written and never change, so all that the
snapshot names is there when it is copied. A second backup into the same folder copies new bytes
only, and replaces the rows in one step at its end.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.keeping import manifest
from services.keeping.hashes import Hashes
from services.keeping.manifest import Manifest, TableCopy
from shared import clock
from shared.errors import Rejected, UserError
from shared.raw import FileSystem
from shared.storage.dumping import TABLES, columns
from shared.storage.schema import revision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from shared.raw import RawStore
    from shared.storage import Storage
    from shared.storage.dumping import Dump

RAW = "raw"
"""Below the backup's folder: bytes by their hash, as in the raw store."""

OWNER_ONLY = 0o700
"""A backup holds everything, embargoed texts and hashes of tokens too."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a backup did."""

    manifest: Manifest
    copied: int
    """Files of bytes that were not in the folder before."""
    gone: int
    """Bytes that a row names and the store no longer has: see retention."""


def back_up(storage: Storage, raw: RawStore | None, folder: Path) -> Made:
    """
    Copy rows, and bytes unless `raw` is None, into a folder; the backup before it stays until then.

    Raises `UserError` for a folder that holds something else.
    """
    _prepare(folder)
    disk = FileSystem(folder)
    disk.watch()
    at = clock.now()
    rows = folder / f"tables-{at:%Y%m%dT%H%M%S%f}"
    rows.mkdir(mode=OWNER_ONLY)
    with Hashes(rows) as named, Hashes(rows) as copied:
        with storage.snapshot() as dump:
            tables = [_copy_table(dump, name, rows) for name in TABLES]
            named.extend(dump.hashes())
        gone = 0 if raw is None else _copy_bytes(raw, named, folder / RAW, copied)
        made = Manifest(
            revision=revision.HEAD,
            made_at=manifest.moment(at),
            tables=tables,
            raw=None if raw is None else len(named) - gone,
        )
        _make_last(disk, folder / RAW, copied)
    manifest.write(folder, made)
    for old in folder.glob("tables-*"):
        if old != rows:
            shutil.rmtree(old)
    return Made(made, len(copied), gone)


def _prepare(folder: Path) -> None:
    try:
        folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise UserError(
            f"{folder} cannot be made: it, or what it lies in, is a file and no folder"
        ) from error
    ours = {manifest.NAME, f"{manifest.NAME}.part", RAW}
    other = [
        path.name
        for path in folder.iterdir()
        if path.name not in ours and not path.name.startswith("tables-")
    ]
    if other:
        raise UserError(
            f"{folder} holds something else ({other[0]}): name an empty folder, or one that holds "
            "a backup already"
        )


def _copy_table(dump: Dump, name: str, folder: Path) -> TableCopy:
    digest, rows = hashlib.sha256(), 0
    path = folder / f"{name}.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=3) as file:
        for line in dump.lines(name):
            digest.update(line)
            file.write(line)
            rows += 1
    return TableCopy(
        name=name,
        file=f"{folder.name}/{path.name}",
        columns=columns(name),
        rows=rows,
        sha256=digest.hexdigest(),
    )


def _make_last(disk: FileSystem, folder: Path, copied: Hashes) -> None:
    """
    Wait for the disk: a power cut must not leave a manifest whose files are empty.

    What it refused is removed, lest the next backup take it for copied; raises `UserError`.
    """
    try:
        disk.flush()
    except OSError as error:
        with contextlib.suppress(OSError):  # the list lies on that disk too
            for sha256 in copied:
                with contextlib.suppress(OSError):  # a disk that takes nothing any more
                    (folder / sha256[:2] / sha256).unlink()
        raise UserError(f"the backup's disk failed, the backup before it stays: {error}") from error


def _copy_bytes(raw: RawStore, hashes: Hashes, folder: Path, copied: Hashes) -> int:
    """Copy what is not there yet, add it to what was copied; return how many the store lacks."""
    gone = 0
    since = _moment_of(folder.parent)
    for sha256 in hashes:
        target = folder / sha256[:2] / sha256
        if _is_copied(target, since):
            continue
        try:
            with raw.open(sha256) as source:
                _copy(source, target)
        except Rejected:
            gone += 1
        else:
            copied.append(sha256)
    return gone


def _moment_of(folder: Path) -> float:
    """Return when the backup in a folder was whole, in seconds since 1970; 0 where none was."""
    try:
        return (folder / manifest.NAME).stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _is_copied(target: Path, since: float) -> bool:
    """
    Return whether a file is in the folder, whole.

    One that is younger than the backup there is of one that was cut off, and waited for no disk: a
    power cut may have left its name alone, so it is read.
    """
    try:
        if target.stat().st_mtime < since:
            return True
        with target.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == target.name
    except FileNotFoundError:
        return False


def _copy(source: BinaryIO, target: Path) -> None:
    target.parent.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    with unfinished.open("wb") as file:
        shutil.copyfileobj(source, file, 1024 * 1024)
    unfinished.replace(target)


def lines_of(folder: Path, table: TableCopy, at_once: int) -> Iterator[list[bytes]]:
    """Yield a table's lines in chunks; raises `UserError` at the end of one that is damaged."""
    digest = hashlib.sha256()
    chunk: list[bytes] = []
    try:
        with gzip.open(folder / table.file, "rb") as file:
            for line in file:
                digest.update(line)
                chunk.append(line)
                if len(chunk) == at_once:
                    yield chunk
                    chunk = []
    except (OSError, EOFError) as error:
        raise UserError(f"{folder / table.file} is damaged: {error}") from error
    if chunk:
        yield chunk
    if digest.hexdigest() != table.sha256:
        raise UserError(f"{folder / table.file} is damaged: its rows are not those of {folder}")
