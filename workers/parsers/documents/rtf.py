"""
RTF, the older exchange format of word processors: desks and press offices still send copy in it.

A page that a mail program kept in RTF is read as that page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.databases.press_database import articles, is_export
from workers.parsers.documents.prose import article_of, stated
from workers.parsers.documents.rtf_reading import joined, read_rtf, source_of
from workers.parsers.unpacking.inner import Inner, budget_of, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.unpacking.budget import Budget

_PICTURE = re.compile(r"\[image: [^\s\[\]]{1,1000000}+\]")
"""What pandoc writes in the place of a picture that it could not fetch: its address."""
_LINK = b"HYPERLINK "
"""The field of a link."""


class Rtf:
    """Reads the text of an RTF document."""

    name = "rtf"
    version = 4
    opens = b"{"

    def score(self, file: RawFile) -> float:
        """Return .97 for the first group of the format."""
        return 0.97 if file.head.lstrip().startswith(b"{\\rtf") else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or raise `Rejected` saying why there is none."""
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        budget, read = budget_of(file, context), read_rtf(file.data)
        if read.is_page:
            yield from _page(source_of(read), context, budget)
            return
        texts = [" ".join(_PICTURE.sub("", joined(each)).split()) for each in read.paragraphs]
        told = {name: joined(pieces) for name, pieces in read.told.items()}
        claims = stated(
            (Field.HEADLINE, told.get(Field.HEADLINE), "rtf property title", 0.4),
            (Field.AUTHOR, told.get(Field.AUTHOR), "rtf property author", 0.4),
            (Field.KEYWORD, told.get(Field.KEYWORD), "rtf property keywords", 0.6),
        )
        shown = [text for text in texts if text]
        if is_export(text := "\n\n".join(shown)):
            yield from articles(text)
            return
        links = file.data.count(_LINK)
        yield article_of(shown, claims, "rtf paragraphs", context, budget, links=links)


def _page(source: str, context: ParseContext, budget: Budget) -> Iterator[Parsed]:
    assert context.read is not None
    content = source.encode("utf-8", "replace")
    inner = Inner(name="page.html", content=content, budget=budget)
    yield from context.read(inner, context.nested(charset="utf-8"))
