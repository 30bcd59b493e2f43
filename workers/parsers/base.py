"""The contract of a parser."""

from __future__ import annotations

import errno
import os
from dataclasses import field, replace
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, TypeAlias

from shared.domain.values import dataclass
from shared.errors import Reason, Rejected
from workers.parsers.charset.decoding import looks_binary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from shared.domain.article import RawItem

HEAD_BYTES = 64 * 1024
"""How much of a file a parser may look at to say whether it is its own."""


@dataclass(frozen=True)
class RawFile:
    """The bytes of one file (or of one member of a container) and the name it came with."""

    name: str
    """As dropped; a hint for the format and never trusted alone."""
    path: str | None = None
    """Where the bytes lie; None where `content` holds them."""
    content: bytes | None = None

    @cached_property
    def data(self) -> bytes:
        """All bytes, read once."""
        if self.content is not None:
            return self.content
        assert self.path is not None
        return Path(self.path).read_bytes()

    @cached_property
    def head(self) -> bytes:
        """The first `HEAD_BYTES` bytes."""
        if self.content is not None:
            return self.content[:HEAD_BYTES]
        assert self.path is not None
        head = _beginning(self.path)
        if len(head) < HEAD_BYTES:
            self.__dict__["data"] = head  # that is all: most files are opened once
        return head

    @cached_property
    def is_binary(self) -> bool:
        """Whether the first bytes are no text in any charset; several parsers ask for it."""
        return looks_binary(self.head)

    @cached_property
    def suffix(self) -> str:
        """The last suffix of the name, lower case, with its dot; empty where there is none."""
        last = self.name.rstrip("/").rpartition("/")[2]
        dot = last.rfind(".")
        return last[dot:].lower() if 0 < dot < len(last) - 1 else ""

    def open(self) -> BinaryIO:
        """Open the bytes for reading, for formats that need not hold all of them."""
        if self.content is not None:
            return BytesIO(self.content)
        assert self.path is not None
        return Path(self.path).open("rb")


def _beginning(path: str) -> bytes:
    """Return the first `HEAD_BYTES` bytes; by the system's own calls, in half of the time."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        head = os.read(descriptor, HEAD_BYTES)
        # a disk that others share may give less at once than there is
        while len(head) < HEAD_BYTES and (more := os.read(descriptor, HEAD_BYTES - len(head))):
            head += more
    finally:
        os.close(descriptor)
    return head


@dataclass(frozen=True, slots=True)
class Limits:
    """What one delivery may cost to read. Sizes in bytes."""

    file_bytes: int = 64 * 1024 * 1024
    """A single page or document above this is `too_large`; streamed containers are exempt."""
    expanded_bytes: int = 2 * 1024**3
    """What an archive may unpack to in all."""
    expansion_ratio: int = 200
    """… and how many times its own size, once it has unpacked 16 MiB."""
    nesting: int = 4
    """Containers inside containers."""


@dataclass(frozen=True)
class ParseContext:
    """What a parser may know besides the bytes."""

    provider: str = "default"
    url: str | None = None
    """Where the page came from, when the delivery says so (a WARC record, `--url`)."""
    charset: str | None = None
    """A charset declared outside the bytes (an HTTP or MIME header)."""
    modified_at: datetime | None = None
    """The file's modification time: the weakest evidence of a date."""
    mapping: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field → where it stands in the provider's JSON, the surest first: see `json_mapping`."""
    limits: Limits = field(default_factory=Limits)
    depth: int = 0
    read: Callable[[RawFile, ParseContext], Iterator[Parsed]] | None = None
    """For containers: reads an inner file by the registry. Call `nested()` for its context."""

    def nested(self, *, url: str | None = None, charset: str | None = None) -> ParseContext:
        """Return the context for a member: one level deeper."""
        return replace(self, depth=self.depth + 1, url=url or self.url, charset=charset)


@dataclass(frozen=True, slots=True)
class RejectedItem:
    """An item of a container that was not taken; the others go on."""

    item: str
    rejected: Rejected


def defect(error: BaseException) -> Rejected:
    """Return the refusal of what one of our parsers broke at."""
    what = f"a defect in Copydesk's parser: {type(error).__name__}: {error}"
    return Rejected(Reason.PARSER_FAILED, what[:500])


def is_of_disk(error: OSError) -> bool:
    """
    Tell what the system said of a disk, which may pass, from what broken bytes led to.

    Libraries say `OSError` of those too (gzip, bz2, OLE), without a number; and a place that no
    file has is an invalid argument or too large a value.
    """
    return error.errno not in (None, errno.EINVAL, errno.EOVERFLOW)


SUMMARY_ALONE = "no body: the summary stands for it"
"""The note for a record without a text of its own."""

Parsed: TypeAlias = "RawItem | RejectedItem"
"""What a parser yields."""


class Parser(Protocol):
    """
    Reads one format.

    `score` SHALL be cheap, look at `file.head` and the name only, never raise, and return how
    surely the file is this parser's: 0 not at all, .1 a last resort, .5 plausible, .9 its own
    signature was seen, 1 no doubt.
    `opens` MAY name the bytes of which a file must have one first, behind marks and white space,
    and `suffixes` those of names for which that does not matter: of any other file the parser is
    not asked, and would score 0.
    `parse` SHALL yield the file's items in order and raise `Rejected` and nothing else; MAY yield
    `RejectedItem` for an item of many; SHALL NOT touch the network or write files; SHALL set
    every claim's source. `version` SHALL be raised when the output changes for the same bytes.
    """

    name: str
    version: int

    def score(self, file: RawFile) -> float:
        """Return how surely the file is this parser's, 0 to 1."""
        ...

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the file's items."""
        ...
