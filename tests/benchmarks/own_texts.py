"""
Articles saved by themselves: how much of a text without a page around it is kept.

    python -m tests.benchmarks.own_texts [--corpora DIR] [--most N]

The bodies are those of the corpora's truth, and where that has phrases alone those that Copydesk
reads of the page. Each is written below its headline with a blank line between paragraphs, and read
as plain text. Beside recall and precision: how many texts lose more than a fifth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.corpora import PAGES, arguments, half, load
from tests.benchmarks.readers import copydesk
from tests.benchmarks.scoring import body_hits, body_score
from tests.benchmarks.text_dumps import whole_reading

if TYPE_CHECKING:
    from tests.benchmarks.corpora import Sample

LEAST = 300
"""Characters of a body that is worth it."""
FIFTH = 0.8


def text_of(sample: Sample) -> tuple[str, str]:
    """Return a sample's headline and body."""
    read = copydesk(sample)
    headline = sample.truth.get("headline") or read.headline or ""
    return headline, str(sample.truth.get("body") or read.body or "")


def main() -> None:
    """Read each body as a file, and print a line for each corpus."""
    given = arguments(__doc__).parse_args()
    for corpus in PAGES:
        samples = half(load(given.corpora / "pages" / corpus), given.half)
        texts = [text_of(sample) for sample in samples[: given.most or None]]
        hits, lose = [], 0
        for headline, body in texts:
            if len(body) < LEAST:
                continue
            kept = whole_reading("\n\n".join((headline, *filter(str.strip, body.split("\n")))))
            hits.append(body_hits(kept, body))
            lose += len(kept) < FIFTH * len(body)
        score = body_score(hits)
        print(
            f"{corpus:<18} {len(hits):>5} texts  recall {score.recall:.3f}"
            f"  precision {score.precision:.3f}  lose more than a fifth: {lose}"
        )


if __name__ == "__main__":
    main()
