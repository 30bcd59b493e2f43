"""
Whole web pages that lie inside something else: HTML in a field of JSON, Markdown of a page.

Crawlers keep what they fetched so. Its menus and teasers are no text: the readers of pages take
the article out of it, and what stands around it, the record's fields or front matter, is evidence
beside the page's own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.claims.together import both
from workers.parsers.html.reading import read_page
from workers.parsers.paragraphs.markdown import to_html
from workers.parsers.text.printed import read_printed
from workers.parsers.text.printers.fences import is_fenced, is_fenced_page, page_of
from workers.parsers.text.printers.programs import has_page_tags, is_printed_page, unbroken
from workers.parsers.text.printers.typography import restored, typographic
from workers.parsers.text.reading import DUMP, read_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.domain.article import Claim
    from workers.parsers.claims.together import Claims

_HTML = re.compile(r"\s{0,200}(?:<\?xml[^<>]{0,200}>\s{0,20})?(?:<!--[^>]{0,500}-->\s{0,20})?"
                   r"<(?:!doctype\s+html|html|head)\b", re.IGNORECASE)  # fmt: skip

_LINKS = 8
"""Links that a page's Markdown has at the least."""
_EDGE, _SHORT = 12, 40
"""Lines at the start and the end of a dump, and characters of one that is no sentence."""
_MENU, _ABOVE, _BELOW = 9, 5, 4
"""Short lines among the first of a dump, and above and below its article."""
_TITLE, _OTHERS = 0.5, 0.8
"""How far to believe what stands beside a whole page: a title, and other fields."""


def is_html_page(text: str) -> bool:
    """Return whether a text is a page of HTML from its head on, and no piece of one."""
    return _HTML.match(text) is not None


def is_markdown_page(text: str) -> bool:
    """Return whether Markdown is a web page with its menus, as a program printed it."""
    return _has_layout(text) or is_printed_page(text.encode("utf-8", "replace"))


def is_printed(text: str) -> bool:
    """Return whether a text that nobody calls Markdown is a page in it."""
    return text.count("](") >= _LINKS and is_markdown_page(text)


def read_whole(text: str, url: str | None) -> RawItem:
    """Return the article of a whole page; raise `Rejected` where there is none in it."""
    return read_page(text, url) if is_html_page(text) else read_markdown_page(text, url)


def read_dump(lines: Sequence[str]) -> RawItem | None:
    """
    Return the article among the lines of a text that is all that a page shows; None for any other.

    Of 171 dumps of pages, 163 have so many short lines above and below their article, and of the
    171 articles themselves none: lists and tables stand between or below their sentences. To look
    at the edges alone keeps all but two articles from being read as a dump only to find that.
    """
    if _shorts(lines[:_EDGE]) < _MENU or _shorts(lines[-_EDGE:]) < _BELOW:
        return None
    read = read_text("\n".join(lines))
    kept = set(read.body)
    places = [at for at, line in enumerate(lines) if line in kept]
    if read.source != DUMP or not places:
        return None
    if _shorts(lines[: places[0]]) < _ABOVE or _shorts(lines[places[-1] + 1 :]) < _BELOW:
        return None
    return RawItem(body=read.body, body_source=read.source, claims=read.claims)


def _shorts(lines: Sequence[str]) -> int:
    return sum(len(line) < _SHORT for line in lines)


def claimed_beside(item: RawItem, known: Claims) -> dict[Field, tuple[Claim, ...]]:
    """
    Return what is claimed of a page by what holds it, and then what the page says itself.

    The title that a crawler kept is the one of the page's head, the site's name in it; of the rest
    the page knows a little more, which was not there to be fetched but to be read.
    """
    weaker = {
        name: tuple(replace(one, weight=round(one.weight * _beside(name), 3)) for one in told)
        for name, told in known.items()
    }
    return both(weaker, item.claims)


def _beside(name: Field) -> float:
    if name is Field.URL:
        return 1.0
    return _TITLE if name is Field.HEADLINE else _OTHERS


def read_markdown_page(
    text: str,
    url: str | None,
    fields: Mapping[str, object] | None = None,
    notes: tuple[str, ...] = (),
) -> RawItem:
    """
    Return the article of a web page that a program printed as Markdown.

    `fields` are those above it: pandoc and its like keep the page's meta tags there. Raises
    `Rejected` (`no_article`) where there are menus alone.
    """
    if _has_layout(text):
        return read_page(_head(fields or {}) + _html(text), url, notes)
    read = read_printed(typographic(text))
    if not read.body:
        raise Rejected(Reason.NO_ARTICLE, "there are no paragraphs in the page: only menus")
    return RawItem(body=read.body, body_source=read.source, claims=read.claims, notes=notes)


def _has_layout(text: str) -> bool:
    return has_page_tags(text) or is_fenced_page(text)


def _html(text: str) -> str:
    """Return the page that a text was; the marks in the attributes of pandoc's are its own."""
    if not is_fenced(text):
        return to_html(unbroken(text))
    return page_of(text, lambda inside: to_html(restored(inside), indented_code=False))


def _head(fields: Mapping[str, object]) -> str:
    """Return the head that the fields of a printed page were once: its title and its meta tags."""
    told = [(escape(key), escape(one)) for key, one in fields.items() if isinstance(one, str)]
    metas = "".join(f'<meta name="{key}" content="{one}">' for key, one in told)
    return f"<head><title>{escape(str(fields.get('title', '')))}</title>{metas}</head>"
