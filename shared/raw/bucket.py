"""
The raw store in a bucket of an S3-compatible store, for hosts that share no disk.

Bytes are first kept in a folder of the host that received them, and put into the bucket by `sync`,
many at once, before any row names them. A crash in between leaves the claim or the original where
it was: the same bytes are put again under the same name, which changes nothing.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import cached_property
from io import BufferedReader, FileIO, RawIOBase
from typing import TYPE_CHECKING, BinaryIO, Final

from obstore import get, head, open_reader, put
from obstore.exceptions import AlreadyExistsError, BaseError
from obstore.store import S3Store

from shared.errors import Reason, Rejected
from shared.raw.disk import CHUNK, write_all
from shared.raw.fetched import Fetched
from shared.raw.folder import FolderStore

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from _typeshed import WriteableBuffer
    from obstore import ReadableFile

AT_ONCE: Final = 16
"""Objects put or fetched at the same time: a store answers many as fast as one."""

PART: Final = 8 * 1024 * 1024
"""Bytes of one part; larger objects are put part by part, in constant memory."""

MOST_PARTS: Final = 9000
"""S3 takes 10,000 parts of an object; a larger object has larger parts."""

PARTS_AT_ONCE: Final = 4

STAGED_DAYS: Final = 7 * 86400.0
"""Seconds that bytes wait for a store that is away before they count as left by a crash."""


class BucketStore:
    """Content-addressed objects below a prefix of a bucket; see `RawStore`."""

    def __init__(self, url: str, root: Path) -> None:
        """Take `s3://bucket/prefix`, and a folder of this host for what is on its way."""
        self.root = root
        self._url = url.rstrip("/")
        self._staged = FolderStore(root / ".outgoing")
        self.prepare = self._staged.prepare
        self.incoming = self._staged.incoming
        self.link = self._staged.link
        self.copy = self._staged.copy
        self.close = self._staged.close

    @cached_property
    def _bucket(self) -> S3Store:
        """The bucket; keys and endpoint come from the environment (`AWS_…`), as everywhere."""
        endpoint = os.environ.get("AWS_ENDPOINT_URL") or os.environ.get("AWS_ENDPOINT") or ""
        return S3Store.from_url(
            self._url,
            client_options={
                "allow_http": endpoint.startswith("http://"),
                "connect_timeout": "3 s",
                "timeout": "20 s",
            },
            # who calls waits and tries again by itself, and says so
            retry_config={
                "max_retries": 2,
                "retry_timeout": timedelta(seconds=10),
                "backoff": {
                    "init_backoff": timedelta(milliseconds=100),
                    "max_backoff": timedelta(seconds=1),
                    "base": 2,
                },
            },
        )

    @staticmethod
    def _key(sha256: str) -> str:
        return f"{sha256[:2]}/{sha256}"

    def place(self, sha256: str) -> str:
        """Return the URL of an object."""
        return f"{self._url}/{self._key(sha256)}"

    def size(self, sha256: str) -> int | None:
        """Return the bytes that the bucket has of an object; None: it is not there."""
        with self._reached():
            try:
                return int(head(self._bucket, self._key(sha256))["size"])
            except FileNotFoundError:
                return None

    def has(self, sha256: str) -> bool:
        """Ask the bucket."""
        return self.size(sha256) is not None

    def open(self, sha256: str) -> BinaryIO:
        """Open an object as a stream that fetches what is read; raises as `RawStore.open` does."""
        with self._reached():
            try:
                remote = open_reader(self._bucket, self._key(sha256), buffer_size=CHUNK)
            except FileNotFoundError as error:
                raise self._missing(sha256) from error
        return BufferedReader(_Remote(remote, self._reached))

    def fetch(self, sha256: str, target: Path) -> None:
        """
        Write an object into a new file, in constant memory, and check that it is the right one.

        Raises as `AtHand.path` does; bytes of another hash are an `OSError` that may pass.
        """
        digest = hashlib.sha256()
        with self._reached(), FileIO(target, "x") as file:
            try:
                stream = get(self._bucket, self._key(sha256)).stream(min_chunk_size=CHUNK)
            except FileNotFoundError as error:
                raise self._missing(sha256) from error
            for chunk in stream:
                digest.update(chunk)
                write_all(file, bytes(chunk))
        if digest.hexdigest() != sha256:
            raise OSError(errno.EIO, "the bytes that came are not those of the name", str(target))

    @contextlib.contextmanager
    def at_hand(self, hashes: Collection[str]) -> Iterator[Fetched]:
        """Fetch objects beside the reading; what was fetched is gone after the block."""
        with Fetched(self, self.root / ".fetched", hashes, at_once=AT_ONCE) as fetched:
            yield fetched

    def lay_aside(self, sha256: str, target: Path) -> None:
        """Leave it in the bucket: it would be fetched for nothing."""

    def sync(self, hashes: Collection[str]) -> None:
        """Put what is not in the bucket yet; raises `OSError` and may then be called again."""
        if not hashes:
            return
        with ThreadPoolExecutor(min(AT_ONCE, len(hashes))) as pool:
            list(pool.map(self._put, hashes))
        for sha256 in hashes:
            self._staged.path(sha256).unlink(missing_ok=True)

    def syncing(self, hashes: Collection[str]) -> Callable[[], None]:
        """Put what is not in the bucket yet, at once: a bucket is too far away for a lock."""
        self.sync(hashes)
        return lambda: None

    def _put(self, sha256: str) -> None:
        path = self._staged.path(sha256)
        try:
            size = path.stat().st_size
        except FileNotFoundError:
            # another file of the same bytes was put a moment ago
            if self.has(sha256):
                return
            raise
        data = path.read_bytes() if size <= PART else None
        with self._reached():
            try:
                if data is None:
                    self._put_large(sha256, path, size)
                else:
                    self._put_small(sha256, data)
            except FileNotFoundError as error:
                reason = "the bucket is not there: make it, or correct COPYDESK_RAW_URL"
                raise OSError(errno.EHOSTDOWN, reason, self._url) from error

    def _put_small(self, sha256: str, data: bytes) -> None:
        """Put an object unless it is there; a shorter one (of a broken store) is replaced."""
        key = self._key(sha256)
        try:
            put(self._bucket, key, data, mode="create", use_multipart=False)
        except AlreadyExistsError:
            if self.size(sha256) != len(data):
                put(self._bucket, key, data, use_multipart=False)
        except NotImplementedError:
            # a store without conditional writes: the same bytes over themselves do no harm
            put(self._bucket, key, data, use_multipart=False)

    def _put_large(self, sha256: str, path: Path, size: int) -> None:
        """Put an object in parts; it appears whole, or not at all."""
        if self.size(sha256) == size:
            return
        part = max(PART, -(-size // MOST_PARTS))
        put(self._bucket, self._key(sha256), path, chunk_size=part, max_concurrency=PARTS_AT_ONCE)

    def tidy(self, before: float) -> int:
        """Remove what crashed processes left on this host."""
        removed = self._staged.tidy(before) + Fetched.tidy(self.root / ".fetched", before)
        for path in self._staged.root.glob("??/*"):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_ctime < before - STAGED_DAYS:
                    path.unlink()
                    removed += 1
        return removed

    def _missing(self, sha256: str) -> Rejected:
        detail = f"{self.place(sha256)} is gone: restore it from a backup of the bucket"
        return Rejected(Reason.BYTES_MISSING, detail)

    @contextlib.contextmanager
    def _reached(self) -> Iterator[None]:
        """Say that the store cannot be reached as an `OSError` that may pass."""
        try:
            yield
        except BaseError as error:
            first = str(error).strip().split("\n")[0]
            raise OSError(errno.EHOSTDOWN, first, self._url) from error


class _Remote(RawIOBase):
    """An object of the bucket as Python's own kind of stream."""

    def __init__(
        self, remote: ReadableFile, reached: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._remote = remote
        self._reached = reached

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._remote.seek(offset, whence)

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        with self._reached():
            data = self._remote.read(len(view))
        view[: len(data)] = data
        return len(data)
