"""
EPUB: a book or an edition of a paper; each chapter that is an article is an item.

Cover, contents and chapters without running text are passed over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.claims.together import both
from workers.parsers.documents import epub_book
from workers.parsers.documents.prose import stated
from workers.parsers.unpacking import zips
from workers.parsers.unpacking.budget import Spent
from workers.parsers.unpacking.inner import Inner, budget_of
from workers.parsers.unpacking.members import read_member, refused, some
from workers.parsers.xml_formats.safe import parse, prepare

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml import etree

    from workers.parsers.base import ParseContext, Parsed, RawFile, RejectedItem
    from workers.parsers.documents.epub_book import Book
    from workers.parsers.unpacking.budget import Budget

_TYPE = b"mimetypeapplication/epub+zip"


class Epub:
    """Reads the chapters as pages; the book knows what they do not say."""

    name = "epub"
    version = 1
    opens = b"P"

    def score(self, file: RawFile) -> float:
        """Return .98 for a zip that begins with EPUB's type, or has its container file."""
        head = file.head
        if not head.startswith(zips.MAGICS):
            return 0.0
        if _TYPE in head[:256]:
            return 0.98
        named = file.suffix == ".epub" or b"application/epub+zip" in head
        return 0.96 if named and b"META-INF/container.xml" in head else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each chapter that is an article, labelled with its path."""
        budget = budget_of(file, context)
        with zips.open_zip(file) as archive:
            reading = _Reading(archive, context, budget)
            yield from some(reading.items(), otherwise="no chapter of the book is an article")


class _Reading:
    """One pass through an open book."""

    def __init__(self, archive: zipfile.ZipFile, context: ParseContext, budget: Budget) -> None:
        self._archive, self._context, self._budget = archive, context, budget
        self._infos = {info.filename: info for info in archive.infolist()}

    def items(self) -> Iterator[Parsed]:
        path = epub_book.package_path(self._tree(epub_book.CONTAINER))
        package = self._tree(path)
        if package is None:
            raise Rejected(Reason.MALFORMED, "the EPUB file has no package document")
        book = epub_book.read_package(package, path)
        locked = epub_book.locked(self._tree(epub_book.ENCRYPTION))
        for chapter in book.chapters:
            if chapter in locked:
                yield refused(chapter, Reason.ENCRYPTED, "it is locked by a rights management")
            else:
                yield from self._chapter(chapter, book)

    def _chapter(self, path: str, book: Book) -> Iterator[Parsed]:
        try:
            content = self._bytes(path)
        except Spent:
            raise
        except Rejected as rejected:
            yield refused(path, rejected.reason, rejected.detail)
            return
        if content is None:
            yield refused(path, Reason.MALFORMED, "the book names it, but it is not in the file")
            return
        inner = Inner(name=path, content=content, budget=self._budget)
        for parsed in read_member(path, inner, self._context.nested()):
            if isinstance(parsed, RawItem):
                yield _completed(parsed, book)
            elif not _is_no_article(parsed):
                yield parsed

    def _tree(self, path: str) -> etree._Element | None:
        data = self._bytes(path)
        if data is None:
            return None
        return parse(prepare(Inner(name=path, content=data), self._context).text, recover=True)

    def _bytes(self, path: str) -> bytes | None:
        # Some programs write the path of the package as an address.
        info = self._infos.get(path, self._infos.get(unquote(path)))
        if info is None:
            return None
        return zips.read(self._archive, info, self._context.limits.file_bytes, self._budget)


def _is_no_article(parsed: RejectedItem) -> bool:
    """Return whether a chapter is a cover, a title page, a list: no article, and no mistake."""
    return parsed.rejected.reason in (Reason.NO_ARTICLE, Reason.EMPTY)


def _completed(item: RawItem, book: Book) -> RawItem:
    """Add what the book says of all its chapters, as weaker evidence than their own."""
    guid = f"{book.identifier}#{item.item}" if book.identifier else None
    told = stated(
        (Field.AUTHOR, book.creator, "epub creator", 0.3),
        (Field.SOURCE, book.publisher or book.title, "epub publisher", 0.3),
        (Field.PUBLISHED, book.date, "epub date", 0.3),
        (Field.LANGUAGE, book.language, "epub language", 0.5),
        (Field.GUID, guid, "epub identifier", 0.5),
    )
    return replace(item, claims=both(item.claims, told))
