"""
Where each block stands, in figures: the elements around it, its neighbours, its place in the page.

One row per block, columns named; vectorised, since a page has hundreds of blocks.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from workers.parsers.html.body.course import course, neighbours
from workers.parsers.html.body.elements import (
    AROUND_COUNT,
    BODY_PROP,
    HEADINGS,
    IN_CORE,
    IN_FRAME,
    elements,
)
from workers.parsers.html.walk.naming import Hint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from workers.parsers.html.walk.nodes import Block, Node
    from workers.parsers.html.walk.page import Page

Vector: TypeAlias = "NDArray[np.float64]"
Bits: TypeAlias = "NDArray[np.int64]"
Matrix: TypeAlias = "NDArray[np.float64]"
Flags: TypeAlias = "NDArray[np.bool_]"

_LEAVES = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "td", "th", "tr"}
    | {"tbody", "thead", "table", "dt", "dd", "dl"}
)
"""Elements that are text of what holds them."""
_HINTS = len(Hint)

NAMES = (
    "tag", "heading", "hidden", "depth",
    "in_article", "in_main", "in_aside", "in_footer", "in_header", "in_nav", "in_figure", "in_form",
    "in_table", "in_list", "in_blockquote",
    *(f"near_{hint.name.lower()}" for hint in Hint),
    *(f"within_{hint.name.lower()}" for hint in Hint),
    "within_body_prop",
    *(f"{what}_{level}" for level in (1, 2, 3) for what in ("share", "links", "blocks", "mean")),
    "in_frame", "below_frame", "in_core", "below_core",
    "alike_share", "alike_size", "alike_links", "alike_count",
    *(f"{side}{step}_{what}" for step in (1, 2) for side in ("before", "after")
      for what in ("size", "links", "prose", "alike", "heading")),
    "window_3", "window_8", "since_prose", "until_prose", "prose_before", "place", "since_h1",
    "from_first", "to_last", "since_mark", "until_mark", "in_lead", "lead_share", "apart",
)  # fmt: skip


def place_rows(page: Page, wanted: Flags) -> Matrix:
    """Return one row of `NAMES` for each wanted block; the others are what it is compared with."""
    blocks = page.blocks
    size = np.array([len(block.text) for block in blocks], dtype=float)
    links = np.array([block.link_chars for block in blocks]) / size
    prose = np.array([block.prose for block in blocks])
    heading = np.array([HEADINGS.get(block.node.tag, 0) for block in blocks], dtype=float)
    around, at = elements(page, wanted)
    tags, within, near = (around[name].astype(np.int64)[at] for name in ("tags", "within", "near"))
    alike = _alike(blocks)
    own = np.array([block.hints for block in blocks])[wanted]
    columns: list[Matrix] = [
        np.array([around[name][at] for name in ("tag", "heading", "hidden", "depth")]),
        _bits(tags, AROUND_COUNT),
        _bits(near | own, _HINTS),
        _bits(within, _HINTS),
        np.array([tags & BODY_PROP > 0], dtype=float),
        _levels(around, at),
        np.array([tags & IN_FRAME > 0, around["below_frame"][at]]),
        np.array([tags & IN_CORE > 0, around["below_core"][at]]),
        np.array(_alike_columns(alike, size, links, prose, alike[wanted])),
        neighbours(size, links, prose, alike, heading)[:, wanted],
        np.array([*course(size, prose, heading), *_marks(page)])[:, wanted],
        np.array(_lead(page, wanted)),
    ]
    return np.concatenate(columns).T


def _bits(values: Bits, count: int) -> Matrix:
    """Return one row for each bit."""
    return ((values >> np.arange(count)[:, None]) & 1).astype(float)


def _levels(around: dict[str, Vector], at: Bits) -> Matrix:
    """Return the sums of the elements one, two and three steps out."""
    columns: list[Vector] = []
    up = around["up"].astype(int)
    here = at
    for _ in range(3):
        here = up[here]
        columns += [around[name][here] for name in ("share", "links", "blocks", "mean")]
    return np.array(columns)


def _marks(page: Page) -> tuple[Vector, Vector]:
    """Return how far the nearest byline or time before and after a block is, up to 50 blocks."""
    count = len(page.blocks)
    marked = np.zeros(count + 1, dtype=bool)
    marked[[min(mark.at, count) for mark in page.marks]] = True
    places = np.arange(count, dtype=float)
    before = np.maximum.accumulate(np.where(marked[:count], places, -50.0))
    after = np.minimum.accumulate(np.where(marked[1:], places, count + 50.0)[::-1])[::-1]
    return np.minimum(places - before, 50), np.minimum(after - places, 50)


def _lead(page: Page, wanted: Flags) -> tuple[Vector, Vector, Vector]:
    """Return how blocks stand to the element that holds most prose directly: in it, steps apart."""
    own: dict[int, float] = {}
    for block in page.blocks:
        if block.prose:
            holder = holder_of(block.node).index
            own[holder] = own.get(holder, 0.0) + block.prose
    root = page.nodes[0]
    lead = page.nodes[max(own, key=lambda index: own[index])] if own else root
    whole = root.prose or 1.0
    held = [holder_of(block.node) for block in compress(page.blocks, wanted)]
    steps = _steps({node.index: node for node in held}, lead)
    apart = np.array([steps[holder.index] for holder in held], float)
    inside = np.array([holder is lead for holder in held], float)
    shares = np.array([own.get(holder.index, 0.0) / whole for holder in held], float)
    return inside, shares, apart


def _steps(nodes: Mapping[int, Node], lead: Node) -> dict[int, int]:
    """Return how many steps each element is from the lead: up to its chain, and down from there."""
    steps = {node.index: lead.depth - node.depth for node in lead.chain}
    for held in nodes.values():
        node, way = held, list[int]()
        while node.index not in steps and node.parent is not None:
            way.append(node.index)
            node = node.parent
        known = steps[node.index]
        steps.update(zip(reversed(way), range(known + 1, known + len(way) + 1), strict=True))
    return steps


def holder_of(node: Node) -> Node:
    """Return the element that holds a paragraph: around its `<p>`, its list's or table's cell."""
    while node.tag in _LEAVES and node.parent is not None:
        node = node.parent
    return node


def _alike(blocks: list[Block]) -> Bits:
    """Return a number for each block: the same for blocks in elements with the same names."""
    numbers: dict[tuple[str, str], int] = {}
    alike = []
    for block in blocks:
        node = block.node
        names = (node.signature, node.parent.signature if node.parent else "")
        alike.append(numbers.setdefault(names, len(numbers)))
    return np.array(alike)


def _alike_columns(
    alike: Bits, size: Vector, links: Vector, prose: Vector, wanted: Bits
) -> list[Vector]:
    """Return sums over the blocks that are alike, for each of the wanted numbers."""
    count = np.bincount(alike)
    total = np.bincount(alike, size)
    return [
        (np.bincount(alike, prose) / (prose.sum() or 1))[wanted],
        (total / count)[wanted],
        (np.bincount(alike, links * size) / total)[wanted],
        count[wanted].astype(float),
    ]
