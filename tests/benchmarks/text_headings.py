"""
The table by which one of the lines above a body is chosen as its headline, and how it is learned.

Of each text one line is right, so the lines of one text are weighed against each other: the chance
of a line is its share of all (a conditional logit), and the right ones' is made as great as can be.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from tests.benchmarks.text_fitting import Array, Marked, Vector

RIDGE = 2.0
RARE = 30
"""A mark that fewer lines have is not learned."""
STEPS = 150


@dataclass(frozen=True, slots=True)
class Choice:
    """The lines of one text that may be its headline, one of them right."""

    marks: list[list[str]]
    odds: list[float]
    right: list[bool]
    weight: float
    fold: int


def choice_table(choices: list[Choice]) -> dict[str, float]:
    """Return the weights of marks, and as `odds` what a line's own log-odds count."""
    counts = Counter(mark for one in choices for marks in one.marks for mark in marks)
    names = sorted(mark for mark, count in counts.items() if count >= RARE)
    number = {mark: at for at, mark in enumerate(names)}
    rows = [
        [number[mark] for mark in marks if mark in number] for one in choices for marks in one.marks
    ]
    marked = Marked(
        np.array([at for row in rows for at in row], dtype=np.int64),
        np.cumsum([0, *map(len, rows)]),
    )
    theta = _fitted(marked, len(names), choices)
    return {**dict(zip(names, map(float, theta), strict=False)), "odds": float(theta[-1])}


def _fitted(marked: Marked, count: int, choices: list[Choice]) -> Vector:
    own = np.array([value for one in choices for value in one.odds])
    right = np.array([yes for one in choices for yes in one.right])
    weight = np.array([one.weight for one in choices])
    sizes = [len(one.odds) for one in choices]
    text = np.repeat(np.arange(len(choices)), sizes)
    starts = np.cumsum([0, *sizes[:-1]])
    row = np.repeat(np.arange(len(own)), np.diff(marked.starts))

    def loss(theta: Vector) -> tuple[float, Vector]:
        sums = np.bincount(row, theta[marked.numbers], minlength=len(own)) + own * theta[-1]
        parts = np.exp(sums - np.maximum.reduceat(sums, starts)[text])
        every = np.add.reduceat(parts, starts)
        rightly = np.add.reduceat(parts * right, starts)
        wrong: Array = (parts / every[text] - parts * right / rightly[text]) * weight[text]
        slope = np.bincount(marked.numbers, wrong[row], minlength=count)
        missed = float((weight * (np.log(every) - np.log(rightly))).sum())
        penalty = RIDGE * float((theta[:-1] ** 2).sum())
        return missed + penalty, np.append(slope + 2 * RIDGE * theta[:-1], (wrong * own).sum())

    begin = np.append(np.zeros(count), 1.0)
    options = {"maxiter": STEPS}
    found: Vector = minimize(loss, begin, jac=True, method="L-BFGS-B", options=options).x
    return found
