"""
Where each block stands, in figures: the elements around it, its neighbours, its place in the page.

One row per block, columns named; vectorised, since a page has hundreds of blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from workers.parsers.html.course import course, neighbours
from workers.parsers.html.naming import Hint

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workers.parsers.html.blocks import Page
    from workers.parsers.html.nodes import Node

Vector: TypeAlias = "NDArray[np.float64]"
Bits: TypeAlias = "NDArray[np.int64]"
Matrix: TypeAlias = "NDArray[np.float64]"

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


def place_rows(page: Page) -> Matrix:
    """Return one row of `NAMES` for each block."""
    blocks = page.blocks
    at = np.array([block.node.index for block in blocks])
    size = np.array([len(block.text) for block in blocks], dtype=float)
    links = np.array([block.link_chars for block in blocks]) / size
    prose = np.array([block.prose for block in blocks])
    around, bits = _around(page)
    heading = around["heading"][at]
    alike = alike_of(page)
    columns: list[Vector] = [
        around["tag"][at], heading, around["hidden"][at], around["depth"][at],
        *_bits(bits["tags"][at], _AROUND_COUNT),
        *_bits(bits["near"][at] | np.array([block.hints for block in blocks]), _HINTS),
        *_bits(bits["within"][at], _HINTS),
        around["body_prop"][at],
        *_levels(around, at),
        *_frame(page, around, at, 0.75), *_frame(page, around, at, 0.5),
        *_alike_columns(alike, size, links, prose),
        *neighbours(size, links, prose, alike, heading),
        *course(size, prose, heading),
        *_marks(page), *_lead(page),
    ]  # fmt: skip
    return np.column_stack(columns)


def _around(page: Page) -> tuple[dict[str, Vector], dict[str, Bits]]:
    """Return, for each element, what it is and what it inherits from those around it."""
    count = len(page.nodes)
    tags = np.zeros(count, dtype=np.int64)
    within = np.zeros(count, dtype=np.int64)
    near = np.zeros(count, dtype=np.int64)
    rows = np.zeros((count, 9))
    for node in page.nodes:
        i, parent = node.index, node.parent
        up = parent.index if parent else 0
        own = node.hints
        known = _AROUND.get(node.tag)
        tags[i] = tags[up] | (1 << known if known is not None else 0)
        within[i] = within[up] | (own if node.prose_share < _FRAME else 0)
        near[i] = own | (parent.hints if parent and parent.prose_share < _FRAME else 0)
        rows[i] = (
            _TAGS.get(node.tag, 0), int(node.tag[1]) if _is_heading(node.tag) else 0, node.hidden,
            node.depth, up, node.prose_share, node.link_chars / (node.chars or 1), node.blocks,
            node.prose / (node.blocks or 1),
        )  # fmt: skip
    names = ("tag", "heading", "hidden", "depth", "up", "share", "links", "blocks", "mean")
    table: dict[str, Vector] = {name: rows[:, column] for column, name in enumerate(names)}
    props = np.array(
        [bool(node.itemprop) and "articlebody" in node.itemprop.lower() for node in page.nodes],
        dtype=float,
    )
    for node in page.nodes[1:]:
        assert node.parent is not None
        props[node.index] = max(props[node.index], props[node.parent.index])
    return table | {"body_prop": props}, {"tags": tags, "within": within, "near": near}


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()  # noqa: PLR2004 - h1 to h6


def _bits(values: Bits, count: int) -> list[Vector]:
    """Return one column for each bit."""
    return list(((values[:, None] >> np.arange(count)) & 1).T.astype(float))


def _levels(around: dict[str, Vector], at: Bits) -> list[Vector]:
    """Return the sums of the elements one, two and three steps out."""
    columns: list[Vector] = []
    up = around["up"].astype(int)
    here = at
    for _ in range(3):
        here = up[here]
        columns += [around[name][here] for name in ("share", "links", "blocks", "mean")]
    return columns


def _frame(page: Page, around: dict[str, Vector], at: Bits, most: float) -> tuple[Vector, Vector]:
    """Return whether blocks lie in the deepest element with most of the prose, and how deep."""
    holders = [node for node in page.nodes if node.prose_share >= most]
    core = max(holders, key=lambda node: node.depth) if holders else page.nodes[0]
    depth = core.depth
    inside = np.array(
        [len(b.node.chain) > depth and b.node.chain[depth] is core for b in page.blocks],
        dtype=float,
    )
    return inside, around["depth"][at] - depth


def _marks(page: Page) -> tuple[Vector, Vector]:
    """Return how far the nearest byline or time before and after a block is, up to 50 blocks."""
    count = len(page.blocks)
    marked = np.zeros(count + 1, dtype=bool)
    marked[[min(mark.at, count) for mark in page.marks]] = True
    places = np.arange(count, dtype=float)
    before = np.maximum.accumulate(np.where(marked[:count], places, -50.0))
    after = np.minimum.accumulate(np.where(marked[1:], places, count + 50.0)[::-1])[::-1]
    return np.minimum(places - before, 50), np.minimum(after - places, 50)


def _lead(page: Page) -> tuple[Vector, Vector, Vector]:
    """Return how blocks stand to the element that holds most prose directly: in it, steps apart."""
    own: dict[int, float] = {}
    for block in page.blocks:
        if block.prose:
            holder = holder_of(block.node).index
            own[holder] = own.get(holder, 0.0) + block.prose
    lead = page.nodes[max(own, key=lambda index: own[index])] if own else page.nodes[0]
    whole = page.nodes[0].prose or 1.0
    steps: dict[int, int] = {}
    inside, shares, apart = [], [], []
    for block in page.blocks:
        around = holder_of(block.node)
        if around.index not in steps:
            common = sum(a is b for a, b in zip(around.chain, lead.chain, strict=False))
            steps[around.index] = len(around.chain) + len(lead.chain) - 2 * common
        inside.append(around is lead)
        shares.append(own.get(around.index, 0.0) / whole)
        apart.append(steps[around.index])
    return np.array(inside, float), np.array(shares, float), np.array(apart, float)


def holder_of(node: Node) -> Node:
    """Return the element that holds a paragraph: around its `<p>`, its list's or table's cell."""
    while node.tag in _LEAVES and node.parent is not None:
        node = node.parent
    return node


def alike_of(page: Page) -> Bits:
    """Return a number for each block: the same for blocks in elements with the same names."""
    numbers: dict[tuple[str, str], int] = {}
    return np.array(
        [
            numbers.setdefault(
                (node.signature, node.parent.signature if node.parent else ""), len(numbers)
            )
            for node in (block.node for block in page.blocks)
        ]
    )


def _alike_columns(alike: Bits, size: Vector, links: Vector, prose: Vector) -> list[Vector]:
    """Return, for each block, sums over the blocks that are alike."""
    count = np.bincount(alike)
    total = np.bincount(alike, size)
    return [
        (np.bincount(alike, prose) / (prose.sum() or 1))[alike],
        (total / count)[alike],
        (np.bincount(alike, links * size) / total)[alike],
        count[alike].astype(float),
    ]
