"""
Make the table by which the parser of web pages judges blocks, or see how well it generalises.

    python -m tests.benchmarks.train_body [--corpora DIR] [--cross] [--write]

`--cross` trains on four fifths of the publishers and reads the pages of the others, for each fifth
in turn: the figures to believe, since the publishers of real pages were never seen either.
Each page is a lesson once more without the names of its elements (class, id, rel), which count for
half: the publishers of real pages choose other names, or none. `--cross` reads both kinds.
`--write` trains on all and writes `workers/parsers/html/body/body_table.json`. Needs scikit-learn
(group `bench`); one thread, some minutes.
"""

from __future__ import annotations

import json
import logging
import os
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from tests.benchmarks import body_labels, corpora
from tests.benchmarks.readers import readability, trafilatura_precision
from tests.benchmarks.scoring import body_hits, body_score, phrase_score
from tests.benchmarks.stripped import strip
from workers.parsers.charset.decoding import decode
from workers.parsers.html.body import body
from workers.parsers.html.body.forest import TABLE
from workers.parsers.html.reading import analyse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sklearn.ensemble import HistGradientBoostingClassifier

    from tests.benchmarks.corpora import Sample
    from workers.parsers.html.walk.page import Page

os.environ.setdefault("OMP_NUM_THREADS", "1")
FOLDS = 5
BARE = 0.5
"""How much a page without the names of its elements counts."""
SHAPE: dict[str, Any] = {
    "max_iter": 110, "learning_rate": 0.1, "max_leaf_nodes": 16, "max_depth": 6,
    "min_samples_leaf": 30, "l2_regularization": 2.0, "max_features": 0.4, "random_state": 0,
}  # fmt: skip


@dataclass
class Lesson:
    """One page: its figures, its labels, and its judgement once there is one."""

    sample: Sample
    corpus: str
    fold: int
    page: Page
    rows: np.ndarray[Any, np.dtype[np.float64]]
    labels: body_labels.Labels
    judged: np.ndarray[Any, np.dtype[np.bool_]]
    chances: np.ndarray[Any, np.dtype[np.float64]] = field(default_factory=lambda: np.zeros(0))
    share: float = 1.0
    """How much it counts."""


def lessons(given: Iterable[tuple[str, Sample]]) -> list[Lesson]:
    """Return the pages that can be read, with figures and labels."""
    made = []
    for corpus, sample in given:
        page, rows, judged = _figures(sample)
        if page.blocks:
            fold = zlib.crc32(publisher(sample).encode()) % FOLDS
            told = labels(page, sample)
            made.append(Lesson(sample, corpus, fold, page, rows, told, judged))
    return made


def bare(pages: Iterable[Lesson]) -> list[Lesson]:
    """Return lessons without the names of elements, where the blocks are the same without them."""
    made = []
    for each in pages:
        (sample,) = strip([each.sample], ["classes"])
        page, rows, judged = _figures(sample)
        if [block.text for block in page.blocks] == [block.text for block in each.page.blocks]:
            corpus = f"{each.corpus}, bare"
            made.append(
                Lesson(sample, corpus, each.fold, page, rows, each.labels, judged, share=BARE)
            )
    return made


def _figures(
    sample: Sample,
) -> tuple[Page, np.ndarray[Any, np.dtype[np.float64]], np.ndarray[Any, np.dtype[np.bool_]]]:
    """Return a page, the figures of its blocks, and which of them are judged."""
    page, known, _ = analyse(decode(sample.data, None, html=True).text)
    rows = np.zeros((len(page.blocks), len(body.NAMES)))
    if not page.blocks:
        return page, rows, np.zeros(0, dtype=bool)
    judged = body.worth_judging(page)
    if judged.any():
        rows[judged] = body.figures(page, known, judged)
    return page, rows, judged


def publisher(sample: Sample) -> str:
    """Return the registered part of the host, roughly: pages of one publisher stay together."""
    address = sample.url[sample.url.rfind("http") :]
    labels = (urlsplit(address).hostname or sample.name).split(".")
    generic = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in {"co", "com", "org", "net"}
    return ".".join(labels[-3 if generic else -2 :])


def labels(page: Page, sample: Sample) -> body_labels.Labels:
    """Return the labels by what is known of a page."""
    truth = sample.truth
    if "body" in truth:
        return body_labels.of_body(page.blocks, truth["body"], sample.optional)
    peers = [_read(reader, sample) for reader in (trafilatura_precision, readability)]
    return body_labels.of_phrases(page.blocks, truth["with"], truth["without"], peers)


def _read(reader: Any, sample: Sample) -> str:
    try:
        return str(reader(sample).body)
    except Exception:  # noqa: BLE001 - peers raise anything on broken pages
        return ""


def fit(pages: Sequence[Lesson]) -> HistGradientBoostingClassifier:
    """Return a forest that was taught by pages."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415 - after the threads

    rows = np.vstack([each.rows for each in pages])
    truth = np.concatenate([each.labels.body for each in pages])
    weight = np.concatenate(
        [np.where(each.judged, each.share * each.labels.weight, 0.0) for each in pages]
    )
    known = weight > 0
    forest = HistGradientBoostingClassifier(**SHAPE)
    forest.fit(
        rows[known].astype(np.float32),
        truth[known] > body_labels.MOSTLY,
        sample_weight=weight[known] / weight[known].mean(),
    )
    return forest


def cross(pages: Sequence[Lesson]) -> None:
    """Judge each fold's pages by a forest of the others."""
    for fold in range(FOLDS):
        forest = fit([each for each in pages if each.fold != fold])
        for each in pages:
            if each.fold == fold:
                chances = forest.predict_proba(each.rows.astype(np.float32))[:, 1]
                each.chances = np.where(each.judged, chances, 0.0)


def report(pages: Sequence[Lesson]) -> None:
    """Print the scores of the bodies that the judgements choose."""
    for name in dict.fromkeys(each.corpus for each in pages):
        mine = [each for each in pages if each.corpus == name]
        texts = ["\n".join(body.paragraphs(each.page, each.chances)) for each in mine]
        if "body" in mine[0].sample.truth:
            score = body_score(
                body_hits(text, each.sample.truth["body"], each.sample.optional)
                for text, each in zip(texts, mine, strict=True)
            )
        else:
            score = phrase_score(
                (text, each.sample.truth["with"], each.sample.truth["without"])
                for text, each in zip(texts, mine, strict=True)
            )
        print(f"{name:20} P {score.precision:.4f}  R {score.recall:.4f}  F1 {score.f1:.4f}")


def table(forest: HistGradientBoostingClassifier, names: Sequence[str]) -> dict[str, Any]:
    """Return a forest as plain lists; a leaf follows itself."""
    columns: list[int] = []
    thresholds: list[float] = []
    left: list[int] = []
    right: list[int] = []
    values: list[float] = []
    roots: list[int] = []
    depth = 0
    for (tree,) in forest._predictors:
        start = len(columns)
        roots.append(start)
        for at, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            columns.append(0 if leaf else int(node["feature_idx"]))
            thresholds.append(0.0 if leaf else float(np.float32(node["num_threshold"])))
            left.append(start + (at if leaf else int(node["left"])))
            right.append(start + (at if leaf else int(node["right"])))
            values.append(round(float(node["value"]), 5) if leaf else 0.0)
            depth = max(depth, int(node["depth"]))
    return {
        "columns": list(names),
        "base": float(forest._baseline_prediction.ravel()[0]),
        "depth": depth,
        "roots": roots,
        "nodes": {
            "column": columns, "threshold": thresholds, "left": left, "right": right,
            "value": values,
        },
    }  # fmt: skip


def main() -> None:
    """Train as asked."""
    parser = corpora.arguments(__doc__)
    parser.add_argument("--cross", action="store_true", help="print figures on unseen publishers")
    parser.add_argument("--write", action="store_true", help="write the table")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    folders = [(name, given.corpora / "pages" / name) for name in corpora.PAGES]
    pages = lessons((name, sample) for name, path in folders for sample in corpora.load(path))
    pages += bare(pages)
    if given.cross:
        cross(pages)
        report(pages)
    if given.write:
        text = json.dumps(table(fit(pages), body.NAMES), separators=(",", ":"))
        TABLE.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
