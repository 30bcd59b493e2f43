"""
The records of an ARC file, in which the Internet Archive and others crawled before WARC.

<https://archive.org/web/researcher/ArcFileFormat.php>. A record has one line of fields, parted by
spaces: address, server, time, type, and last its length; version 2 has five more between them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from shared.errors import Reason, Rejected
from workers.parsers.containers.warc_records import Block, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC = b"filedesc://"
_LONGEST_LINE = 64 * 1024
_LENGTH = re.compile(rb"\d{1,18}")
_LEAST = 5
"""Fields of a record in version 1; the first record, of the file itself, has as many as all."""


def records(stream: BinaryIO) -> Iterator[Record]:
    """
    Yield the responses in order, with headers as WARC has them; the file's own record is none.

    Raises `Rejected` (`malformed`) at a broken or cut-off record, after all that were whole.
    """
    number, least = 0, _LEAST
    while line := stream.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        number += 1
        if number == 1:
            least = max(_LEAST, len(line.split()))
        fields = line.strip().rsplit(b" ", least - 1)  # an address may hold spaces
        if len(fields) < least or not _LENGTH.fullmatch(fields[-1]):
            detail = f"the ARC file is broken: record {number} does not begin with its fields"
            raise Rejected(Reason.MALFORMED, detail)
        block = Block(stream, int(fields[-1]))
        if number > 1:
            address = fields[0].decode("utf-8", "replace")
            headers = {"warc-type": "response", "warc-target-uri": address}
            yield Record(number, headers, block)
        block.skip()
