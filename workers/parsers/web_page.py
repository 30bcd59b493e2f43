"""
A web page, HTML or XHTML: the body by blocks, every other field by evidence.

The bytes are decoded here, and one walk through the tags serves all that follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.charset import decode
from workers.parsers.html import (
    address,
    head,
    headings,
    json_ld,
    lines,
    saving,
    site_name,
    topics,
    visible,
)
from workers.parsers.html.body import choose
from workers.parsers.html.evidence import Evidence
from workers.parsers.html.features import Known
from workers.parsers.html.sniff import html_score
from workers.parsers.html.tree import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.html.page import Page

_TITLES = 6
"""Titles of the head that blocks are compared with."""


class WebPage:
    """Reads the one article of a page."""

    name = "web_page"
    version = 3

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
        yield read_page(decoded.text, context.url, decoded.notes, decoded.utf8)


def read_page(
    text: str, url: str | None, notes: tuple[str, ...] = (), utf8: bytes | None = None
) -> RawItem:
    """
    Return the article of a page's text, which may come as its UTF-8 too.

    Raises `Rejected`: `too_large`, `too_deep`, `malformed`, or `no_article` where the page holds
    only menus, lists of links or pictures.
    """
    shown = saving.without_bar(text)
    page, known, evidence = analyse(shown, utf8 if shown is text else None)
    body = choose(page, known)
    if body is None:
        raise Rejected(
            Reason.NO_ARTICLE, "there is no running text in the page: only menus, links or pictures"
        )
    headings.gather(page, evidence, body.first, url)
    site_name.gather(page, evidence)
    visible.gather(page, evidence, body.first, body.last)
    lines.gather(page, evidence, body.first, body.last)
    topics.gather(page, evidence, body.first, body.last)
    address.gather(shown, url, evidence)
    if not {Field.PUBLISHED, Field.UPDATED} & evidence.claims.keys():
        lines.gather_farther(page, evidence, body.first, body.last)
    evidence.take_updates()
    evidence.doubt_site_as_author(url or "")
    return RawItem(
        body=body.paragraphs, body_source=body.source, claims=evidence.ordered(), notes=notes
    )


def analyse(text: str, utf8: bytes | None = None) -> tuple[Page, Known, Evidence]:
    """Return a page's blocks, and what its head says: to compare them with, and as evidence."""
    page = parse(text, utf8)
    evidence = Evidence()
    article_body = json_ld.gather(json_ld.objects(page.head.scripts), evidence)
    summary = head.gather(page.head, evidence)
    titles = tuple(evidence.values(Field.HEADLINE)[:_TITLES])
    return page, Known(titles, summary, article_body or ""), evidence
