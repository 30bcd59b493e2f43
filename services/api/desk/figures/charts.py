"""Small charts: figures in, the geometry of an SVG out. Pure; the templates draw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH: Final = 600
HEIGHT: Final = 96
GAP: Final = 2
"""Units of the drawing, which is stretched to its place."""

LEAST: Final = 2.0
"""Height of a bar that stands for anything at all: one is not none."""

NICE: Final = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, of two parts that stand on one another."""

    label: str
    x: float
    width: float
    lower: float
    """Height of the lower part."""
    upper: float
    value: int
    of_upper: int


@dataclass(frozen=True, slots=True)
class Bars:
    """A row of bars under one scale."""

    bars: tuple[Bar, ...]
    top: int
    """The figure at the upper edge."""
    total: int
    most: int


def round_up(figure: int) -> int:
    """Return the next of 1, 2, 5, 10, 20, 50, …: an edge that people can read."""
    step = 1
    while True:
        for nice in NICE:
            if nice * step >= figure:
                return nice * step
        step *= 10


def stacked(columns: Sequence[tuple[str, int, int]]) -> Bars:
    """Return the bars of columns, each with a label, a lower figure and an upper one."""
    most = max((lower + upper for _label, lower, upper in columns), default=0)
    top = round_up(most)
    wide = WIDTH / max(1, len(columns))
    bars = tuple(
        Bar(
            label,
            round(place * wide, 2),
            round(wide - GAP, 2),
            _height(lower, top),
            _height(upper, top),
            lower + upper,
            upper,
        )
        for place, (label, lower, upper) in enumerate(columns)
    )
    return Bars(bars, top, sum(bar.value for bar in bars), most)


def _height(figure: int, top: int) -> float:
    return round(max(LEAST, HEIGHT * figure / top), 2) if figure else 0.0


@dataclass(frozen=True, slots=True)
class Span:
    """How long a stage takes, in milliseconds, and as shares of the longest line (0 to 100)."""

    stage: str
    median: float
    slow: float
    """Nineteen of twenty are done by then."""
    median_share: float
    slow_share: float


def spans(timings: Sequence[Mapping[str, float]], stages: Sequence[str]) -> tuple[Span, ...]:
    """Return the spans of those stages that any delivery went through."""
    found = []
    for stage in stages:
        times = sorted(each[stage] for each in timings if stage in each)
        if times:
            found.append((stage, _at(times, 0.5), _at(times, 0.95)))
    longest = max((slow for _stage, _median, slow in found), default=0) or 1
    return tuple(
        Span(
            stage,
            round(median, 1),
            round(slow, 1),
            round(100 * median / longest, 2),
            round(100 * slow / longest, 2),
        )
        for stage, median, slow in found
    )


def _at(ordered: Sequence[float], share: float) -> float:
    """Return the figure that so large a share of the others does not exceed."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
