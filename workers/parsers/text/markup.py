"""Paragraphs out of a fragment of HTML that stands inside another format, with BeautifulSoup."""

from __future__ import annotations

import re
import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning
from bs4.element import Comment, NavigableString, PreformattedString, Tag

_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|img|blockquote|article|section|figure"
    r"|table|tr|td|font|center|hr|pre)\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|br|div|a|em|strong)\b", re.IGNORECASE)
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "blockquote", "pre", "ul", "ol",
     "li", "dl", "dt", "dd", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "body"}
)  # fmt: skip
_DROPPED = (
    "script", "style", "noscript", "template", "iframe", "object", "form", "button", "nav", "aside",
    "figure", "figcaption", "svg", "video", "audio",
)  # fmt: skip
_SPACE = re.compile(r"\s+")
_BREAK = "\n"
_PARAGRAPH = "\n\n"


def looks_like_html(text: str) -> bool:
    """Whether a text is markup: a tag of HTML, or an entity, stands in it."""
    return bool(_TAG.search(text) or _ENTITY.search(text))


def html_paragraphs(markup: str) -> tuple[str, ...]:
    """
    Return the paragraphs of an HTML fragment, without scripts, figures, forms and asides.

    A block element or two breaks in a row end a paragraph; one break is a space. Markup that was
    escaped once more (`&lt;p&gt;`) is read as what was meant.
    """
    if _ESCAPED_TAG.search(markup) and not _TAG.search(markup):
        markup = markup.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(markup, "lxml")
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    return tuple(_folded("".join(_pieces(soup))))


def text_paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a plain text field: one a line, blank lines gone."""
    return tuple(_folded(re.sub(r"\r\n?|\n", _PARAGRAPH, text)))


def _pieces(soup: BeautifulSoup) -> list[str]:
    """Return the text with a blank line around each block; a loop, so that depth is no matter."""
    pieces: list[str] = []
    waiting: list[object] = [soup]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str) and not isinstance(node, NavigableString):
            pieces.append(node)
        elif isinstance(node, Comment | PreformattedString):
            continue
        elif isinstance(node, NavigableString):
            pieces.append(_SPACE.sub(" ", node))
        elif isinstance(node, Tag):
            if node.name == "br":
                pieces.append(_BREAK)
                continue
            block = node.name in _BLOCKS
            waiting += [_PARAGRAPH] if block else []
            waiting += reversed(node.contents)
            waiting += [_PARAGRAPH] if block else []
    return pieces


def _folded(text: str) -> list[str]:
    parts = re.split(r"\n\s*\n", text)
    return [folded for part in parts if (folded := " ".join(part.split()))]
