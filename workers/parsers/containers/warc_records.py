"""The records of a WARC file (ISO 28500), as they stream by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from shared.errors import Reason, Rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_LONGEST_LINE = 64 * 1024
_MOST_LINES = 512
_PIECE = 256 * 1024
VERSION = re.compile(rb"WARC/\d")
_LENGTH = re.compile(r"\d{1,18}", re.ASCII)


class Block:
    """What a record holds, read as far as it is wanted."""

    def __init__(self, stream: BinaryIO, length: int) -> None:
        """Take the stream at the block's begin, and its length in bytes."""
        self._stream = stream
        self.left = length

    def read(self, size: int) -> bytes:
        """Return the next bytes, all of them up to `size`; raise `Rejected` at a cut."""
        pieces: list[bytes] = []
        wanted = min(size, self.left)
        while wanted:
            piece = self._stream.read(min(wanted, _PIECE))
            if not piece:
                raise _broken("its last record breaks off")
            pieces.append(piece)
            wanted -= len(piece)
            self.left -= len(piece)
        return b"".join(pieces)

    def line(self) -> bytes:
        """Return the next line, with its end; empty where there is none."""
        line = self._stream.readline(min(_LONGEST_LINE, self.left))
        self.left -= len(line)
        return line

    def skip(self) -> None:
        """Pass over the rest."""
        while self.left:
            self.read(_PIECE)


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its place in the file from 1, its headers (names in lower case), its block."""

    number: int
    headers: Mapping[str, str]
    block: Block


def records(stream: BinaryIO) -> Iterator[Record]:
    """
    Yield the records in order; what is not read of a block is passed over.

    Raises `Rejected` (`malformed`) at a broken or cut-off record, after all that were whole.
    """
    number = 0
    while True:
        line = stream.readline(_LONGEST_LINE)
        if not line:
            return
        if not line.strip():
            continue
        number += 1
        if not VERSION.match(line):
            raise _broken(f"record {number} does not begin with its version")
        headers = read_headers(lambda: stream.readline(_LONGEST_LINE))
        length = headers.get("content-length", "")
        if not _LENGTH.fullmatch(length):
            raise _broken(f"record {number} does not say its length")
        block = Block(stream, int(length))
        yield Record(number, headers, block)
        block.skip()


def read_headers(readline: Callable[[], bytes]) -> dict[str, str]:
    """
    Return headers up to the blank line, as HTTP and WARC write them; of equal names the first.

    Raises `Rejected` (`malformed`) where they break off or do not end.
    """
    headers: dict[str, str] = {}
    name = ""
    for _ in range(_MOST_LINES):
        line = readline()
        if not line:
            raise _broken("the headers of its last record break off")
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if not text.strip():
            return headers
        if text[0] in " \t" and name:
            headers[name] += " " + text.strip()
            continue
        name, _colon, value = text.partition(":")
        name = name.strip().lower()
        headers.setdefault(name, value.strip())
    raise _broken("the headers of a record do not end")


def _broken(what: str) -> Rejected:
    return Rejected(Reason.MALFORMED, f"the WARC file is broken: {what}")
