"""
NewsML 1.0 to 1.2, which agencies still send beside NewsML-G2: one news item, or several.

Components nest in components: the text of an item is that of its fullest rendition, and components
of pictures, captions and films are passed over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected
from workers.parsers import xml_safe
from workers.parsers.base import RejectedItem
from workers.parsers.html.evidence import Evidence
from workers.parsers.newsml_1_fields import formal, gather
from workers.parsers.newsml_items import item_of, piecemeal
from workers.parsers.wire_content import Rendition, rendition
from workers.parsers.xml_pieces import MENDED, whole
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
    opens = b"<"

    def score(self, file: RawFile) -> float:
        """Return .98 where the first tag is `NewsML`."""
        root = xml_safe.root_of(file)
        return 0.98 if root is not None and root.name == "NewsML" else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the items with a text; where there are several items, named by their places."""
        document = xml_safe.prepare(file, context)
        try:
            root, mended = whole(document.text, "NewsML")
        except Rejected as rejected:
            yield from piecemeal(document, rejected, ("NewsML", "NewsItem"), _told)
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


def _told(item: etree._Element, place: str, notes: tuple[str, ...]) -> Parsed | None:
    return _item(item, place, notes) if _has_text(item) else None


def _has_text(item: etree._Element) -> bool:
    """Return whether an item holds a text, or may be a kill: no pictures and no topics alone."""
    return bool(list(_contents(item, 0))) or child(item, "NewsComponent") is None


def _item(item: etree._Element, place: str, notes: tuple[str, ...]) -> Parsed:
    """Return the item of a `NewsItem`, or why it is none."""
    evidence = Evidence()
    gather(item, evidence)
    found = (rendition(one, "newsml DataContent", evidence) for one in _contents(item, 0))
    text = max(found, key=lambda one: one.size, default=Rendition())
    parsed = item_of(text, evidence, place, management="newsml NewsManagement")
    if isinstance(parsed, RejectedItem):
        return parsed
    return replace(parsed, notes=(*notes, *parsed.notes))


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
