"""
MHTML: a page as browsers save it in one file, in the clothes of a mail message.

The page is read as it was; its pictures, styles and frames are passed over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email.errors import CloseBoundaryNotFoundDefect
from typing import TYPE_CHECKING

from shared.domain.article import RawItem
from shared.errors import Reason, Rejected
from workers.parsers.mail.headers import header
from workers.parsers.mail.parts import decoded, guarded, leaves, parse
from workers.parsers.unpacking.inner import Inner, budget_of, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from workers.parsers.base import ParseContext, Parsed, RawFile

_HEADERS = re.compile(rb"\s*(?:[!-9;-~]{1,70}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+")
_RELATED = re.compile(
    rb"^content-type:\s*multipart/(?:related|alternative)", re.IGNORECASE | re.MULTILINE
)
_SAVED = re.compile(
    rb"^(?:snapshot-content-location:|from:[ \t\"]*<?saved by|x-maf)", re.IGNORECASE | re.MULTILINE
)
_SENT = re.compile(rb"^(?:message-id|received|to|return-path):", re.IGNORECASE | re.MULTILINE)
_SUFFIXES = frozenset({".mht", ".mhtml"})
_CUT = "the file breaks off: the page may not be whole"


class Mhtml:
    """Reads the page inside with its address and the charset of its part."""

    name = "mhtml"
    version = 1

    def score(self, file: RawFile) -> float:
        """Return .98 for the headers of a saved page; those of a sent one are mail's."""
        found = _HEADERS.match(file.head)
        headers = found[0] if found else b""
        if _SAVED.search(headers) and b"mime-version" in headers.lower():
            return 0.98
        if not _RELATED.search(headers) or _SENT.search(headers):
            return 0.0
        return 0.98 if file.suffix in _SUFFIXES else 0.6

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the page's item, or raise `Rejected` where there is no page in the file."""
        assert context.read is not None
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        message = parse(file.data)
        with guarded():
            part = decoded(_page(message), "page.html")
        url = _address(header(message, "snapshot-content-location") or part.location)
        inner = Inner(name=part.name, content=part.content, budget=budget_of(file, context))
        for parsed in context.read(inner, context.nested(url=url, charset=part.charset)):
            if isinstance(parsed, RawItem) and _is_cut(message):
                yield replace(parsed, notes=(*parsed.notes, _CUT))
            else:
                yield parsed


def _page(message: Message) -> Message:
    """Return the part that is named as the first, else the first that is a page."""
    pages = [
        part
        for part in leaves(message)
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}
    ]
    if not pages:
        raise Rejected(Reason.NO_ARTICLE, "there is no page in the MHTML file")
    start = str(message.get_param("start", ""))
    address = header(message, "snapshot-content-location")
    return next(
        (
            part
            for part in pages
            if (start and header(part, "content-id") == start)
            or (address and header(part, "content-location") == address)
        ),
        pages[0],
    )


def _address(value: str) -> str | None:
    return value if value.lower().startswith(("http://", "https://")) else None


def _is_cut(message: Message) -> bool:
    return any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects)
