"""The elements of an XML document as values like those of JSON: texts, objects, lists."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from workers.parsers.records.words import BODY_KEYS, TELLING, short
from workers.parsers.xml_formats.safe import local

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLOCKS = {"p": "p", "para": "p", "paragraph": "p", "ab": "p", "h1": "h2", "h2": "h2", "h3": "h3",
           "h4": "h4", "h5": "h4", "h6": "h4", "ul": "ul", "ol": "ol", "li": "li", "div": "div",
           "blockquote": "blockquote", "table": "table", "figure": "figure", "subhead": "h3",
           "sec": "div", "section": "div", "pre": "pre", "hr": "hr", "img": "img",
           "crosshead": "h3"}  # fmt: skip
"""Elements that are a text's structure, as HTML names them."""
_SHOWN = {"head": "h3", "heading": "h3", "quote": "blockquote", "list": "ul", "item": "li",
          "row": "tr", "cell": "td", "lb": "br", "hi": "b", "ref": "a"}  # fmt: skip
"""The same beside the paragraphs of a text, as extractors write it; elsewhere they are fields."""
_OF_HTML = {**_SHOWN, **_BLOCKS}
_TEXTS = frozenset([*BODY_KEYS, "main"]) - {"story"}
"""Elements that hold a text: what is in it besides paragraphs is no field of the record."""
_INLINE = frozenset(
    {"b", "i", "em", "strong", "a", "br", "span", "u", "sub", "sup", "small", "q", "italic", "bold",
     "link", "person", "org", "location", "font", "xref", "ext-link", "emphasis"}
)  # fmt: skip
_SECTION = frozenset({"sec", "section", "div"})
"""Structure only where paragraphs stand in it: else it may be a field."""
_GENERIC = frozenset(
    {"field", "str", "date", "arr", "meta", "property", "attribute", "item", "element", "data",
     "column", "param", "text", "int", "long", "value", "entry", "string", "dc"}
)  # fmt: skip
"""Elements that say in an attribute which field they are."""
_NAMES = ("name", "key", "property", "id", "type", "element")
_CORE = re.compile(r"^(?:dc|dcterms)[.:]")
"""Dublin Core, as archives write it: `dc.date.published`."""
_VALUES = ("value", "content", "text", "href", "url")
_FIELDS = 2
"""So many parts that are fields of an article make a record of an element."""
_PARAGRAPHS = frozenset({"p", "para", "paragraph"})
_TITLES = frozenset({"title", "head", "heading"})


def value_of(element: etree._Element) -> Any:  # noqa: ANN401 - as JSON may hold anything
    """Return an element as a text (with its markup) or as an object of its attributes and parts."""
    inner = [one for one in element if local(one)]
    if not inner:
        return _text(element)
    if len(inner) == 1 and local(inner[0]).casefold() in _PARAGRAPHS and not _told(element):
        return value_of(inner[0])  # archives wrap every field into a paragraph
    blocks = [one for one in inner if _is_block(one)]
    if len(blocks) == len(inner) or all(map(_is_markup, inner)) or _is_whole_text(element, inner):
        return _markup(element)
    found = _object(element, (one for one in inner if not _is_block(one)))
    if blocks:
        found.setdefault("body", "".join(_serialised(one) for one in blocks))
    return found


def _told(element: etree._Element) -> str:
    """Return the text that stands beside the parts of an element."""
    return "".join([element.text or "", *(one.tail or "" for one in element)]).strip()


def _text(element: etree._Element) -> Any:  # noqa: ANN401 - the same
    """Return the text of an element without parts; without a text what its attributes say."""
    told = (element.text or "").strip()
    if told or not element.attrib:
        return told
    attributes = {_bare(name): str(value) for name, value in element.attrib.items()}
    return next((attributes[name] for name in _VALUES if name in attributes), attributes)


def _object(element: etree._Element, parts: Iterable[etree._Element]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in parts:
        key, value = _key(part), value_of(part)
        if key not in found:
            found[key] = value
        elif isinstance(found[key], list):
            found[key].append(value)
        else:
            found[key] = [found[key], value]
    for name, attribute in element.attrib.items():
        # `id="root"` names an element inside its document; it identifies nothing outside.
        if _bare(name) != "id" or any(map(str.isdigit, str(attribute))):
            found.setdefault(_bare(name), str(attribute))
    return found


def _key(element: etree._Element) -> str:
    """Return the field that an element is: its name, or what its attribute says of a field."""
    name = local(element)
    if name.casefold() in _GENERIC and not _is_record(element):
        told = next((str(told) for each in _NAMES if (told := element.get(each))), name)
        core = _CORE.sub("", told)
        return told if core == told else core.replace(".", "_")
    return name


def _is_record(element: etree._Element) -> bool:
    """Return whether an element has fields of an article for its parts: its `id` is its own."""
    return sum(short(local(one)) in TELLING for one in element) >= _FIELDS


def _is_whole_text(element: etree._Element, parts: list[etree._Element]) -> bool:
    """Return whether an element is a text with its headings, quotations and lists."""
    return (
        short(local(element)) in _TEXTS
        and any(local(one).casefold() in _PARAGRAPHS for one in parts)
        and all(_is_markup(one) or _is_shown(one) for one in parts)
    )


def _is_shown(element: etree._Element) -> bool:
    return local(element).casefold() in _SHOWN and not _is_record(element)


def _is_markup(element: etree._Element) -> bool:
    return local(element).casefold() in _INLINE or _is_block(element)


def _is_block(element: etree._Element) -> bool:
    name = local(element).casefold()
    if name in _SECTION:
        return any(_is_block(one) for one in element)
    return name in _BLOCKS


def _markup(element: etree._Element) -> str:
    """Return what stands inside an element as HTML."""
    return "".join([_escaped(element.text), *(_serialised(one) for one in element)])


def _serialised(element: etree._Element) -> str:
    bare = copy.deepcopy(element)
    for one in bare.iter(etree.Element):
        name = local(one).casefold()
        inside = one.getparent() is not None and name in _TITLES
        # a broken file has names that are none, such as the empty one of `<b:>`
        plain = name if name.isidentifier() else "span"
        one.tag = "h3" if inside else _OF_HTML.get(name, plain)
    return etree.tostring(bare, encoding="unicode", method="html")


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;")


def _bare(name: str | bytes) -> str:
    return str(name).rpartition("}")[2]
