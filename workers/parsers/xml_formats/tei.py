"""
TEI P5, in which libraries and linguists keep texts, newspapers among them.

<https://tei-c.org/guidelines/p5/>; extractors write it, too, for research (`trafilatura --xmltei`).
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from lxml import etree

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.claims.evidence import Evidence
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.xml_formats.pieces import by_place, opened
from workers.parsers.xml_formats.prose import Vocabulary, prose
from workers.parsers.xml_formats.safe import child, children, language, local, root_of, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

ROOTS: Final = ("TEI", "TEI.2", "teiCorpus", "teiCorpus.2")
_TEXTS: Final = frozenset({"TEI", "TEI.2"})
_WORDS: Final = Vocabulary(
    blocks=frozenset(
        {"p", "ab", "head", "l", "lg", "item", "label", "cell", "div", "list", "table", "sp",
         "speaker", "stage", "opener", "closer", "dateline", "salute", "signed", "trailer",
         "epigraph", "argument", "cit", "floatingText", "body",
         *(f"div{depth}" for depth in range(1, 8))}
    ),
    rows=frozenset({"row"}),
    left_out=frozenset(
        {"note", "figure", "fw", "bibl", "biblFull", "biblStruct", "listBibl", "graphic", "byline"}
    ),
    breaks=frozenset({"lb", "pb", "cb"}),
)  # fmt: skip
"""A quotation may stand in a paragraph, or be one: what is around it tells."""
_PARTS: Final = re.compile(r"div\d?|p|ab|head|list|table|floatingText")
_NO_TEXT: Final = re.compile(r"comments?|adverti[sz]ements?|navigation|index", re.IGNORECASE)
"""Parts, by their `type`, that are not the article's."""
_PAGE: Final = re.compile(r"https?://\S+")
_HOST: Final = re.compile(r"\s*\((?:[\w-]+\.)+[a-z]{2,}\)\Z")
"""What an extractor writes behind a publisher's name: `The Courier (courier.example)`."""
_NAMED: Final = {
    "author": Field.AUTHOR,
    "editor": Field.EDITOR,
    "publisher": Field.SOURCE,
    "date": Field.PUBLISHED,
    "idno": Field.GUID,
    "ptr": Field.URL,
}
"""Elements of the header, and the field that each tells."""


class Tei:
    """Reads TEI documents, each text of a corpus as an item."""

    name = "tei"
    version = 2
    opens = b"<"

    def score(self, file: RawFile) -> float:
        """Return .98 where the first tag is one of TEI's."""
        root = root_of(file)
        return 0.98 if root is not None and root.name in ROOTS else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield each text, named by its place where there are several."""
        root, notes = opened(file, context, *ROOTS)
        texts = [one for one in root.iter(etree.Element) if local(one) in _TEXTS]
        if len(texts) == 1:
            yield _item(texts[0], "", notes)
        else:
            yield from by_place(texts, partial(_item, notes=notes))


def _item(root: etree._Element, place: str, notes: tuple[str, ...]) -> RawItem:
    evidence = Evidence()
    _gather(root, evidence)
    headline = next(iter(evidence.values(Field.HEADLINE)), None)
    body = _cleared(child(root, "text", "body"))
    paragraphs = without_headline(prose([body], _WORDS), headline)
    if not paragraphs:
        raise Rejected(Reason.NO_ARTICLE, "there is no paragraph in the body of the TEI text")
    claims = evidence.ordered()
    return RawItem(body=paragraphs, body_source="tei body", claims=claims, item=place, notes=notes)


def _cleared(body: etree._Element | None) -> etree._Element | None:
    """
    Return the text without what readers wrote and advertisements.

    A break inside a word (`break="no"`) is none of the text's.
    """
    for one in list(body.iter(etree.Element)) if body is not None else ():
        if _PARTS.fullmatch(local(one)) and _NO_TEXT.search(one.get("type", "")):
            one[:], one.text = [], None
        elif local(one) in _WORDS.breaks and one.get("break") == "no":
            one.tag = "milestone"
    return body


def _gather(root: etree._Element, evidence: Evidence) -> None:
    """Add what the header claims: of the text itself first, then of where it was printed."""
    header = child(root, "teiHeader")
    file, profile = child(header, "fileDesc"), child(header, "profileDesc")
    for title in sorted(children(child(file, "titleStmt"), "title"), key=_is_minor):
        evidence.add(Field.HEADLINE, text(title), "tei titleStmt", 0.9)
    for part in ("titleStmt", "publicationStmt"):
        _named(child(file, part), f"tei {part}", 0.9, evidence)
    _named(child(file, "sourceDesc"), "tei sourceDesc", 0.8, evidence)
    for used in children(child(profile, "langUsage"), "language"):
        evidence.add(Field.LANGUAGE, used.get("ident"), "tei langUsage", 0.9)
    evidence.add(Field.LANGUAGE, language(root), "xml:lang", 0.7)
    for words in children(child(profile, "textClass"), "keywords"):
        terms = [text(one) for one in words.iter(etree.Element) if local(one) == "term"]
        evidence.every(Field.KEYWORD, terms, "tei keywords", 0.9)


def _named(place: etree._Element | None, where: str, weight: float, evidence: Evidence) -> None:
    """Add what the elements of a part of the header tell by their names."""
    for one in place.iter(etree.Element) if place is not None else ():
        name = local(one)
        if name in _NAMED:
            evidence.add(_NAMED[name], _value(one, name), where, weight)


def _value(element: etree._Element, name: str) -> str:
    if name == "ptr":
        return found[0] if (found := _PAGE.match(element.get("target", ""))) else ""
    if name == "publisher":
        return _HOST.sub("", text(element))
    return (element.get("when") if name == "date" else None) or text(element)


def _is_minor(title: etree._Element) -> bool:
    return title.get("type") not in {None, "main"}
