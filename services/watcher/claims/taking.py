"""
Taking files out of the inbox, so that no crash loses one or its name.

A claimed file lies at `raw/.claims/<delivery id>.<its path below the inbox>` until its row
lasts (in a folder `<delivery id>/` where that is too long for one name; a folder for each file
would cost ten times the rename). Whatever is found there after a crash says by itself what it is,
whose it is and under which id it is to be carried on. Each step may be repeated; `Step` names the
moments between them.
"""

from __future__ import annotations

import contextlib
import errno
import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from services.file_names import name_of, provider_of
from services.watcher.arrivals.access import NotTaken, Sighted, Why, open_file
from services.watcher.arrivals.stability import Writers
from services.watcher.claims.keeping import (
    check_in_place,
    is_kept_itself,
    keep_bytes,
    moment,
    pump,
    remove_copied,
    same,
    writable,
)
from shared.domain.delivery import Delivery, Lane
from shared.domain.values import dataclass
from shared.errors import Retryable
from shared.ids import time_of, uuid7
from shared.raw import flush_up, store_failures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from services.watcher.arrivals.leases import Prover
    from shared.raw import Kept, RawStore

LONGEST_FILE_NAME: Final = 255
"""Bytes of one file name, on every file system in use."""


class Step(StrEnum):
    """The moments of a file's way at which a crash must lose nothing."""

    CLAIMED = "claimed"
    """Renamed out of the inbox; not hashed."""
    KEPT = "kept"
    """In the raw store under its hash; perhaps only in the machine's memory."""
    SYNCED = "synced"
    """The disk has it."""
    REGISTERED = "registered"
    """Its row is committed; a power cut may undo it."""
    HINTED = "hinted"
    """A message names it; of a few files before their rows are committed, which are waited for."""
    LASTING = "lasting"
    """Its row outlasts a power cut."""
    RELEASED = "released"
    """The claim is gone."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A file that is ours: out of the inbox, not yet in the ledger."""

    id: UUID
    relative: str
    """Its path below the inbox."""
    path: str
    """Where the file lies now."""
    home: str | None = None
    """The folder of this claim, for a path too long to be one file name."""

    def exists(self) -> bool:
        """Return whether it is still there: not released since it was listed."""
        return os.path.lexists(self.path)

    def size(self) -> int:
        """Return its bytes; 0 for one that is gone."""
        with contextlib.suppress(FileNotFoundError):
            return os.lstat(self.path).st_size
        return 0


class Claims:
    """The claims of one raw store."""

    def __init__(
        self, store: RawStore, prover: Prover, after: Callable[[Step], None] = lambda _step: None
    ) -> None:
        """Use the store's own file system; `after` is called at each step, for tests of crashes."""
        self.root = store.root / ".claims"
        self.root.mkdir(parents=True, exist_ok=True)
        self._root = str(self.root)
        self._store = store
        self._prover = prover
        self._after = after

    def take(self, file: Sighted) -> Claim:
        """
        Claim a file by one atomic rename, or by a copy where the inbox lies on another disk.

        Raises `FileNotFoundError` when it is gone, `NotTaken` when it may not be moved, `OSError`
        for a failing disk; then the file is where it was.
        """
        claim, moved = self.move(file)
        if not moved:
            self.fetch(file, claim)
        return claim

    def move(self, file: Sighted) -> tuple[Claim, bool]:
        """Claim a file by one atomic rename; False where it has to be fetched. Raises as `take`."""
        file.open()  # what may not be read is not claimed
        delivery_id = uuid7()
        with store_failures():
            claim = self._place(delivery_id, file.relative)
        try:
            os.rename(file.name, claim.path, src_dir_fd=file.folder)
        except OSError as error:
            self._remove_folders(claim)
            if not os.access(self._root, os.W_OK | os.X_OK, effective_ids=True):
                raise Retryable(f"claims may not be written: {error}") from error
            if error.errno in {errno.EACCES, errno.EPERM} or not writable(file.folder):
                raise NotTaken(file.relative, Why.FOLDER_NOT_WRITABLE) from error
            if error.errno != errno.EXDEV:
                raise
            return claim, False
        self._after(Step.CLAIMED)
        return claim, True

    def _place(self, delivery_id: UUID, relative: str) -> Claim:
        """Return where a file is to be claimed: one file name that tells all, where it fits."""
        flat = f"{delivery_id.hex}.{relative.replace('%', '%25').replace('/', '%2F')}"
        if len(os.fsencode(flat)) <= LONGEST_FILE_NAME:
            return Claim(delivery_id, relative, f"{self._root}/{flat}")
        home = f"{self._root}/{delivery_id.hex}"
        claim = Claim(delivery_id, relative, f"{home}/{relative}", home)
        os.makedirs(os.path.dirname(claim.path))  # noqa: PTH103, PTH120 - bytes of any encoding
        return claim

    def fetch(self, file: Sighted, claim: Claim) -> None:
        """Copy a file from another disk; the source is removed when the copy is safe."""
        source = file.open()
        if self._prover.take(source, os.fstat(source).st_dev) is Writers.SOME:
            raise BlockingIOError(errno.EAGAIN, "somebody writes it", file.relative)
        with self._store.incoming() as (path, copy):
            pump(source, copy, file.look.size)
            os.utime(copy.fileno(), ns=(file.look.stamps[0], file.look.stamps[0]))
            os.fsync(copy.fileno())
            check_in_place(file)
            if claim.home:
                os.makedirs(os.path.dirname(claim.path))  # noqa: PTH103, PTH120 - as above
            path.rename(claim.path)
        try:
            flush_up(Path(claim.path).parent, self.root)  # two disks keep no order between them
            remove_copied(file)
        except (OSError, NotTaken):
            self.release(claim)
            raise
        self._after(Step.CLAIMED)

    def keep(self, claim: Claim) -> Delivery | None:
        """
        Hash a claimed file, keep its bytes, and return the row it is to have.

        None when it is being written, or changed while it was read: try again a little later.
        The lease is taken on what was claimed, whatever was seen in the inbox under that name.
        """
        descriptor = open_file(claim.path, None, claim.relative)
        try:
            state = os.fstat(descriptor)
            self._prover.local(state.st_dev, self.root)
            writers = self._prover.take(descriptor, state.st_dev)
            if writers is Writers.SOME:
                return None
            kept = keep_bytes(
                self._store, self._prover, claim.path, descriptor, leased=writers is Writers.NONE
            )
            after = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        if kept is None:
            return None
        unchanged = same(after, state.st_ino, state.st_size, state.st_mtime_ns)
        # what a crash left linked into the store has just been touched there by ourselves
        if not (unchanged or is_kept_itself(self._store, kept, after)):
            return None
        self._after(Step.KEPT)
        return self._delivery(claim, kept, state.st_mtime_ns)

    def _delivery(self, claim: Claim, kept: Kept, modified_ns: int) -> Delivery:
        return Delivery(
            id=claim.id,
            name=name_of(claim.relative),
            provider=provider_of(claim.relative),
            sha256=kept.sha256,
            size=kept.size,
            lane=Lane.LIVE,
            received_at=time_of(claim.id),
            modified_at=moment(modified_ns),
        )

    def release(self, claim: Claim) -> None:
        """Remove a claim whose row outlasts a power cut."""
        with contextlib.suppress(FileNotFoundError):
            os.unlink(claim.path)  # noqa: PTH108 - once for each file: a Path costs as much again
        self._remove_folders(claim)

    def _remove_folders(self, claim: Claim) -> None:
        if claim.home is None:
            return
        folder = Path(claim.path).parent
        with contextlib.suppress(OSError):
            while folder != self.root:
                folder.rmdir()
                folder = folder.parent

    def left(self) -> Iterator[Claim]:
        """Yield the claims that are there; what is none of them is passed over."""
        with os.scandir(self.root) as entries:
            for entry in entries:
                name, _dot, flat = entry.name.partition(".")
                try:
                    delivery_id = UUID(hex=name)
                except ValueError:
                    continue
                if flat:
                    relative = flat.replace("%2F", "/").replace("%25", "%")
                    yield Claim(delivery_id, relative, entry.path)
                elif entry.is_dir(follow_symlinks=False):
                    yield from self._inside(delivery_id, entry.path)

    def _inside(self, delivery_id: UUID, home: str) -> Iterator[Claim]:
        found = False
        for folder, _folders, files in os.walk(home):
            for name in files:
                found = True
                path = f"{folder}/{name}"
                yield Claim(delivery_id, path[len(home) + 1 :], path, home)
        if not found:  # a crash came before the rename or after the release: nothing was in it
            for folder, _folders, _files in os.walk(home, topdown=False):
                with contextlib.suppress(OSError):
                    Path(folder).rmdir()
