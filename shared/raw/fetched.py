"""Objects of a bucket as files of this machine, fetched beside the work and removed after it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from concurrent.futures import Future
    from types import TracebackType


class Fetcher(Protocol):
    """What is needed of a bucket."""

    def fetch(self, sha256: str, target: Path) -> None:
        """Write an object into a new file."""
        ...


class Fetched:
    """Some objects, each fetched by a thread; whoever asks for one waits for that one alone."""

    def __init__(
        self, bucket: Fetcher, folder: Path, hashes: Collection[str], *, at_once: int
    ) -> None:
        """Take what is to be fetched; it begins with the block."""
        self._bucket = bucket
        self._parent = folder
        self._hashes = list(hashes)
        self._pool = ThreadPoolExecutor(max(1, min(at_once, len(self._hashes))), "fetch")
        self._folder: Path | None = None
        self._held = contextlib.ExitStack()
        self._making = threading.Lock()
        self._coming: dict[str, Future[Path]] = {}

    def __enter__(self) -> Self:
        """Begin to fetch."""
        self._coming = {sha256: self._pool.submit(self._fetch, sha256) for sha256 in self._hashes}
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop fetching and remove everything."""
        self._pool.shutdown(cancel_futures=True)
        with self._held:
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)

    def file(self, sha256: str) -> str:
        """Return the path of an object, as soon as it is here; raises as `AtHand.file` does."""
        return str(self._coming[sha256].result())

    def _fetch(self, sha256: str) -> Path:
        path = self._made() / sha256
        self._bucket.fetch(sha256, path)
        return path

    def _made(self) -> Path:
        """Return the folder of these objects; a disk that is full fails the one that asks."""
        with self._making:
            if self._folder is None:
                self._parent.mkdir(parents=True, exist_ok=True)
                self._folder = Path(tempfile.mkdtemp(dir=self._parent))
                with contextlib.suppress(OSError):  # a share without locks
                    self._held.enter_context(_locked(self._folder, fcntl.LOCK_SH))
            return self._folder

    @staticmethod
    def tidy(folder: Path, before: float) -> int:
        """Remove what killed processes left; return how many folders. A crawl is read for a day."""
        removed = 0
        for left in folder.glob("*"):
            with contextlib.suppress(OSError):  # gone, or in use
                if left.stat().st_mtime < before:
                    with _locked(left, fcntl.LOCK_EX):
                        shutil.rmtree(left, ignore_errors=True)
                    removed += 1
        return removed


@contextlib.contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    """Hold a folder in the block, or until the process ends; raises `OSError` where others do."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, how | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)
