"""ProQuest: articles between lines of `_`, with labels; the text stands behind `Full text:`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.databases.gathered import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BETWEEN = re.compile(r"^_{20,}[ \t]*$", re.MULTILINE)
_LABEL = re.compile(
    r"(?P<label>[A-Z][A-Za-z /-]{2,40}?)(?: \(\w{2,12}\))?:(?:[ \t]+(?P<value>.*))?"
)
_MEANS = {
    "title": Field.HEADLINE, "author": Field.AUTHOR, "publication title": Field.SOURCE,
    "publication date": Field.PUBLISHED, "language of publication": Field.LANGUAGE,
    "document url": Field.URL, "section": Field.SECTION, "proquest document id": Field.GUID,
}  # fmt: skip
_OTHERS = frozenset(
    (
        "abstract", "links", "subject", "location", "people", "person", "company", "business term",
        "company / organization", "classification", "identifier / keyword", "credit", "volume",
        "issue", "pages", "first page", "number of pages", "publication year", "publication info",
        "publication subject", "publisher", "place of publication", "country of publication",
        "source type", "document type", "document feature", "copyright", "last updated", "database",
        "issn", "e-issn", "coden", "accession number", "word count", "illustration", "caption",
        "full text",
    )
)  # fmt: skip
_TEXT = "full text"


def is_export(head: str) -> bool:
    """Return whether a text has the line between articles, and a label only ProQuest has."""
    named = "\nFull text:" in head or "\nProQuest document ID:" in head
    return named and _BETWEEN.search(head) is not None


def documents(text: str) -> Iterator[Found]:
    """Yield the articles of an export in order."""
    for block in _BETWEEN.split(text):
        parts = _parts(block.split("\n"))
        if "title" in parts or _TEXT in parts:
            yield _found(parts)


def _parts(lines: Sequence[str]) -> dict[str, list[str]]:
    """Return the lines below each label; the last of equal labels counts."""
    parts: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        begins = _LABEL.fullmatch(line)
        label = begins["label"].casefold() if begins else ""
        if begins is not None and (label in _MEANS or label in _OTHERS):
            name = label
            parts[name] = [begins["value"] or ""]
        else:
            parts.setdefault(name, []).append(line)
    return parts


def _found(parts: dict[str, list[str]]) -> Found:
    found = Found()
    for label, name in _MEANS.items():
        value = " ".join(parts.get(label, ()))
        if name is Field.SOURCE:
            # the edition and the place stand behind it
            value = re.split(r"[,;(\[]", value, maxsplit=1)[0]
        found.add(name, value, f"export label {label}")
    found.text = parts.get(_TEXT, [])
    return found
