"""
What a click unfolds among an article's paragraphs: answers to questions, explanations.

The learned tables know few pages with `details`, and take it for a box beside the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.parsers.html.body.surroundings import holder_of

if TYPE_CHECKING:
    from workers.parsers.html.body.surroundings import Flags
    from workers.parsers.html.walk.nodes import Node
    from workers.parsers.html.walk.page import Page

_FOLDED: Final = "details"
_LINKED: Final = 0.3
"""No more of it is links; more of a list of articles or of contents."""


def with_folded(page: Page, body: Flags) -> Flags:
    """Return which blocks are body, with what unfolds in an element that holds others of it."""
    folded = [node for node in page.nodes if node.tag == _FOLDED and _is_text(node)]
    if not folded:
        return body
    holders = {holder_of(page.blocks[at].node).index for at in body.nonzero()[0]}
    inner = {node.index for node in folded if node.parent and node.parent.index in holders}
    first = int(body.argmax())
    whole = body.copy()
    for block in page.blocks[first:]:
        whole[block.at] |= any(node.index in inner for node in block.node.chain)
    return whole


def _is_text(node: Node) -> bool:
    """Return whether an element holds sentences, and none of readers or of other articles."""
    return (
        node.prose > 0
        and not node.elsewhere
        and not node.hidden
        and node.link_chars <= _LINKED * node.chars
    )
