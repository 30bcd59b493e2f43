"""
NewsML 1.0 to 1.2, which agencies still send beside NewsML-G2: one news item, or several.

Components nest in components: the text of an item is that of its fullest rendition, and components
of pictures, captions and films are passed over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.claims.evidence import Evidence
from workers.parsers.wire.content import Rendition, rendition
from workers.parsers.wire.newsml_1_fields import formal, gather
from workers.parsers.wire.newsml_1_parts import contents, versions
from workers.parsers.wire.newsml_1_told import notes_of
from workers.parsers.wire.newsml_items import item_of, piecemeal
from workers.parsers.xml_formats import safe as xml_safe
from workers.parsers.xml_formats.pieces import MENDED, whole
from workers.parsers.xml_formats.safe import child, children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from workers.parsers.base import ParseContext, Parsed, RawFile

_ITEMS = frozenset({"NewsItem"})


class Newsml1:
    """Reads the news items of a NewsML 1 document."""

    name = "newsml_1"
    version = 5
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
            read = list(_versions(item, str(place) if len(items) > 1 else "", notes))
            if len(items) == len(read) == 1 and isinstance(read[0], RejectedItem):
                raise read[0].rejected
            yield from read


def _versions(item: etree._Element, place: str, notes: tuple[str, ...]) -> Iterator[Parsed]:
    """Yield the item of a `NewsItem`; where it has a text in several languages, one of each."""
    found = versions(item)
    if not found:
        yield _item(item, place, notes)
    for number, (spoken, component) in enumerate(found.items()):
        label = f"{place}/{spoken}" if place else spoken
        yield _item(item, label, notes, component, f":{spoken}" if number else "")


def _told(item: etree._Element, place: str, notes: tuple[str, ...]) -> Parsed | None:
    if not _has_text(item):
        return None
    return next(_versions(item, place, notes))


def _has_text(item: etree._Element) -> bool:
    """Return whether an item holds a text, or may be a kill: no pictures and no topics alone."""
    status = formal(child(item, "NewsManagement", "Status")).casefold()
    empty = next(item.iter("{*}ContentItem"), None) is None
    withdrawn = empty and status not in {"", "usable"}
    return any(contents(item)) or withdrawn or child(item, "NewsComponent") is None


def _item(
    item: etree._Element,
    place: str,
    notes: tuple[str, ...],
    version: etree._Element | None = None,
    suffix: str = "",
) -> Parsed:
    """
    Return the item of a `NewsItem`, or why it is none.

    `version` is the component with the text in one of its languages; all but the first have an
    identity of their own, by `suffix`.
    """
    evidence = Evidence()
    gather(item, evidence, version, suffix)
    whole_item = item if version is None else version
    parsed = item_of(
        _text(whole_item, evidence),
        evidence,
        place,
        management="newsml NewsManagement",
        kinds=[formal(one) for one in item.iter("{*}NewsItemType", "{*}Genre")],
    )
    if isinstance(parsed, RejectedItem):
        return parsed
    return replace(parsed, notes=(*notes, *parsed.notes, *notes_of(whole_item)))


def _text(part: etree._Element, evidence: Evidence) -> Rendition:
    """Return the fullest rendition of a text, behind the lead that stands in its own component."""
    found = [(rendition(one, "newsml DataContent", evidence), lead) for one, lead in contents(part)]
    text, lead = (
        max((one for one, leads in found if leads is which), key=_size, default=Rendition())
        for which in (False, True)
    )
    if not text.paragraphs or not lead.paragraphs:
        return text if text.paragraphs else lead
    again = " ".join(text.paragraphs).startswith(lead.paragraphs[0])
    return text if again else replace(text, paragraphs=(*lead.paragraphs, *text.paragraphs))


def _size(one: Rendition) -> tuple[int, int]:
    return one.size
