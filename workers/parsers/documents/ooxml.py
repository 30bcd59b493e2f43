"""The paragraphs of a WordprocessingML document (ECMA-376), with the names of their styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workers.parsers.xml_formats.safe import child, children, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_SKIPPED = frozenset({"Fallback", "moveFrom", "del", "instrText", "delText", "footnoteReference"})
"""A second copy of a drawing for old programs, deleted and moved-away text, codes of fields."""
_BREAKS = frozenset({"tab", "br", "cr", "ptab"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text on one line, and its style as the program calls it, lower case."""

    text: str
    style: str


def style_names(styles: etree._Element | None) -> dict[str, str]:
    """Return the names of styles by their ids: `heading 1` is so called in every language."""
    names = {}
    for style in children(styles, "style"):
        name = child(style, "name")
        names[_value(style, "styleId")] = ("" if name is None else _value(name, "val")).lower()
    return names


def paragraphs(document: etree._Element, styles: dict[str, str]) -> Iterator[Paragraph]:
    """Yield the paragraphs that say something, in order, those in tables and boxes among them."""
    for element in _elements(document, "p"):
        text = " ".join("".join(_texts(element)).split())
        if text:
            style = child(element, "pPr", "pStyle")
            name = "" if style is None else _value(style, "val")
            yield Paragraph(text, styles.get(name, name.lower()))


def links(document: etree._Element) -> int:
    """Return how many links to somewhere else a document has."""
    return sum(1 for element in _elements(document, "hyperlink") if _value(element, "id"))


def _elements(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the elements of a name in document order, without those inside what is skipped."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if local(element) in _SKIPPED:
            continue
        if local(element) == name:
            yield element
        waiting += reversed(element)


def _texts(paragraph: etree._Element) -> Iterator[str]:
    """Yield the pieces of a paragraph's own text; a box inside it has paragraphs of its own."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name == "t":
            yield element.text or ""
        elif name in _BREAKS:
            yield " "
        elif name == "noBreakHyphen":
            yield "-"
        elif name not in _SKIPPED and name != "p" and not _is_hidden(element):
            waiting += reversed(element)


def _is_hidden(element: etree._Element) -> bool:
    if local(element) != "r":
        return False
    vanish = child(element, "rPr", "vanish")
    return vanish is not None and _value(vanish, "val") not in {"0", "false", "off"}


def _value(element: etree._Element, name: str) -> str:
    """Return an attribute by its local name."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
