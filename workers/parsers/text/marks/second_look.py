"""
What a line looks like once its neighbours have been judged: the rows of figures of a second look.

The tables weigh each line's marks one by one, and do not know what was thought of the lines
beside. Here a line in or near the likeliest stretch is set beside them: how likely they are, what
the likely ones look like and speak of, how much of the text stands above and below.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from workers.parsers.text.marks import company, figures, layout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    from workers.parsers.text.marks.figures import Matrix, Vector
    from workers.parsers.text.marks.page import Page

FiguresOf: TypeAlias = "Callable[[int, int], Matrix]"
"""Gives the figures of the lines from one place up to, but without, another."""

ABOVE, BELOW = 8, 16
"""So many lines above the likeliest stretch and below it are looked at again."""
_MOST_ODDS = 8.0
_LONG, _LONG_PROSE = 900, 600
"""Characters: a longer line, or a longer paragraph, counts no more."""
_SURE = 0.6
"""The chance from which a line is taken for body when others are compared with it."""
_FAR = 40
_ABSENT = -9
"""The figure of a neighbour beyond the edge."""
_BESIDE = (-2, -1, 1, 2)
_SEEN_BESIDE = (
    "len", "end", "case", "bullet", "begins lower", "topic", "alone", "credited", "quote",
    "sentences", "known",
)  # fmt: skip
_ODDS_BESIDE = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (3, 8)
_COURSE = (
    "characters", "prose", "from first", "to last", "told above", "told below", "told", "share",
    *(f"{what} {reach}" for reach in _WINDOWS
      for what in ("likely above", "likely below", "mean above", "mean below")),
    "kin likely", "kin", "size to usual", "usual size", "sure lines", "usual stops",
    "usual quotes", "usual alone", "rank", "sure above", "sure below", "joined above",
    "joined below", "sure words",
)  # fmt: skip
NAMES = (
    *figures.NAMES,
    "odds body", "odds inside", "odds start", "odds end",
    *(f"odds {step:+d}" for step in _ODDS_BESIDE),
    *(f"{name} {step:+d}" for step in _BESIDE for name in (*_SEEN_BESIDE, "characters")),
    *_COURSE,
    *layout.NAMES,
    *company.NAMES,
)  # fmt: skip
_COLUMNS = [figures.AT[name] for name in _SEEN_BESIDE]
_END, _CASE, _LEN = (figures.AT[name] for name in ("end", "case", "len"))
_USUAL = [figures.AT[name] for name in ("quote", "alone")]
_STOPPED = 4
"""Figures of ends from which a line ends as sentences do."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that are looked at again, in order; places are counted from the first of them."""

    figures: Matrix
    odds: Vector
    """Log-odds by the tables of body, inside, start and end."""
    prose: Sequence[int]
    lengths: Sequence[int]
    groups: Sequence[int]
    terms: Sequence[AbstractSet[str]]
    settings: Matrix
    """How each is set (`layout.py`)."""
    first: int
    last: int
    """The likeliest stretch."""


@dataclass(frozen=True, slots=True)
class Looked:
    """Rows of figures, and the place in the page of the first of them."""

    first: int
    rows: Vector


def look(page: Page, figures_of: FiguresOf, odds: Vector, span: tuple[int, int]) -> Looked:
    """Return the rows of the lines in and around the likeliest stretch."""
    first = max(0, span[0] - ABOVE)
    end = min(len(page.passages), span[1] + BELOW + 1)
    passages = page.passages[first:end]
    region = Region(
        figures_of(first, end),
        odds[first:end],
        page.sizes[first:end],
        [len(passage.text) for passage in passages],
        [passage.group for passage in passages],
        page.topic.terms[first:end],
        layout.settings(passages),
        span[0] - first,
        span[1] - first,
    )
    return Looked(first, rows(region))


def rows(region: Region) -> Vector:
    """Return the figures of each line of a region, in the order of `NAMES`."""
    body = region.odds[:, 0].clip(-_MOST_ODDS, _MOST_ODDS)
    lengths = np.minimum(np.array(region.lengths, dtype=np.float64), _LONG)
    seen = np.column_stack([region.figures[:, _COLUMNS], lengths])
    parts: list[Vector] = [region.figures.astype(np.float64), region.odds]
    parts += _beside(body[:, None], _ODDS_BESIDE)
    parts += _beside(seen, _BESIDE)
    chance = 1 / (1 + np.exp(-body))
    course = _course(region, chance, lengths)
    course += layout.set_beside(region.settings, chance > _SURE)
    return np.hstack([*parts, np.column_stack(course), company.company(region.figures)])


def _beside(values: Vector, steps: Sequence[int]) -> list[Vector]:
    """Return the rows so many lines below, or above for a negative step, for each of the steps."""
    count, most = len(values), max(map(abs, steps))
    padded = np.full((count + 2 * most, values.shape[1]), float(_ABSENT))
    padded[most : most + count] = values
    return [padded[most + step : most + step + count] for step in steps]


def _course(region: Region, chance: Vector, lengths: Vector) -> list[Vector]:
    """Return where each line stands in the course of what is likely told."""
    at = np.arange(len(chance))
    told = lengths * chance
    found = [
        lengths,
        np.minimum(np.array(region.prose, dtype=np.float64), _LONG_PROSE),
        np.clip(at - region.first, -30, 60),
        np.clip(region.last - at, -30, 60),
        *_shares(told),
        *_windows(told, lengths, at),
    ]
    sure = chance > _SURE
    found += _kin(region.figures, chance)
    found += _usual(region.figures, lengths, sure)
    found.append(np.argsort(np.argsort(-chance)))
    found += _distances(np.flatnonzero(sure), at)
    return [*found, *_joined(region.groups), _sure_words(region.terms, sure)]


def _shares(told: Vector) -> list[Vector]:
    sums = np.cumsum(told)
    total = sums[-1] or 1.0
    return [(sums - told) / total, 1 - sums / total, np.full(len(told), total), told / total]


def _windows(told: Vector, lengths: Vector, at: NDArray[np.intp]) -> list[Vector]:
    """Return how much is likely told in the lines near, and what part of their characters."""
    likely, every = (np.concatenate([[0.0], np.cumsum(one)]) for one in (told, lengths))
    found = []
    for reach in _WINDOWS:
        low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(at))
        above, below = likely[at] - likely[low], likely[high] - likely[at + 1]
        found += [above, below]
        found.append(above / np.maximum(every[at] - every[low], 1))
        found.append(below / np.maximum(every[high] - every[at + 1], 1))
    return found


def _kin(table: Matrix, chance: Vector) -> list[Vector]:
    """Return how likely other lines are that end, are written and are as long alike."""
    shape = table[:, _END] * 1000 + table[:, _CASE] * 100 + table[:, _LEN]
    _, kind = np.unique(shape, return_inverse=True)
    count = np.bincount(kind)[kind]
    others = np.bincount(kind, chance)[kind] - chance
    return [np.where(count > 1, others / np.maximum(count - 1, 1), -1.0), count]


def _usual(table: Matrix, lengths: Vector, sure: NDArray[np.bool_]) -> list[Vector]:
    """Return a line's size beside the usual one of likely lines, and what those look like."""
    if sure.any():
        size = float(np.median(lengths[sure]))
        stops = float((table[sure, _END] >= _STOPPED).mean())
        told = [size, int(sure.sum()), stops, *table[sure][:, _USUAL].mean(axis=0)]
    else:
        size, told = 0.0, [0, 0, -1, -1, -1]
    return [lengths / (size or 1.0), *(np.full(len(lengths), float(one)) for one in told)]


def _distances(sure: NDArray[np.intp], at: NDArray[np.intp]) -> list[Vector]:
    """Return how far above and below the next likely lines stand."""
    if not len(sure):
        return [np.full(len(at), _FAR)] * 2
    above, below = np.searchsorted(sure, at), np.searchsorted(sure, at, "right")
    up = np.where(above > 0, at - sure[np.maximum(above - 1, 0)], _FAR)
    down = np.where(below < len(sure), sure[np.minimum(below, len(sure) - 1)] - at, _FAR)
    return [up, down]


def _joined(groups: Sequence[int]) -> list[Vector]:
    """Return whether no blank line stands above, and none below."""
    same = np.diff(np.array(groups)) == 0
    return [np.concatenate([[False], same]), np.concatenate([same, [False]])]


def _sure_words(terms: Sequence[AbstractSet[str]], sure: NDArray[np.bool_]) -> Vector:
    """Return what part of a line's telling words other likely lines have; -1 without any."""
    counts = Counter(word for words, one in zip(terms, sure, strict=True) if one for word in words)
    known, again = set(counts), {word for word, count in counts.items() if count > 1}
    return np.array(
        [
            len(words & (again if one else known)) / len(words) if words else -1.0
            for words, one in zip(terms, sure.tolist(), strict=True)
        ]
    )
