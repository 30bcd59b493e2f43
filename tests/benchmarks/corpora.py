"""
The corpora that the benchmarks read: folders of pages or text dumps with a `truth.jsonl`.

They are no part of the project: the texts belong to their publishers. A corpus is a folder with
`truth.jsonl`, one object a line: `file` (a name beside it, `.gz` or not), `url`, and what is known
of it: `body` with `optional`, or `with` and `without` phrases; `headline`, `authors`, `published`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from shared.config import ROOT

DEFAULT = ROOT.parent / "shared" / "corpora"
PAGES = ("aeb", "fundus-evaluation", "trafilatura-eval")


@dataclass(frozen=True)
class Sample:
    """One file of a corpus and its truth."""

    path: Path
    url: str
    truth: dict[str, Any]

    @cached_property
    def data(self) -> bytes:
        """The bytes of the page or dump."""
        content = self.path.read_bytes()
        return gzip.decompress(content) if self.path.suffix == ".gz" else content

    @property
    def name(self) -> str:
        """The file's name without `.gz`."""
        return self.path.name.removesuffix(".gz")

    @property
    def optional(self) -> list[str]:
        """Paragraphs that may be there or not."""
        return [str(text) for text in self.truth.get("optional") or ()]


def load(folder: Path) -> list[Sample]:
    """Return the samples of a corpus, in the order of its truth."""
    lines = (folder / "truth.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [Sample(folder / row["file"], row.get("url") or "", row) for row in rows]


def half(samples: list[Sample], part: str) -> list[Sample]:
    """Return the samples of one half (`a`, `b`) or `all`: every second one, so both are alike."""
    if part == "all":
        return samples
    return samples[(part == "b") :: 2]


def arguments(about: str | None) -> argparse.ArgumentParser:
    """Return the arguments that every benchmark on the corpora has."""
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=DEFAULT, help="the folder of the corpora")
    parser.add_argument("--half", choices=("a", "b", "all"), default="all")
    parser.add_argument("--most", type=int, default=0, help="at most so many files of a corpus")
    return parser


_BETWEEN = re.compile(r"\s*(?:[;,&/]|\s(?:und|and|et|y)\s)\s*")


def persons(names: list[str]) -> list[str]:
    """Return names one by one where the truth holds several in one text (`A und B`)."""
    return [part.strip() for name in names for part in _BETWEEN.split(name) if part.strip()]
