"""
How well pages, page dumps and near-duplicates are read in scripts of which no labels exist.

    python -m tests.benchmarks.scripts [--corpora DIR] [--every N] [SCRIPT …]

Each word of the labelled texts is made up anew in another script (`respelling.py`). Printed are the
body's F1 of pages, beside trafilatura's, and of page dumps, and the F1 over all pairs of stories,
beside MinHash-LSH's; `as it is` is the corpus with the words that it has. Where no space parts
words, those beside a tag are parted in the page and not in its truth: all readers of pages suffer.
"""

from __future__ import annotations

import argparse
import warnings
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks import corpora
from tests.benchmarks.duplicate_methods import copydesk, minhash_lsh
from tests.benchmarks.duplicates_corpora import load_sets, scores
from tests.benchmarks.readers import READERS
from tests.benchmarks.respelling import SCRIPTS, respell, respell_page, respeller
from tests.benchmarks.scoring import body_hits, body_score
from workers.parsers.text.reading import read_text
from workers.warming import warm_up

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.benchmarks.corpora import Sample

PAGES = ("aeb", "fundus-evaluation")
AS_IT_IS = "as it is"


@dataclass(frozen=True, slots=True)
class Respelt:
    """A labelled page in another script, for readers that take a `Sample`."""

    name: str
    url: str
    data: bytes
    truth: dict[str, Any]
    optional: Sequence[str] = ()


def pages(samples: Sequence[Sample], write: Callable[[str], str] | None) -> str:
    """Return the F1 of bodies: Copydesk's and, behind it, trafilatura's."""
    given = [_respelt(sample, write) for sample in samples]
    figures = []
    for name in ("copydesk", "trafilatura precision"):
        hits = [
            body_hits(READERS[name](each).body, each.truth["body"], each.optional)  # type: ignore[arg-type] # what readers look at is the same
            for each in given
        ]
        figures.append(f"{body_score(hits).f1:.3f}")
    return " · ".join(figures)


def dumps(folder: Path, samples: Sequence[Sample], write: Callable[[str], str] | None) -> str:
    """Return the F1 of bodies of the same pages saved as text."""
    hits = []
    for sample in samples:
        path = folder / sample.path.name.replace(".html", ".txt")
        text = replace(sample, path=path).data.decode()
        truth, optional = sample.truth["body"], list(sample.optional)
        if write is not None:
            text, truth = respell(text, write), respell(truth, write)
            optional = [respell(each, write) for each in optional]
        hits.append(body_hits("\n".join(read_text(text).body), truth, optional))
    return f"{body_score(hits).f1:.3f}"


def duplicates(folder: Path, write: Callable[[str], str] | None) -> list[str]:
    """Return the F1 over all pairs of each labelled set: Copydesk's and MinHash-LSH's."""
    figures = []
    for labelled in load_sets(folder):
        if write is not None:
            respelt = tuple(
                replace(
                    sample,
                    title=respell(sample.title, write),
                    body=tuple(respell(each, write) for each in sample.body),
                )
                for sample in labelled.samples
            )
            labelled = replace(labelled, samples=respelt)  # noqa: PLW2901 - the same set, in its script
        found = [scores(labelled, method(labelled).links).f1 for method in (copydesk, minhash_lsh)]
        figures.append(" · ".join(f"{each:.3f}" for each in found))
    return figures


def _respelt(sample: Sample, write: Callable[[str], str] | None) -> Respelt | Sample:
    if write is None:
        return sample
    return Respelt(
        name=sample.name,
        url=sample.url,
        data=respell_page(sample.data.decode("utf-8", "replace"), write).encode(),
        truth={"body": respell(sample.truth["body"], write)},
        optional=[respell(each, write) for each in sample.optional],
    )


def main() -> None:
    """Print one line for each script."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scripts", nargs="*", default=[AS_IT_IS, *SCRIPTS], metavar="SCRIPT")
    parser.add_argument("--corpora", type=Path, default=corpora.DEFAULT)
    parser.add_argument("--every", type=int, default=2, help="one page in so many (2)")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    warm_up()
    sets = {name: corpora.load(given.corpora / "pages" / name)[:: given.every] for name in PAGES}
    columns = [f"{kind} {name}" for kind in ("pages", "dumps") for name in sets]
    print(" | ".join(["script", *columns, "pairs reuters", "pairs edited"]))
    for name in given.scripts:
        write = None if name == AS_IT_IS else respeller(SCRIPTS[name])
        figures = [
            *(pages(samples, write) for samples in sets.values()),
            *(dumps(given.corpora / "dumps" / key, each, write) for key, each in sets.items()),
            *duplicates(given.corpora / "duplicates", write),
        ]
        print(" | ".join([name, *figures]), flush=True)


if __name__ == "__main__":
    main()
