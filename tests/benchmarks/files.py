"""The files that the benchmarks of speed drop: of folders, or made in the seeds' shape."""

from __future__ import annotations

import gzip
import itertools
import random
import re
from collections import Counter
from typing import TYPE_CHECKING

from shared.config import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def _seed_words() -> Counter[str]:
    seeds = (ROOT / "seeds" / "plain_text").glob("*.txt")
    return Counter(
        word for path in seeds for word in re.findall(r"[a-z]+", path.read_text("utf-8"))
    )


COUNTED = _seed_words()
WORDS = sorted(COUNTED)
OFTEN = list(itertools.accumulate(COUNTED[word] for word in WORDS))
"""Words for the files that are made, as often as they stand in the seeds: of, the, and first."""


def collect(folders: Sequence[Path], target: Path, count: int) -> list[Path]:
    """
    Put `count` files into a folder: of the folders given (`.gz` unpacked), else made ones.

    Where the folders hold fewer, copies with another last line follow.
    """
    target.mkdir(parents=True)
    sources = [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in {".jsonl", ".json", ".md"}
    ]
    files = []
    for number in range(count):
        name, content = f"{number:06d}.txt", dump(number)
        if sources:
            again, place = divmod(number, len(sources))
            name, content = _content(sources[place])
            content += f"<!-- {again} -->".encode() * bool(again)
        path = target / f"{number:06d}-{name[-60:]}"
        path.write_bytes(content)
        files.append(path)
    return files


def _content(source: Path) -> tuple[str, bytes]:
    if source.suffix == ".gz":
        return source.stem, gzip.decompress(source.read_bytes())
    return source.name, source.read_bytes()


def dump(number: int) -> bytes:
    """Return a text dump in the seed's shape (2 KB), of sentences that no other one has."""
    chosen = random.Random(number)
    paragraphs = [
        " ".join(
            " ".join(chosen.choices(WORDS, cum_weights=OFTEN, k=18)).capitalize() + f" {number}."
            for _ in range(chosen.randint(3, 5))
        )
        for _ in range(6)
    ]
    headline = " ".join(chosen.choices(WORDS, k=7)).capitalize()
    labels = "Source\nWire Desk\nEditor\nIda Holm\nTime\n2024-05-06 07:08:09"
    return "\n\n".join([headline, labels, *paragraphs, "Related News\n\nback\n"]).encode()
