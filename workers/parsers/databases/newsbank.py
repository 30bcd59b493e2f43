"""NewsBank: title, then `Paper (place) - day`, labels, the text, and labels again."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.databases.gathered import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z/ ]{2,20}):(?:[ \t]+(?P<value>.*))?")
_MEANS = {
    "author/byline": Field.AUTHOR, "author": Field.AUTHOR, "section": Field.SECTION,
    "record number": Field.GUID, "record": Field.GUID, "openurl link": Field.URL,
    "dateline": Field.DATELINE, "index terms": Field.KEYWORD, "source": Field.SOURCE,
}  # fmt: skip
_OTHERS = frozenset(
    {"edition", "page", "column", "readability", "memo", "caption", "copyright", "series",
     "correction", "location", "subject", "company", "article type", "estimated printed pages"}
)  # fmt: skip
_ONLY_HERE = ("\nReadability: ", "\nRecord Number: ", "\nRecord: ", "\nAuthor/Byline: ")
_LEAST = 2
_PAPER = re.compile(
    r"(?P<paper>[^\n]{2,80}?)(?: \([^()]{1,40}\))? - (?P<day>[^\n-]*\d{4})(?: - .*)?"
)
_ABOVE = 2
"""Lines above the labels: the title, the paper with the day."""


def is_export(head: str) -> bool:
    """Return whether a text has two labels that are written so here alone, and such a paper."""
    if sum(mark in head for mark in _ONLY_HERE) < _LEAST:
        return False
    lines = [line.strip() for line in head.split("\n")]
    return any(_is_paper(lines, at) for at in range(len(lines)))


def documents(text: str) -> Iterator[Found]:
    """Yield the articles of an export in order."""
    lines = [line.strip() for line in text.split("\n")]
    papers = [at for at, line in enumerate(lines) if _is_paper(lines, at)]
    begins = [*(_title(lines, at) for at in papers), len(lines)]
    for paper, (begin, end) in zip(papers, pairwise(begins), strict=True):
        yield _found(" ".join(lines[begin:paper]), lines[paper], lines[paper + 1 : end])


def _is_paper(lines: Sequence[str], at: int) -> bool:
    """Return whether a line names paper and day: a title stands above it, labels below."""
    below = next((line for line in lines[at + 1 : at + 1 + _ABOVE] if line), "")
    label = _label(below)
    return at > 0 and label is not None and _PAPER.fullmatch(lines[at]) is not None


def _title(lines: Sequence[str], paper: int) -> int:
    """Return where the title above a paper begins."""
    begin = paper
    while begin and paper - begin < _ABOVE and lines[begin - 1] and not _label(lines[begin - 1]):
        begin -= 1
    return begin


def _found(title: str, paper: str, lines: Sequence[str]) -> Found:
    found = Found()
    found.add(Field.HEADLINE, title, "export title")
    if told := _PAPER.fullmatch(paper):
        name, _, article = told["paper"].partition(", ")
        found.add(
            Field.SOURCE, f"{article} {name}" if article == "The" else told["paper"], "export"
        )
        found.add(Field.PUBLISHED, told["day"], "export day")
    for line in lines:
        label = _label(line)
        if label is None:
            found.text.append(line)
        elif (name := _MEANS.get(label[0])) is not None:
            for value in label[1].split(";") if name is Field.KEYWORD else (label[1],):
                found.add(name, value, f"export label {label[0]}")
    return found


def _label(line: str) -> tuple[str, str] | None:
    """Return a known label and its value; None for a line of text."""
    found = _LABEL.fullmatch(line)
    name = found["label"].casefold() if found else ""
    if found is None or not (name in _MEANS or name in _OTHERS):
        return None
    return name, found["value"] or ""
