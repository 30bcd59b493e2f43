"""Boxes among the text, which are signed by others than the article: `At the scene`, `Analysis`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.html.walk.nodes import Block, Mark, Node
    from workers.parsers.html.walk.page import Page

_LEAST, _PART = 100, 0.5
"""Characters of sentences in a box that somebody signs; with half of the page's it is the body."""


def without_boxes(page: Page, first: int, inside: range) -> list[Mark]:
    """
    Return the marked elements of a page but those of boxes among the text.

    `first` is the place of the body's first block, `inside` those of its blocks behind the opening.
    Microdata speak of the page.
    """
    if first >= len(page.blocks):
        return page.marks
    around = {node.index for node in page.blocks[first].node.chain}
    return [
        mark
        for mark in page.marks
        if mark.at not in inside or mark.get("itemprop") or not _in_box(mark, around)
    ]


def _in_box(mark: Mark, around: set[int]) -> bool:
    """Return whether an element stands in another one with text, apart from the body's opening."""
    box: Node | None = None
    node: Node | None = mark.node
    while node is not None and node.index not in around:
        box, node = node, node.parent
    return box is not None and box.prose >= _LEAST and box.prose_share < _PART


def ends_a_box(block: Block, blocks: Sequence[Block], inside: range) -> bool:
    """Return whether a bold line well `inside` what was taken for the body ends its box."""
    if block.at not in inside or not block.bold_chars or block.node.parent is None:
        return False
    return block.node.parent not in blocks[block.at + 1].node.chain
