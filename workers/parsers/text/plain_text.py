"""
Plain text: a page saved as text, a mail-like header with a text below, wire copy, a bare text.

The last resort of the registry: whatever is text and no other parser's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.bylines.wire_copy import notes_above
from workers.parsers.charset.decoding import decode
from workers.parsers.lines.field_signs import with_labels
from workers.parsers.lines.telegraph import unframed
from workers.parsers.not_articles.other_kinds import no_article, not_text
from workers.parsers.not_articles.walls import instead
from workers.parsers.text.coded import without_code
from workers.parsers.text.printed import read_printed
from workers.parsers.text.printers.copies import unwrapped
from workers.parsers.text.several import articles_in
from workers.words.mending import MENDED, mend_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_CARD = re.compile(rb"\s{0,20}BEGIN:V(?:CALENDAR|CARD)\b")
_ADDRESS = re.compile(r"\b(?:https?|ftp)://\S+|\bwww\.\S+")
_SUFFIXES = frozenset({".txt", ".text", ".asc", ""})


class PlainText:
    """Reads the article of a text, or each of several."""

    name = "plain_text"
    version = 22

    def score(self, file: RawFile) -> float:
        """Return a last resort's score for anything that is text, a little more by its name."""
        if file.is_binary:
            return 0.01
        return 0.3 if file.suffix in _SUFFIXES else 0.1

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or each of several; raise `Rejected` saying why there is none."""
        _refuse(file, context.limits.file_bytes)
        decoded = decode(file.data, context.charset)
        if not decoded.text.strip():
            raise Rejected(Reason.EMPTY, "the file holds white space only: nothing to read")
        # Labels, bylines and dates are words: they have to be whole before they are looked for.
        text = mend_lines(decoded.text)
        notes = decoded.notes if text == decoded.text else (*decoded.notes, MENDED)
        parts = articles_in(unwrapped(unframed(with_labels(without_code(text)))))
        if len(parts) == 1:
            yield _item(parts[0], "", notes)
            return
        for number, part in enumerate(parts, 1):
            try:
                yield _item(part, str(number), notes)
            except Rejected as rejected:
                yield RejectedItem(str(number), rejected)


def _item(text: str, place: str, notes: tuple[str, ...]) -> RawItem:
    """Return the article of a text, or raise `Rejected` saying why there is none."""
    reading = read_printed(text)
    if not _says_something(reading.body):
        raise Rejected(
            Reason.NO_ARTICLE,
            "there are no paragraphs in the text: only lists, menus or single words",
        )
    titles = (claim.value for claim in reading.claims.get(Field.HEADLINE, ()))
    if Field.PUBLISHED not in reading.claims:
        what = instead((*titles, *reading.body[:1]), reading.body)
        if what is not None:
            raise Rejected(Reason.NO_ARTICLE, f"{what}: there is no article in it")
    return RawItem(
        body=reading.body,
        body_source=reading.source,
        claims=reading.claims,
        item=place,
        # a note of the desk's is no text of the article, and says that it comes again
        notes=(*notes, *notes_above(text)),
    )


def _says_something(body: Iterable[str]) -> bool:
    """Return whether there is a text, and more in it than addresses."""
    return any(
        not ("://" in one or "www." in one)  # to look for these takes a tenth of the pattern's time
        or not _ADDRESS.search(one)
        or any(map(str.isalnum, _ADDRESS.sub("", one)))
        for one in body
    )


def _refuse(file: RawFile, most: int) -> None:
    """Raise `Rejected` for what is no text of at most so many bytes, or none with an article."""
    if not file.head.strip():
        raise Rejected(Reason.EMPTY, "the file is empty: there is nothing to read")
    if file.is_binary:
        raise not_text(file)
    if (other := no_article(file)) is not None:
        raise other
    if _CARD.match(file.head):
        detail = "a calendar or a card for addresses: there is no article in it"
        raise Rejected(Reason.NO_ARTICLE, detail)
    if len(file.data) > most:
        detail = f"the text has {len(file.data) / 1e6:.0f} MB; the limit is {most / 1e6:.0f} MB"
        raise Rejected(Reason.TOO_LARGE, detail)
