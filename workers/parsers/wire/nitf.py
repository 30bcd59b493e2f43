"""NITF, the news text format of the wires: bare, or inside a NewsML-G2 item."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from lxml import etree

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.bylines.wire_copy import signed
from workers.parsers.claims.evidence import Evidence
from workers.parsers.paragraphs.markup import (
    element_paragraphs,
    looks_like_html,
    without_headline,
)
from workers.parsers.paragraphs.typeset import wrapped_paragraphs
from workers.parsers.wire.tombstone import stand_in
from workers.parsers.xml_formats.pieces import MENDED, whole
from workers.parsers.xml_formats.safe import (
    child,
    children,
    language,
    local,
    prepare,
    root_of,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_TITLES = ("byttl", "virtloc")
"""Beside a name in a byline: what the person is, and where on the web."""
_CODE = re.compile(r"[\w:.#-]*\d[\w:.#-]*|[A-Z]{1,5}|[a-z]|\w+:\S+")
"""What a classifier says to machines: `04000000`, `POL`, `medtop:20000763`."""
_DIGITS = re.compile(r"\D")
_ATTRIBUTES: tuple[tuple[tuple[str, ...], str, Field, float], ...] = (
    (("doc-id",), "id-string", Field.GUID, 1.0),
    (("doc-id",), "regsrc", Field.SOURCE, 0.5),
    (("doc.copyright",), "holder", Field.SOURCE, 0.4),
    (("date.issue",), "norm", Field.PUBLISHED, 0.95),
    (("du-key",), "key", Field.SLUGLINE, 0.6),
    (("du-key",), "version", Field.VERSION, 0.9),
    (("du-key",), "generation", Field.VERSION, 0.7),
    (("doc-scope",), "scope", Field.SECTION, 0.5),
    (("identified-content", "classifier"), "value", Field.KEYWORD, 0.7),
)
"""Below `docdata`: element, attribute → field, and how far to believe it."""
_NO_SECTION = frozenset({"", "news", "data", "text", "article", "image", "photo", "story", "alert"})
"""What an object is by its type, in small letters; any other word there is a desk's."""
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp)(?:[?#]|$)", re.IGNORECASE)
_LABEL = 12
"""Characters before the link of a paragraph that only shows a picture: `BILDE:`."""
_NAMED_SIGN = re.compile(r"<!-- ([0-9a-f]{4})\(unknown\) -->")
"""A sign that DTI's program could not write, and named in a comment: `<!-- 2019(unknown) -->`."""
_TOPICS = "nitf tobject.subject, key-list"
"""The source of both: one list, where a reader looks for what an item is about."""
_IDENTIFIED = ("person", "org", "location", "event", "object.title")
"""What an item is about, by name."""
_NAMED = "nitf identified-content/classifier/@value"
"""The source of these too: they are one list with what the classifiers say."""
_PUBLICATION: tuple[tuple[str, Field, float], ...] = (
    ("name", Field.SOURCE, 0.8),
    ("date.publication", Field.PUBLISHED, 0.8),
    ("position.section", Field.SECTION, 0.9),
    ("ex-ref", Field.URL, 0.6),
)
"""Attributes of `pubdata`."""


class Nitf:
    """Reads the one item of a NITF document."""

    name = "nitf"
    version = 7
    opens = b"<"

    def score(self, file: RawFile) -> float:
        """Return .98 where the first tag is `nitf`."""
        root = root_of(file)
        return 0.98 if root is not None and root.name == "nitf" else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the item, or raise `Rejected` saying why there is none."""
        document = prepare(file, context)
        signed_out = _NAMED_SIGN.sub(lambda found: chr(int(found[1], 16)), document.text)
        root, mended = whole(signed_out, "nitf")
        evidence, notes = Evidence(), document.notes + ((MENDED,) if mended else ())
        gather(root, evidence)
        paragraphs, where, told = body(root)
        headline = next(iter(evidence.values(Field.HEADLINE)), None)
        paragraphs, inside = signed(without_headline(paragraphs, headline), evidence)
        told = (*told, *inside)
        if not paragraphs:
            status = next(iter(evidence.values(Field.PUB_STATUS)), None)
            message = next(iter(messages(root)), None)
            paragraphs, told = stand_in(status, headline, message)
            where = "nitf head"
        if not paragraphs:
            raise Rejected(Reason.NO_ARTICLE, "there is no text in the NITF document's body")
        yield RawItem(
            body=paragraphs,
            body_source=where,
            claims=evidence.ordered(),
            notes=(*notes, *told, *(f"ed-msg: {message}" for message in messages(root))),
        )


def gather(root: etree._Element, evidence: Evidence) -> None:
    """Add all that a `nitf` element claims."""
    head, body_head = child(root, "head"), child(root, "body", "body.head")
    docdata = child(head, "docdata")
    evidence.add(Field.GUID, root.get("uno"), "nitf @uno", 0.9)
    evidence.add(Field.LANGUAGE, language(_deepest(root)), "xml:lang", 0.9)
    evidence.add(Field.LANGUAGE, root.get("baselang"), "nitf @baselang", 0.8)
    evidence.add(Field.HEADLINE, text(child(head, "title")), "nitf head/title", 0.6)
    _body_head(body_head, evidence)
    if docdata is not None:
        _docdata(docdata, evidence)
    for publication in children(head, "pubdata"):
        for name, field, weight in _PUBLICATION:
            evidence.add(field, publication.get(name), f"nitf pubdata/@{name}", weight)
    for revision in children(head, "revision-history"):
        evidence.add(Field.UPDATED, revision.get("norm"), "nitf revision-history", 0.8)
        if "editor" in (revision.get("function") or ""):
            evidence.add(Field.EDITOR, revision.get("name"), "nitf revision-history", 0.8)
    _topics(head, docdata, evidence)


def _topics(
    head: etree._Element | None, docdata: etree._Element | None, evidence: Evidence
) -> None:
    """Add what the document is about, and of which desk it is."""
    for thing in children(head, "tobject"):
        if (kind := thing.get("tobject.type", "").strip()).casefold() not in _NO_SECTION:
            evidence.add(Field.SECTION, kind, "nitf tobject/@tobject.type", 0.3)
    for subject in children(child(head, "tobject"), "tobject.subject"):
        names = (subject.get(f"tobject.subject.{part}") for part in ("detail", "matter", "type"))
        finest = next((name for name in names if name), None)
        evidence.add(Field.KEYWORD, finest, _TOPICS, 0.9)
    for named in children(child(docdata, "identified-content"), *_IDENTIFIED):
        evidence.add(Field.KEYWORD, text(named), _NAMED, 0.7)
    for keyword in children(child(docdata, "key-list"), "keyword"):
        evidence.add(Field.KEYWORD, keyword.get("key") or text(keyword), _TOPICS, 0.9)


def body(root: etree._Element) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return the paragraphs of a `nitf` element, where they stood, and what to say of that."""
    content = child(root, "body", "body.content")
    # Archives keep the lead once more, and corrections, in blocks beside that of the text.
    full = [one for one in children(content, "block") if one.get("class") == "full_text"]
    parts = full or ([] if content is None else [content])
    for shown in [one for part in parts for one in part.iter("{*}p") if _shows_picture(one)]:
        shown.text, shown[:] = None, []
    paragraphs = _bare_text(content) or element_paragraphs(parts)
    if paragraphs:
        repeated = f"LEAD: {''.join(paragraphs[1:2])}" == paragraphs[0]  # an archive has it twice
        return paragraphs[repeated:], "nitf body.content", ()
    abstracts = children(child(root, "body", "body.head"), "abstract")
    note = ("no body.content: the abstract stands for it",) if abstracts else ()
    return element_paragraphs(abstracts), "nitf abstract", note


def _bare_text(content: etree._Element | None) -> tuple[str, ...]:
    """Return the paragraphs of a text without any element, which only blank lines part."""
    inside = "" if content is None or len(content) else content.text or ""
    return wrapped_paragraphs(inside) if inside and not looks_like_html(inside) else ()


def _shows_picture(paragraph: etree._Element) -> bool:
    """Return whether a paragraph is no more than the link to a picture, and a label before it."""
    links = list(paragraph)
    alone = len(links) == 1 and local(links[0]) == "a" and not (links[0].tail or "").strip()
    return (
        alone
        and len((paragraph.text or "").strip()) <= _LABEL
        and _PICTURE.search(links[0].get("href") or "") is not None
    )


def messages(root: etree._Element) -> list[str]:
    """Return the notes to editors: of the document's data, above its text, and why it changed."""
    told = [one.get("info") or "" for one in children(child(root, "head", "docdata"), "ed-msg")]
    told += [text(one) for one in children(child(root, "body", "body.head"), "note")]
    told += [one.get("comment") or "" for one in children(child(root, "head"), "revision-history")]
    return [" ".join(one.split())[:300] for one in told if one.strip()]


def _deepest(root: etree._Element) -> etree._Element:
    """Return the element whose language is that of the text."""
    content = child(root, "body", "body.content")
    return root if content is None else content


def _body_head(head: etree._Element | None, evidence: Evidence) -> None:
    """Add what stands above the text: headline, byline, dateline, distributor."""
    heading = child(head, "hedline")
    first = child(heading, "hl1")
    evidence.add(Field.HEADLINE, text(heading if first is None else first), "nitf hedline/hl1", 1.0)
    for byline in children(head, "byline"):
        persons = [_plain(person) for person in children(byline, "person")]
        evidence.every(Field.AUTHOR, persons or [_plain(byline)], "nitf byline", 1.0)
    for distributor in children(head, "distributor"):
        evidence.add(Field.SOURCE, text(distributor), "nitf distributor", 0.9)
    for dateline in children(head, "dateline"):
        for part in dateline.iter():
            part.tail = part.tail or " "
        evidence.add(Field.DATELINE, text(dateline), "nitf dateline", 0.9)
        date = child(dateline, "story.date")
        if date is not None:
            evidence.add(Field.PUBLISHED, date.get("norm"), "nitf story.date", 0.6)


def _docdata(docdata: etree._Element, evidence: Evidence) -> None:
    """Add what the document says of itself."""
    status = docdata.get("management-status")
    evidence.add(Field.PUB_STATUS, status, "nitf docdata/@management-status", 1.0)
    for path, attribute, field, weight in _ATTRIBUTES:
        *above, last = path
        for element in children(child(docdata, *above), last):
            source, value = f"nitf {'/'.join(path)}/@{attribute}", element.get(attribute)
            if last == "classifier" and not value and "/" not in text(element):
                value = text(element)
            if last != "classifier" or not _CODE.fullmatch(value or ""):
                evidence.add(field, value, source, weight)
    issue, release = child(docdata, "date.issue"), child(docdata, "date.release")
    free = "" if release is None else release.get("norm") or ""
    issued = "" if issue is None else issue.get("norm") or ""
    if not issued:
        evidence.add(Field.PUBLISHED, free, "nitf date.release/@norm", 0.6)
    elif _DIGITS.sub("", free)[:14] > _DIGITS.sub("", issued)[:14]:
        # Free only after it was issued: that is what an embargo is.
        evidence.add(Field.EMBARGO, free, "nitf date.release/@norm", 0.9)


def _plain(element: etree._Element) -> str:
    """Return an element's text without titles and addresses."""
    bare = copy.deepcopy(element)
    bare.tail = None
    etree.strip_elements(bare, *(f"{{*}}{name}" for name in _TITLES), with_tail=False)
    return text(bare)
