"""
The elements around the blocks that are judged, in figures: what each is and what it inherits.

Two thirds of a page's elements hold menus alone, and are passed by.
"""

from __future__ import annotations

from itertools import chain, compress
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from workers.parsers.html.walk.nodes import Node
    from workers.parsers.html.walk.page import Page

Vector: TypeAlias = "NDArray[np.float64]"
Bits: TypeAlias = "NDArray[np.int64]"

_AROUND = {
    "article": 0, "main": 1, "aside": 2, "footer": 3, "header": 4, "nav": 5, "figure": 6, "form": 7,
    "table": 8, "ul": 9, "ol": 9, "blockquote": 10, "dl": 9, "address": 4, "details": 2,
}  # fmt: skip
AROUND_COUNT = 11
BODY_PROP, IN_FRAME, IN_CORE = (1 << AROUND_COUNT + more for more in range(3))
"""Bits above those of `_AROUND`: of microdata's body, and of the deepest elements with …"""
_FRAME_SHARE, _CORE_SHARE = 0.75, 0.5
"""… so much of the page's prose."""
_AROUND_BITS = {tag: 1 << bit for tag, bit in _AROUND.items()}
_TAGS = {
    "p": 1, "div": 2, "li": 3, "blockquote": 4, "td": 5, "th": 5, "section": 6, "article": 6,
    "figcaption": 7, "dd": 8, "dt": 8, "body": 9, "pre": 10, "header": 11, "figure": 7, "aside": 12,
}  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FRAME = 0.5
"""An element with more of the page's prose than this is its frame: its names say nothing."""
_NAMES = (
    "tag", "heading", "hidden", "depth", "up", "share", "links", "blocks", "mean",
    "tags", "within", "near", "below_frame", "below_core",
)  # fmt: skip


def elements(page: Page, wanted: Iterable[object]) -> tuple[dict[str, Vector], Bits]:
    """
    Return the elements around the wanted blocks, by name of figure, and each block's place there.

    `up` is the place of the element around; `tags`, `within` and `near` are bits.
    """
    held = [block.node for block in compress(page.blocks, wanted)]
    chosen = _with_outer(held, page.nodes)
    places = {node.index: place for place, node in enumerate(chosen)}
    rows = _rows(chosen, places, [_deepest(page, share) for share in (_FRAME_SHARE, _CORE_SHARE)])
    size = len(rows) * len(_NAMES)
    figures = np.fromiter(chain.from_iterable(rows), dtype=float, count=size)
    table = dict(zip(_NAMES, figures.reshape(-1, len(_NAMES)).T, strict=True))
    return table, np.array([places[node.index] for node in held])


def _with_outer(held: Iterable[Node], nodes: Sequence[Node]) -> list[Node]:
    """Return some elements and all that are around them, outer ones first."""
    found: set[int] = set()
    for each in held:
        node: Node | None = each
        while node is not None and node.index not in found:
            found.add(node.index)
            node = node.parent
    return [nodes[index] for index in sorted(found)]


def _deepest(page: Page, share: float) -> Node:
    """Return the deepest element with so much of the prose; the page's where it has none."""
    holders = [node for node in page.nodes if node.prose_share >= share]
    return max(holders, key=lambda node: node.depth) if holders else page.nodes[0]


def _rows(chosen: list[Node], places: dict[int, int], cores: list[Node]) -> list[Sequence[float]]:
    """Return the figures of each element, by `_NAMES`; outer ones are given before inner ones."""
    frame, core = cores
    tags: list[int] = []
    within: list[int] = []
    framed: list[int] = []
    rows: list[Sequence[float]] = []
    for node in chosen:
        tag, parent, own, share, blocks = (
            node.tag, node.parent, node.hints, node.prose_share, node.blocks or 1,
        )  # fmt: skip
        known = _AROUND_BITS.get(tag, 0) | _special(node, frame, core)
        inner = named = own if share < _FRAME else 0
        near, up = own, 0
        if parent is not None:
            up = places[parent.index]
            known |= tags[up]
            inner |= within[up]
            near |= framed[up]
        tags.append(known)
        within.append(inner)
        framed.append(named)
        rows.append((
            _TAGS.get(tag, 0), HEADINGS.get(tag, 0), node.hidden, node.depth, up, share,
            node.link_chars / (node.chars or 1), node.blocks, node.prose / blocks,
            known, inner, near, node.depth - frame.depth, node.depth - core.depth,
        ))  # fmt: skip
    return rows


def _special(node: Node, frame: Node, core: Node) -> int:
    """Return the bits of what an element is beside its tag."""
    bits = IN_FRAME if node is frame else 0
    if node is core:
        bits |= IN_CORE
    if node.itemprop and "articlebody" in node.itemprop.lower():
        bits |= BODY_PROP
    return bits
