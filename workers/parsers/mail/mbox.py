"""The messages of a mailbox file, one by one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATOR = re.compile(rb"From \S.{0,200}?\d\d:\d\d.{0,40}\r?\n")
"""The line before each message: sender and time. Texts have lines that begin with `From`, too."""
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_LONGEST_LINE = 1024 * 1024


def messages(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Yield the bytes of each message in order; None for one of more than `limit` bytes."""
    lines: list[bytes] = []
    size = 0
    blank = True
    while line := stream.readline(_LONGEST_LINE):
        if blank and SEPARATOR.fullmatch(line):
            if size:
                yield _message(lines, size, limit)
            lines, size = [], 0
        else:
            size += len(line)
            if size > limit:
                lines.clear()
            else:
                lines.append(line)
        blank = not line.strip()
    if size:
        yield _message(lines, size, limit)


def _message(lines: list[bytes], size: int, limit: int) -> bytes | None:
    """Join the lines; those that had to be marked against the separator lose their mark."""
    return _ESCAPED.sub(rb"\1", b"".join(lines)) if size <= limit else None
