"""
One walk through the tags: the page as a row of text blocks, each with the elements around it.

A block is what a reader sees as one paragraph, heading, list item or cell. Everything later (the
body, its trimming, the byline beside it) reads the blocks. No tree is built: the parser calls the
walk for each tag and text, and an element costs nothing more unless there is text in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected
from workers.parsers.html.walk import kickers
from workers.parsers.html.walk.frames import Frame, is_unseen, node_of
from workers.parsers.html.walk.marks import Marks
from workers.parsers.html.walk.naming import TELLING, hints, is_marked
from workers.parsers.html.walk.nodes import Node
from workers.parsers.html.walk.page import HEAD_TAGS, EnoughError, Page
from workers.parsers.html.walk.rdfa import with_itemprop
from workers.parsers.html.walk.runs import (
    LINE,
    LINK,
    STRONG,
    are_glued,
    block_of,
    parted,
    parted_by_lines,
)
from workers.parsers.html.walk.tags import BLOCK, BREAK, INLINE, KINDS, unusual_kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workers.parsers.html.walk.runs import Piece

DEEPEST = 1_000
"""Elements in elements; real pages stay below 100, broken ones (never closed tags) below 500."""
MOST_BLOCKS = 20_000
"""A page with more is cut: no article is that long, and time is bounded."""
_LONG_PIECE = 10_000
"""Characters from which a text's next part is a piece of its own: to copy all costs a square."""
_HINTING = frozenset(("span", "small", "em"))
_TELLING_TAGS = frozenset(("time", "small"))
_BOLD = frozenset(("b", "strong"))
_SIZED = frozenset(("sub", "sup"))
"""Parts of a word or a formula."""
_OTHER, _IN_TEXT, _ENDED, _BESIDE = range(4)
"""What came last: a text, an inline element's end, another one's beginning after it; or else."""
_OF_HEAD = HEAD_TAGS | {"base", "style", "noscript", "template", "object"}
"""What a head holds; anything else begins the body (HTML, section 13.2.6.4.4)."""


class Walk:
    """What the parser of tags calls: `start`, `data` and `end`, in the order of the page."""

    def __init__(self) -> None:
        """Begin a page."""
        self.page = Page()
        self._head = self.page.head
        self._blocks = self.page.blocks
        self._pieces: list[Piece] = []  # of text since the last block boundary, with their style
        self._hinting: list[tuple[int, int]] = []
        self._links = self._breaks = self._style = 0
        self._came = _OTHER  # the parser may hand out a text in parts
        self._block = Frame("html", {}, None, 0, 0)  # the innermost open block-level element
        self._block.node = Node("html", None, 0, 0, "html")
        self.page.nodes.append(self._block.node)
        # All open elements outside of skipped ones; of plain inline ones the style around.
        self._open: list[Frame | int] = []
        self._marks = Marks(self.page)
        self._in_head = False  # whether what is not shown is the page's head
        self._skipped = 0  # how many elements are open from the one on that is not shown

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        if tag in HEAD_TAGS:
            self._head.start(tag, attributes)
        if self._skipped and not (self._in_head and self._ends_head(tag)):
            self._skipped += 1
            return
        kind = KINDS.get(tag) or unusual_kind(
            tag, attributes, self._block.tag, begins=not self._pieces
        )
        if attributes and "property" in attributes:
            attributes = with_itemprop(attributes)
        if kind == BLOCK:
            self._start_block(tag, attributes)
        elif kind == INLINE:
            self._start_inline(tag, attributes)
        elif kind == BREAK:
            self._came = _OTHER
            self._open.append(self._style)
            self._pieces.append(("", LINE))
            self._breaks += 1
        else:
            self._skipped = 1
            self._in_head = tag == "head"

    def _ends_head(self, tag: str) -> bool:
        """Open the page's body where a tag begins it: the parser knows no `main` or `article`."""
        if self._skipped > 1 or tag in _OF_HEAD:
            return False
        self._skipped, self._in_head = 0, False
        self._open.append(self._style)
        return True

    def data(self, text: str) -> None:
        """Take a text, or a part of one."""
        captured = self._head.captured
        if captured is not None:
            captured.append(text)
        if self._skipped:
            return
        pieces = self._pieces
        if not pieces:
            if text.isspace():
                return
        elif self._came == _BESIDE:
            if are_glued(pieces[-1][0], text, self._block.tag):
                pieces.append((" ", self._style))
        elif self._came == _IN_TEXT and len(pieces[-1][0]) < _LONG_PIECE:
            before, style = pieces[-1]
            pieces[-1] = (before + text, style)
            return
        pieces.append((text, self._style))
        self._came = _IN_TEXT

    def end(self, tag: str) -> None:
        """Take a closing tag."""
        if self._head.captured is not None:
            self._head.end(tag)
        if self._skipped:
            self._skipped -= 1
            return
        self._came = _OTHER if tag in _SIZED else _ENDED
        frame = self._open.pop()
        if isinstance(frame, int):
            self._style = frame
            return
        self._style = frame.style
        if frame is self._block:
            if self._pieces:
                self._flush()
            if frame.tag == "h1":
                kickers.settle(self._blocks, frame.node)
            assert frame.outer is not None
            self._block = frame.outer
        elif frame.tag in _HINTING and (bits := hints(frame.attributes.get("class", ""))):
            held = sum(len(text) for text, _ in self._pieces[frame.before :])
            self._hinting.append((bits, held))
        if frame.mark is not None:
            self._marks.end(frame, self._pieces)

    def close(self) -> None:
        """End the page."""
        if self._pieces:
            self._flush()

    def taken(self) -> Page:
        """Return the page, with its blocks summed up, and keep nothing of it."""
        # A parser and what it calls refer to each other: the garbage collector would have to come.
        page = self.page
        page.measure()
        self.__init__()  # type: ignore[misc]  # as new
        return page

    def _start_block(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._came = _OTHER
        if self._pieces:
            self._flush()
        self._links = self._style & LINK
        frame = self._block = Frame(tag, attributes, self._block, self._style, 0)
        self._open.append(frame)
        if len(self._open) > DEEPEST:
            raise Rejected(Reason.TOO_DEEP, f"elements are nested more than {DEEPEST:,} deep")
        if "itemprop" in attributes:
            self._node(frame)

    def _start_inline(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._came = _BESIDE if self._came >= _ENDED and tag not in _SIZED else _OTHER
        if attributes or tag in _TELLING_TAGS:
            self._start_named(tag, attributes)
        else:
            self._open.append(self._style)
        if tag == "a":
            self._style |= LINK
            self._links += 1
        elif tag in _BOLD:
            self._style |= STRONG

    def _start_named(self, tag: str, attributes: Mapping[str, str]) -> None:
        kept: Frame | int = self._style
        names = attributes.get("class")
        if self._block.tag == "h1" and kickers.opens(tag, names, behind=bool(self._pieces)):
            self._start_block(tag, attributes)
            return
        bits = hints(names) if names else 0
        marks = is_marked(tag, attributes, bits)
        if tag == "span" and self._pieces and not marks and is_unseen(attributes, self._block.tag):
            self._skipped = 1
            return
        of_tags = not marks and "tag" in attributes.get("rel", "")
        if marks or of_tags or (bits and tag in _HINTING):
            kept = Frame(tag, attributes, self._block, self._style, len(self._pieces))
            if marks or of_tags:
                self._mark(kept, bits, of_tags=of_tags)
        self._open.append(kept)

    def _mark(self, frame: Frame, bits: int, *, of_tags: bool) -> None:
        node = self._node(self._block)
        self._marks.begin(frame, bits, node, len(self._open), of_tags=of_tags)

    def _node(self, frame: Frame) -> Node:
        """Return the node of an open block-level element, and make those around it first."""
        missing: list[Frame] = []
        while frame.node is None:
            missing.append(frame)
            assert frame.outer is not None
            frame = frame.outer
        node = frame.node
        for each in reversed(missing):
            node = each.node = self._made(each, node)
        return node

    def _made(self, frame: Frame, parent: Node) -> Node:
        node = node_of(frame, parent, len(self.page.nodes))
        self.page.nodes.append(node)
        if node.hints & TELLING or node.itemprop:
            self._marks.begin(frame, node.hints, parent, len(self._open))
        return node

    def _flush(self) -> None:
        """Make blocks of the run: one, or several where two line breaks part it."""
        pieces, node = self._pieces, self._node(self._block)
        if node.tag == "h1":
            kickers.begin(self._blocks, node, pieces)
        parts = parted(pieces, node.tag, self._head.titles) if self._breaks else [pieces]
        if node.tag == "pre":
            parts = parted_by_lines(pieces)
        for part in parts:
            block = block_of(part, node, len(self._blocks), self._links, self._hinting)
            if block is not None:
                self._blocks.append(block)
        pieces.clear()
        self._hinting.clear()
        self._links = self._style & LINK
        self._breaks = 0
        if len(self._blocks) > MOST_BLOCKS:
            raise EnoughError
