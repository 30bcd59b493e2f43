"""The elements and text blocks of a page as the walk through its tags leaves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workers.parsers.html.walk.naming import Hint
from workers.parsers.lines.stops import sentence_share

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_COMMENT = 1 << Hint.COMMENT
MOST_LINES, _MOST_CHARACTERS = 12, 1_000
"""Of the longest element whose text is kept for its names and times."""


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
    index: int = 0
    """Its place among the page's elements; those around it have smaller ones."""
    blocks: int = 0
    chars: int = 0
    link_chars: int = 0
    prose: float = 0.0
    """Characters of blocks that read like sentences."""
    prose_share: float = 0.0
    """… as a share of the page's."""
    elsewhere: bool = False
    """Whether it lies among comments or links to other articles."""

    @property
    def is_reaction(self) -> bool:
        """Whether it lies among readers' comments."""
        return self.elsewhere and any(node.hints & _COMMENT for node in self.chain)

    @property
    def chain(self) -> tuple[Node, ...]:
        """The elements from the root to itself."""
        found: list[Node] = []
        node: Node | None = self
        while node is not None:
            found.append(node)
            node = node.parent
        return tuple(reversed(found))


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
    lines: tuple[str, ...] = ()
    """Its paragraphs, where a line break alone parts them."""


@dataclass(slots=True, eq=False)
class Mark:
    """An element that may name the author or a time, where it stands and what is in it."""

    tag: str
    attributes: Mapping[str, str]
    hints: int
    at: int
    """How many blocks lie before it."""
    node: Node
    depth: int
    """How many elements are around it."""
    outer: Mark | None
    """The nearest mark around it."""
    lines: tuple[str, ...] = ()
    """What it shows, line by line; nothing where that is more than any name or headline."""

    @property
    def text(self) -> str:
        """What it shows, in one line."""
        return " ".join(self.lines)

    def get(self, name: str) -> str:
        """Return an attribute; empty where it has none."""
        return self.attributes.get(name, "")

    def show(self, texts: Sequence[str]) -> None:
        """Keep what it shows, unless that is too much for a name or a headline."""
        if sum(map(len, texts)) <= _MOST_CHARACTERS:
            self.lines = tuple(filter(None, texts))


def prose_of(block: Block) -> float:
    """Return how many characters of a block read like sentences: long, punctuated, few links."""
    text = block.text
    if len(text) < SHORT:
        return 0.0
    return (len(text) - block.link_chars) * sentence_share(text)


SHORT = 40
"""Characters; ideographs say the same in half of them, but their menus are shorter too."""
