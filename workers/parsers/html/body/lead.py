"""
What opens a text and is believed too little, or stands in an element of its own.

A site gives its paragraphs one class. The first one, which is set apart below pictures and films,
has it too, though the learned table doubts its place; so has one below a film amid the text.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from workers.parsers.lines.datelines import is_dateline_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.html.body.surroundings import Flags, Vector
    from workers.parsers.html.walk.nodes import Block
    from workers.parsers.html.walk.page import Page

_DOUBTED = 0.15
"""The least chance of such a paragraph; captions that share a class with the text have less."""
_SEVERAL = 3
"""Paragraphs of the body whose first class is the same."""
_LINKED = 0.5
"""No more of it is links."""


def with_leads(page: Page, chances: Vector, body: Flags) -> Flags:
    """Return which blocks are body, with those right above one of it that have its class."""
    doubted = body[1:] & ~body[:-1] & (chances[:-1] >= _DOUBTED)
    places = np.flatnonzero(doubted)
    if not len(places):
        return body
    alike = Counter(
        _first_class(page.blocks[at]) for at in np.flatnonzero(body) if page.blocks[at].prose > 0
    )
    whole = body.copy()
    for at in places:
        block, below = page.blocks[at], page.blocks[at + 1]
        named = _first_class(below)
        fits = named and alike[named] >= _SEVERAL and _is_alike(block, below)
        whole[at] = fits and block.prose > 0 and block.link_chars <= _LINKED * len(block.text)
    return whole


def with_dateline(texts: Sequence[str]) -> tuple[str, ...]:
    """Return paragraphs whose first is no dateline alone: `Bonn -` begins the one below it."""
    if len(texts) > 1 and is_dateline_alone(texts[0]):
        return (f"{texts[0]} {texts[1]}", *texts[2:])
    return tuple(texts)


def _first_class(block: Block) -> str:
    return block.node.signature.partition(".")[2].partition(" ")[0]


def _is_alike(one: Block, other: Block) -> bool:
    """Return whether all classes of one of two blocks are the other's too."""
    mine, others = (set(block.node.signature.partition(".")[2].split()) for block in (one, other))
    return bool(mine) and (mine <= others or others <= mine)
