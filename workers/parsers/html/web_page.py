"""
A web page, HTML or XHTML: the body by blocks, every other field by evidence.

The bytes are decoded here. A page that shows nothing without its scripts is read out of their data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected
from workers.parsers.charset.decoding import decode
from workers.parsers.html.data.page_data import article_in_data
from workers.parsers.html.reading import read_page
from workers.parsers.html.sniff import html_score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.domain.article import RawItem
    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.charset.decoding import Decoded


_SHORT = 600
"""Characters of what a page shows while its scripts have the article still."""
_PART = 0.5
"""… and of which part it is at most."""


class WebPage:
    """Reads the one article of a page."""

    name = "web_page"
    version = 13

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
        yield _read(decoded, context.url)


def _read(page: Decoded, url: str | None) -> RawItem:
    """Return the article that a page shows, else the one that its scripts would show."""
    try:
        shown = read_page(page.text, url, page.notes, page.utf8)
    except Rejected as refused:
        if refused.reason is not Reason.NO_ARTICLE:
            raise
        found = article_in_data(page.text, url, page.notes)
        if found is None:
            raise
        return found
    size = sum(map(len, shown.body))
    if size >= _SHORT:
        return shown
    found = article_in_data(page.text, url, page.notes, least=size / _PART)
    return found or shown
