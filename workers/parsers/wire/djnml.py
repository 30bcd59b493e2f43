"""
DJNML, Dow Jones Newswires' markup: a story, or an order to replace or delete one.

Files of archives (NML) have many documents, one after the other below one declaration.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.bylines.wire_copy import signed
from workers.parsers.claims.evidence import Evidence
from workers.parsers.paragraphs.markup import element_paragraphs, without_headline
from workers.parsers.wire.tombstone import stand_in
from workers.parsers.xml_formats.pieces import MENDED, documents, whole
from workers.parsers.xml_formats.safe import child, children, language, prepare, root_of, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from workers.parsers.base import ParseContext, Parsed, RawFile

_ROOTS = ("doc", "djnml")
_MARK = b"<djnml"
_WIRE = re.compile(r"\((?:END|MORE TO FOLLOW)\)\s*(.{0,60})")
_MORE = "(MORE"
_SENT = re.compile(
    r"[A-Z][a-z]+ \d{1,2}, \d{4} \d{1,2}:\d\d ET \(\d{1,2}:\d\d GMT\)"
    r"|\d\d-\d\d-\d\d \d{4}(?:ET|GMT)"
)
"""When it was sent, for machines of another time: `March 05, 2024 05:13 ET (10:13 GMT)`."""
_BY = re.compile(
    r"(?:-{1,2}\s?(?:By|Von|Par|Por|Di)|Write to(?=[^@]{3,120}@))\s(?P<who>[^,;@]{3,80}?)"
    r"(?:[,;]|\sat\s).{0,200}"
)
"""`-By Ann Ek, Dow Jones Newswires; +41 …`, `Write to Ann Ek at ann.ek@…`: below the text."""
_ADDRESS = re.compile(r"[^.!?]{0,60}[:;]\s?[\w.+-]{1,64}@[\w.-]{3,60}")
"""`Kontakt zum Autor: ann.ek@…`"""
_MOST_BELOW = 8
_EXPIRED = "expire"


class Djnml:
    """Reads the documents of Dow Jones Newswires."""

    name = "djnml"
    version = 2
    opens = b"<"

    def score(self, file: RawFile) -> float:
        """Return .98 for its first tag, or for `doc` where its own stands soon after."""
        root = root_of(file)
        if root is None or root.name not in _ROOTS:
            return 0.0
        return 0.98 if root.name == "djnml" or _MARK in file.head else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the item of each document; of several, named by their places."""
        document = prepare(file, context)
        several = documents(document.text, "doc")
        if several is not None:
            for place, (root, mended) in enumerate(several, 1):
                notes = document.notes + ((MENDED,) if mended else ())
                yield from _told(root, str(place), notes)
            return
        root, mended = whole(document.text, *_ROOTS)
        for parsed in _told(root, "", document.notes + ((MENDED,) if mended else ())):
            if isinstance(parsed, RejectedItem) and not parsed.item:
                raise parsed.rejected
            yield parsed


def _told(root: etree._Element, place: str, notes: tuple[str, ...]) -> Iterator[Parsed]:
    """Yield what a document tells: its story, or the orders that it has instead."""
    story = next(root.iter("{*}djnml"), root)
    orders = child(story, "administration")
    if orders is None:
        yield _story(root, story, story, place, notes)
        return
    gone = [one for one in children(orders, "doc-delete") if one.get("reason") != _EXPIRED]
    changed = children(orders, "doc-modify")
    several = len(gone) + len(changed) > 1
    for number, order in enumerate([*gone, *changed], 1):
        label = "/".join(filter(None, (place, str(number) if several else "")))
        if number <= len(gone):
            yield _deleted(root, order, label, notes)
        else:
            yield _story(root, order, _replaced(order), label, notes)
    if not gone and not changed:
        detail = "the document only says which old ones have expired"
        yield RejectedItem(place, Rejected(Reason.NO_ARTICLE, detail))


def _replaced(order: etree._Element) -> etree._Element:
    """Return an order to replace parts of a document as one that has these parts alone."""
    body = order.makeelement("body")
    for part in children(order, "modify-replace"):
        body.extend(children(part, "headline", "text"))
    order.append(body)
    return order


def _story(
    root: etree._Element,
    named: etree._Element,
    story: etree._Element,
    place: str,
    notes: tuple[str, ...],
) -> Parsed:
    """Return the item of a story, or why it is none; `named` says which document it is."""
    evidence = Evidence()
    _gather(root, named, story, evidence)
    headline = next(iter(evidence.values(Field.HEADLINE)), None)
    kept = list(element_paragraphs(children(child(story, "body"), "text")))
    told = _below(kept, evidence)
    paragraphs, inside = signed(without_headline(tuple(kept), headline), evidence)
    if not paragraphs:
        detail = "the document has a headline or codes alone, and no text"
        return RejectedItem(place, Rejected(Reason.NO_ARTICLE, detail))
    return RawItem(
        body=paragraphs,
        body_source="djnml text",
        claims=evidence.ordered(),
        item=place,
        notes=(*notes, *told, *inside),
    )


def _deleted(
    root: etree._Element, order: etree._Element, place: str, notes: tuple[str, ...]
) -> RawItem:
    evidence, why = Evidence(), order.get("reason") or ""
    _identity(order, evidence)
    evidence.add(Field.PUB_STATUS, "canceled", "djnml doc-delete", 1.0)
    evidence.add(Field.UPDATED, root.get("transmission-date"), "djnml @transmission-date", 0.9)
    body, told = stand_in("canceled", None, f"deleted: {why}" if why else None)
    return RawItem(
        body=body,
        body_source="djnml doc-delete",
        claims=evidence.ordered(),
        item=place,
        notes=(*notes, *told),
    )


def _identity(named: etree._Element, evidence: Evidence) -> None:
    """Add the identity: what orders to replace and to delete call a document by."""
    parts = [named.get(name, "") for name in ("publisher", "product", "docdate")]
    number = named.get("seq", "")
    if all(parts) and number.isdecimal():
        guid = ":".join(["djnml", *parts, f"{int(number[:12]):06}"])
        evidence.add(Field.GUID, guid, "djnml publisher, product, docdate, seq", 1.0)


def _gather(
    root: etree._Element, named: etree._Element, story: etree._Element, evidence: Evidence
) -> None:
    """Add what the attributes around a story claim, and its headline."""
    _identity(named, evidence)
    data = next(story.iter("{*}djn-mdata"), None)
    sent = root.get("transmission-date")
    if data is not None:
        evidence.add(Field.PUBLISHED, data.get("display-date"), "djnml @display-date", 0.95)
    evidence.add(Field.PUBLISHED, sent, "djnml @transmission-date", 0.5)
    evidence.add(Field.PUBLISHED, named.get("docdate"), "djnml @docdate", 0.2)
    evidence.add(Field.UPDATED, sent, "djnml @transmission-date", 0.6)
    evidence.add(Field.LANGUAGE, language(named), "xml:lang", 0.8)
    for rights in story.iter("{*}copyright"):
        evidence.add(Field.SOURCE, rights.get("holder"), "djnml copyright/@holder", 0.4)
    headline = text(child(story, "body", "headline"))
    evidence.add(Field.HEADLINE, headline.lstrip("*"), "djnml headline", 1.0)


def _below(paragraphs: list[str], evidence: Evidence) -> tuple[str, ...]:
    """Take off what stands below a text: who wrote it, the wire and the time; return the notes."""
    notes: list[str] = []
    for _ in range(_MOST_BELOW):
        last = paragraphs[-1] if len(paragraphs) > 1 else ""
        if wire := _WIRE.fullmatch(last):
            evidence.add(Field.SOURCE, wire[1], "djnml last line", 0.7)
            notes += ["more of the text follows in another document"] * last.startswith(_MORE)
        elif by := _BY.fullmatch(last):
            evidence.add(Field.AUTHOR, by["who"], "djnml byline", 0.9)
        elif not (last and (_SENT.fullmatch(last) or _ADDRESS.fullmatch(last))):
            break
        paragraphs.pop()
    return tuple(notes)
