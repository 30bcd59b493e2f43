"""
The text of a wire item in an agency's own vocabulary: `RUBRIK`, `BRODTEXT`, `CITAT`, `BILD`.

No list of elements tells what they are; their names do, by the words that records are read by, and
how they nest: one that holds only others is a frame, any other a paragraph. Where all have one name
(`element`, `group`) their type says what they are.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree

from shared.domain.article import Field
from workers.parsers.records.words import MEANINGS, short
from workers.parsers.xml_formats.safe import local, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.claims.evidence import Evidence

_PICTURES = ("bild", "foto", "photo", "picture", "image", "media", "video", "audio", "graphic",
             "grafik", "caption")  # fmt: skip
"""Beginnings of the names of elements that hold pictures, and what is said of them."""
_UNNAMED = frozenset({"element", "group", "item", "part", "node"})
"""Elements that are told apart by their `type`."""
_EMBEDDED = "{*}object"
"""What stands between or in paragraphs and is none: a film, a box, the address of a link."""
_BESIDE = frozenset({Field.DATELINE, Field.SOURCE, Field.PUBLISHED, Field.UPDATED})
"""What the item's own metadata say: where and when."""


def own_paragraphs(root: etree._Element, evidence: Evidence) -> tuple[str, ...]:
    """Return the paragraphs below an element; a byline among them is a claim."""
    return tuple(_below(_without_embedded(root), evidence))


def _below(element: etree._Element, evidence: Evidence) -> Iterator[str]:
    name = short(_name(element))
    fields = {field for field, _ in MEANINGS.get(name, ())}
    if name.startswith(_PICTURES):
        return
    if Field.AUTHOR in fields:
        evidence.add(Field.AUTHOR, text(element), "byline in the text", 0.75)
    elif Field.DATELINE in fields and not len(element):
        evidence.add(Field.DATELINE, text(element), "dateline in the text", 0.6)
    elif not _holds_words(element):
        for inner in element.iterchildren("*"):
            yield from _below(inner, evidence)
    elif fields.isdisjoint(_BESIDE) and (words := text(element)):
        yield words


def _name(element: etree._Element) -> str:
    """Return what an element is: by its name, or by its type where that says nothing."""
    name = local(element)
    return element.get("type", name).rpartition("/")[2] if name in _UNNAMED else name


def _without_embedded(root: etree._Element) -> etree._Element:
    if next(root.iter(_EMBEDDED), None) is None:
        return root
    bare = copy.deepcopy(root)
    etree.strip_elements(bare, _EMBEDDED, with_tail=False)
    return bare


def _holds_words(element: etree._Element) -> bool:
    """Return whether there are words in an element beside those of the elements in it."""
    return bool((element.text or "").strip()) or any((one.tail or "").strip() for one in element)
