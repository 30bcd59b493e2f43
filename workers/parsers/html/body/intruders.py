"""Blocks of a body that are no text: a call to its readers, a picture's line, an agency, …"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.signatures import agency_alone
from workers.parsers.html.body import surroundings
from workers.parsers.html.body.closing_east import calls, is_caption

if TYPE_CHECKING:
    from workers.parsers.html.body.surroundings import Vector
    from workers.parsers.html.walk.nodes import Block

_DOUBTFUL = 0.75
"""The chance below which a first block that calls readers away is no body."""
_FEW = 3
"""Blocks that have to be left."""
_FAR = 15
"""Blocks between a text and what is far below it …"""
_STRAY, _MOST = 0.8, 0.45
"""… which is no likelier than this, and no more of the body."""
_LIST = 6
"""Lines that are no sentences above it make it the last entry of a list."""
_NUMBER = re.compile(r"\d+")


def without_promotion(chosen: list[Block], chances: Vector) -> list[Block]:
    """Drop a doubtful first block that calls readers away and lies in an element of its own."""
    first, *rest = chosen
    doubtful = first.links and chances[first.at] < _DOUBTFUL and calls(first.text)
    if not doubtful or len(rest) < _FEW:
        return chosen
    holder = surroundings.holder_of(first.node)
    return chosen if any(surroundings.holder_of(each.node) is holder for each in rest) else rest


def without_far(chosen: list[Block], chances: Vector) -> list[Block]:
    """
    Drop a doubtful last block far below the others, in an element that is made as none of theirs.

    Below the comments and the teasers a site tells what browser it wants, or how to write to it.
    Teasers of other articles go too, as many as there are: each is a link with a text behind it.
    """
    chosen = _without_teasers(chosen, chances)
    *rest, last = chosen
    if not rest or last.at - rest[-1].at <= _FAR or chances[last.at] >= _STRAY:
        return chosen
    if len(last.text) > _MOST * sum(len(block.text) for block in chosen):
        return chosen
    if not any(block.prose for block in rest[-_LIST:]):
        return chosen
    return chosen if _make(last) in {_make(block) for block in rest} else rest


def _without_teasers(chosen: list[Block], chances: Vector) -> list[Block]:
    """Drop doubtful blocks with links in them that stand together far below the others."""
    far = [at for at in range(1, len(chosen)) if chosen[at].at - chosen[at - 1].at > _FAR]
    if not far or not any(block.prose for block in chosen[: far[-1]]):
        return chosen
    above, below = chosen[: far[-1]], chosen[far[-1] :]
    linked = all(block.link_chars and chances[block.at] < _STRAY for block in below)
    made = {_make(block) for block in above}
    return above if linked and not any(_make(block) in made for block in below) else chosen


def _make(block: Block) -> str | int:
    """Return the tag and classes of what holds a block, without numbers; else its place."""
    holder = surroundings.holder_of(block.node)
    tag, _, classes = holder.signature.partition(".")
    return f"{tag}.{_NUMBER.sub('', classes)}" if classes else holder.index


def without_captions(chosen: list[Block]) -> list[Block]:
    """Drop lines in ideographs or Hangul that say whose a picture is."""
    kept = [block for block in chosen if block.text.isascii() or not is_caption(block.text)]
    return kept if len(kept) > _FEW else chosen


def without_agency(chosen: list[Block]) -> list[Block]:
    """Drop the agency that stands alone in the last line: it signs."""
    signed = len(chosen) > 1 and agency_alone(chosen[-1].text) is not None
    return chosen[:-1] if signed else chosen
