"""
RSS 0.9x to 2.0, RDF and Atom: an item for each entry, with its full content where there is one.

lxml reads it, and not feedparser: a claim has to name the element that it stood in, which
feedparser folds away, and a value must come as it was written. A feed that is not well-formed is
read entry by entry here, so that one bad entry costs no other, and one that breaks off still gives
what stood before the break.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.bylines.wire_copy import signed
from workers.parsers.claims.evidence import Evidence
from workers.parsers.feeds import blogger as feed_blogger
from workers.parsers.feeds import taken_back
from workers.parsers.feeds import wordpress as feed_wordpress
from workers.parsers.feeds.content import fullest, stories, whole_page
from workers.parsers.feeds.fields import CHANNEL, CONTENT, ENTRY, SUMMARY, about, gather
from workers.parsers.html.whole_pages import claimed_beside, read_whole
from workers.parsers.paragraphs.closing import without_closing
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.wire import nitf
from workers.parsers.wire.tombstone import stand_in
from workers.parsers.xml_formats import safe as xml_safe
from workers.parsers.xml_formats.pieces import MENDED, is_ended, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from workers.parsers.base import ParseContext, Parsed, RawFile

_DELETED = "deleted-entry"
"""RFC 6721: an Atom feed withdraws an entry."""
_ENTRIES = frozenset({"item", "entry", _DELETED})
_ATOM = (b"www.w3.org/2005/Atom", b"purl.org/atom/ns#")
_RDF = (b"purl.org/rss/1.0", b"netscape.com/rdf/simple")
_Frame: TypeAlias = "tuple[etree._Element, ...]"  # noqa: SLF001 - lxml's only name for it
"""What a feed says of all its entries: its title, its language, its editor."""
_WORD = re.compile(r"\w+")
_STOPS = ".!?\u3002\uff01\uff1f"
_MUCH_MORE = 1.2
"""A description so many times longer than the content is the fuller text."""


class Feed:
    """Reads the entries of a feed."""

    name = "feed"
    version = 7
    opens = b"<"

    def score(self, file: RawFile) -> float:
        """Return .98 for the first tag of a feed, .9 where its namespace is missing."""
        root = xml_safe.root_of(file)
        if root is None:
            return 0.0
        if root.name == "rss":
            return 0.98
        if root.name in {"feed", "entry"}:
            atom = any(name in root.attributes for name in _ATOM)
            return 0.98 if atom else 0.9 if b"<entry" in file.head else 0.0
        if root.name == "RDF":
            rdf = any(name in file.head for name in _RDF)
            return 0.98 if rdf else 0.9 if b"<item" in file.head else 0.0
        return 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each entry, named by its place; `malformed` after a break."""
        document = xml_safe.prepare(file, context)
        read = False
        for place, (entry, frame, mended) in enumerate(_entries(document.text), 1):
            if not _is_text(entry):
                continue
            read = True
            notes = (*document.notes, *((MENDED,) if mended else ()))
            yield _item(entry, frame, str(place), notes)
        if not read:
            raise Rejected(Reason.NO_ARTICLE, "there are no entries with a text in the feed")


def _is_text(entry: etree._Element) -> bool:
    """Return whether an entry of a blog's export is a text, and not a setting or a comment."""
    if feed_wordpress.is_export(entry):
        return feed_wordpress.is_text(entry)
    return feed_blogger.is_text(entry)


def _entries(text: str) -> Iterator[tuple[etree._Element, _Frame, bool]]:
    """Yield the entries with what frames them; raise what is wrong where the feed breaks off."""
    try:
        root = xml_safe.parse(text)
    except Rejected as rejected:
        if rejected.reason is not Reason.MALFORMED:
            raise
        yield from _piecemeal(text, rejected)
        return
    frame = _frame(root)
    for entry in _outermost(root):
        yield entry, frame, False


def _outermost(root: etree._Element) -> list[etree._Element]:
    """Return the entries: of the root, of its channels, or the root itself."""
    if xml_safe.local(root) == "entry":
        return [root]
    holders = [root, *xml_safe.children(root, "channel")]
    return [entry for holder in holders for entry in xml_safe.children(holder, *_ENTRIES)]


def _frame(root: etree._Element) -> _Frame:
    """Return what speaks for the whole feed, without the entries: they may be thousands."""
    channel = root if xml_safe.local(root) == "feed" else xml_safe.child(root, "channel")
    if channel is None:
        return ()
    return tuple(one for one in channel if xml_safe.local(one) not in _ENTRIES)


def _piecemeal(text: str, broken: Rejected) -> Iterator[tuple[etree._Element, _Frame, bool]]:
    """Yield the entries that are whole, one by one; then the refusal, if the end is missing."""
    first = re.search(r"<(?:[\w.-]{1,60}:)?(?:item|entry)[\s>]", text)
    frame: _Frame = ()
    if first is not None and text[: first.start()].strip():
        try:
            frame = _frame(xml_safe.parse(text[: first.start()], recover=True))
        except Rejected:
            frame = ()  # the entries can do without what the channel says
    read = False
    for entry, mended in pieces(text, _ENTRIES):
        read = True
        yield entry, frame, mended
    if not read or not is_ended(text, "rss", "RDF", "feed"):
        raise Rejected(broken.reason, f"the feed breaks off: {broken.detail}") from broken


def _item(entry: etree._Element, frame: _Frame, place: str, notes: tuple[str, ...]) -> Parsed:
    """Return the item of one entry, or why it is none."""
    if xml_safe.local(entry) == _DELETED:
        return _tombstone(entry, place, notes)
    evidence = _evidence(entry, frame)
    if (page := whole_page(entry, CONTENT)) and (found := _of_page(page, evidence, place, notes)):
        return found
    headline = next(iter(evidence.values(Field.HEADLINE)), None)
    body, source, told = _body(entry)
    body = without_headline(body, headline)
    body = without_closing(body, headline, evidence.values(Field.SOURCE))
    if stories(entry, CONTENT):
        body, inside = signed(body, evidence)
        told = (*told, *inside)
    if not body and (order := taken_back.status(entry)):
        (body, told), source = stand_in(order, headline, None), "item"
    elif not body or _is_title(body, headline, evidence.values(Field.SOURCE)):
        detail = f"item {place}: there is no text in it, only a title, links or media"
        return RejectedItem(place, Rejected(Reason.NO_ARTICLE, detail))
    return RawItem(
        body=body,
        body_source=source,
        claims=evidence.ordered(),
        item=place,
        notes=(*notes, *told),
    )


def _evidence(entry: etree._Element, frame: _Frame) -> Evidence:
    """Return what an entry says of its article, and its feed of all of them."""
    evidence = Evidence()
    if feed_wordpress.is_export(entry):
        feed_wordpress.gather(entry, frame, evidence)
    for story in stories(entry, CONTENT):
        nitf.gather(story, evidence)
    gather(entry, ENTRY, evidence)
    evidence.add(Field.GUID, about(entry), "rdf:about", 0.8)
    evidence.add(Field.PUB_STATUS, feed_blogger.status(entry), "app:draft", 1.0)
    evidence.add(Field.PUB_STATUS, taken_back.status(entry), "an order to partners", 1.0)
    gather(frame, CHANNEL, evidence, of="channel/")
    evidence.add(Field.LANGUAGE, xml_safe.language(entry), "xml:lang", 0.8)
    if not evidence.values(Field.PUBLISHED):
        for moment in evidence.values(Field.UPDATED):
            evidence.add(Field.PUBLISHED, moment, "atom:updated, no other time", 0.4)
    return evidence


def _of_page(page: str, evidence: Evidence, place: str, notes: tuple[str, ...]) -> RawItem | None:
    """Return the article of the whole page that an entry has; None where the page has none."""
    url = next(iter(evidence.values(Field.URL)), None)
    with suppress(Rejected):
        found = read_whole(page, url)
        claims = claimed_beside(found, evidence.ordered())
        return replace(found, claims=claims, item=place, notes=(*notes, *found.notes))
    return None


def _tombstone(entry: etree._Element, place: str, notes: tuple[str, ...]) -> RawItem:
    """Return the item of an entry that is withdrawn: it has an identity and no text."""
    evidence, source = Evidence(), "atom:deleted-entry"
    evidence.add(Field.GUID, entry.get("ref"), source, 1.0)
    evidence.add(Field.UPDATED, entry.get("when"), source, 1.0)
    evidence.add(Field.PUB_STATUS, "canceled", source, 1.0)
    comment = xml_safe.text(xml_safe.child(entry, "comment"))
    body, told = stand_in("canceled", None, comment)
    return RawItem(
        body=body,
        body_source=source,
        claims=evidence.ordered(),
        item=place,
        notes=(*notes, *told),
    )


def _body(entry: etree._Element) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return the paragraphs of the fullest text, where they stood, and what to say of that."""
    full, where = fullest(entry, CONTENT)
    short, place = fullest(entry, SUMMARY)
    if sum(map(len, short)) > sum(map(len, full)) * _MUCH_MORE:
        return short, place, (f"no full content: the {place.rpartition(':')[2]} stands for it",)
    return full, where, ()


def _is_title(body: tuple[str, ...], headline: str | None, sources: list[str]) -> bool:
    """Return whether a text is the title and the publisher's name, as aggregators' links are."""
    if len(body) > 1 or not headline:
        return False
    words = set(_WORD.findall(" ".join([headline, *sources]).casefold()))
    return words.issuperset(_WORD.findall(body[0].casefold())) and body[0][-1] not in _STOPS
