"""
DocBook 4 and 5: articles, and the chapters of books; <https://docbook.org/>.

The sections of an article are its headings and paragraphs, and no articles of their own.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from lxml import etree

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.claims.evidence import Evidence
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.xml_formats.pieces import by_place, opened
from workers.parsers.xml_formats.prose import Vocabulary, prose, title_of
from workers.parsers.xml_formats.safe import (
    child,
    children,
    is_marked,
    language,
    local,
    root_of,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_ROOTS: Final = ("article", "book", "chapter", "section", "refentry", "part", "preface", "appendix")
_SIGNS: Final = (b"docbook.org/ns/docbook", b"//DTD DocBook", b"<articleinfo", b"<bookinfo")
_SEEN: Final = 4096
_CHAPTERS: Final = frozenset({"article", "chapter", "preface", "appendix"})
_INFOS: Final = ("info", "articleinfo", "bookinfo", "chapterinfo", "sectioninfo", "artheader")
_WORDS: Final = Vocabulary(
    blocks=frozenset(
        {"para", "simpara", "formalpara", "title", "subtitle", "listitem", "term", "blockquote",
         "attribution", "literallayout", "bridgehead", "line", "member", "step", "question",
         "answer", "section", "sect1", "sect2", "sect3", "sect4", "sect5", "simplesect", "table",
         "informaltable", "entry", "td", "th", "epigraph", "note", "tip", "warning", "caution",
         "important", "sidebar"}
    ),
    rows=frozenset({"row", "tr"}),
    left_out=frozenset(
        {*_INFOS, "figure", "informalfigure", "mediaobject", "inlinemediaobject", "graphic",
         "indexterm", "footnote", "footnoteref", "toc", "index", "bibliography", "programlisting",
         "screen", "remark", "titleabbrev", "sect1info", "sect2info", "equation", "caption"}
    ),
)  # fmt: skip


class Docbook:
    """Reads an article, or each chapter of a book."""

    name = "docbook"
    version = 2
    opens = b"<"

    def score(self, file: RawFile) -> float:
        """Return .98 for a first tag of DocBook in its namespace or of its type."""
        return 0.98 if is_marked(file, _ROOTS, _SIGNS, _SEEN) else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the article, or the chapters, named by their places."""
        sniffed = root_of(file)
        root, notes = opened(file, context, sniffed.name if sniffed else "article")
        chapters = list(_chapters(root))
        if local(root) not in {"book", "part"} or not chapters:
            yield _item(root, "", book=root, notes=notes)
            return
        yield from by_place(chapters, partial(_item, book=root, notes=notes))


def _chapters(book: etree._Element) -> Iterator[etree._Element]:
    """Yield the chapters of a book, and none that stands inside another: it is a part of that."""
    walk = etree.iterwalk(book, events=("start",))
    for _, element in walk:
        if local(element) in _CHAPTERS:
            yield element
            walk.skip_subtree()


def _item(
    chapter: etree._Element, place: str, *, book: etree._Element, notes: tuple[str, ...]
) -> RawItem:
    evidence = Evidence()
    _gather(chapter, 0.9, evidence)
    if chapter is not book:
        _gather(book, 0.5, evidence, title=Field.SOURCE)
    headline = next(iter(evidence.values(Field.HEADLINE)), None)
    body = without_headline(prose([chapter], _WORDS), headline)
    if not body or body == (headline,):
        raise Rejected(Reason.NO_ARTICLE, "there is no paragraph in the DocBook text")
    claims = evidence.ordered()
    return RawItem(body=body, body_source="docbook", claims=claims, item=place, notes=notes)


def _gather(
    element: etree._Element, weight: float, evidence: Evidence, title: Field = Field.HEADLINE
) -> None:
    """Add what an element says of itself in its title and its block of information."""
    info = next(iter(children(element, *_INFOS)), None)
    for place in (element, info):
        evidence.add(title, title_of(child(place, "title"), _WORDS), "docbook title", weight)
    evidence.add(Field.LANGUAGE, language(element) or element.get("lang"), "docbook lang", weight)
    if info is None:
        return
    for person in info.iter(etree.Element):
        if local(person) in {"author", "editor"}:
            name = Field.AUTHOR if local(person) == "author" else Field.EDITOR
            evidence.add(name, _name(person), f"docbook {local(person)}", weight)
    for named in ("pubdate", "date"):
        evidence.add(Field.PUBLISHED, text(child(info, named)), f"docbook {named}", weight)
    publisher = child(info, "publisher", "publishername")
    evidence.add(Field.SOURCE, text(publisher), "docbook publishername", weight - 0.1)
    words = (text(one) for one in info.iter(etree.Element) if local(one) == "keyword")
    evidence.every(Field.KEYWORD, words, "docbook keyword", weight)


def _name(person: etree._Element) -> str:
    """Return a person's name: first name and surname, or as it stands."""
    told = child(person, "personname")
    place = person if told is None else told
    parts = [text(one) for one in children(place, "firstname", "givenname", "othername", "surname")]
    return " ".join(filter(None, parts)) or text(told)
