"""
ODT: an article written in LibreOffice and its kin, as a zip or as one XML file (FODT).

The paragraph in the style of a title is the headline; deleted and hidden text, comments, notes,
captions and lists of contents are left out. The properties are weak evidence, as in DOCX.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from workers.parsers.documents import odf
from workers.parsers.documents.prose import article_of, stated
from workers.parsers.documents.xml_parts import XmlParts
from workers.parsers.unpacking import zips
from workers.parsers.unpacking.inner import budget_of
from workers.parsers.xml_formats.safe import child, children, parse, prepare, root_of, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.documents.odf import Paragraph

_TYPE = b"opendocument.text"
_ZIPPED = b"mimetypeapplication/vnd.oasis.opendocument.text"
_HEAD = 200
_SUFFIXES = frozenset({".odt", ".ott"})
_LEFT_OUT = ("caption", "illustration", "header", "footer", "contents", "drawing", "figure")
_TABLE = "table"
"""The style of a table's caption; `table contents` is that of its cells."""
_LOCKED = "encryption-data"


class Odt:
    """Reads the one article of a document."""

    name = "odt"
    version = 2
    opens = b"P<"

    def score(self, file: RawFile) -> float:
        """Return .98 for the type that stands first in the zip, or on the first tag."""
        if file.head.startswith(zips.MAGICS):
            typed = _ZIPPED in file.head[:_HEAD]
            return 0.98 if typed else 0.95 if file.suffix in _SUFFIXES else 0.0
        root = root_of(file)
        return 0.98 if root and root.name == "document" and _TYPE in root.attributes else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or raise `Rejected` saying why there is none."""
        document, properties = _read(file, context)
        found = list(odf.paragraphs(document))
        texts = [each.text for each in found if not _is_caption(each.style)]
        told = child(properties, "meta")
        claims = stated(
            (Field.HEADLINE, _title(found), "odt title style", 1.0),
            (Field.HEADLINE, text(child(told, "title")), "odt property title", 0.4),
            (Field.AUTHOR, text(child(told, "initial-creator")), "odt property creator", 0.4),
            (Field.AUTHOR, text(child(told, "creator")), "odt property creator", 0.3),
            (Field.PUBLISHED, text(child(told, "creation-date")), "odt property created", 0.3),
            (Field.LANGUAGE, text(child(told, "language")), "odt property language", 0.4),
            *(
                (Field.KEYWORD, text(one), "odt property keyword", 0.6)
                for one in children(told, "keyword")
            ),
        )
        links, budget = odf.links(document), budget_of(file, context)
        yield article_of(texts, claims, "odt paragraphs", context, budget, links=links)


def _is_caption(style: str) -> bool:
    return style == _TABLE or style.startswith(_LEFT_OUT)


def _read(file: RawFile, context: ParseContext) -> tuple[etree._Element, etree._Element | None]:
    """Return the part with the text, and the one with the properties."""
    if not file.head.startswith(zips.MAGICS):
        root = parse(prepare(file, context).text, recover=True)
        return root, root
    with zips.open_zip(file) as archive:
        parts = XmlParts(archive, context, budget_of(file, context))
        manifest = parts.tree("META-INF/manifest.xml")
        for entry in children(manifest, "file-entry"):
            if child(entry, _LOCKED) is not None:
                raise Rejected(Reason.ENCRYPTED, "the document is locked with a password")
        document = parts.tree("content.xml")
        if document is None:
            raise Rejected(Reason.MALFORMED, "the ODT file has no part with the content")
        return document, parts.tree("meta.xml")


def _title(found: Sequence[Paragraph]) -> str | None:
    """Return the first paragraph in the style of a title, else the first heading of rank one."""
    titled = (each.text for each in found if each.style == "title")
    return next(titled, None) or next((each.text for each in found if each.level == 1), None)
