"""The paragraphs of a text in XML: what its blocks hold, in order, a table's rows as lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from workers.parsers.xml_formats.safe import local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The elements of a kind of XML by what they do; all others stand inside a paragraph."""

    blocks: AbstractSet[str]
    """Each begins a paragraph and ends it."""
    rows: AbstractSet[str]
    """A line, whatever blocks stand in its cells."""
    left_out: AbstractSet[str]
    """No text of the article: notes, pictures, codes, lists of sources."""
    breaks: AbstractSet[str] = frozenset()
    """Each ends a line: the words on its sides are two."""


def prose(roots: Iterable[etree._Element | None], words: Vocabulary) -> tuple[str, ...]:
    """Return the paragraphs below some elements; a walk in C, so that depth is no matter."""
    found = (text for root in roots if root is not None for text in _paragraphs(root, words))
    return tuple(found)


def title_of(element: etree._Element | None, words: Vocabulary) -> str:
    """Return a title on one line: its notes and the marks of them are no part of it."""
    return " ".join(prose([element], words))


def _paragraphs(root: etree._Element, words: Vocabulary) -> Iterator[str]:
    pieces: list[str] = []
    rows = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = local(element)
        begins = event == "start"
        parts = name in words.blocks or name in words.rows
        rows += (1 if begins else -1) * (name in words.rows)
        if parts and (rows == 0 or (begins and name in words.rows and rows == 1)):
            yield from _flushed(pieces)
        elif parts or (begins and name in words.breaks):
            pieces.append(" ")
        if begins and name in words.left_out:
            walk.skip_subtree()
        elif begins:
            pieces.append(element.text or "")
        if not begins and element is not root:
            pieces.append(element.tail or "")
    yield from _flushed(pieces)


def _flushed(pieces: list[str]) -> Iterator[str]:
    """Yield the text of a paragraph, if there is any, and begin another."""
    text = " ".join("".join(pieces).split())
    pieces.clear()
    if text:
        yield text
