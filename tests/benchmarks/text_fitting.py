"""Ridge-penalised logistic regression of several labels at once on sparse marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

RIDGE = 4.0
"""Penalty on the square of a weight, in units of one labelled passage."""
RARE = 8
"""A mark that fewer passages have is not learned."""
STEPS = 80

Vector = npt.NDArray[np.float64]
Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of many passages as numbers in one row."""

    numbers: Array
    starts: Array
    """Where each passage's marks begin, and where the last one's end."""

    def of(self, chosen: Array) -> Marked:
        """Return the marks of the passages for which `chosen` is true."""
        sizes = np.diff(self.starts)
        kept = self.numbers[np.repeat(chosen, sizes)]
        return Marked(kept, np.concatenate([[0], np.cumsum(sizes[chosen])]))


def joined(parts: list[Marked]) -> Marked:
    """Return the marks of several texts in one row."""
    sizes = np.concatenate([np.diff(part.starts) for part in parts])
    numbers = np.concatenate([part.numbers for part in parts])
    return Marked(numbers, np.concatenate([[0], np.cumsum(sizes)]))


def fit(
    marked: Marked, labels: Array, weights: Array, count: int, near: Vector | None = None
) -> Vector:
    """
    Return the weight of each of `count` marks, a row, for each label, a column; the bias is last.

    Labels and their weights have a row for each passage. `near` is where the search begins.
    """
    common = np.bincount(marked.numbers, minlength=count) >= RARE
    table = _table(marked, common)
    across = table.T.tocsr()
    weights, labels = weights.astype(np.float32), labels.astype(np.float32)
    shape = (table.shape[1] + 1, labels.shape[1])

    def loss(flat: Vector) -> tuple[float, Vector]:
        theta = flat.reshape(shape)
        odds = table @ theta[:-1].astype(np.float32) + theta[-1].astype(np.float32)
        wrong = weights * (1 / (1 + np.exp(-odds)) - labels)
        slope = np.vstack([across @ wrong + 2 * RIDGE * theta[:-1], wrong.sum(axis=0)])
        missed = weights * (np.logaddexp(0, odds) - labels * odds)
        penalty = RIDGE * float((theta[:-1] ** 2).sum())
        return float(missed.sum(dtype=np.float64)) + penalty, slope.astype(np.float64).ravel()

    theta = np.zeros(shape)
    if near is None:
        share = (labels * weights).sum(axis=0) / weights.sum(axis=0)
        theta[-1] = np.log(share / (1 - share))
    else:
        theta[:-1], theta[-1] = near[:-1][common], near[-1]
    options = {"maxiter": STEPS if near is None else STEPS // 2}
    found = minimize(loss, theta.ravel(), jac=True, method="L-BFGS-B", options=options).x
    result = np.zeros((count + 1, shape[1]))
    result[:-1][common], result[-1] = found.reshape(shape)[:-1], found.reshape(shape)[-1]
    return result


def odds(marked: Marked, theta: Vector) -> Vector:
    """Return the log-odds of each passage, a row, for each label, a column."""
    sums = np.vstack([np.zeros((1, theta.shape[1])), np.cumsum(theta[marked.numbers], axis=0)])
    result: Vector = sums[marked.starts[1:]] - sums[marked.starts[:-1]] + theta[-1]
    return result


def _table(marked: Marked, common: Array) -> csr_matrix:
    """Return a row of ones for each passage where it has one of the common marks."""
    place = np.where(common, np.cumsum(common) - 1, -1)[marked.numbers]
    there = place >= 0
    ends = np.concatenate([[0], np.cumsum(there)])[marked.starts]
    values = np.ones(int(there.sum()), np.float32)
    shape = (len(marked.starts) - 1, int(common.sum()))
    return csr_matrix((values, place[there].astype(np.int32), ends), shape)
