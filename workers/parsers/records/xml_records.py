"""
XML of no standard: what a publisher's own system writes, its elements named as people name fields.

The elements become a record as JSON has them, and are read by the same words (`words.py`).
Collections of research set whole documents one after the other, without a root around them. XML
that holds no article is refused here: its tags must not be read as text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from workers.parsers.base import SUMMARY_ALONE, RejectedItem
from workers.parsers.claims.sources import renamed
from workers.parsers.html.sniff import html_score
from workers.parsers.records.lists import are_articles, frame_of, records
from workers.parsers.records.nothing import EVENT_ALONE, OF_A_CALENDAR
from workers.parsers.records.record import ONLY_DESCRIBED, article
from workers.parsers.records.words import BODY_KEYS, SUMMARY_KEYS, TELLING, short
from workers.parsers.records.xml_values import value_of
from workers.parsers.xml_formats import safe as xml_safe
from workers.parsers.xml_formats.pieces import MENDED, documents, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from shared.domain.article import RawItem
    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.records.lists import Claims

_NAME = re.compile(
    rb"<(?:[\w.-]{1,40}:)?([\w.\x80-\xff-]{2,40})[\s/>]|\bname=[\"']([^\"'<>]{2,40})"
)
_ATTRIBUTE = re.compile(rb"()\b([\w.-]{2,40})\s*=\s*[\"']")
_SEEN = 32 * 1024
_TEXTS = frozenset([*BODY_KEYS, *SUMMARY_KEYS])
_ENOUGH = 2
_LEAST = 40
"""Letters of a text that nothing names: fewer are a word or a value."""
_PAGES = frozenset({"html", "HTML"})
_PROGRAMS = frozenset(
    {"svg", "stylesheet", "transform", "grammar", "schema", "plist", "kml", "gpx", "math",
     "smil", "collada", "x3d", "xliff", "ts", "testsuite", "testsuites", "urlset",
     "sitemapindex", "opml", "doxygen", "doxygenindex", "glade-interface", "fontconfig",
     "busconfig", "mime-info", "beans", "web-app", "persistence", "wix", "wixlocalization",
     "hibernate-mapping", "databasechangelog", "schemalist", "policyconfig", "helpset",
     "interface", "manifest"}
)  # fmt: skip
"""First tags of what programs keep: build files, drawings, schemas, translations."""
_SITEMAPS = frozenset({"urlset", "sitemapindex"})
_OFTEN = frozenset(
    {"project", "package", "configuration", "configurations", "component", "components",
     "application", "resources", "ui", "module", "modules", "settings", "checkstyle", "ruleset",
     "theme", "language", "definitions", "mapper", "action", "actions", "menu", "keyboard",
     "form", "assembly", "runtime", "catalog", "openbox_config", "extension", "install",
     "ivy-module"}
)  # fmt: skip
"""First tags of such files, and of a list of articles now and then."""
_PART = "xml element"
_EVENTS = frozenset({EVENT_ALONE, OF_A_CALENDAR})
"""Reasons that say of XML too what it is."""
_LAST = re.compile(rb"</(?:[\w.-]{1,60}:)?([\w.-]{1,60})\s*>$")
_DECLARED = (b"<?xml", b"<!DOCTYPE")


class XmlRecords:
    """Reads articles out of XML whose elements are named like their fields."""

    name = "xml_records"
    version = 11
    opens = b"<"

    def score(self, file: RawFile) -> float:
        """Return .7 for elements that are an article's fields, .35 for any other XML."""
        root = xml_safe.root_of(file)
        if root is None or root.name in _PAGES or html_score(file.head, file.suffix) > 0:
            return 0.0
        found = _NAME.findall(file.head[:_SEEN]) + _ATTRIBUTE.findall(root.attributes)
        seen = {short((name or named).decode("utf-8", "replace")) for name, named in found}
        if len(seen & TELLING) >= _ENOUGH and not seen.isdisjoint(_TEXTS):
            return 0.7
        head = file.head.strip(b"\xef\xbb\xbf \t\r\n")
        closed = _LAST.search(head[-100:])
        ended = closed is not None and closed[1].decode("ascii", "replace") == root.name
        declared = head.startswith(_DECLARED) or b"xmlns" in root.attributes
        return 0.35 if ended or declared or root.name.casefold() in _PROGRAMS else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each record, named by its place where there are several."""
        document = xml_safe.prepare(file, context)
        sniffed = xml_safe.root_of(file)
        name = sniffed.name if sniffed else ""
        if several := documents(document.text, name):
            yield from _numbered(several, context, document.notes)
            return
        root, mended = whole(document.text, name)
        if xml_safe.local(root).casefold() in _PROGRAMS:
            raise _of_a_program(root)
        notes = document.notes + ((MENDED,) if mended else ())
        value = _record(root)
        found = _repeated(value) or records(value)
        if found is None:
            yield renamed(_alone(root, value, context), _PART, notes)
            return
        each, frame = found
        for place, record in enumerate(each, 1):
            try:
                yield renamed(article(record, str(place), context.mapping, frame), _PART, notes)
            except Rejected as rejected:
                yield RejectedItem(str(place), rejected)


def _alone(root: etree._Element, value: dict[str, Any], context: ParseContext) -> RawItem:
    """Return the article that a document is; `Rejected` for what only describes a program."""
    try:
        parsed = article(value, "", context.mapping)
    except Rejected as rejected:
        raise _refusal(root, rejected) from rejected
    titles = parsed.claims.get(Field.HEADLINE, ())
    if xml_safe.local(root).casefold() in _OFTEN and not _is_story(parsed):
        raise _of_a_program(root)
    if not titles and sum(map(len, parsed.body)) < _LEAST:
        raise _refusal(root, Rejected(Reason.NO_ARTICLE, ""))
    return parsed


def _is_story(parsed: RawItem) -> bool:
    """Return whether there is a text of its own in a record, with a headline and its time."""
    stated = {Field.HEADLINE, Field.PUBLISHED} <= parsed.claims.keys()
    return stated and SUMMARY_ALONE not in parsed.notes


def _of_a_program(root: etree._Element) -> Rejected:
    if xml_safe.local(root).casefold() in _SITEMAPS:
        detail = "a sitemap: it lists where articles are, and holds none; drop their pages"
        return Rejected(Reason.NO_ARTICLE, detail)
    detail = f"this XML (`{xml_safe.local(root)}`) is the settings or data of a program"
    return Rejected(Reason.NO_ARTICLE, f"{detail}, and no article")


def _numbered(
    roots: Iterable[tuple[etree._Element, bool]], context: ParseContext, notes: tuple[str, ...]
) -> Iterator[Parsed]:
    """Yield the article of each document that stands in the file, named by its place."""
    for place, (root, mended) in enumerate(roots, 1):
        told = (*notes, *((MENDED,) if mended else ()))
        try:
            yield renamed(article(_record(root), str(place), context.mapping), _PART, told)
        except Rejected as rejected:
            yield RejectedItem(str(place), _refusal(root, rejected))


def _refusal(root: etree._Element, rejected: Rejected) -> Rejected:
    """Return why there is no article in a document, as one speaks of XML."""
    if rejected.reason is not Reason.NO_ARTICLE or rejected.detail in _EVENTS:
        return rejected
    if rejected.detail == ONLY_DESCRIBED:
        return _of_a_program(root)
    detail = f"no element of this XML (`{xml_safe.local(root)}`) holds an article's text"
    return Rejected(Reason.NO_ARTICLE, detail)


def _record(root: etree._Element) -> dict[str, Any]:
    value = value_of(root)
    return {"body": value} if isinstance(value, str) else value


def _repeated(value: dict[str, Any]) -> tuple[list[Any], Claims] | None:
    """Return the articles that stand side by side in the root, whatever their element's name."""
    lists = (inner for inner in value.values() if isinstance(inner, list))
    found = (each for each in lists if any(isinstance(one, dict) for one in each))
    each = next(filter(are_articles, found), None)
    return None if each is None else (each, frame_of(value))
