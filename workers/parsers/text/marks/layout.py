"""
How a passage is set on the page: how far in, in lines how wide, apart from what, beside a picture.

A program that prints a page keeps what the page's tags said in how it sets a line: text browsers
set headings, paragraphs and entries each at a column of its own, what stands in a narrow column
has short lines, and a number or an underline tells a link. A text of one paragraph a line has
little of it, and then these figures say nothing.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workers.parsers.text.marks.figures import Matrix, Vector
    from workers.parsers.text.typesetting.lines import Passage
    from workers.parsers.text.typesetting.wrapping import Line

SET = ("indent", "rows", "reach", "blank", "links", "led", "pictured")
"""What a passage says by itself."""
NAMES = (
    *SET, "indent to usual", "reach to usual", "blank to usual", "blank below", "indent to above",
    "indent to below", "pictured below", "since picture", "to picture", "usual rows", "usual blank",
    "usual indent", "linked lines", "pictures",
)  # fmt: skip
_FAR = 20
_UNKNOWN = -99.0
_WIDEST, _DEEPEST, _ROWS, _BLANK = 140, 60, 12, 9


_BLANKS = (2, 3, 5, 9)
_NO_MARKS: list[str] = []


def setting_marks(
    passages: Sequence[Passage], own: Sequence[tuple[str, ...]], sizes: Sequence[int]
) -> list[list[str]]:
    """Return the marks of how each passage is set; `own` and `sizes` are those of `Page`."""
    usual = _prose_indent(passages, sizes)
    return [
        _marks(passage, marks[0], usual)
        if passage.blank > 1 or passage.pictured or _is_set(passage.lines, usual)
        else _NO_MARKS
        for passage, marks in zip(passages, own, strict=True)
    ]


def _prose_indent(passages: Sequence[Passage], sizes: Sequence[int]) -> int:
    """Return how far in most prose stands."""
    counts: Counter[int] = Counter()
    for passage, size in zip(passages, sizes, strict=True):
        if size and passage.lines:
            counts[passage.lines[0].indent] += size
    return max(counts, key=lambda indent: counts[indent], default=0)


def _is_set(lines: Sequence[Line], usual: int) -> bool:
    return bool(lines) and (lines[0].indent != usual or lines[0].led)


def _marks(passage: Passage, length: str, usual: int) -> list[str]:
    names = [f"blank {bisect(_BLANKS, passage.blank)}"] if passage.blank > 1 else []
    names += ["pictured"] if passage.pictured else []
    if passage.lines:
        line = passage.lines[0]
        if line.indent != usual:
            names.append("set further" if line.indent > usual else "set nearer")
        if line.led:
            names += ["led", f"led {length}"]
    return names


def settings(passages: Sequence[Passage]) -> Matrix:
    """Return the figures of `SET` of each passage."""
    return np.array([_setting(passage) for passage in passages], dtype=np.float32)


def _setting(passage: Passage) -> tuple[float, ...]:
    lines = passage.lines
    if len(lines) == 1:
        (line,) = lines
        rows, reach, links = 1, 0, line.links
    else:
        rows = len(lines)
        reach = max((line.indent + len(line.text) for line in lines), default=0)
        links = sum(line.links for line in lines)
    indent, led = (lines[0].indent, lines[0].led) if lines else (0, False)
    return (
        min(indent, _DEEPEST), min(rows, _ROWS), min(reach, _WIDEST), min(passage.blank, _BLANK),
        links, led, passage.pictured,
    )  # fmt: skip


def set_beside(table: Matrix, sure: NDArray[np.bool_]) -> list[Vector]:
    """Return the figures of `NAMES`, columns; `sure` says which lines are likely text."""
    indent, rows, reach, blank, links, _, pictured = table.T.astype(np.float64)
    at = np.arange(len(indent))
    wrapped = rows > 1
    usual = [_usual(indent, sure), _usual(reach, sure & wrapped), _usual(blank, sure)]
    below = np.append(blank[1:], _BLANK)
    shown = np.flatnonzero(pictured)
    every = (
        _usual(rows, sure), usual[2], usual[0], float((links > 0).mean()), float(len(shown)),
    )  # fmt: skip
    return [
        *table.T.astype(np.float64),
        indent - usual[0] if usual[0] >= 0 else np.full(len(at), _UNKNOWN),
        np.where(wrapped, reach - usual[1], _UNKNOWN)
        if usual[1] > 0
        else np.full(len(at), _UNKNOWN),
        blank - usual[2],
        below,
        np.append(0.0, np.diff(indent)),
        np.append(-np.diff(indent), 0.0),
        np.append(pictured[1:], 0.0),
        *_distances(shown, at),
        *(np.full(len(at), one) for one in every),
    ]


def _usual(values: Vector, chosen: NDArray[np.bool_]) -> float:
    return float(np.median(values[chosen])) if chosen.any() else -1.0


def _distances(shown: NDArray[np.intp], at: NDArray[np.intp]) -> list[Vector]:
    """Return how many lines above and below the next picture stood; one counts as above itself."""
    if not len(shown):
        return [np.full(len(at), float(_FAR))] * 2
    behind = np.searchsorted(shown, at, "right")
    up = np.where(behind > 0, at - shown[np.maximum(behind - 1, 0)], _FAR)
    down = np.where(behind < len(shown), shown[np.minimum(behind, len(shown) - 1)] - at, _FAR)
    return [np.minimum(up, _FAR).astype(np.float64), np.minimum(down, _FAR).astype(np.float64)]
