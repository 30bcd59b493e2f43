"""
Learn the tables and the trees by which the plain-text parser knows headline and body.

`python -m tests.benchmarks.train_text_dumps [--corpora DIR] [--cache DIR]` learns from the texts of
`text_examples.py` and writes `weights.json` and `trees.json` beside the parser. How well they do on
publishers that they were not learned from is measured by `python -m tests.benchmarks.text_dumps
--cross` and `unseen_dumps --half b`. One thread, some ten minutes, and as long again where the
texts have yet to be made.
"""

from __future__ import annotations

import argparse
import json
import logging
import warnings
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.benchmarks import unseen
from tests.benchmarks.corpora import DEFAULT
from tests.benchmarks.text_examples import counted, examples
from tests.benchmarks.text_learning import ALL, learn
from tests.benchmarks.train_body import table
from workers.parsers.text.body import blocks
from workers.parsers.text.marks import figures, second_look, tables
from workers.parsers.text.marks.figures import figure_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.text_learning import Learned

SMALL = 0.02
"""A smaller weight is not written down, unless its mark has a figure."""
BODY = ("body", "inside", "start", "end")


def write(learned: Learned, weights: Path, trees: Path) -> None:
    """Write the tables, without what weighs next to nothing, and the trees."""
    columns = {"headline": learned.headline[:, 0], **dict(zip(BODY, learned.body.T, strict=True))}
    tables_of = {
        name: dict(zip(learned.marks, map(float, column), strict=True))
        for name, column in columns.items()
    }
    tables_of["heading"] = learned.heading
    kept = {
        name: {
            mark: round(weight, 2)
            for mark, weight in sorted(tables_of[name].items())
            if abs(weight) >= SMALL or mark == "bias" or (name == BODY[0] and figure_of(mark))
        }
        for name in tables.NAMES
    }
    weights.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", "utf-8")
    forest = table(learned.trees, second_look.NAMES)
    trees.write_text(json.dumps(forest, separators=(",", ":")) + "\n", "utf-8")


@contextmanager
def reading_by(learned: Learned) -> Iterator[None]:
    """Let the parser of this process read by what was learned, for a while."""
    own = tables.PATH, blocks.TREES
    with TemporaryDirectory() as folder:
        _read_from(Path(folder) / "weights.json", Path(folder) / "trees.json", learned)
        yield
    _read_from(*own)


def _read_from(weights: Path, trees: Path, learned: Learned | None = None) -> None:
    tables.PATH, blocks.TREES = weights, trees
    if learned is not None:
        write(learned, weights, trees)
    for kept in (tables.tables, tables.side_by_side, figures.known, blocks.trees):
        kept.cache_clear()
    tables.tables()
    blocks.trees()


def main() -> None:
    """Learn from everything and write it down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=DEFAULT)
    parser.add_argument("--cache", type=Path, default=unseen.CACHE, help="packages and texts")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    found = list(examples(given.corpora, given.cache))
    print(counted(found))
    learned = learn(found, [ALL])
    write(learned[ALL], tables.PATH, blocks.TREES)


if __name__ == "__main__":
    main()
