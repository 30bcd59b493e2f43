"""
How the plain-text parser's tables and trees are learned from labelled texts.

The tables of headline and body are fitted once to all texts and once without each fold of sites.
What a table thinks of sites it was not learned from is what the trees are shown: of its own it is
too sure. The same tables and trees, each without one fold, read that fold's pages in `--cross`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.benchmarks.text_examples import CHANGED, DUMP, FOLDS, Example
from tests.benchmarks.text_fitting import Array, Marked, Vector, fit, joined, odds
from tests.benchmarks.text_headings import Choice, choice_table
from workers.parsers.text.body.blocks import stretch
from workers.parsers.text.heading import candidates
from workers.parsers.text.headline import headline_marks, may_be_headline
from workers.parsers.text.marks import figures, second_look
from workers.parsers.text.marks.page import study
from workers.parsers.text.marks.standing import body_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sklearn.ensemble import HistGradientBoostingClassifier

    from workers.parsers.text.marks.figures import Columns, Matrix
    from workers.parsers.text.marks.page import Page
    from workers.parsers.text.marks.second_look import Looked

os.environ.setdefault("OMP_NUM_THREADS", "1")
HEADLINE = 0.5
"""What a headline weighs that is not one of a corpus's dump."""
ALL_SHARE = 0.5
"""The body's table is the one learned at articles and so much of the one of whole pages."""
ABOVE, BELOW = 3, 6
"""Passages around an article by which the body's own table learns what is not of it …"""
AROUND = 0.3
"""… and what they weigh: more of it, and the last sentences of short articles are lost."""
NEAR_ABOVE, NEAR_BELOW, FAR = 15, 25, 3
"""Beyond so many lines above and below an article every third is learned, for three."""
TREES: dict[str, Any] = {
    "max_iter": 150, "learning_rate": 0.06, "max_leaf_nodes": 12, "max_depth": 5,
    "min_samples_leaf": 40, "l2_regularization": 3.0, "max_features": 0.4, "random_state": 0,
    "max_bins": 63,
}  # fmt: skip
ALL = -1
"""The fold of no text: what is learned without it is learned from all."""
NAMES = ("all", "inside", "start", "end", "kept")


@dataclass
class Lesson:
    """One text with the marks of its lines, and what was made of them."""

    example: Example
    lines: Array
    """Which lines may be the headline, and their marks."""
    heads: Marked
    choice: Choice | None = None
    """The lines above the text of which one is the headline, by the same table."""
    head: int = -1
    """The headline found by a table that was learned from other sites."""
    body: Marked | None = None
    looked: Looked | None = None
    """The figures of the lines that are looked at again."""


class Words:
    """Numbers for marks."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def marked(self, rows: Iterable[Sequence[str]]) -> Marked:
        """Return the marks of lines as numbers; a mark that a line has twice counts once."""
        found: list[int] = []
        starts = [0]
        for marks in rows:
            found += [
                self.numbers.setdefault(mark, len(self.numbers)) for mark in dict.fromkeys(marks)
            ]
            starts.append(len(found))
        return Marked(np.array(found, dtype=np.int32), np.array(starts))


def lesson(example: Example, words: Words) -> Lesson:
    """Return a text with its headline marks: every line that may be one."""
    text = example.text
    page = study(text.passages)
    heads = set(text.headline)
    lines = [at for at in range(len(text.passages)) if at in heads or may_be_headline(page, at)]
    marks = words.marked(headline_marks(page, at) for at in lines)
    return Lesson(example, np.array(lines, dtype=np.int64), marks)


def headline_table(lessons: Sequence[Lesson], count: int, near: Vector | None = None) -> Vector:
    """Return the table of headlines."""
    told = [one for one in lessons if one.example.text.headline and len(one.lines)]
    labels = [np.isin(one.lines, one.example.text.headline) for one in told]
    sizes = [DUMP if one.example.weight == DUMP else HEADLINE for one in told]
    weights = [np.full(len(one.lines), size) for one, size in zip(told, sizes, strict=True)]
    return fit(
        joined([one.heads for one in told]),
        np.concatenate(labels)[:, None],
        np.concatenate(weights)[:, None],
        count,
        near,
    )


def body_table(lessons: Sequence[Lesson], count: int, near: Vector | None = None) -> Vector:
    """Return the tables of `NAMES`, a column each."""
    chance = np.random.default_rng(0)
    marks, labels, weights = [], [], []
    for one in lessons:
        text = one.example.text
        body, sizes = np.array(text.body), np.array(text.weights) * one.example.weight
        places = np.flatnonzero(body & (sizes > 0))
        if not len(places) or one.body is None:
            continue
        at, first, last = np.arange(len(body)), places[0], places[-1]
        near_by = (at >= first - NEAR_ABOVE) & (at <= last + NEAR_BELOW)
        taken = near_by | (chance.random(len(at)) < 1 / FAR)
        times = np.where(near_by, 1, FAR)
        within = (at >= first) & (at <= last)
        around = (at >= first - ABOVE) & (at <= last + BELOW)
        kept = np.where(around, sizes * np.where(within, 1, AROUND), 0)
        whole = one.example.weight * times
        labels.append(np.stack([body, within, at == first, at == last, body], axis=1)[taken])
        weights.append(np.stack([sizes * times, whole, whole, whole, kept], axis=1)[taken])
        marks.append(one.body.of(taken))
    return fit(joined(marks), np.concatenate(labels), np.concatenate(weights), count, near)


def choice(one: Lesson, page: Page, near: Mapping[int, float]) -> Choice | None:
    """Return the lines above a text's body that may be its headline; None where none is right."""
    text = one.example.text
    heads = set(text.headline)
    told = zip(text.body, text.weights, strict=True)
    body = [at for at, (yes, size) in enumerate(told) if yes and size > 0 and at not in heads]
    found = list(candidates(page, near, body)) if body else []
    right = [at in heads for at, _, _ in found]
    if not any(right):
        return None
    weight = DUMP if one.example.weight == DUMP else CHANGED
    marks = [marks for _, _, marks in found]
    return Choice(marks, [value for _, value, _ in found], right, weight, one.example.fold)


def look_again(one: Lesson, theta: Vector, columns: Columns) -> None:
    """Set the rows of the lines in and around the likeliest stretch by tables of other sites."""
    if one.body is None or len(one.body.starts) < 2:
        return
    judged = odds(one.body, theta)
    span = stretch(*judged[:, 1:].T.tolist())
    page = study(one.example.text.passages)
    one.looked = second_look.look(page, partial(_figures, one.body, columns), judged, span)


def _figures(marks: Marked, columns: Columns, first: int, end: int) -> Matrix:
    starts = marks.starts[first : end + 1]
    return figures.arranged(marks.numbers[starts[0] : starts[-1]], np.diff(starts), columns)


def blended(theta: Vector) -> Vector:
    """Return the tables that the parser weighs by: body, inside, start, end."""
    every = dict(zip(NAMES, theta.T, strict=True))
    body = every["kept"] + ALL_SHARE * every["all"]
    return np.stack([body, every["inside"], every["start"], every["end"]], axis=1)


def grown(lessons: Sequence[Lesson]) -> HistGradientBoostingClassifier:
    """Return a forest for the lines that are looked at again."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415 - after the threads

    rows, labels, weights = [], [], []
    for one in lessons:
        if one.looked is not None:
            region = slice(one.looked.first, one.looked.first + len(one.looked.rows))
            rows.append(one.looked.rows.astype(np.float32))
            labels.append(one.example.text.body[region])
            weights.append(np.array(one.example.text.weights[region]) * one.example.weight)
    table, truth, weight = np.vstack(rows), np.concatenate(labels), np.concatenate(weights)
    known = weight > 0
    forest = HistGradientBoostingClassifier(**TREES)
    forest.fit(table[known], truth[known], sample_weight=weight[known] / weight[known].mean())
    return forest


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned: tables of headline and body by the marks' numbers, and the trees."""

    marks: list[str]
    headline: Vector
    heading: dict[str, float]
    body: Vector
    trees: HistGradientBoostingClassifier


def learn(examples: Iterable[Example], folds: Sequence[int]) -> dict[int, Learned]:
    """Return what is learned from all texts (`ALL`), and from those outside each of the folds."""
    words = Words()
    lessons = [lesson(example, words) for example in examples]
    heads = _each_fold(lessons, partial(headline_table, count=len(words.numbers)))
    for one in lessons:
        chances = odds(one.heads, _padded(heads[one.example.fold], len(words.numbers)))[:, 0]
        one.head = int(one.lines[chances.argmax()]) if len(chances) else -1
        page = study(one.example.text.passages)
        one.body = words.marked(body_marks(page, one.head))
        one.choice = choice(one, page, dict(zip(one.lines.tolist(), chances.tolist(), strict=True)))
    count = len(words.numbers)
    bodies = _each_fold(lessons, partial(body_table, count=count))
    columns = figures.columns_of(list(words.numbers))
    for one in lessons:
        look_again(one, blended(bodies[one.example.fold]), columns)
    marks = [*words.numbers, "bias"]
    return {
        fold: Learned(
            marks,
            _padded(heads[fold], count),
            choice_table([c for one in lessons if (c := one.choice) and c.fold != fold]),
            blended(bodies[fold]),
            grown([one for one in lessons if one.example.fold != fold]),
        )
        for fold in folds
    }


def _each_fold(lessons: Sequence[Lesson], table: Callable[..., Vector]) -> dict[int, Vector]:
    """Return a table of all lessons, and one of all but each fold, which begins there."""
    found = {ALL: table(lessons)}
    for fold in range(FOLDS):
        others = [one for one in lessons if one.example.fold != fold]
        found[fold] = table(others, near=found[ALL])
    return found


def _padded(theta: Vector, count: int) -> Vector:
    """Return a table with rows for marks that came later; the bias stays last."""
    more = np.zeros((count + 1 - len(theta), theta.shape[1]))
    return np.vstack([theta[:-1], more, theta[-1:]])
