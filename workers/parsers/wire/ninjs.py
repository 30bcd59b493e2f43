"""
ninjs, the IPTC's news in JSON: 1.x with `body_xhtml` and the like, 2.x and 3.x with `bodies`.

Spelling differs between the versions (`versioncreated`, `versionCreated`, `version_created`): keys
are compared in lower case and without signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.bylines.wire_copy import signed
from workers.parsers.claims.evidence import Evidence
from workers.parsers.lines.datelines import agency_of
from workers.parsers.paragraphs.markup import line, without_headline
from workers.parsers.records.broken_off import value_of
from workers.parsers.records.keys import folded
from workers.parsers.records.shape import (
    is_document,
    keys,
    names,
    objects,
    paragraphs,
    plain,
)
from workers.parsers.records.terms import parted
from workers.parsers.wire.to_desks import for_desks
from workers.parsers.wire.tombstone import stand_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_OWN = frozenset(
    {"versioncreated", "firstcreated", "contentcreated", "pubstatus", "representationtype",
     "bodyxhtml", "bodytext", "bodies", "headlines", "descriptiontext", "descriptions",
     "copyrightholder", "copyrightnotice", "usageterms", "slugline", "ednote", "infosources"}
)  # fmt: skip
"""Keys that news in JSON of other makers seldom has."""
_ENOUGH = 3
_IDENTITIES = frozenset({"uri", "guid"})
_LISTS = ("items", "_items", "newsitems", "results", "data", "associations")
_WRAPPED = 4
"""How deep the items may lie inside what an interface puts around them."""
_NO_TEXT = frozenset({"picture", "graphic", "video", "audio", "animation", "image"})
_FIELDS: tuple[tuple[str, Field, float], ...] = (
    ("guid", Field.GUID, 1.0),
    ("uri", Field.GUID, 0.95),
    ("version", Field.VERSION, 1.0),
    ("headline", Field.HEADLINE, 1.0),
    ("title", Field.HEADLINE, 0.5),
    ("byline", Field.AUTHOR, 1.0),
    ("by", Field.AUTHOR, 1.0),
    ("firstcreated", Field.PUBLISHED, 0.95),
    ("contentcreated", Field.PUBLISHED, 0.7),
    ("versioncreated", Field.PUBLISHED, 0.5),
    ("versioncreated", Field.UPDATED, 1.0),
    ("contentmodified", Field.UPDATED, 0.6),
    ("embargoed", Field.EMBARGO, 1.0),
    ("pubstatus", Field.PUB_STATUS, 1.0),
    ("language", Field.LANGUAGE, 0.95),
    ("creditline", Field.SOURCE, 0.9),
    ("infosources", Field.SOURCE, 0.8),
    ("infosource", Field.SOURCE, 0.8),
    ("source", Field.SOURCE, 0.8),
    ("provider", Field.SOURCE, 0.75),
    ("copyrightholder", Field.SOURCE, 0.5),
    ("dateline", Field.DATELINE, 1.0),
    ("located", Field.DATELINE, 0.6),
    ("slugline", Field.SLUGLINE, 1.0),
    ("section", Field.SECTION, 0.9),
    ("service", Field.SECTION, 0.5),
    ("genre", Field.SECTION, 0.4),
    ("genres", Field.SECTION, 0.4),
    ("subject", Field.KEYWORD, 0.9),
    ("subjects", Field.KEYWORD, 0.9),
    ("keywords", Field.KEYWORD, 0.85),
)
"""Key → field, and how far to believe it."""


class Ninjs:
    """Reads ninjs items: one, or a list of them."""

    name = "ninjs"
    version = 6
    opens = b"{["

    def score(self, file: RawFile) -> float:
        """Return .98 where the standard is named, .9 for an identity beside keys of its own."""
        if not is_document(file):
            return 0.0
        seen = keys(file.head)
        if b"ninjs" in file.head and seen & _OWN:
            return 0.98
        return 0.9 if seen & _IDENTITIES and len(seen & _OWN) >= _ENOUGH else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the item; those of a list are named by their places."""
        value, broken = value_of(file, context)
        records = _records(value)
        if records is None and broken is not None:
            raise broken
        if records is None:
            parsed = _item(value, "")
            if isinstance(parsed, RejectedItem):
                raise parsed.rejected
            yield parsed
            return
        texts = [(place, one) for place, one in enumerate(records, 1) if not _media(one)]
        if not texts:
            raise Rejected(Reason.NO_ARTICLE, "there is no news text in the list of items")
        for place, record in texts:
            yield _item(record, str(place))
        if broken is not None:
            raise broken


def _records(value: object, depth: int = _WRAPPED) -> list[Any] | None:
    """Return the items of a list or of a wrapper; None where the value is itself an item."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or depth == 0 or folded(value).keys() & (_IDENTITIES | _OWN):
        return None
    for key in sorted(value, key=lambda key: key.lower() not in _LISTS):
        inner = value[key]
        if isinstance(inner, list) and (key.lower() in _LISTS or any(map(_is_item, inner))):
            return [_unwrapped(one) for one in inner]
        if _is_item(inner):
            return [inner]
        if isinstance(inner, dict) and (found := _records(inner, depth - 1)) is not None:
            return found
    return None


def _unwrapped(value: object) -> object:
    """Return the item that an interface put into an object, with what it says of the finding."""
    if not isinstance(value, dict) or _is_item(value):
        return value
    inside = [one for one in value.values() if _is_item(one)]
    return inside[0] if len(inside) == 1 else value


def _is_item(value: object) -> bool:
    """Return whether a value has keys that news in JSON of other makers seldom has."""
    return isinstance(value, dict) and len(folded(value).keys() & _OWN) >= _ENOUGH


def _media(value: object) -> bool:
    """Return whether an item is a picture, a film or a sound: its text is a caption."""
    return isinstance(value, dict) and plain(folded(value), "type").lower() in _NO_TEXT


def _item(value: object, place: str) -> Parsed:
    """Return one item, or why it is none."""
    if not isinstance(value, dict):
        detail = "it is not an object with the fields of a news item"
        return RejectedItem(place, Rejected(Reason.MALFORMED, detail))
    record = folded(value)
    if _media(value):
        detail = f"the item is of type {plain(record, 'type')}: no text to read"
        return RejectedItem(place, Rejected(Reason.NO_ARTICLE, detail))
    evidence = _evidence(record)
    headline = next(iter(evidence.values(Field.HEADLINE)), None)
    body, source, told = _body(record)
    body, inside = signed(without_headline(body, headline), evidence)
    if why := for_desks([plain(record, "type")], plain(record, "pubstatus"), headline, body):
        return RejectedItem(place, Rejected(Reason.NO_ARTICLE, why))
    note = plain(record, "ednote")
    if not body:
        body, told = stand_in(plain(record, "pubstatus"), headline, note)
        source = "ninjs headline"
    if not body:
        kind = plain(record, "type")
        detail = f"the item{f' of type {kind}' if kind else ''} has no body and no description"
        return RejectedItem(place, Rejected(Reason.NO_ARTICLE, detail))
    notes = (*told, *inside, *((f"edNote: {' '.join(note.split())[:300]}",) if note else ()))
    return RawItem(
        body=body, body_source=source, claims=evidence.ordered(), item=place, notes=notes
    )


def _evidence(record: dict[str, Any]) -> Evidence:
    """Return what an item claims."""
    evidence = Evidence()
    for short, field, weight in _FIELDS:
        if short in record:
            key, value = record[short]
            for told, part in parted(field, value):
                found = (line(one) if field is Field.HEADLINE else one for one in names(part))
                evidence.every(told, found, f"ninjs {key}", weight)
    for role, text, _ in _variants(record, "headline"):
        weight = 1.0 if role == "main" else 0.7
        evidence.add(Field.HEADLINE, line(text), f"ninjs headlines/{role}", weight)
    _persons(record, evidence)
    evidence.drop(Field.DATELINE, evidence.values(Field.AUTHOR))  # some fill `located` so
    address = next((one for one in evidence.values(Field.GUID) if one.startswith("http")), None)
    evidence.add(Field.URL, address, "ninjs uri", 0.3)
    evidence.add(Field.SOURCE, agency_of(plain(record, "dateline")), "ninjs dateline", 0.35)
    return evidence


def _persons(record: dict[str, Any], evidence: Evidence) -> None:
    """Add who wrote an item: in `authors` with a role, in AP's `bylines` with a title."""
    for one in objects(record, "bylines"):
        evidence.every(Field.AUTHOR, names(one.get("by")), "ninjs bylines", 0.95)
    _, authors = record.get("authors", ("", ()))
    for person in authors if isinstance(authors, list) else [authors]:
        role = str(person.get("role", "")).lower() if isinstance(person, dict) else ""
        field = Field.EDITOR if "edit" in role else Field.AUTHOR
        evidence.every(field, names(person), "ninjs authors", 0.9)


def _body(record: dict[str, Any]) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return the paragraphs of the body, else of a description; where they stood; a note."""
    for base, note in (("body", ()), ("description", ("no body: the description stands for it",))):
        best: tuple[int, int] = (0, 0)
        found: tuple[tuple[str, ...], str] = ((), "")
        for role, text, kind in _variants(record, base):
            parts = paragraphs(text, kind)
            rich = 2 if "html" in kind or "xml" in kind or "nitf" in kind else 1
            size = (rich if parts else 0, sum(map(len, parts)))
            if size > best:
                best, found = size, (parts, f"ninjs {base} {role}")
        if found[0]:
            return (*found, note)
    return (), "", ()


def _variants(record: dict[str, Any], base: str) -> Iterator[tuple[str, str, str]]:
    """
    Yield the texts of a field in all its forms, as (role, text, kind of content).

    `body_xhtml` and `body_text` of 1.x tell the kind in the key; `bodies` of 2.x and 3.x are a
    list of objects with `role`, `contentType` and `value`.
    """
    for short, (key, value) in record.items():
        if isinstance(value, str) and short.startswith(base) and short != "headline":
            role = short.removeprefix(base) or "text"
            yield key.removeprefix(base).strip("_") or role, value, role
    plural = "bodies" if base == "body" else f"{base}s"
    for one in objects(record, plural):
        shape = folded(one)
        if text := plain(shape, "value"):
            role = plain(shape, "role") or "main"
            yield role, text, plain(shape, "contenttype") or role
