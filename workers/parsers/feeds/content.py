"""The text of a feed's entry: inline, escaped, plain or coded content to paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.feeds import wordpress as feed_wordpress
from workers.parsers.feeds.coded import decoded
from workers.parsers.feeds.fields import qualified
from workers.parsers.html.whole_pages import is_html_page
from workers.parsers.paragraphs.markup import element_paragraphs, entry_paragraphs, html_paragraphs
from workers.parsers.paragraphs.typeset import text_paragraphs
from workers.parsers.wire import nitf
from workers.parsers.xml_formats.safe import child

if TYPE_CHECKING:
    from lxml import etree

_PLAIN = frozenset({"text", "text/plain"})
_MEDIA = re.compile(r"(?!text/)[\w.+-]+/(?!(?:[\w.+-]*\+)?xml\b|xhtml|html)[\w.+-]+")
"""A type of bytes that are no text (RFC 4287, 4.1.3.3)."""


def fullest(entry: etree._Element, names: frozenset[str]) -> tuple[tuple[str, ...], str]:
    """Return the paragraphs of the longest text that stands in one of the elements, and where."""
    read = _exported if feed_wordpress.is_export(entry) else _paragraphs
    found = [
        (read(one), name.removeprefix("rss:")) for one in entry if (name := qualified(one)) in names
    ]
    return max(found, key=lambda each: sum(map(len, each[0])), default=((), ""))


def whole_page(entry: etree._Element, names: frozenset[str]) -> str:
    """Return the whole web page that an entry has for its content; empty where it has none."""
    told = (decoded(one) for one in entry if not len(one) and qualified(one) in names)
    return next((text for text in told if is_html_page(text)), "")


def stories(entry: etree._Element, names: frozenset[str]) -> list[etree._Element]:
    """Return the stories in NITF that an agency put into the content of an entry."""
    found = (child(one, "nitf") for one in entry if qualified(one) in names)
    return [one for one in found if one is not None]


def _exported(element: etree._Element) -> tuple[str, ...]:
    return html_paragraphs(feed_wordpress.printed(element.text or ""))


def _paragraphs(element: etree._Element) -> tuple[str, ...]:
    kind = element.get("type", "").strip().lower()
    if _MEDIA.match(kind):
        return ()
    if len(element):
        story = child(element, "nitf")
        return element_paragraphs([element]) if story is None else nitf.body(story)[0]
    text = decoded(element)
    return text_paragraphs(text) if kind in _PLAIN else entry_paragraphs(text)
