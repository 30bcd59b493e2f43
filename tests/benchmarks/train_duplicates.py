"""
Fits the weights of `workers/dedup/alike/rule.py`; tells how well they do on what they did not see.

    python -m tests.benchmarks.train_duplicates CORPORA

Prints three things: scores on each set by models fitted without the part that they are scored on
(five parts, by time on the wire); scores on each set by a model fitted to the other set alone; and
the weights fitted to everything, to be copied into the rule.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tests.benchmarks.duplicate_methods import sharing
from tests.benchmarks.duplicates_corpora import LabelledSet, load_sets, reheadlined, scores
from tests.builders import fingerprint_of
from workers.dedup.alike.rule import NAMES, inputs
from workers.dedup.alike.similarity import Comparable, measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from tests.benchmarks.duplicates_corpora import Pair

SHARES = {"reuters": 1.0, "edited": 0.3, "edited, re-headlined": 0.01}
"""
How much each set counts: made edits less than what a newsroom did, and blindly drawn headlines just
enough to teach that headlines may differ. At 0.03 round-ups begin to pass for what they hold.
"""
CAUTION = 0.7
"""Taken off the fitted bias: a wrong merge hides an article, a missed one shows it twice."""
_PARTS = 5
_ROUNDS = 30
_RIDGE = 1.0


@dataclass(frozen=True, slots=True)
class Pairs:
    """The candidate pairs of one set, measured."""

    labelled: LabelledSet
    pairs: tuple[Pair, ...]
    exact: frozenset[Pair]
    """Pairs of the same text: linked without the rule."""
    inputs: NDArray[np.float64]
    same: NDArray[np.bool_]
    parts: NDArray[np.int64]
    """Which of the five parts of the set each pair is of."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights and bias, as the rule uses them."""

    weights: NDArray[np.float64]
    bias: float

    def odds(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log odds of each row."""
        odds: NDArray[np.float64] = values @ self.weights + self.bias - CAUTION
        return odds


def measured(labelled: LabelledSet) -> Pairs:
    """Return the candidate pairs of a set, with what the rule weighs of each."""
    prints = [fingerprint_of(sample.title, sample.body) for sample in labelled.samples]
    sides = [
        Comparable(
            features=print_.features,
            title=print_.title,
            published_at=sample.published_at,
            length=print_.length,
            marked=print_.reissue is not None,
        )
        for print_, sample in zip(prints, labelled.samples, strict=True)
    ]
    exact = sharing([print_.text_hash] for print_ in prints)
    near = sharing(print_.keys for print_ in prints) - exact - labelled.left_out
    pairs = tuple(sorted(near))
    count = len(labelled.samples)
    return Pairs(
        labelled=labelled,
        pairs=pairs,
        exact=frozenset(exact),
        inputs=np.array([inputs(measure(sides[a], sides[b])) for a, b in pairs]),
        same=np.array([pair in labelled.same for pair in pairs]),
        parts=np.array([labelled.origins[a] * _PARTS // count for a, _ in pairs]),
    )


def fit(samples: Iterable[tuple[Pairs, NDArray[np.bool_]]]) -> Model:
    """Return the logistic model of the pairs that the masks leave (Newton, ridge, standardised)."""
    chosen = [(pairs, mask) for pairs, mask in samples if mask.any()]
    values = np.concatenate([pairs.inputs[mask] for pairs, mask in chosen])
    same = np.concatenate([pairs.same[mask] for pairs, mask in chosen]).astype(float)
    shares = [(SHARES[pairs.labelled.name], int(mask.sum())) for pairs, mask in chosen]
    counts = np.concatenate([np.full(rows, 3000 * share / rows) for share, rows in shares])
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    design = np.column_stack([(values - mean) / spread, np.ones(len(values))])
    ridge = np.diag([_RIDGE] * values.shape[1] + [0.0])
    beta = np.zeros(design.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
        slope = design.T @ (counts * (same - chance)) - ridge @ beta
        bend = (design * (counts * chance * (1 - chance))[:, None]).T @ design + ridge
        beta += np.linalg.solve(bend, slope)
    weights = beta[:-1] / spread
    return Model(weights, float(beta[-1] - weights @ mean))


def report(name: str, pairs: Pairs, odds: NDArray[np.float64]) -> None:
    """Print the scores of the pairs whose odds are above zero."""
    chosen = {pair for pair, yes in zip(pairs.pairs, odds > 0, strict=True) if yes}
    found = scores(pairs.labelled, chosen | pairs.exact)
    print(
        f"  {name:32s} P {found.precision:.4f}  R {found.recall:.4f}"
        f"  F1 {found.f1:.4f}  ARI {found.ari:.4f}"
    )


def unseen(sets: Sequence[Pairs]) -> list[NDArray[np.float64]]:
    """Return the odds of all pairs, each by a model that saw nothing of the pair's part."""
    odds = [np.zeros(len(pairs.pairs)) for pairs in sets]
    for part in range(_PARTS):
        model = fit((pairs, pairs.parts != part) for pairs in sets)
        for pairs, found in zip(sets, odds, strict=True):
            found[pairs.parts == part] = model.odds(pairs.inputs[pairs.parts == part])
    return odds


def main() -> None:
    """Measure, fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the labelled sets")
    wire, edited = load_sets(parser.parse_args().corpora)
    sets = [measured(labelled) for labelled in (wire, edited, reheadlined(edited))]
    print("Fitted to four fifths of both, scored on the rest:")
    for pairs, odds in zip(sets, unseen(sets), strict=True):
        report(pairs.labelled.name, pairs, odds)
    print("Fitted to one set alone, scored on the other:")
    for pairs, other in ((sets[0], sets[1]), (sets[1], sets[0]), (sets[0], sets[2])):
        model = fit([(pairs, np.ones(len(pairs.pairs), dtype=np.bool_))])
        report(f"{pairs.labelled.name} to {other.labelled.name}", other, model.odds(other.inputs))
    model = fit((pairs, np.ones(len(pairs.pairs), dtype=np.bool_)) for pairs in sets)
    print("Fitted to all, scored on all:")
    for pairs in sets:
        report(pairs.labelled.name, pairs, model.odds(pairs.inputs))
    for name, weight in zip(NAMES, model.weights, strict=True):
        print(f"  {name:16s} {weight:7.2f}")
    print(f"  {'bias':16s} {model.bias - CAUTION:7.2f}")


if __name__ == "__main__":
    main()
