"""The raw store in a folder: of this machine, or one that all hosts share."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import time
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final
from uuid import uuid4

from shared.errors import Reason, Rejected
from shared.raw.disk import CHUNK, pour
from shared.raw.lasting import READ_ONLY, Lasting, is_refused
from shared.raw.store import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

INCOMING: Final = ".incoming"
"""The folder of what is being written."""


class FolderStore:
    """Content-addressed files below one folder; the `RawStore` of one machine, or of a share."""

    def __init__(self, root: Path) -> None:
        """Use a folder; it is made when the first bytes come."""
        self.root = root
        self._root = str(root)
        self._lasting = Lasting(root, self._name, self._new_file)
        self._incoming = root / INCOMING
        self._retired = root / ".retired"

    def prepare(self) -> None:
        """Make the folders, which each of the first files would else have to make and to flush."""
        wanted = {f"{number:02x}" for number in range(256)}
        with contextlib.suppress(OSError):  # those that cannot be made now are made when needed
            self.root.mkdir(parents=True, exist_ok=True)
            for name in wanted.difference(path.name for path in self.root.iterdir()):
                (self.root / name).mkdir(exist_ok=True)
                self._lasting.folder_made()

    def close(self) -> None:
        """Let go of the disk."""
        self._lasting.close()

    def path(self, sha256: str) -> Path:
        """Return where the bytes of a hash lie, or would lie."""
        return Path(self._name(sha256))

    def _name(self, sha256: str) -> str:
        return f"{self._root}/{sha256[:2]}/{sha256}"

    def has(self, sha256: str) -> bool:
        """Return whether the bytes of a hash are there, as far as the disk said."""
        with contextlib.suppress(FileNotFoundError):
            return not is_refused(self.path(sha256).stat())
        return False

    def open(self, sha256: str) -> BinaryIO:
        """Open kept bytes for reading; raises `Rejected` when they are not there."""
        try:
            return self.path(sha256).open("rb")
        except FileNotFoundError as error:
            detail = f"{self.path(sha256)} is gone: restore it from a backup of the raw folder"
            raise Rejected(Reason.BYTES_MISSING, detail) from error

    @contextlib.contextmanager
    def at_hand(self, hashes: Collection[str]) -> Iterator[FolderStore]:  # noqa: ARG002 - all are here
        """Give this store itself: its files are files of this machine."""
        yield self

    def place(self, sha256: str) -> str:
        """Return the path of an object, as text: to take it apart costs as much as to open it."""
        return self._name(sha256)

    file = place

    def lay_aside(self, sha256: str, target: Path) -> None:
        """Link an object under another name; copy it where there are no links."""
        source = self.path(sha256)
        if source.exists() and not target.exists():
            try:
                os.link(source, target)
            except OSError:  # another file system, or one without links
                shutil.copyfile(source, target.with_name(f"{target.name}.part")).replace(target)

    def link(self, source: str, sha256: str, size: int) -> Kept:
        """
        Keep a file of that hash by a second name for it; no byte is copied.

        Only for a file that nobody else can write: its inode is shared until the caller removes
        `source`. Raises `OSError` where links are not to be had, nor to be trusted.
        """
        target = self._name(sha256)
        self._lasting.writing()
        try:
            os.link(source, target, follow_symlinks=False)
        except FileNotFoundError:
            if self.path(sha256).parent.is_dir():
                raise  # it is the source that is gone
            self._make_folder(sha256)
            return self.link(source, sha256, size)
        except FileExistsError:
            if self._whole(sha256, size):
                return Kept(sha256, size, new=False)
            if is_refused(os.stat(target)):  # noqa: PTH116 - as above
                # the source may be the very file that the disk refused
                raise OSError(errno.EMLINK, "only a new file can be flushed", target) from None
            self.path(sha256).unlink(missing_ok=True)
            return self.link(source, sha256, size)
        return Kept(sha256, size, new=True)

    def copy(self, source: BinaryIO, most: int) -> Kept:
        """
        Keep the next bytes of a stream, at most so many, hashed while they are copied.

        The bound is the size that was seen: a file that grows as fast as it is read has an end
        too. No file is made for little that is there: ext4 passes by each one that went whenever
        it makes another. Raises `OSError` and then keeps nothing.
        """
        first = source.read(min(CHUNK, most))
        digest = hashlib.sha256(first)
        if len(first) == most and self._whole(digest.hexdigest(), most):
            return Kept(digest.hexdigest(), most, new=False)
        name, copy = self._new_file()
        try:
            with copy:
                size = pour(first, source, copy, most, digest)
                os.fchmod(copy.fileno(), READ_ONLY)
            sha256 = digest.hexdigest()
            if new := not self._whole(sha256, size):
                self._settle(name, sha256)
        finally:
            Path(name).unlink(missing_ok=True)  # what was settled has another name by now
        return Kept(sha256, size, new=new)

    def _new_file(self) -> tuple[str, FileIO]:
        """Open a new file on the store's own disk, under a name that is nobody else's."""
        name = f"{self._root}/{INCOMING}/{uuid4().hex}"
        self._lasting.writing()
        try:
            return name, FileIO(name, "x")
        except FileNotFoundError:
            self._incoming.mkdir(parents=True, exist_ok=True)
            return name, FileIO(name, "x")

    def _settle(self, name: str, sha256: str) -> None:
        """Move a whole file to its place."""
        try:
            self._lasting.settle(name, sha256)
        except FileNotFoundError:
            self._make_folder(sha256)
            self._lasting.settle(name, sha256)

    def expired_size(self, sha256: str, before: float) -> int | None:
        """Return the size of bytes that nobody has kept since (seconds since 1970); else None."""
        try:
            found = self.path(sha256).stat()
        except FileNotFoundError:
            return None
        # the change of a name counts too: a linked file has the time of its last writing
        return found.st_size if max(found.st_mtime, found.st_ctime) < before else None

    def remove(self, sha256: str, before: float, unneeded: Callable[[], bool]) -> int | None:
        """
        Remove bytes that nobody has kept since `before` and that are `unneeded`; return their size.

        They are put aside first and looked at once more: a watcher that found them there a moment
        ago has touched them, one that comes now keeps its own. None: they stay, or were not there.
        """
        self._retired.mkdir(exist_ok=True)
        aside = self._retired / sha256
        try:
            seen = self.path(sha256).stat()
            if self.expired_size(sha256, before) is None:
                return None
            self.path(sha256).rename(aside)
        except FileNotFoundError:
            return None
        if aside.stat().st_atime_ns == seen.st_atime_ns and unneeded():
            aside.unlink()
            return seen.st_size
        self._put_back(aside)
        return None

    def put_back(self) -> None:
        """Return to its place what a `remove` that was killed had put aside."""
        if self._retired.is_dir():
            for aside in self._retired.iterdir():
                self._put_back(aside)

    def _put_back(self, aside: Path) -> None:
        with contextlib.suppress(FileExistsError):
            os.link(aside, self.path(aside.name))
        aside.unlink()

    def tidy(self, before: float) -> int:
        """Remove what crashed copies left, untouched since `before` (seconds since 1970)."""
        removed = 0
        with contextlib.suppress(FileNotFoundError), os.scandir(self._incoming) as entries:
            for entry in entries:
                # a copy may have been given the time of what it is copied from, and be flushed yet
                if entry.stat(follow_symlinks=False).st_ctime < before:
                    Path(entry.path).unlink(missing_ok=True)
                    removed += 1
        return removed

    @contextlib.contextmanager
    def incoming(self) -> Iterator[tuple[Path, FileIO]]:
        """Open a new file on the store's own disk, to be moved away when it is whole."""
        name, copy = self._new_file()
        path = Path(name)
        try:
            with copy:
                yield path, copy
        finally:
            path.unlink(missing_ok=True)

    def _make_folder(self, sha256: str) -> None:
        self.path(sha256).parent.mkdir(parents=True, exist_ok=True)
        self._lasting.folder_made()

    def _whole(self, sha256: str, size: int) -> bool:
        """Return whether all bytes are there: a power cut leaves fewer, a disk may refuse them."""
        name = self._name(sha256)
        try:
            found = os.stat(name)  # noqa: PTH116 - as above
            if found.st_size != size or is_refused(found):
                return False
            # needed again from now on, whatever retention has just found: the time of its reading
            # says so, and that of its writing stays, for it may be the claim's own file
            with contextlib.suppress(PermissionError):  # another user's: its time stays
                os.utime(name, ns=(time.time_ns(), found.st_mtime_ns))
        except FileNotFoundError:
            return False
        return True

    def sync(self, hashes: Collection[str]) -> None:
        """Make kept bytes and their names survive a power cut; to be called before their rows."""
        self.syncing(hashes)()

    def syncing(self, hashes: Collection[str]) -> Callable[[], None]:
        """Begin it, and return what waits until they do."""
        return self._lasting.syncing(hashes)
