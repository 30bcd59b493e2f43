"""The shell of Office's programs before 2007 (OLE, a compound file), opened with its reader."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import olefile

from shared.errors import Reason, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@contextmanager
def opened(data: bytes) -> Iterator[olefile.OleFileIO]:
    """Open the shell, and turn what its reader raises over rubbish into a refusal."""
    try:
        with olefile.OleFileIO(data) as shell:
            yield shell
    except (Rejected, MemoryError):
        raise
    except Exception as error:  # the reader raises whatever its arithmetic ends in
        told = f"{type(error).__name__}: {error}"[:200]
        raise Rejected(Reason.MALFORMED, f"the document is broken: {told}") from error


def stream(shell: olefile.OleFileIO, *path: str) -> bytes:
    """Return the bytes of a stream; none where it is not there."""
    if not shell.exists(list(path)) or shell.get_type(list(path)) != olefile.STGTY_STREAM:
        return b""
    content: bytes = shell.openstream(list(path)).read()
    return content


def moment(ticks: int) -> datetime | None:
    """Return a time, kept in tenths of microseconds since 1601; None for one out of range."""
    try:
        return _EPOCH + timedelta(microseconds=ticks // 10)
    except OverflowError:
        return None
