"""
NewsML 1.0 to 1.2, which agencies still send beside NewsML-G2: one news item, or several.

Components nest in components: the text of an item is that of its fullest rendition, and components
of pictures, captions and films are passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers import xml_safe
from workers.parsers.base import RejectedItem
from workers.parsers.html.evidence import Evidence
from workers.parsers.markup import without_headline
from workers.parsers.newsml_1_fields import formal, gather
from workers.parsers.tombstone import stand_in
from workers.parsers.wire_content import Rendition, rendition
from workers.parsers.wire_signed import signed
from workers.parsers.xml_pieces import MENDED, is_ended, pieces, whole
from workers.parsers.xml_safe import child, children, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from workers.parsers.base import ParseContext, Parsed, RawFile

_ITEMS = frozenset({"NewsItem"})
_NO_TEXT = ("photo", "picture", "image", "graphic", "video", "audio", "animation", "caption",
            "thumbnail", "logo", "icon")  # fmt: skip
"""Roles and media types of components whose text, if any, is not the story's."""
_DEEPEST = 12


class Newsml1:
    """Reads the news items of a NewsML 1 document."""

    name = "newsml_1"
    version = 1

    def score(self, file: RawFile) -> float:
        """Return .98 where the first tag is `NewsML`."""
        root = xml_safe.sniff(file.head)
        return 0.98 if root is not None and root.name == "NewsML" else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the items with a text; where there are several items, named by their places."""
        document = xml_safe.prepare(file, context)
        try:
            root, mended = whole(document.text, "NewsML")
        except Rejected as rejected:
            yield from _piecemeal(document, rejected)
            return
        notes = document.notes + ((MENDED,) if mended else ())
        items = children(root, "NewsItem")
        found = [(place, one) for place, one in enumerate(items, 1) if _has_text(one)]
        if not found:
            what = "only pictures, references or topics" if items else "no news item"
            raise Rejected(Reason.NO_ARTICLE, f"there is no news text in this NewsML, {what}")
        for place, item in found:
            parsed = _item(item, str(place) if len(items) > 1 else "", notes)
            if isinstance(parsed, RejectedItem) and len(items) == 1:
                raise parsed.rejected
            yield parsed


def _piecemeal(document: xml_safe.Document, broken: Rejected) -> Iterator[Parsed]:
    """Yield the items that are whole; then the refusal, if the document's end is missing."""
    if broken.reason is not Reason.MALFORMED:
        raise broken
    read = False
    for place, (item, mended) in enumerate(pieces(document.text, _ITEMS), 1):
        read = True
        if _has_text(item):
            yield _item(item, str(place), document.notes + ((MENDED,) if mended else ()))
    if not read or not is_ended(document.text, "NewsML"):
        raise Rejected(broken.reason, f"the NewsML breaks off: {broken.detail}") from broken


def _has_text(item: etree._Element) -> bool:
    """Return whether an item holds a text, or may be a kill: no pictures and no topics alone."""
    return bool(list(_contents(item, 0))) or child(item, "NewsComponent") is None


def _item(item: etree._Element, place: str, notes: tuple[str, ...]) -> Parsed:
    """Return the item of a `NewsItem`, or why it is none."""
    evidence = Evidence()
    gather(item, evidence)
    found = (rendition(one, "newsml DataContent", evidence) for one in _contents(item, 0))
    text = max(found, key=lambda one: one.size, default=Rendition())
    headline = next(iter(evidence.values(Field.HEADLINE)), None)
    paragraphs, told = signed(without_headline(text.paragraphs, headline), evidence)
    source, told = text.source, (*text.notes, *told)
    if not paragraphs:
        status = next(iter(evidence.values(Field.PUB_STATUS)), None)
        paragraphs, told = stand_in(status, headline, None)
        source = "newsml NewsManagement"
    if not paragraphs:
        detail = "the news item has no text inside: only metadata or links to content"
        return RejectedItem(place, Rejected(Reason.NO_ARTICLE, detail))
    return RawItem(
        body=paragraphs,
        body_source=source,
        claims=evidence.ordered(),
        item=place,
        notes=(*notes, *told),
    )


def _contents(component: etree._Element, depth: int) -> Iterator[etree._Element]:
    """Yield the `DataContent` elements of the texts below an item or a component."""
    if depth > _DEEPEST or _is_media(formal(child(component, "Role"))):
        return
    for one in children(component, "NewsComponent", "ContentItem"):
        if local(one) == "NewsComponent":
            yield from _contents(one, depth + 1)
        elif not _is_media(formal(child(one, "MediaType"))):
            yield from children(one, "DataContent")


def _is_media(kind: str) -> bool:
    return kind.casefold().endswith(_NO_TEXT)
