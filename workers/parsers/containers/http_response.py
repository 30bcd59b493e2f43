"""An HTTP response as a crawler kept it: is it a page, and what are the page's bytes?"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING

import brotli

from shared.compression import METHODS, Method
from workers.parsers.containers.warc_records import read_headers
from workers.parsers.unpacking.inner import too_large
from workers.parsers.unpacking.streams import Unpacking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workers.parsers.containers.warc_records import Block
    from workers.parsers.unpacking.budget import Budget

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Head:
    """The status and the headers (names in lower case) of a response."""

    status: int
    headers: Mapping[str, str]

    @property
    def media_type(self) -> str:
        """`text/html`; empty where it is not said."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the server declared."""
        message = Message()
        message["content-type"] = self.headers.get("content-type", "")
        return message.get_content_charset()

    @property
    def is_page(self) -> bool:
        """Whether a page was given out; where the server did not say, it may be one."""
        return 200 <= self.status < 300 and (not self.media_type or self.media_type in _HTML)  # noqa: PLR2004


def read_head(block: Block) -> Head | None:
    """Return the head of a response; None where the block holds no HTTP response."""
    status = _STATUS.match(block.line())
    return Head(int(status[1]), read_headers(block.line)) if status else None


def read_page(block: Block, head: Head, limit: int, budget: Budget) -> bytes:
    """
    Return the page's bytes, of `limit` at the most, as a browser would see them.

    Crawlers often keep the headers of the transfer and undo it in the body: what already looks
    like a page is taken as it is. Raises `Rejected`: `too_large`, `malformed`.
    """
    if block.left > limit:
        raise too_large(limit)
    data = block.read(block.left)
    if "chunked" in head.headers.get("transfer-encoding", "").lower():
        data = _dechunked(data)
    codings = head.headers.get("content-encoding", "").lower().split(",")
    for coding in reversed([each.strip() for each in codings]):
        method = _CODINGS.get(coding)
        if method is not None and not data.lstrip().startswith(b"<"):
            data = _decoded(data, method, limit, budget)
    return data


def _dechunked(data: bytes) -> bytes:
    """Join the chunks; bytes that are none are returned as they are."""
    pieces: list[bytes] = []
    place = 0
    while (size := _CHUNK_SIZE.match(data, place)) is not None:
        length = int(size[1], 16)
        if length == 0:
            return b"".join(pieces)
        pieces.append(data[size.end() : size.end() + length])
        place = size.end() + length
        place += 2 if data[place : place + 2] == b"\r\n" else data[place : place + 1] == b"\n"
    return b"".join(pieces) if pieces and place >= len(data) else data


def _decoded(data: bytes, method: Method, limit: int, budget: Budget) -> bytes:
    if method.magics and not data.startswith(method.magics):
        return data
    pieces: list[bytes] = []
    left = limit
    with io.BufferedReader(Unpacking(io.BytesIO(data), method, budget), _PIECE) as stream:
        while piece := stream.read1(_PIECE):
            left -= len(piece)
            if left < 0:
                raise too_large(limit)
            pieces.append(piece)
    return b"".join(pieces)


class _Deflate:
    """`deflate`, which servers send with zlib's two bytes in front or without."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj()
        self._begun = False
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return b""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        if not self._begun:
            self._begun = True
            if int.from_bytes(data[:2]) % 31 or data[:1] not in (b"x", b"h", b"X", b"H"):
                self._zlib = zlib.decompressobj(-zlib.MAX_WBITS)
        out = self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)
        self.needs_input = not self._zlib.unconsumed_tail and len(out) < max_length
        return out


class _Brotli:
    """`br` in the manner of the standard library; what comes beyond the limit is kept."""

    unused_data = b""

    def __init__(self) -> None:
        self._brotli = brotli.Decompressor()
        self._rest = b""

    @property
    def eof(self) -> bool:
        return not self._rest and bool(self._brotli.is_finished())

    @property
    def needs_input(self) -> bool:
        return not self._rest and bool(self._brotli.can_accept_more_data())

    def decompress(self, data: bytes, max_length: int) -> bytes:
        try:
            out = self._rest or self._brotli.process(data, output_buffer_limit=max_length)
        except brotli.error as error:
            raise ValueError(str(error)) from error
        self._rest = bytes(out[max_length:])
        return bytes(out[:max_length])


_CODINGS = {
    "gzip": METHODS[0],
    "x-gzip": METHODS[0],
    "deflate": Method("deflate", (), (), _Deflate),
    "br": Method("brotli", (), (), _Brotli),
    "zstd": METHODS[3],
}
