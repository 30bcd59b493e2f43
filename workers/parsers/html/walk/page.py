"""A page as it was walked through: its blocks, what is around them, what its head says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workers.parsers.html.walk.naming import Hint
from workers.parsers.html.walk.nodes import SHORT, prose_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workers.parsers.html.walk.nodes import Block, Mark, Node

HEAD_TAGS = frozenset(("html", "link", "meta", "script", "title"))
"""Elements that speak about the page, wherever they stand."""

_OTHERS = 1 << Hint.COMMENT | 1 << Hint.RELATED
_SMALL = 0.3
"""An element with more of the page's prose is its frame: its names say nothing."""


class EnoughError(Exception):
    """The page has more blocks than are read."""


@dataclass(slots=True)
class Head:
    """What the page says of itself in elements that are not shown."""

    language: str | None = None
    titles: list[str] = field(default_factory=list)
    metas: list[Mapping[str, str]] = field(default_factory=list)
    """The attributes of `<meta>`."""
    links: list[Mapping[str, str]] = field(default_factory=list)
    """… and of `<link>`."""
    scripts: list[str] = field(default_factory=list)
    """The texts of JSON-LD scripts."""
    captured: list[str] | None = None
    """The text of the open title or script."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        if tag == "meta":
            self.metas.append(attributes)
        elif tag == "link":
            self.links.append(attributes)
        elif tag == "html":
            told = attributes.get("lang") or attributes.get("xml:lang")
            self.language = self.language or told
        elif tag == "title" or "ld+json" in attributes.get("type", "").lower():
            self.captured = []

    def end(self, tag: str) -> None:
        """Take a closing tag."""
        if self.captured is not None and tag in {"title", "script"}:
            (self.titles if tag == "title" else self.scripts).append("".join(self.captured))
            self.captured = None


class Page:
    """The blocks of a page, in order."""

    def __init__(self) -> None:
        """Begin an empty page."""
        self.blocks: list[Block] = []
        self.nodes: list[Node] = []
        """Block-level elements with a block in them, outer ones first."""
        self.marks: list[Mark] = []
        self.tags: list[Mark] = []
        """Links that say by `rel=tag` where else the page is listed."""
        self.head = Head()

    def measure(self) -> None:
        """Sum the blocks up into the elements around them."""
        for block in self.blocks:
            size = len(block.text)
            node = block.node
            node.blocks += 1
            node.chars += size
            node.link_chars += block.link_chars
            if size >= SHORT:
                prose = block.prose = prose_of(block)
                node.prose += prose
        for node in reversed(self.nodes):  # inner ones come after those around them
            parent = node.parent
            if parent is not None:
                parent.blocks += node.blocks
                parent.chars += node.chars
                parent.link_chars += node.link_chars
                parent.prose += node.prose
        whole = self.nodes[0].prose or 1.0
        for node in self.nodes:
            share = node.prose_share = node.prose / whole
            parent = node.parent
            node.elsewhere = (parent is not None and parent.elsewhere) or bool(
                node.hints & _OTHERS and share < _SMALL
            )
