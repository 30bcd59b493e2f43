"""
DOCX: an article written in a word processor.

Its title is the headline, its paragraphs are the text; deleted and hidden text, captions and
tables of contents are left out. What the file's properties say of author and date is weak
evidence: they name whoever made the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from workers.parsers.databases.press_database import articles, is_export
from workers.parsers.documents import ooxml
from workers.parsers.documents.prose import article_of, stated
from workers.parsers.documents.xml_parts import XmlParts
from workers.parsers.unpacking import zips
from workers.parsers.unpacking.inner import budget_of
from workers.parsers.xml_formats.safe import child, children, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.documents.ooxml import Paragraph

_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_LEFT_OUT = ("caption", "toc ", "header", "footer", "table of figures", "index ")
_TITLES = ("title", "heading 1")


class Docx:
    """Reads the one article of a document."""

    name = "docx"
    version = 3
    opens = b"P"

    def score(self, file: RawFile) -> float:
        """Return .97 for a zip with a document's parts."""
        head = file.head
        if not head.startswith(zips.MAGICS):
            return 0.0
        if b"word/" in head:
            return 0.97 if b"[Content_Types].xml" in head or b"_rels/.rels" in head else 0.0
        return 0.97 if file.suffix in _SUFFIXES and b"[Content_Types].xml" in head else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or raise `Rejected` saying why there is none."""
        budget = budget_of(file, context)
        with zips.open_zip(file) as archive:
            parts = XmlParts(archive, context, budget)
            document = parts.tree(_main_part(parts))
            if document is None:
                raise Rejected(Reason.MALFORMED, "the DOCX file has no document part")
            styles = ooxml.style_names(parts.tree("word/styles.xml"))
            properties = parts.tree("docProps/core.xml")
        found = list(ooxml.paragraphs(document, styles))
        texts = [each.text for each in found if not each.style.startswith(_LEFT_OUT)]
        if is_export(text := "\n\n".join(texts)):
            yield from articles(text)
            return
        claims = stated(
            (Field.HEADLINE, _title(found), "docx title style", 1.0),
            (Field.HEADLINE, _property(properties, "title"), "docx property title", 0.4),
            (Field.AUTHOR, _property(properties, "creator"), "docx property creator", 0.4),
            (Field.PUBLISHED, _property(properties, "created"), "docx property created", 0.3),
            (Field.LANGUAGE, _property(properties, "language"), "docx property language", 0.4),
            (Field.KEYWORD, _property(properties, "keywords"), "docx property keywords", 0.6),
        )
        links = ooxml.links(document)
        yield article_of(texts, claims, "docx paragraphs", context, budget, links=links)


def _main_part(parts: XmlParts) -> str:
    """Return the name of the part that holds the text: the package's relations say it."""
    for relation in children(parts.tree("_rels/.rels"), "Relationship"):
        if str(relation.get("Type", "")).endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _title(found: Sequence[Paragraph]) -> str | None:
    """
    Return the first paragraph in the style of a title, else in that of a first heading.

    The title of a saved web page has the site's name behind the heading: then that is it.
    """
    named = {each.style: each.text for each in reversed(found) if each.style in _TITLES}
    title, heading = (named.get(style) for style in _TITLES)
    if title and heading and title.startswith(heading):
        return heading
    return title or heading


def _property(properties: etree._Element | None, name: str) -> str:
    return text(child(properties, name))
