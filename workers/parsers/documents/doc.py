"""
Files of Office's programs before 2007: documents of Word (DOC), messages of Outlook (MSG).

A document is read as DOCX is: its paragraphs are the text, and what its properties say of author
and date is weak evidence. A message is read as mail. Others are refused by their name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from workers.parsers.documents import ole, word_binary
from workers.parsers.documents.ole_properties import STREAM, about
from workers.parsers.documents.prose import article_of, stated
from workers.parsers.mail import outlook
from workers.parsers.unpacking.inner import Inner, budget_of, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    import olefile

    from shared.domain.article import Claim
    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.documents.ole_properties import About
    from workers.parsers.unpacking.budget import Budget

_DOCUMENT = "WordDocument"
_OTHERS = {
    "EncryptedPackage": (Reason.ENCRYPTED, "the document is locked with a password"),
    "Workbook": (Reason.UNKNOWN_FORMAT, "a sheet of Excel before 2007: save it as CSV"),
    "Book": (Reason.UNKNOWN_FORMAT, "a sheet of Excel before 1997: save it as CSV"),
    "PowerPoint Document": (Reason.UNKNOWN_FORMAT, "slides before 2007: save them as PDF"),
}
_ANOTHER = (Reason.UNKNOWN_FORMAT, "a file of an office program before 2007: save it as PDF")


class Doc:
    """Reads the one article of a document, or a message as mail."""

    name = "doc"
    version = 2
    opens = ole.MAGIC[:1]

    def score(self, file: RawFile) -> float:
        """Return .9 for the shell's signature."""
        return 0.9 if file.head.startswith(ole.MAGIC) else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or raise `Rejected` saying why there is none."""
        if len(file.data) > context.limits.file_bytes:
            raise too_large(context.limits.file_bytes)
        budget = budget_of(file, context)
        with ole.opened(file.data) as shell:
            message = outlook.as_mail(shell) if shell.exists(outlook.PROPERTIES) else None
            if message is None:
                texts, told = _read(shell)
        if message is None:
            yield article_of(texts, _claims(told), "doc paragraphs", context, budget)
        else:
            yield from _as_mail(message, context, budget)


def _read(shell: olefile.OleFileIO) -> tuple[list[str], About]:
    """Return the paragraphs of a document, and its properties."""
    if not shell.exists(_DOCUMENT):
        raise Rejected(
            *next((told for name, told in _OTHERS.items() if shell.exists(name)), _ANOTHER)
        )
    document = ole.stream(shell, _DOCUMENT)
    table = ole.stream(shell, word_binary.table_of(document))
    return word_binary.paragraphs(document, table), about(ole.stream(shell, STREAM))


def _as_mail(message: bytes, context: ParseContext, budget: Budget) -> Iterator[Parsed]:
    assert context.read is not None
    inner = Inner(name="message.eml", content=message, budget=budget)
    yield from context.read(inner, context.nested())


def _claims(told: About) -> dict[Field, tuple[Claim, ...]]:
    return stated(
        (Field.HEADLINE, told.title, "doc property title", 0.4),
        (Field.AUTHOR, told.author, "doc property author", 0.4),
        (Field.PUBLISHED, told.created, "doc property created", 0.3),
        (Field.KEYWORD, told.keywords, "doc property keywords", 0.6),
    )
