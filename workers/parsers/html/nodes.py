"""The elements and text blocks of a page as the walk over its tree leaves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True, eq=False)
class Node:
    """A block-level element around blocks: its names, and sums over the blocks inside."""

    tag: str
    parent: Node | None
    depth: int
    hints: int
    signature: str
    """Tag and class: elements that are alike carry the same."""
    itemprop: str = ""
    hidden: bool = False
    blocks: int = 0
    chars: int = 0
    link_chars: int = 0
    prose: float = 0.0
    """Characters of blocks that read like sentences."""
    prose_share: float = 0.0
    """… as a share of the page's."""
    outer: tuple[Node, ...] = ()
    """The elements around it, from the root: without itself, or nothing would be freed at once."""
    index: int = 0
    """Its place among the page's elements; those around it have smaller ones."""

    @property
    def chain(self) -> tuple[Node, ...]:
        """The elements from the root to itself."""
        return (*self.outer, self)


@dataclass(slots=True, eq=False)
class Block:
    """One paragraph, heading, list item or cell as read."""

    text: str
    node: Node
    at: int
    """Its place among the blocks."""
    link_chars: int = 0
    bold_chars: int = 0
    links: int = 0
    hints: int = 0
    """Bits of inline elements that hold most of it."""
    prose: float = 0.0
    """How many of its characters read like sentences."""


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """An element that may name the author or a time, and where it stands."""

    element: _Element
    hints: int
    at: int
    """How many blocks lie before it."""
    node: Node


def prose_of(block: Block) -> float:
    """Return how many characters of a block read like sentences: long, punctuated, few links."""
    size = len(block.text)
    if size < _SHORT:
        return 0.0
    stops = sum(map(block.text.count, _STOPS))
    return (size - block.link_chars) * min(stops, 3) / 3


_STOPS = (". ", ", ", ".", "。", "，", "、", "؟", "।", "!", "?")  # noqa: RUF001 - of many scripts
_SHORT = 40
"""Characters; ideographs say the same in half of them, but their menus are shorter too."""
