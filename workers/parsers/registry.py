"""Which parser reads a file: each looks at the bytes, the best score wins."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING

from shared.domain.article import RawItem
from shared.errors import Reason, Rejected
from workers.parsers.archive import Archive
from workers.parsers.asciidoc import Asciidoc
from workers.parsers.citations import Citations
from workers.parsers.compressed import Compressed
from workers.parsers.dita import Dita
from workers.parsers.doc import Doc
from workers.parsers.docbook import Docbook
from workers.parsers.docx import Docx
from workers.parsers.epub import Epub
from workers.parsers.feed import Feed
from workers.parsers.iptc7901 import Iptc7901
from workers.parsers.jats import Jats
from workers.parsers.json_feed import JsonFeed
from workers.parsers.json_lines import JsonLines
from workers.parsers.mail import Mail
from workers.parsers.markdown import Markdown
from workers.parsers.mediawiki import Mediawiki
from workers.parsers.mhtml import Mhtml
from workers.parsers.newsml_1 import Newsml1
from workers.parsers.newsml_g2 import NewsmlG2
from workers.parsers.ninjs import Ninjs
from workers.parsers.nitf import Nitf
from workers.parsers.odt import Odt
from workers.parsers.org_mode import OrgMode
from workers.parsers.other_kinds import not_text
from workers.parsers.pdf import Pdf
from workers.parsers.plain_text import PlainText
from workers.parsers.press_database import PressDatabase
from workers.parsers.pubmed import Pubmed
from workers.parsers.restructured_text import RestructuredText
from workers.parsers.rtf import Rtf
from workers.parsers.schema_org import SchemaOrg
from workers.parsers.spreadsheet import Spreadsheet
from workers.parsers.subtitles import Subtitles
from workers.parsers.table import Table
from workers.parsers.tei import Tei
from workers.parsers.warc import Warc
from workers.parsers.web_archive import WebArchive
from workers.parsers.web_page import WebPage
from workers.parsers.xml_records import XmlRecords
from workers.parsers.yaml_records import YamlRecords

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
    for candidate in _asked(file.head.lstrip(_PASSED_OVER)[:1]):
        score = candidate.score(file)
        if score > best:
            best, chosen = score, candidate
    if chosen is not None:
        return chosen
    if b"\0" in file.head:
        raise not_text(file)
    raise Rejected(Reason.UNKNOWN_FORMAT, "no parser knows this format")


@functools.cache
def _asked(opening: bytes) -> tuple[Parser, ...]:
    """Return the parsers that may know a file that begins with a byte."""
    return tuple(each for each in PARSERS if opening in getattr(each, "opens", opening))
