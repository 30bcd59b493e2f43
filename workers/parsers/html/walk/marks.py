"""The elements of a page that may name the author or a time, while it is walked through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.html.walk import kickers
from workers.parsers.html.walk.nodes import MOST_LINES, Mark
from workers.parsers.html.walk.runs import spaced

if TYPE_CHECKING:
    from workers.parsers.html.walk.frames import Frame
    from workers.parsers.html.walk.nodes import Node
    from workers.parsers.html.walk.page import Page
    from workers.parsers.html.walk.runs import Piece


class Marks:
    """Those of one page, and which of them are open."""

    def __init__(self, page: Page) -> None:
        """Begin a page."""
        self._page = page
        self._open: list[Mark] = []

    def begin(
        self, frame: Frame, bits: int, node: Node, depth: int, *, of_tags: bool = False
    ) -> None:
        """Note an element that may name the author or a time, or a link to what is alike."""
        outer = self._open[-1] if self._open else None
        at = len(self._page.blocks)
        frame.mark = Mark(frame.tag, frame.attributes, bits, at, node, depth, outer)
        self._open.append(frame.mark)
        (self._page.tags if of_tags else self._page.marks).append(frame.mark)

    def end(self, frame: Frame, pieces: list[Piece]) -> None:
        """Keep what a marked element shows; `pieces` are of the text that is no block yet."""
        mark = self._open.pop()
        inside = self._page.blocks[mark.at : mark.at + MOST_LINES + 1]
        texts = [block.text for block in inside if not kickers.is_kicker(block, frame.node)]
        if not inside or pieces:
            texts.append(spaced(pieces if inside else pieces[frame.before :]))
        if len(inside) <= MOST_LINES:
            mark.show(texts)
