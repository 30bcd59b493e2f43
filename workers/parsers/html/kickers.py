"""
What stands above a headline inside its own heading: a kicker, a folder, a badge.

`<h1><span class="kicker">Climate</span>: Bore until it gets hot</h1>` shows two lines, of which the
second is the headline; titles join them. The walk makes the first a block of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workers.parsers.html.nodes import Block, Node
    from workers.parsers.html.runs import Piece

_NAMES = re.compile(
    r"(?:kicker|dach-?zeile|(?:over|roof|top)-?line|(?:top|super|pre|over|vor|ante|ober)-?tite?l"
    r"|title-?header|eyebrow|spitzmarke|ante-?t[ií]tulo|volanta|sur-?titre|occhiello"
    r"|sopra-?titolo|cintillo|pre-?head(?:ing|line)?|supra-?heading)"
    r"|sub-?(?:title|head)|small(?![a-z])"
    r"|(?<![a-z])(?:label|badge|category|section|rubrik|rubric|rubrique|topic)(?![a-z])",
    re.IGNORECASE,
)
"""Classes that sites of many languages give to such a line."""
_SIGNS = " \t\r\n\xa0:–—-|·•/"  # noqa: RUF001 - what parts it from the headline
_SHORTEST = 12
"""Letters of a headline; less beside a longer text is a mark behind it: `(Video)`."""


def opens(tag: str, names: str | None) -> bool:
    """Return whether an element that begins a heading holds a kicker, by its tag and classes."""
    return tag == "small" or (names is not None and _is_named(names))


@lru_cache(maxsize=1024)
def _is_named(names: str) -> bool:
    return _NAMES.search(names[:200]) is not None


def is_kicker(block: Block) -> bool:
    """Return whether a block is what a heading has before the headline."""
    parent = block.node.parent
    return parent is not None and parent.tag == "h1" and block.node.tag != "h1"


def settle(blocks: list[Block], heading: Node | None) -> None:
    """
    Make one block the heading's own, of those that a heading ends with.

    What was taken for a kicker is the headline where hardly anything follows it (`(Video)`), and
    what stands in an element of its own where it is all that the heading has beside one.
    """
    if heading is None or not (inside := _inside(blocks, heading)):
        return
    last = inside[-1]
    if last.node is heading and len(last.text) < _SHORTEST and len(inside) > 1:
        before = inside[-2]
        if before.node is not heading and len(before.text) >= _SHORTEST:
            before.text = f"{before.text} {last.text}"
            before.node = heading
            del blocks[-1]
    elif all(block.node is not heading for block in inside):
        titles = [block for block in inside if not _is_named(block.node.signature)] or inside
        if len(titles) == 1:
            titles[0].node = heading


def _inside(blocks: list[Block], heading: Node) -> list[Block]:
    """Return the last blocks that stand in a heading, in order."""
    at = len(blocks)
    while at and heading in (blocks[at - 1].node, blocks[at - 1].node.parent):
        at -= 1
    return blocks[at:]


def without_sign(pieces: list[Piece]) -> None:
    """Take off the start of a heading's text what parts it from its kicker."""
    while pieces and not (text := pieces[0][0].lstrip(_SIGNS)):
        del pieces[0]
    if pieces:
        pieces[0] = (text, pieces[0][1])
