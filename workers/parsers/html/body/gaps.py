"""
What stands in the midst of a body and is believed too little: paragraphs, headings, lists, tables.

The learned table judges blocks one by one, and a short one looks like many that are none of the
text. Between blocks that are body a smaller chance is enough: on publishers that the tables had
not seen, nearly all of those are body as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workers.parsers.html.body.elements import HEADINGS
from workers.parsers.html.body.surroundings import holder_of
from workers.parsers.html.body.ticker import tells_time
from workers.parsers.html.walk.naming import Hint
from workers.parsers.text.moments import is_moment_line

if TYPE_CHECKING:
    from workers.parsers.html.body.surroundings import Flags, Vector
    from workers.parsers.html.walk.nodes import Block
    from workers.parsers.html.walk.page import Page

_DOUBTED = 0.2
"""The least chance of such a block."""
_FEW = 3
"""Blocks of a body that has a midst."""
_NEAR = 5
"""Blocks above and below among which one is body, for an entry of a list or a table."""
_LINKED = 0.5
"""No more of a text is links; more of a list of other articles."""
_ENTRIES = frozenset({"li", "td", "th", "dt", "dd"})
_LOWEST = 4
"""The lowest level of a heading that stands alone, in an element of its own; below are captions."""


def filled(page: Page, chances: Vector, body: Flags) -> Flags:
    """Return which blocks are body, with those between them that are likely enough there."""
    places = np.flatnonzero(body)
    if len(places) < _FEW:
        return body
    doubted = np.flatnonzero((chances >= _DOUBTED) & ~body)
    midst = doubted[(doubted > places[0]) & (doubted < places[-1])]
    if not len(midst):
        return body
    last = {holder_of(page.blocks[at].node).index: at for at in places}
    first = {holder_of(page.blocks[at].node).index: at for at in places[::-1]}
    whole = body.copy()
    for at in midst:
        block = page.blocks[at]
        holder = holder_of(block.node).index
        if leads_away(block) or tells_when(block.text):
            continue
        if block.node.tag in HEADINGS:
            between = body[at - 1] and HEADINGS[block.node.tag] <= _LOWEST
            inside = holder in first or between
            whole[at] = body[at + 1] and inside and not block.node.hints >> Hint.QUOTE & 1
        elif holder not in first:
            continue
        elif block.node.tag in _ENTRIES:
            whole[at] = body[max(at - _NEAR, 0) : at].any() and body[at : at + _NEAR + 1].any()
        else:
            whole[at] = block.prose > 0 and first[holder] < at < last[holder]
    return whole


def leads_away(block: Block) -> bool:
    """Return whether a block is links for the most part, an address, or says whose a picture is."""
    text = block.text
    return (
        "©" in text or block.link_chars > _LINKED * len(text) or ("://" in text and " " not in text)
    )


def tells_when(text: str) -> bool:
    """Return whether a line tells when a text or an entry was written, and nothing else."""
    return tells_time(text) or is_moment_line(text)
