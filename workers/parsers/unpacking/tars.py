"""The members of a tar archive, as they stream by."""

from __future__ import annotations

import struct
import tarfile
from typing import TYPE_CHECKING, BinaryIO, Self, cast

from shared.errors import Reason, Rejected
from shared.litter import pages_of
from workers.parsers.unpacking.inner import Inner, too_large
from workers.parsers.unpacking.members import is_silent, is_unsafe, refused
from workers.parsers.unpacking.names import decode_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workers.parsers.base import RawFile, RejectedItem
    from workers.parsers.unpacking.budget import Budget

_BLOCK = 512
_CHECKSUM = slice(148, 156)
_USTAR = slice(257, 262)
_LONGEST_NAME = 1024 * 1024
_ENDS = 3
"""How often the end of the file may be met: once by its last header, once by its last member."""
_PIECE = 1024 * 1024
_PAGES = (".html", ".htm", ".xhtml")
_MOST_PAGES = 10_000
"""Pages whose parts are known: their names are kept, where nothing else of a tar is."""
_SPEAKING_OF_THE_NEXT = (
    tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK,
)  # fmt: skip
_DAMAGE = (
    tarfile.TarError,
    EOFError,
    struct.error,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
)


class _Bounded:
    """A stream that says when the archive breaks off: the library would skip what is not there."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._ends = 0

    def read(self, size: int) -> bytes:
        piece = self._stream.read(size)
        self._ends += not piece
        if self._ends > _ENDS:
            raise Rejected(Reason.MALFORMED, "the tar archive is broken: it breaks off")
        return piece


class _Header(tarfile.TarInfo):
    """A header block, read strictly: the library takes a broken one for the end of the archive."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """Return the header, or raise `Rejected` for a broken one or a name of megabytes."""
        return cls._strict(lambda: super(_Header, cls).frombuf(buf, encoding, errors))

    @classmethod
    def _frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str, **more: bool) -> Self:
        """Do the same where Python (since its security releases of 2025) reads headers by this."""
        return cls._strict(
            lambda: super(_Header, cls)._frombuf(buf, encoding, errors, **more)  # type: ignore[misc] # see above
        )

    @classmethod
    def _strict(cls, read: Callable[[], Self]) -> Self:
        try:
            header: Self = read()
        except (tarfile.EOFHeaderError, tarfile.EmptyHeaderError):  # type: ignore[attr-defined] # typeshed leaves them out
            raise
        except tarfile.HeaderError as error:
            raise Rejected(Reason.MALFORMED, f"the tar archive is broken: {error}") from error
        if header.type in _SPEAKING_OF_THE_NEXT and header.size > _LONGEST_NAME:
            raise Rejected(Reason.MALFORMED, "the tar archive is broken: a name of megabytes")
        return header


def score(head: bytes) -> float:
    """Return .95 for a tar archive of any kind: its first block adds up to its own checksum."""
    block = head[:_BLOCK]
    if len(block) < _BLOCK or not block[0]:
        return 0.0
    digits = block[_CHECKSUM].strip(b"\0 ")
    if not digits or digits.translate(None, b"01234567"):
        return 0.0
    total = sum(block) - sum(block[_CHECKSUM]) + 8 * ord(" ")
    return 0.95 if int(digits, 8) == total or block[_USTAR] == b"ustar" else 0.0


def members(
    file: RawFile, limit: int, budget: Budget
) -> Iterator[tuple[str, Inner] | RejectedItem]:
    """
    Yield name and content of each member that may be an article, and a refusal for each that
    cannot be read.

    Raises `Rejected` (`malformed`) where the archive breaks off, after all that was whole.
    """
    try:
        with (
            file.open() as stream,
            tarfile.open(
                fileobj=cast("BinaryIO", _Bounded(stream)),
                mode="r|",
                tarinfo=_Header,
                encoding="utf-8",
                errors="surrogateescape",
            ) as tar,
        ):
            pages: set[str] = set()
            while (info := tar.next()) is not None:
                if info.name.endswith(_PAGES) and len(pages) < _MOST_PAGES:
                    pages.add(info.name)
                if pages.isdisjoint(pages_of(info.name)):
                    yield from _member(tar, info, limit, budget)
                tar.members.clear()  # type: ignore[attr-defined] # else it grows with the archive
    except _DAMAGE as error:
        raise Rejected(Reason.MALFORMED, f"the tar archive is broken: {error}") from error


def _member(
    tar: tarfile.TarFile, info: tarfile.TarInfo, limit: int, budget: Budget
) -> Iterator[tuple[str, Inner] | RejectedItem]:
    (name,) = decode_names([info.name.encode("utf-8", "surrogateescape")])
    if info.isdir() or info.islnk() or (is_silent(name) and not is_unsafe(name)):
        return  # a hard link is another name of a member that was read
    if is_unsafe(name) or not info.isfile():
        detail = "its name leads out of the archive, or it is a link or a device"
        yield refused(name, Reason.UNSAFE_PATH, detail)
    elif info.size > limit:
        yield refused(name, Reason.TOO_LARGE, too_large(limit).detail)
    else:
        content = _content(tar, info, budget)
        yield name, Inner(name=name, content=content, budget=budget)


def _content(tar: tarfile.TarFile, info: tarfile.TarInfo, budget: Budget) -> bytes:
    stream = tar.extractfile(info)
    assert stream is not None
    pieces: list[bytes] = []
    while piece := stream.read(_PIECE):
        if info.issparse():
            budget.spend(len(piece))  # its holes are bytes from nothing
        pieces.append(piece)
    return b"".join(pieces)
