"""
The raw store: every byte ever received, under the name of its content.

`ab/abcdef…` holds the bytes whose SHA-256 is `abcdef…`: the same bytes twice are one object, and
an object is never changed once it is there. It outlives the database: everything can be made
again from it. It is a folder that all hosts share, or a bucket of an S3-compatible store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.raw.disk import (
    CHUNK,
    PASSING,
    FileSystem,
    flush,
    flush_up,
    passing_failures,
    store_failures,
    write_all,
)
from shared.raw.folder import FolderStore
from shared.raw.lasting import READ_ONLY, is_refused
from shared.raw.store import AtHand, Kept, RawStore

if TYPE_CHECKING:
    from shared.config import Settings


def open_raw(settings: Settings) -> RawStore:
    """Return the raw store of the settings; nothing is connected before the first use."""
    if not settings.raw_url:
        return FolderStore(settings.raw)
    from shared.raw.bucket import BucketStore  # noqa: PLC0415 - loads the library of S3

    return BucketStore(settings.raw_url, settings.raw)


__all__ = [
    "CHUNK",
    "PASSING",
    "READ_ONLY",
    "AtHand",
    "FileSystem",
    "FolderStore",
    "Kept",
    "RawStore",
    "flush",
    "flush_up",
    "is_refused",
    "open_raw",
    "passing_failures",
    "store_failures",
    "write_all",
]
