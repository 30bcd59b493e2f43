"""
WARC, and ARC before it: what a crawler kept. Pages alone are read: responses (2xx) that are HTML.

A page that was kept without its response (`resource`), or as its text (`conversion`, the records of
WET files), is read too. Requests, metadata, pictures, redirects and pages of errors are passed
over. A file whose records
are compressed one by one is `compressed`'s, which hands its plain bytes on to here as a stream.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from shared.errors import Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.containers import arc_records, http_response
from workers.parsers.containers.warc_records import VERSION, records
from workers.parsers.html.sniff import html_score
from workers.parsers.unpacking.budget import Spent
from workers.parsers.unpacking.inner import Inner, budget_of, too_large
from workers.parsers.unpacking.members import read_member, refused, some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.domain.article import RawItem
    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.containers.warc_records import Record
    from workers.parsers.unpacking.budget import Budget

_KEPT = frozenset({"resource", "conversion"})
_KEPT_TYPES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
"""Media types of what such records hold, and the names that their readers know them by."""
_OK = 200


class Warc:
    """Reads each page with its address and the charset that its server declared."""

    name = "warc"
    version = 1
    opens = b"Wf"

    def score(self, file: RawFile) -> float:
        """Return 1 for the version line of a record, or the first line of an ARC file."""
        if file.head.startswith(arc_records.MAGIC):
            return 1.0
        return 1.0 if VERSION.match(file.head.lstrip()[:8]) else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each page, labelled with its address."""
        yield from some(
            _items(file, context), otherwise="there is no page among the records of the WARC file"
        )


def _items(file: RawFile, context: ParseContext) -> Iterator[Parsed]:
    budget = budget_of(file, context)
    with file.open() as stream:
        is_arc = file.head.startswith(arc_records.MAGIC)
        for record in (arc_records.records if is_arc else records)(stream):
            kind = record.headers.get("warc-type", "").lower()
            if kind == "response":
                yield from _response(record, context, budget)
            elif kind in _KEPT:
                yield from _kept(record, context, budget)


def _response(record: Record, context: ParseContext, budget: Budget) -> Iterator[Parsed]:
    """Yield the item of one response, if it is a page; its own faults stay its own."""
    url, label = _address(record)
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
    page = Inner(name=f"{record.number}.html", content=content, budget=budget)
    within = context.nested(url=url or None, charset=head.charset)
    yield from read_member(label, page, within, notes=_notes(record))


def _kept(record: Record, context: ParseContext, budget: Budget) -> Iterator[Parsed]:
    """Yield the item of a page, or of the text of one, that stands in its record by itself."""
    url, label = _address(record)
    head = http_response.Head(_OK, record.headers)
    suffix = _KEPT_TYPES.get(head.media_type)
    if suffix is None or not url.startswith(("http:", "https:")):
        return
    limit = context.limits.file_bytes
    if record.block.left > limit:
        record.block.skip()
        refusal = too_large(limit)
        yield refused(label, refusal.reason, refusal.detail)
        return
    content = record.block.read(record.block.left)
    page = Inner(name=f"{record.number}{suffix}", content=content, budget=budget)
    within = context.nested(url=url, charset=head.charset)
    for parsed in read_member(label, page, within, notes=_notes(record)):
        yield parsed if isinstance(parsed, RejectedItem) else _with_address(parsed, url)


def _with_address(item: RawItem, url: str) -> RawItem:
    """Return an item with its record's address: a text says nothing of where it stood."""
    if Field.URL in item.claims:
        return item
    told = Claim(url, "warc target", 0.9)
    return replace(item, claims={**item.claims, Field.URL: (told,)})


def _address(record: Record) -> tuple[str, str]:
    """Return a record's address, empty where it has none, and what its item is called."""
    url = record.headers.get("warc-target-uri", "").strip("<> ")
    return url, url or str(record.number)


def _notes(record: Record) -> tuple[str, ...]:
    cut = record.headers.get("warc-truncated")
    return (f"the crawler cut the page off: {cut}",) if cut else ()
