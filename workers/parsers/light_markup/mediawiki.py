"""
Exports of MediaWiki, which Wikinews and its sisters run on: a page with a text is an item.

<https://www.mediawiki.org/wiki/Help:Export>. Of a page's versions the last is read; redirects, and
pages that are no articles (talk, templates, users'), are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.claims.evidence import Evidence
from workers.parsers.light_markup import wikitext
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.xml_formats.pieces import is_ended, pieces
from workers.parsers.xml_formats.safe import child, children, parse, prepare, root_of, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from workers.parsers.base import ParseContext, Parsed, RawFile

_ROOT = "mediawiki"
_FILES, _CATEGORIES = "6", "14"
"""Numbers of namespaces, which are the same in every wiki."""
_USUAL = {
    _CATEGORIES: (
        "Category", "Kategorie", "Categoría", "Categoria", "Catégorie", "Categorie", "Kategori",
        "Kategoria", "Luokka", "Категория", "Категорія", "分类", "分類", "カテゴリ", "분류",
        "تصنيف", "رده", "קטגוריה", "श्रेणी", "Thể loại", "หมวดหมู่",
    ),
    _FILES: (
        "File", "Image", "Datei", "Bild", "Archivo", "Ficheiro", "Fichier", "Bestand", "Fil",
        "Tiedosto", "Plik", "Файл", "文件", "ファイル", "파일", "ملف", "پرونده", "קובץ", "Dosya",
        "चित्र", "Tập tin", "ไฟล์",
    ),
}  # fmt: skip
"""What wikis of many languages call these, for an export that does not say."""
_LANGUAGE = re.compile(r"xml:lang\s*=\s*[\"']([\w-]{2,20})")


@dataclass(frozen=True, slots=True)
class _Wiki:
    """What an export says of the wiki that it is from."""

    name: str
    base: str
    language: str
    spaces: dict[str, str]
    """Number of a namespace → what the wiki calls it."""


class Mediawiki:
    """Reads the articles of an export."""

    name = "mediawiki"
    version = 3
    opens = b"<"

    def score(self, file: RawFile) -> float:
        """Return .98 for the first tag of an export."""
        root = root_of(file)
        return 0.98 if root is not None and root.name == _ROOT else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each page, named by its place; `malformed` after a break."""
        document = prepare(file, context)
        wiki = _wiki(document.text)
        read = False
        for place, (page, _) in enumerate(pieces(document.text, frozenset({"page"})), 1):
            if _is_article(page, wiki):
                read = True
                yield _item(page, wiki, str(place), document.notes)
        if not is_ended(document.text, _ROOT):
            raise Rejected(Reason.MALFORMED, "the export breaks off before its end")
        if not read:
            raise Rejected(Reason.NO_ARTICLE, "there is no page with an article in the export")


def _wiki(document: str) -> _Wiki:
    """Return what stands above the pages; what is missing or broken there is left empty."""
    start, end = document.find("<siteinfo"), document.find("</siteinfo>")
    language = _LANGUAGE.search(document[:2000])
    site: etree._Element | None = None
    if 0 <= start < end:
        try:
            site = parse(f"{document[start:end]}</siteinfo>", recover=True)
        except Rejected:
            site = None  # the pages can do without it
    named = children(child(site, "namespaces"), "namespace")
    return _Wiki(
        text(child(site, "sitename")),
        text(child(site, "base")),
        language[1] if language else "",
        {one.get("key", ""): text(one) for one in named if text(one)},
    )


def _is_article(page: etree._Element, wiki: _Wiki) -> bool:
    """Return whether a page is an article: by its namespace, or else by what its title begins."""
    if child(page, "redirect") is not None or wikitext.is_redirect(_text(page)):
        return False
    number = text(child(page, "ns"))
    if number:
        return number == "0"
    space, colon, _ = text(child(page, "title")).partition(":")
    return not colon or space.casefold() not in {name.casefold() for name in wiki.spaces.values()}


def _revision(page: etree._Element) -> etree._Element | None:
    """Return the last version of a page; ISO 8601 in UTC sorts as text."""
    told = children(page, "revision")
    return max(told, key=lambda one: text(child(one, "timestamp")), default=None)


def _text(page: etree._Element) -> str:
    held = child(_revision(page), "text")
    return "" if held is None else "".join(map(str, held.itertext()))


def _called(wiki: _Wiki, space: str) -> tuple[str, ...]:
    """Return what a wiki calls one of its spaces; where it does not say, what wikis call it."""
    return (wiki.spaces[space],) if space in wiki.spaces else _USUAL[space]


def _item(page: etree._Element, wiki: _Wiki, place: str, notes: tuple[str, ...]) -> Parsed:
    written = wikitext.read(_text(page), _called(wiki, _CATEGORIES), _called(wiki, _FILES))
    title, last = text(child(page, "title")), _revision(page)
    body = without_headline(written.paragraphs, title)
    if not body:
        detail = f"item {place}: there is no text in the page, only templates, tables or pictures"
        return RejectedItem(place, Rejected(Reason.NO_ARTICLE, detail))
    evidence = Evidence()
    evidence.add(Field.HEADLINE, title, "wiki title", 1.0)
    moments = sorted(text(child(one, "timestamp")) for one in children(page, "revision"))
    evidence.add(Field.PUBLISHED, moments[0], "wiki timestamp, first known", 0.4)
    evidence.every(Field.PUBLISHED, written.dates, "wiki template", 0.8)
    evidence.add(Field.UPDATED, moments[-1], "wiki timestamp", 1.0)
    evidence.add(Field.SOURCE, wiki.name, "wiki sitename", 0.9)
    evidence.add(Field.LANGUAGE, wiki.language, "xml:lang", 0.8)
    path = quote(title.replace(" ", "_"), safe="/:,()'!*")
    evidence.add(Field.URL, _within(wiki, f"./{path}"), "wiki base and title", 0.9)
    evidence.add(Field.GUID, _identity(page, wiki), "wiki page id", 1.0)
    evidence.add(Field.VERSION, text(child(last, "id")), "wiki revision id", 1.0)
    evidence.every(Field.KEYWORD, written.categories, "wiki category", 0.9)
    return RawItem(
        body=body, body_source="wikitext", claims=evidence.ordered(), item=place, notes=notes
    )


def _identity(page: etree._Element, wiki: _Wiki) -> str:
    """Return the page's number, which is one of that wiki's alone."""
    number = text(child(page, "id"))
    return _within(wiki, f"/?curid={number}") if number else ""


def _within(wiki: _Wiki, path: str) -> str:
    """Return an address in a wiki; none where the wiki tells no address of its own."""
    try:
        return urljoin(wiki.base, path) if wiki.base else ""
    except ValueError:
        return ""
