"""The paragraphs of an OpenDocument text (ISO/IEC 26300), with the names of their styles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from workers.parsers.xml_formats.safe import child, local

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAGRAPHS: Final = frozenset({"p", "h"})
_SKIPPED: Final = frozenset({
    "tracked-changes", "annotation", "note", "table-of-content", "illustration-index",
    "table-index", "object-index", "user-index", "alphabetical-index", "bibliography", "forms",
    "sequence-decls", "variable-decls", "hidden-text", "hidden-paragraph", "ruby-text", "desc",
    "page-number", "page-count", "object", "math",
})  # fmt: skip
"""Deleted text, comments, notes, lists of contents, what fields and formulas are made of."""
_LEVEL: Final = re.compile(r"\d{1,2}")
_BREAKS: Final = frozenset({"s", "tab", "line-break"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text on one line, the style that it has or is made from, its rank."""

    text: str
    style: str
    level: int = 0
    """The rank of a heading, from 1; 0 for a paragraph."""


def paragraphs(document: etree._Element) -> Iterator[Paragraph]:
    """Yield the paragraphs that say something, in order, those in tables and boxes among them."""
    styles = _styles(document)
    text = child(document, "body", "text")
    for element in _elements(text, _PARAGRAPHS):
        style = styles.get(value(element, "style-name"), _Style(value(element, "style-name")))
        said = said_in(element)
        if said and not style.hidden:
            yield Paragraph(said, style.name.lower(), _level(element))


def said_in(paragraph: etree._Element) -> str:
    """Return the text of a paragraph on one line."""
    return " ".join("".join(_texts(paragraph)).split())


def _level(element: etree._Element) -> int:
    """Return the rank of a heading, the first where none is told; 0 for a paragraph."""
    if local(element) != "h":
        return 0
    told = value(element, "outline-level")
    return int(told) if _LEVEL.fullmatch(told) else 1


def links(document: etree._Element) -> int:
    """Return how many links a document has."""
    return sum(1 for _ in _elements(child(document, "body", "text"), frozenset({"a"})))


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    hidden: bool = False


def _styles(document: etree._Element) -> dict[str, _Style]:
    """Return the styles that were made for single paragraphs, by their names, as what they are."""
    found: dict[str, _Style] = {}
    for style in document.iter(etree.Element):
        if local(style) == "style":
            name = value(style, "name")
            hidden = any(value(one, "display") == "none" for one in style)
            found[name] = _Style(value(style, "parent-style-name") or name, hidden)
    return found


def _elements(root: etree._Element | None, names: frozenset[str]) -> Iterator[etree._Element]:
    """Yield the elements of some names in document order, without those in what is skipped."""
    waiting = [] if root is None else [root]
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name in _SKIPPED:
            continue
        if name in names:
            yield element
        waiting += reversed(element)


def _texts(paragraph: etree._Element) -> Iterator[str]:
    """Yield the pieces of a paragraph's own text; a box inside it has paragraphs of its own."""
    yield paragraph.text or ""
    waiting: list[etree._Element | str] = []
    _push(paragraph, waiting)
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            yield piece
        elif local(piece) in _BREAKS:
            yield " "
        elif local(piece) not in _SKIPPED and local(piece) not in _PARAGRAPHS:
            yield piece.text or ""
            _push(piece, waiting)


def _push(element: etree._Element, waiting: list[etree._Element | str]) -> None:
    """Put the parts of an element and what stands behind each on a stack, the first on top."""
    for one in reversed(element):
        waiting += [one.tail or "", one]


def value(element: etree._Element, name: str) -> str:
    """Return an attribute by its local name."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
