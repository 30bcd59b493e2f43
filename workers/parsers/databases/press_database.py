"""
Exports of press databases: LexisNexis, Nexis Uni, Factiva, ProQuest, NewsBank, Europresse.

Research groups and media monitors fetch some hundred articles at once: one file, an item each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shared.errors import Reason, Rejected
from workers.parsers.charset.decoding import decode, looks_binary
from workers.parsers.databases import factiva, newsbank, nexis, pages, proquest
from workers.parsers.unpacking.inner import too_large

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.databases.gathered import Found

_LOOKED_AT, _BLANKS = 32 * 1024, 64
_MARKS = (b"DOCUMENT", b"DOKUMENT", b"Dokument ", b"________")
_LINE_MARK = re.compile(rb"\n(?:Body|LP|Readability: |Record)")
"""One of them stands in each export, or begins a line of it but the first."""
_OTHER_FORMATS = frozenset((b"<", b"{", b"["))
_DIALECTS: Final = {
    "nexis": nexis, "factiva": factiva, "proquest": proquest, "newsbank": newsbank,
}  # fmt: skip


class PressDatabase:
    """Reads each article of an export, named by its place in it."""

    name = "press_database"
    version = 2

    def score(self, file: RawFile) -> float:
        """Return .9 for the labels or codes of one of the databases."""
        # most files are pages and texts without one of these: they are not to pay for the patterns
        opening = file.head[:_BLANKS].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        if opening in _OTHER_FORMATS:
            return 0.97 if opening == b"<" and pages.is_export(file.head) else 0.0
        head = file.head[:_LOOKED_AT]
        if not (any(map(head.__contains__, _MARKS)) or _LINE_MARK.search(head)):
            return 0.0
        return 0.0 if looks_binary(head) else 0.9 * is_export(head.decode("utf-8", "replace"))

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each article; one without text is refused alone."""
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        if pages.is_export(file.head):
            page = decode(file.data, context.charset, html=True)
            yield from _items(pages.documents(page.text), "page", page.notes)
            return
        decoded = decode(file.data, context.charset)
        yield from articles(decoded.text, decoded.notes)


def is_export(text: str) -> bool:
    """Return whether a text begins as the export of a press database."""
    return _dialect(text) is not None


def articles(text: str, notes: tuple[str, ...] = ()) -> Iterator[Parsed]:
    """Yield the articles of an export; raise `Rejected` where there is not one in it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    dialect = _dialect(text)
    found = _DIALECTS[dialect].documents(text) if dialect else ()
    yield from _items(found, dialect or "", notes)


def _items(documents: Iterable[Found], kind: str, notes: tuple[str, ...]) -> Iterator[Parsed]:
    number = 0
    for found in documents:
        number += 1
        yield found.item(number, f"export of {kind}", notes)
    if not number:
        raise Rejected(Reason.NO_ARTICLE, "there is no article in the export")


def _dialect(text: str) -> str | None:
    """Return the name of the database whose export a text is."""
    head = text[:_LOOKED_AT].replace("\r\n", "\n")
    return next((name for name, module in _DIALECTS.items() if module.is_export(head)), None)
