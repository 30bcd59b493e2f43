"""
Paragraphs out of markup that stands inside another format: a feed, a wire item, a JSON field.

BeautifulSoup reads it: what agencies and blogs put there is rarely a whole document, and tolerance
counts for more than speed in pieces of a few kilobytes.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.element import Comment, NavigableString, PreformattedString, Tag
from lxml import etree

from workers.parsers.paragraphs.typeset import (
    text_paragraphs,
    typeset_paragraphs,
    wrapped_paragraphs,
)
from workers.words.letters import letters_and_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|s|q|em|strong|h[1-6]|ul|ol|li|dl|dt|dd|img|blockquote|article"
    r"|section|figure|figcaption|picture|table|tbody|tr|td|th|font|center|hr|pre|code|cite|small|big"
    r"|sub|sup|del|ins|strike|details|summary|aside|header|footer|nav|form|svg|math|embed|object"
    r"|iframe|video|audio|script|style)\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|br|div|a|em|strong)\b", re.IGNORECASE)
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "blockquote", "pre", "ul", "ol",
     "li", "dl", "dt", "dd", "table", "caption", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
     "body",
     # of NITF
     "block", "bq", "hl1", "hl2", "nitf-table", "fn", "note", "abstract"}
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hl2"})
_CELLS = frozenset({"td", "th"})
_DROPPED = frozenset(
    {"head", "script", "style", "noscript", "template", "iframe", "object", "form", "button", "nav",
     "menu", "aside", "figure", "figcaption", "svg", "video", "audio", "time",
     # of NITF: pictures with their captions, and what is not for print
     "media", "media-caption", "media-producer", "media-metadata"}
)  # fmt: skip
_ASIDE = re.compile(r"(?:^|[-_ ])caption|\bnotepad\b")
"""Classes of captions, and of the notes to editors below dpa's texts."""
_EMBEDDED = re.compile(r"<(\w{1,20})(?:\s[^<>]*)?>.{0,200}</\w{1,20}>", re.DOTALL)
"""What was meant for a page's machinery, written out as text: `<div …></div><script …>`."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINKED = 0.5
"""Of a last paragraph's characters, so many in links make it a way elsewhere and no text."""
_SET_APART = re.compile(r"(</[\w.:-]{1,40}>)[ \t]*+\n\s*+(?=[,)]|\.(?!\d))")
"""The end of an element and a sign of its sentence in the next line: a program indented them."""
_MOST_TAIL = 4
_LONGEST_HEADING = 40
_TITLE_LINES = 3
"""Among so many paragraphs at the start the headline may stand once more."""


@dataclass(slots=True)
class _Paragraph:
    """One paragraph as it grows: its pieces, and how many of their characters are links."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    kept: bool = False
    """Whether its line ends and gaps mean something: the text of a `pre`."""
    heads: bool = False
    """Whether it is a heading, by its element."""

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def parts(self) -> tuple[str, ...]:
        """Its text; where lines mean something, its paragraphs."""
        if self.kept:
            return wrapped_paragraphs("".join(self.pieces))
        if len(self.pieces) == 1 and (typeset := typeset_paragraphs(self.pieces[0])):
            return typeset
        return (self.text,) if self.text else ()


def looks_like_html(text: str) -> bool:
    """Whether a text is markup: a tag of HTML, or an entity, stands in it."""
    return bool(_TAG.search(text) or _ENTITY.search(text))


def html_paragraphs(markup: str) -> tuple[str, ...]:
    """
    Return the paragraphs of an HTML fragment, without scripts, figures, forms and asides.

    A block element or two breaks in a row end a paragraph; one break is a space; a row of a table
    is a line. Markup that was escaped once more (`&lt;p&gt;`) is read as what was meant.
    """
    return tuple(paragraph.text for paragraph in _read(markup))


def entry_paragraphs(markup: str) -> tuple[str, ...]:
    """
    Return the paragraphs of a feed's entry.

    Those at the end that are links alone are left out, and the heading above them.
    """
    if not looks_like_html(markup):
        return text_paragraphs(markup)
    found = _read(markup)
    kept = len(found)
    while kept > max(1, len(found) - _MOST_TAIL) and _leads_away(found[kept - 1]):
        kept -= 1
    if 1 < kept < len(found) and _heads(found[kept - 1]):
        kept -= 1
    return tuple(paragraph.text for paragraph in found[:kept])


def _heads(paragraph: _Paragraph) -> bool:
    """Return whether a paragraph is the heading of what came below it: `Related`, `Read more:`."""
    text = paragraph.text
    return paragraph.heads or (len(text) <= _LONGEST_HEADING and text.endswith((":", "\uff1a")))


def element_paragraphs(elements: Iterable[etree._Element]) -> tuple[str, ...]:
    """Return the paragraphs of elements of an XML tree: XHTML or NITF, with or without prefixes."""
    markup = "".join(etree.tostring(one, encoding="unicode", method="html") for one in elements)
    return html_paragraphs(_SET_APART.sub(r"\1", markup))


def line(markup: str) -> str:
    """Return one line of text: a title, with or without tags in it."""
    if "<" in markup or "&" in markup:
        return " ".join(html_paragraphs(markup))
    return " ".join(markup.split())


def without_headline(paragraphs: tuple[str, ...], headline: str | None) -> tuple[str, ...]:
    """Return the paragraphs without the headline, should it stand among the first of them."""
    same = letters_and_digits(headline or "").casefold()
    for at, text in enumerate(paragraphs[:_TITLE_LINES]):
        if same and len(paragraphs) > 1 and letters_and_digits(text).casefold() == same:
            return paragraphs[:at] + paragraphs[at + 1 :]
    return paragraphs


def _read(markup: str) -> list[_Paragraph]:
    if _SURROGATE.search(markup):
        # JSON may hold halves of characters, which no parser of markup takes.
        markup = markup.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if _ESCAPED_TAG.search(markup) and not _TAG.search(markup):
        markup = markup.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(markup, "lxml")
    found: list[_Paragraph] = []
    for paragraph in _walked(soup):
        whole = paragraph.parts
        parts = tuple(one for one in whole if not _EMBEDDED.fullmatch(one))
        if whole and not parts and found and found[-1].heads:
            found.pop()  # `Embed (large):` above what is none for a reader
        elif len(parts) > 1 or paragraph.kept:
            found += (_Paragraph([text], paragraph.linked) for text in parts)
        elif parts:
            found.append(paragraph)
    return found


class _End:
    """Stands on the stack where a block or a link ends."""

    def __init__(self, name: str) -> None:
        self.name = name


def _walked(soup: BeautifulSoup) -> list[_Paragraph]:
    """Return the paragraphs of a tree; a loop, so that its depth is no matter."""
    paragraphs, links, breaks, kept = [_Paragraph()], 0, 0, 0
    waiting: list[object] = [soup]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Comment | PreformattedString):
            continue
        if isinstance(node, NavigableString):
            breaks = _add(paragraphs, str(node), breaks, linked=links > 0)
            continue
        name = _local(node)
        if isinstance(node, Tag) and _is_dropped(node, name):
            continue
        step = -1 if isinstance(node, _End) else 1
        if name == "a":
            links += step
        elif name == "br" and step > 0:
            breaks += 1
            paragraphs[-1].pieces.append("\n" if kept else " ")
        elif name in _CELLS:
            paragraphs[-1].pieces.append(" ")
        elif name in _BLOCKS:
            kept += step if name == "pre" else 0
            paragraphs.append(_Paragraph(kept=kept > 0, heads=step > 0 and name in _HEADINGS))
        if isinstance(node, Tag):
            waiting.append(_End(name))
            waiting += reversed(node.contents)
    return paragraphs


def _add(paragraphs: list[_Paragraph], text: str, breaks: int, *, linked: bool) -> int:
    """Add a text to the last paragraph, or begin another after two breaks; return the breaks."""
    if paragraphs[-1].kept:
        paragraphs[-1].pieces.append(text)
        return 0
    if not text.strip():
        if paragraphs[-1].pieces:
            paragraphs[-1].pieces.append(" ")
        return breaks
    if breaks > 1:
        paragraphs.append(_Paragraph())
    paragraphs[-1].pieces.append(text)
    paragraphs[-1].linked += len(" ".join(text.split())) if linked else 0
    return 0


def _is_dropped(tag: Tag, name: str) -> bool:
    if name in _DROPPED:
        return True
    classes = tag.get("class")
    return bool(classes) and bool(_ASIDE.search(" ".join(classes or ()).lower()))


def _leads_away(paragraph: _Paragraph) -> bool:
    text = paragraph.text
    return len(text) < 300 and paragraph.linked >= _LINKED * len(text)  # noqa: PLR2004 - a line or two


def _local(node: object) -> str:
    """Return an element's name without a prefix: `xhtml:p` is a paragraph."""
    name = node.name if isinstance(node, Tag | _End) else ""
    return name.rpartition(":")[2]
