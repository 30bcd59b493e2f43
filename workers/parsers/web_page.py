"""
A web page, HTML or XHTML: the body by blocks, every other field by evidence.

The bytes are decoded here. A page that shows nothing without its scripts is read out of their data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected
from workers.parsers.charset import decode
from workers.parsers.html.reading import read_page
from workers.parsers.html.sniff import html_score
from workers.parsers.page_data import article_in_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile


class WebPage:
    """Reads the one article of a page."""

    name = "web_page"
    version = 4

    def score(self, file: RawFile) -> float:
        """Return how surely the bytes are a page, by their first tags."""
        return html_score(file.head, file.suffix)

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the one article, or raise `Rejected` saying why there is none."""
        limit = context.limits.file_bytes
        if len(file.data) > limit:
            raise Rejected(
                Reason.TOO_LARGE,
                f"the page has {len(file.data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f} MB",
            )
        decoded = decode(file.data, context.charset, html=True)
        try:
            item = read_page(decoded.text, context.url, decoded.notes, decoded.utf8)
        except Rejected as refused:
            found = None
            if refused.reason is Reason.NO_ARTICLE:
                found = article_in_data(decoded.text, context.url, decoded.notes)
            if found is None:
                raise
            item = found
        yield item
