"""
WARC: what a crawler kept. Pages alone are read: responses with status 2xx that are HTML.

Requests, metadata, pictures, redirects and pages of errors are passed over. A file whose records
are compressed one by one is `compressed`'s, which hands its plain bytes on to here as a stream.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.errors import Rejected
from workers.parsers.containers import http_response
from workers.parsers.containers.budget import Spent
from workers.parsers.containers.inner import Inner, budget_of
from workers.parsers.containers.members import read_member, refused, some
from workers.parsers.containers.warc_records import VERSION, records
from workers.parsers.html.sniff import html_score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.containers.budget import Budget
    from workers.parsers.containers.warc_records import Record


class Warc:
    """Reads each page with its address and the charset that its server declared."""

    name = "warc"
    version = 1

    def score(self, file: RawFile) -> float:
        """Return 1 for the version line of a record."""
        return 1.0 if VERSION.match(file.head.lstrip()[:8]) else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each page, labelled with its address."""
        yield from some(
            _items(file, context), otherwise="there is no page among the records of the WARC file"
        )


def _items(file: RawFile, context: ParseContext) -> Iterator[Parsed]:
    budget = budget_of(file, context)
    with file.open() as stream:
        for record in records(stream):
            if record.headers.get("warc-type", "").lower() == "response":
                yield from _response(record, context, budget)


def _response(record: Record, context: ParseContext, budget: Budget) -> Iterator[Parsed]:
    """Yield the item of one response, if it is a page; its own faults stay its own."""
    url = record.headers.get("warc-target-uri", "").strip("<> ")
    label = url or str(record.number)
    try:
        head = http_response.read_head(record.block)
        if head is None or not head.is_page:
            return
        content = http_response.read_page(record.block, head, context.limits.file_bytes, budget)
    except Spent:
        raise
    except Rejected as rejected:
        record.block.skip()  # raises where it is the file that breaks off, and not the response
        yield refused(label, rejected.reason, rejected.detail)
        return
    if not head.media_type and html_score(content[:4096], "") < 0.5:  # noqa: PLR2004 - plausible
        return
    cut = record.headers.get("warc-truncated")
    page = Inner(name=f"{record.number}.html", content=content, budget=budget)
    yield from read_member(
        label,
        page,
        context.nested(url=url or None, charset=head.charset),
        notes=(f"the crawler cut the page off: {cut}",) if cut else (),
    )
