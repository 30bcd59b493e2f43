"""What both generations of NewsML share: items of texts, and of documents that break off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.bylines.wire_copy import signed
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.wire.to_desks import for_desks
from workers.parsers.wire.tombstone import stand_in
from workers.parsers.xml_formats.pieces import MENDED, is_ended, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml import etree

    from workers.parsers.base import Parsed
    from workers.parsers.claims.evidence import Evidence
    from workers.parsers.wire.content import Rendition
    from workers.parsers.xml_formats.safe import Document


def item_of(
    text: Rendition,
    evidence: Evidence,
    place: str,
    *,
    management: str,
    kinds: Iterable[str] = (),
    ed_note: str | None = None,
) -> Parsed:
    """
    Return the item of a text and what is claimed of it, or why it is none.

    Where it has no text its status or `ed_note` may stand in (a kill), with `management` as source.
    `kinds` are its types and genres: advisories and memos are none.
    """
    headline = next(iter(evidence.values(Field.HEADLINE)), None)
    paragraphs, told = signed(without_headline(text.paragraphs, headline), evidence)
    source, told = text.source, (*text.notes, *told)
    status = next(iter(evidence.values(Field.PUB_STATUS)), None)
    if (why := for_desks(kinds, status, headline, paragraphs)) is not None:
        return RejectedItem(place, Rejected(Reason.NO_ARTICLE, why))
    if not paragraphs:
        paragraphs, told = stand_in(status, headline, ed_note)
        source = management
    if not paragraphs:
        detail = "the news item has no text inside: only metadata or links to content"
        return RejectedItem(place, Rejected(Reason.NO_ARTICLE, detail))
    return RawItem(
        body=paragraphs, body_source=source, claims=evidence.ordered(), item=place, notes=told
    )


def piecemeal(
    document: Document,
    broken: Rejected,
    names: tuple[str, str],
    read: Callable[[etree._Element, str, tuple[str, ...]], Parsed | None],
) -> Iterator[Parsed]:
    """
    Yield the items that are whole; then the refusal, if the document's end is missing.

    `names` are those of the root and of an item; `read` returns None for an item to pass over.
    """
    if broken.reason is not Reason.MALFORMED:
        raise broken
    root, item_name = names
    place = 0
    for place, (item, mended) in enumerate(pieces(document.text, frozenset({item_name})), 1):
        parsed = read(item, str(place), document.notes + ((MENDED,) if mended else ()))
        if parsed is not None:
            yield parsed
    if not place or not is_ended(document.text, root):
        raise Rejected(broken.reason, f"the {root} breaks off: {broken.detail}") from broken
