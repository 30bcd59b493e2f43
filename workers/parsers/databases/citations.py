"""
Lists of references: RIS, EndNote's and MEDLINE's tags, BibTeX, as libraries and databases give.

An entry has who wrote what, where and when, and an abstract, which in exports of newspapers can be
the whole text. Entries without one are refused, each by itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shared.errors import Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.charset.decoding import decode, looks_binary
from workers.parsers.claims.sources import renamed
from workers.parsers.databases import bibtex
from workers.parsers.records.record import article
from workers.parsers.unpacking.inner import too_large

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workers.parsers.base import ParseContext, Parsed, RawFile

    Entry = dict[str, list[str]]

_TAGS: Final[Mapping[str, Mapping[str, str]]] = {
    "RIS": {
        "TI": "title", "T1": "title", "AU": "author", "A1": "author", "ED": "editor",
        "A2": "editor", "T2": "source", "JO": "source", "JF": "source", "JA": "source",
        "BT": "source", "PB": "publisher", "DA": "date", "Y1": "date", "PY": "date",
        "LA": "language", "KW": "keywords", "UR": "url", "AN": "id", "DO": "id", "ID": "id",
        "AB": "abstract", "N2": "abstract",
    },
    "MEDLINE": {
        "TI": "title", "FAU": "author", "FED": "editor", "JT": "source", "DP": "date",
        "LA": "language", "OT": "keywords", "MH": "keywords", "PMID": "id", "AB": "abstract",
    },
    "EndNote": {
        "%T": "title", "%A": "author", "%E": "editor", "%J": "source", "%B": "source",
        "%I": "publisher", "%8": "date", "%D": "date", "%G": "language", "%K": "keywords",
        "%U": "url", "%M": "id", "%R": "id", "%X": "abstract",
    },
    "BibTeX": {
        "title": "title", "author": "author", "editor": "editor", "journal": "source",
        "journaltitle": "source", "newspaper": "source", "booktitle": "source",
        "publisher": "publisher", "date": "date", "language": "language",
        "keywords": "keywords", "url": "url", "doi": "id", "abstract": "abstract",
    },
}  # fmt: skip
"""Tags → keys of a record, the surest first where several mean the same."""
_LINES: Final = {
    "RIS": re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)"),
    "MEDLINE": re.compile(r"([A-Z]{2,4}) {0,2}- (.*)"),
    "EndNote": re.compile(r"(%[0-9A-Z])(?: (.*)|\s*)"),
}
_BEGINS: Final = {"RIS": "TY", "MEDLINE": "PMID", "EndNote": "%0"}
"""The tag that an entry begins with."""
_OPENINGS: Final = (
    ("RIS", re.compile(rb"TY {1,2}- [A-Z]{3,8}\s")),
    ("MEDLINE", re.compile(rb"PMID- \d{1,9}\s")),
    ("EndNote", re.compile(rb"%0 [A-Z][A-Za-z ]{2,40}\r?\n%[0-9A-Z] ")),
    (
        "BibTeX",
        re.compile(
            rb"(?>(?:%[^\n]{0,200}\n\s*){0,20})(?>(?i:@comment\s*\{[^{}]{0,500}\}\s*){0,5})"
            rb"@[A-Za-z]{3,20}\s*\{[^,\s{}=\"]{0,100},\s*[A-Za-z][\w-]{0,30}\s*="
        ),
    ),
)
_MARKS = b"\xef\xbb\xbf \t\r\n"
_SEVERAL = frozenset({"author", "editor", "keywords"})
_SIGNS = re.compile(r"[,;]")
_DAY = re.compile(r"\d{4}/\d{1,2}/\d{1,2}(?!\d)|\d{4} [A-Z][a-z]{2} \d{1,2}")
"""A day as RIS (`2024/03/05/`, with words behind it) and MEDLINE have it."""
_YEAR = re.compile(r"\W*(?:\d{4}\W*)?")


class Citations:
    """Reads each entry of a list of references that has an abstract."""

    name = "citations"
    version = 1
    opens = b"TP%@"

    def score(self, file: RawFile) -> float:
        """Return .95 for a list that opens with an entry."""
        return 0.95 if _dialect(file.head) and not looks_binary(file.head) else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each entry, named by its place."""
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        decoded = decode(file.data, context.charset)
        dialect = _dialect(file.head) or "RIS"
        text = decoded.text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        for number, entry in enumerate(_entries(text, dialect), 1):
            try:
                found = article(_record(entry, dialect), str(number), {})
            except Rejected as rejected:
                detail = f"entry {number}: a reference without an abstract"
                yield RejectedItem(str(number), Rejected(rejected.reason, detail))
            else:
                yield renamed(found, f"{dialect} field", decoded.notes)


def _dialect(head: bytes) -> str | None:
    opening = head.lstrip(_MARKS)
    return next((name for name, pattern in _OPENINGS if pattern.match(opening)), None)


def _entries(text: str, dialect: str) -> Iterator[Entry]:
    if dialect == "BibTeX":
        for fields in bibtex.entries(text):
            yield {name: _listed(name, value) for name, value in fields.items()}
        return
    parts: dict[str, list[list[str]]] = {}
    last = ""
    for line in text.split("\n"):
        told = _LINES[dialect].fullmatch(line.rstrip())
        if told is None:
            if last:  # a value goes on
                parts[last][-1].append(line.strip())
            continue
        last = told[1]
        if last == _BEGINS[dialect] and parts:
            yield _joined(parts)
            parts = {}
        parts.setdefault(last, []).append([(told[2] or "").strip()])
    if parts:
        yield _joined(parts)


def _joined(parts: Mapping[str, list[list[str]]]) -> Entry:
    return {tag: ["\n".join(lines) for lines in values] for tag, values in parts.items()}


def _listed(name: str, value: str) -> list[str]:
    if name in {"author", "editor"}:
        return " ".join(value.split()).split(" and ")
    return [one.strip() for one in _SIGNS.split(value)] if name == "keywords" else [value]


def _record(entry: Entry, dialect: str) -> dict[str, object]:
    """Return an entry as a record with the keys of an article."""
    found: dict[str, list[str]] = {}
    for tag, key in _TAGS[dialect].items():
        values = [value for value in entry.get(tag, ()) if value.strip()]
        if key == "date":
            values = [day for value in values if (day := _day(value))]
        if key in _SEVERAL:
            found.setdefault(key, []).extend(values)
        elif key == "abstract":
            longest = max((*found.get(key, ()), *values), key=len, default="")
            found[key] = [longest] if longest else []
        elif values and not found.get(key):
            found[key] = ["\n".join(values)]
    if found.get("source"):
        found.pop("publisher", None)
    return {
        key: values if key in _SEVERAL else values[0] for key, values in found.items() if values
    }


def _day(written: str) -> str:
    """Return the day in a value; empty where there is a year alone."""
    told = _DAY.match(written)
    if told is not None:
        return told[0].replace("/", "-")
    return "" if _YEAR.fullmatch(written) else written
