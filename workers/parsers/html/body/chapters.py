"""
The headings of a text's parts: known by one another, where each alone is believed too little.

The learned table sees a heading by itself, and a short line looks like the name of a box. But a
site makes the headings of one article alike, each says something else, and each stands right above
a part of the text. Names of boxes stand above links, or say the same again and again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from workers.parsers.html.body.elements import HEADINGS
from workers.parsers.html.body.gaps import leads_away, tells_when
from workers.parsers.html.walk.naming import Hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workers.parsers.html.body.surroundings import Flags, Vector
    from workers.parsers.html.walk.nodes import Block
    from workers.parsers.html.walk.page import Page

_FEW = 2
"""Headings that are known by one another."""
_MOST = 0.75
"""The least share of headings of one make that stand above a part of the text."""
_DOUBTED = 0.1
"""The least chance of such headings on the average; those of boxes have less."""
_REACH = 3
"""Blocks below a heading among which its text begins: there may be a picture with its line."""
_LONGEST = 200
_NO_PART = 1 << Hint.QUOTE | 1 << Hint.PICTURE
"""What a heading is called that heads no part of the text: it is a quotation, or a caption."""


def with_headings(page: Page, chances: Vector, body: Flags) -> Flags:
    """Return which blocks are body, with the headings of its parts."""
    places = np.flatnonzero(body)
    if not len(places):
        return body
    inside = _headings(page.blocks[places[0] : places[-1]])
    if all(body[block.at] for block in inside):
        return body
    whole = body.copy()
    said = Counter(block.text for block in _headings(page.blocks))
    for made in _makes(block for block in inside if said[block.text] == 1):
        heads = [block.at for block in made if body[block.at] or _has_part(block, page, body)]
        sure = len(heads) >= max(_FEW, _MOST * len(made))
        if sure and chances[[block.at for block in made]].mean() >= _DOUBTED:
            whole[heads] = True
    return whole


def _headings(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.node.tag in HEADINGS]


def _makes(headings: Iterable[Block]) -> Iterable[list[Block]]:
    """Return the headings that can be those of parts, by how they are made."""
    found: defaultdict[str, list[Block]] = defaultdict(list)
    for block in headings:
        if _is_name(block):
            found[block.node.signature.partition(" ")[0]].append(block)
    return (made for made in found.values() if len(made) >= _FEW)


def _is_name(block: Block) -> bool:
    """Return whether a heading says what something is about, and is no link, time or caption."""
    text = block.text
    if block.node.tag == "h1" or len(text) > _LONGEST or text[-1] == ":":
        return False
    return not (block.node.hints & _NO_PART or leads_away(block) or tells_when(text))


def _has_part(block: Block, page: Page, body: Flags) -> bool:
    """Return whether text of the body begins close below a heading, with no other between."""
    for below in page.blocks[block.at + 1 : block.at + 1 + _REACH]:
        if body[below.at] or below.node.tag == block.node.tag:
            return bool(body[below.at]) and below.node.tag not in HEADINGS
    return False
