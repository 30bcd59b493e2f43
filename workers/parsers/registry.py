"""Which parser reads a file: each looks at the bytes, the best score wins."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING

from shared.domain.article import RawItem
from shared.errors import Reason, Rejected
from workers.parsers.charset.plain import plain
from workers.parsers.containers.archive import Archive
from workers.parsers.containers.compressed import Compressed
from workers.parsers.containers.warc import Warc
from workers.parsers.containers.web_archive import WebArchive
from workers.parsers.databases.citations import Citations
from workers.parsers.databases.press_database import PressDatabase
from workers.parsers.documents.doc import Doc
from workers.parsers.documents.docx import Docx
from workers.parsers.documents.epub import Epub
from workers.parsers.documents.odt import Odt
from workers.parsers.documents.pdf import Pdf
from workers.parsers.documents.rtf import Rtf
from workers.parsers.documents.subtitles import Subtitles
from workers.parsers.feeds.feed import Feed
from workers.parsers.feeds.json_feed import JsonFeed
from workers.parsers.html.web_page import WebPage
from workers.parsers.light_markup.asciidoc import Asciidoc
from workers.parsers.light_markup.markdown import Markdown
from workers.parsers.light_markup.mediawiki import Mediawiki
from workers.parsers.light_markup.org_mode import OrgMode
from workers.parsers.light_markup.restructured_text import RestructuredText
from workers.parsers.mail.mail import Mail
from workers.parsers.mail.mhtml import Mhtml
from workers.parsers.not_articles.other_kinds import not_text
from workers.parsers.records.json_lines import JsonLines
from workers.parsers.records.schema_org import SchemaOrg
from workers.parsers.records.spreadsheet import Spreadsheet
from workers.parsers.records.table import Table
from workers.parsers.records.xml_records import XmlRecords
from workers.parsers.records.yaml_records import YamlRecords
from workers.parsers.text.plain_text import PlainText
from workers.parsers.wire.djnml import Djnml
from workers.parsers.wire.iptc7901 import Iptc7901
from workers.parsers.wire.newsml_1 import Newsml1
from workers.parsers.wire.newsml_g2 import NewsmlG2
from workers.parsers.wire.ninjs import Ninjs
from workers.parsers.wire.nitf import Nitf
from workers.parsers.xml_formats.dita import Dita
from workers.parsers.xml_formats.docbook import Docbook
from workers.parsers.xml_formats.jats import Jats
from workers.parsers.xml_formats.pubmed import Pubmed
from workers.parsers.xml_formats.tei import Tei

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, Parser, RawFile

PARSERS: tuple[Parser, ...] = (
    Docx(),
    Doc(),
    Odt(),
    Spreadsheet(),
    Epub(),
    Archive(),
    Compressed(),
    Warc(),
    Mail(),
    Mhtml(),
    WebArchive(),
    Pdf(),
    Rtf(),
    Feed(),
    NewsmlG2(),
    Newsml1(),
    Nitf(),
    Djnml(),
    Tei(),
    Jats(),
    Pubmed(),
    Docbook(),
    Dita(),
    Mediawiki(),
    JsonFeed(),
    Ninjs(),
    SchemaOrg(),
    Iptc7901(),
    Subtitles(),
    PressDatabase(),
    Citations(),
    Markdown(),
    RestructuredText(),
    OrgMode(),
    Asciidoc(),
    JsonLines(),
    YamlRecords(),
    WebPage(),
    XmlRecords(),
    Table(),
    PlainText(),
)
"""Every format that Copydesk reads; among equal scores the first wins."""

_PASSED_OVER = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n\x0b\x0c"
"""Marks of charsets and white space, before the byte that a file opens with."""


def read(file: RawFile, context: ParseContext) -> Iterator[Parsed]:
    """Yield the items of a file by the parser that knows it best."""
    if not file.head.strip():
        raise Rejected(Reason.EMPTY, "the file is empty: there is nothing to read")
    if context.depth > context.limits.nesting:
        raise Rejected(
            Reason.TOO_DEEP, f"containers are nested more than {context.limits.nesting} deep"
        )
    file = plain(file, context.limits.file_bytes)
    parser = choose(file)
    stamp = f"{parser.name}/{parser.version}"
    inner = context if context.read is read else replace(context, read=read)
    for parsed in parser.parse(file, inner):
        yield (
            replace(parsed, parser=parsed.parser or stamp)
            if isinstance(parsed, RawItem)
            else parsed
        )


def choose(file: RawFile) -> Parser:
    """Return the parser with the best score, or raise `Rejected` where none knows the file."""
    best, chosen = 0.0, None
    for candidate in _asked(file.head.lstrip(_PASSED_OVER)[:1], file.suffix):
        score = candidate.score(file)
        if score > best:
            best, chosen = score, candidate
    if chosen is not None:
        return chosen
    if b"\0" in file.head:
        raise not_text(file)
    raise Rejected(Reason.UNKNOWN_FORMAT, "no parser knows this format")


@functools.lru_cache(maxsize=4096)
def _asked(opening: bytes, suffix: str) -> tuple[Parser, ...]:
    """Return the parsers that may know a file that begins with a byte and is named so."""
    return tuple(
        each
        for each in PARSERS
        if opening in getattr(each, "opens", opening) or suffix in getattr(each, "suffixes", ())
    )
