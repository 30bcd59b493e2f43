"""
How well, and at what cost, near-duplicates are found: Copydesk beside MinHash-LSH and SimHash.

    python -m tests.benchmarks.dedup CORPORA [--quick]

Precision, recall and F1 are over all pairs of the transitive closure of the links; ARI compares the
stories. Costs are CPU time of this process. The peers run in the same minute on the same articles:
on a busy machine believe the ratios.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.duplicate_methods import copydesk, minhash_lsh, simhash
from tests.benchmarks.duplicates_corpora import (
    load_sets,
    recall_by_kind,
    reheadlined,
    scores,
    story_pairs,
)

if TYPE_CHECKING:
    from tests.benchmarks.duplicate_methods import Found
    from tests.benchmarks.duplicates_corpora import LabelledSet

METHODS = {
    "Copydesk": copydesk,
    "MinHash-LSH, datasketch": minhash_lsh,
    "SimHash": simhash,
}
_QUICK = 0.15


def compare_methods(labelled: LabelledSet) -> None:
    """Print one line for each method, and what is known of Copydesk's alone."""
    count = len(labelled.samples)
    print(f"\n{labelled.name}: {count:,} articles, {len(labelled.same):,} pairs of one story")
    print(f"{'':26s}{'P':>7s}{'R':>7s}{'F1':>7s}{'ARI':>7s}{'us to sign':>12s}{'ratio':>7s}")
    found = {name: method(labelled) for name, method in METHODS.items()}
    for name, result in found.items():
        got = scores(labelled, result.links)
        print(
            f"{name:26s}{got.precision:7.3f}{got.recall:7.3f}{got.f1:7.3f}{got.ari:7.3f}"
            f"{1e6 * result.sign / count:12.0f}{result.sign / found['Copydesk'].sign:7.2f}"
        )
    print_figures(labelled, found["Copydesk"])
    print_kinds(labelled, found)


def print_figures(labelled: LabelledSet, found: Found) -> None:
    """Print what Copydesk keeps and spends for each article."""
    recall = len(labelled.same & found.candidates) / max(len(labelled.same), 1)
    print(f"Copydesk, an article: candidate recall {recall:.3f}", end="")
    print("".join(f", {value:.1f} {name}" for name, value in found.figures.items()))


def print_kinds(labelled: LabelledSet, found: dict[str, Found]) -> None:
    """Print, for each kind of edit, how many copies are found with their original."""
    count = len(labelled.samples)
    own = found["Copydesk"]
    columns = {
        "candidates": recall_by_kind(labelled, own.candidates),
        "linked": recall_by_kind(labelled, own.links),
        **{
            f"{name.split(',')[0]} story": recall_by_kind(labelled, story_pairs(count, got.links))
            for name, got in found.items()
        },
    }
    if columns["linked"]:
        print(f"{'recall by kind':16s}" + "".join(f"{name:>19s}" for name in columns))
    for kind in columns["linked"]:
        print(f"{kind:16s}" + "".join(f"{column[kind]:19.3f}" for column in columns.values()))


def main() -> None:
    """Measure all methods on both sets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the labelled sets")
    parser.add_argument("--quick", action="store_true", help="the first part of each set only")
    options = parser.parse_args()
    wire, edited = load_sets(options.corpora, _QUICK if options.quick else 1.0)
    for labelled in (wire, edited, reheadlined(edited)):
        compare_methods(labelled)


if __name__ == "__main__":
    main()
