"""
NewsML-G2: a news item alone, or a news message with many.

Packages only point to items and concepts are no news: both are passed over in a message.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.claims.evidence import Evidence
from workers.parsers.wire.content import Rendition, rendition
from workers.parsers.wire.newsml_fields import code, gather, name_of, notes_of
from workers.parsers.wire.newsml_items import item_of, piecemeal
from workers.parsers.xml_formats import safe as xml_safe
from workers.parsers.xml_formats.pieces import MENDED, whole
from workers.parsers.xml_formats.safe import child, children, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from shared.domain.article import RawItem
    from workers.parsers.base import ParseContext, Parsed, RawFile

_ROOTS = frozenset(
    {"newsItem", "newsMessage", "packageItem", "knowledgeItem", "conceptItem", "planningItem",
     "catalogItem"}
)  # fmt: skip
_ITEMS = frozenset({"newsItem"})
_NAMESPACE = b"iptc.org/std/nar"
_NO_TEXT = frozenset({"picture", "graphic", "video", "audio", "animation"})
"""Item classes whose inline text, if any, is a caption."""


class NewsmlG2:
    """Reads the news items of a NewsML-G2 document."""

    name = "newsml_g2"
    version = 6
    opens = b"<"

    def score(self, file: RawFile) -> float:
        """Return .98 for a root of the standard in its namespace, .9 without the namespace."""
        root = xml_safe.root_of(file)
        if root is None or root.name not in _ROOTS:
            return 0.0
        return 0.98 if _NAMESPACE in root.attributes else 0.9

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the news items; those of a message are named by their places."""
        document = xml_safe.prepare(file, context)
        try:
            root, mended = whole(document.text, "newsItem")
        except Rejected as rejected:
            yield from piecemeal(document, rejected, ("newsMessage", "newsItem"), _told)
            return
        notes = document.notes + ((MENDED,) if mended else ())
        if local(root) == "newsItem":
            yield _one(_item(root, "", notes))
            return
        items = [item for item in root.iter() if local(item) in _ITEMS]
        texts = [(place, one) for place, one in enumerate(items, 1) if not _is_media(one)]
        if not texts:
            raise Rejected(Reason.NO_ARTICLE, _nothing(root, bool(items)))
        for place, item in texts:
            yield _item(item, str(place), notes)


def _nothing(root: etree._Element, media: bool) -> str:  # noqa: FBT001 - names what was found
    what = "pictures, sound or video" if media else "references or concepts"
    return f"there is no news text in this {local(root)}, only {what}"


def _one(parsed: Parsed) -> RawItem:
    """Return the only item of a document; where it was not taken, the document is not."""
    if isinstance(parsed, RejectedItem):
        raise parsed.rejected
    return parsed


def _told(item: etree._Element, place: str, notes: tuple[str, ...]) -> Parsed | None:
    return None if _is_media(item) else _item(item, place, notes)


def _is_media(item: etree._Element) -> bool:
    """Return whether an item is a picture, a film or a sound."""
    kind = child(item, "itemMeta", "itemClass")
    return kind is not None and code(kind).rpartition(":")[2].rpartition("/")[2] in _NO_TEXT


def _item(item: etree._Element, place: str, notes: tuple[str, ...]) -> Parsed:
    """Return the item of a `newsItem`, or why it is none."""
    evidence = Evidence()
    gather(item, evidence)
    parsed = item_of(
        _body(item, evidence),
        evidence,
        place,
        management="newsml itemMeta",
        kinds=_kinds(item),
        ed_note=xml_safe.text(child(item, "itemMeta", "edNote")),
    )
    if isinstance(parsed, RejectedItem):
        return parsed
    return replace(parsed, notes=(*notes, *parsed.notes, *notes_of(item)))


def _kinds(item: etree._Element) -> list[str]:
    """Return the class and the genres of an item, by code and by name."""
    found = [child(item, "itemMeta", "itemClass"), *children(child(item, "contentMeta"), "genre")]
    told = [one for one in found if one is not None]
    return [*map(code, told), *map(name_of, told)]


def _body(item: etree._Element, evidence: Evidence) -> Rendition:
    """Return the best rendition of an item's text."""
    contents = children(child(item, "contentSet"), "inlineXML", "inlineData")
    found = (rendition(one, f"newsml {local(one)}", evidence) for one in contents)
    return max(found, key=lambda one: one.size, default=Rendition())
