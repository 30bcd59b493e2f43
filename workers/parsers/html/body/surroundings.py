"""
Where each block stands, in figures: the elements around it, its neighbours, its place in the page.

One row per block, columns named; vectorised, since a page has hundreds of blocks.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from workers.parsers.html.body.course import course, neighbours
from workers.parsers.html.walk.naming import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workers.parsers.html.walk.nodes import Block, Node
    from workers.parsers.html.walk.page import Page

Vector: TypeAlias = "NDArray[np.float64]"
Bits: TypeAlias = "NDArray[np.int64]"
Matrix: TypeAlias = "NDArray[np.float64]"
Flags: TypeAlias = "NDArray[np.bool_]"

_AROUND = {
    "article": 0, "main": 1, "aside": 2, "footer": 3, "header": 4, "nav": 5, "figure": 6, "form": 7,
    "table": 8, "ul": 9, "ol": 9, "blockquote": 10, "dl": 9, "address": 4, "details": 2,
}  # fmt: skip
_AROUND_COUNT = 11
_TAGS = {
    "p": 1, "div": 2, "li": 3, "blockquote": 4, "td": 5, "th": 5, "section": 6, "article": 6,
    "figcaption": 7, "dd": 8, "dt": 8, "body": 9, "pre": 10, "header": 11, "figure": 7, "aside": 12,
}  # fmt: skip
_LEAVES = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "td", "th", "tr"}
    | {"tbody", "thead", "table", "dt", "dd", "dl"}
)
"""Elements that are text of what holds them."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HINTS = len(Hint)
_FRAME = 0.5
"""An element with more of the page's prose than this is its frame: its names say nothing."""

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
    every = np.array([block.node.index for block in blocks])
    at = every[wanted]
    size = np.array([len(block.text) for block in blocks], dtype=float)
    links = np.array([block.link_chars for block in blocks]) / size
    prose = np.array([block.prose for block in blocks])
    around, bits = _around(page)
    heading = around["heading"][every]
    alike = _alike(blocks)
    own = np.array([block.hints for block in blocks])[wanted]
    columns: list[Matrix] = [
        np.array([around[name][at] for name in ("tag", "heading", "hidden", "depth")]),
        _bits(bits["tags"][at], _AROUND_COUNT),
        _bits(bits["near"][at] | own, _HINTS),
        _bits(bits["within"][at], _HINTS),
        around["body_prop"][at][None],
        _levels(around, at),
        np.array([*_frame(page, around, at, 0.75), *_frame(page, around, at, 0.5)]),
        np.array(_alike_columns(alike, size, links, prose, alike[wanted])),
        neighbours(size, links, prose, alike, heading)[:, wanted],
        np.array([*course(size, prose, heading), *_marks(page)])[:, wanted],
        np.array(_lead(page, at)),
    ]
    return np.concatenate(columns).T


def _around(page: Page) -> tuple[dict[str, Vector], dict[str, Bits]]:
    """Return, for each element, what it is and what it inherits from those around it."""
    tags: list[int] = []
    within: list[int] = []
    near: list[int] = []
    props: list[bool] = []
    for node in page.nodes:  # outer ones come before inner ones
        tag, parent, own = node.tag, node.parent, node.hints
        up = parent.index if parent else 0
        known = 1 << _AROUND[tag] if tag in _AROUND else 0
        prop = bool(node.itemprop) and "articlebody" in node.itemprop.lower()
        framed = own if node.prose_share < _FRAME else 0
        if parent is None:
            tags.append(known)
            within.append(framed)
            near.append(own)
            props.append(prop)
        else:
            tags.append(tags[up] | known)
            within.append(within[up] | framed)
            near.append(own | (parent.hints if parent.prose_share < _FRAME else 0))
            props.append(prop or props[up])
    table = _elements(page) | {"body_prop": np.array(props, dtype=float)}
    inherited = {"tags": tags, "within": within, "near": near}
    return table, {name: np.array(values, dtype=np.int64) for name, values in inherited.items()}


def _elements(page: Page) -> dict[str, Vector]:
    """Return, for each element, what it is by itself."""
    names = ("tag", "heading", "hidden", "depth", "up", "share", "links", "blocks", "mean")
    rows = [
        (
            _TAGS.get(node.tag, 0), _HEADINGS.get(node.tag, 0), node.hidden, node.depth,
            node.parent.index if node.parent else 0, node.prose_share,
            node.link_chars / (node.chars or 1), node.blocks, node.prose / (node.blocks or 1),
        )
        for node in page.nodes
    ]  # fmt: skip
    size = len(rows) * len(names)
    figures = np.fromiter(chain.from_iterable(rows), dtype=float, count=size)
    return dict(zip(names, figures.reshape(-1, len(names)).T, strict=True))


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


def _frame(page: Page, around: dict[str, Vector], at: Bits, most: float) -> tuple[Vector, Vector]:
    """Return whether blocks lie in the deepest element with most of the prose, and how deep."""
    holders = [node for node in page.nodes if node.prose_share >= most]
    core = max(holders, key=lambda node: node.depth) if holders else page.nodes[0]
    inside = [False] * len(page.nodes)
    for node in page.nodes[core.index :]:
        inside[node.index] = node is core or (node.parent is not None and inside[node.parent.index])
    return np.array(inside, dtype=float)[at], around["depth"][at] - core.depth


def _marks(page: Page) -> tuple[Vector, Vector]:
    """Return how far the nearest byline or time before and after a block is, up to 50 blocks."""
    count = len(page.blocks)
    marked = np.zeros(count + 1, dtype=bool)
    marked[[min(mark.at, count) for mark in page.marks]] = True
    places = np.arange(count, dtype=float)
    before = np.maximum.accumulate(np.where(marked[:count], places, -50.0))
    after = np.minimum.accumulate(np.where(marked[1:], places, count + 50.0)[::-1])[::-1]
    return np.minimum(places - before, 50), np.minimum(after - places, 50)


def _lead(page: Page, at: Bits) -> tuple[Vector, Vector, Vector]:
    """Return how blocks stand to the element that holds most prose directly: in it, steps apart."""
    nodes = page.nodes
    holders: list[int] = []
    for node in nodes:
        inner = node.tag in _LEAVES and node.parent is not None
        holders.append(holders[node.parent.index] if inner and node.parent else node.index)
    own: dict[int, float] = {}
    for block in page.blocks:
        if block.prose:
            holder = holders[block.node.index]
            own[holder] = own.get(holder, 0.0) + block.prose
    lead = nodes[max(own, key=lambda index: own[index])] if own else nodes[0]
    whole = nodes[0].prose or 1.0
    steps = _steps(nodes, lead)
    held = [holders[index] for index in at.tolist()]
    apart = np.array([steps[holder] for holder in held], float)
    inside = np.array([holder == lead.index for holder in held], float)
    shares = np.array([own.get(holder, 0.0) / whole for holder in held], float)
    return inside, shares, apart


def _steps(nodes: Sequence[Node], lead: Node) -> list[int]:
    """Return how many steps each element is from the lead: up to its chain, and down from there."""
    shared = [False] * len(nodes)
    for node in lead.chain:
        shared[node.index] = True
    up, common = [0] * len(nodes), [0] * len(nodes)
    for node in nodes:
        index = node.index
        if shared[index]:
            common[index] = node.depth
        elif node.parent is not None:
            up[index] = up[node.parent.index] + 1
            common[index] = common[node.parent.index]
    return [steps + lead.depth - depth for steps, depth in zip(up, common, strict=True)]


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
