"""Which element of a NewsML 1 item means which field; the parser is `newsml_1.py`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.wire.newsml_1_told import topics
from workers.parsers.wire.newsml_fields import IS_CODE
from workers.parsers.xml_formats.safe import child, children, language, local, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from workers.parsers.claims.evidence import Evidence

_LINES: tuple[tuple[str, Field, float], ...] = (
    ("HeadLine", Field.HEADLINE, 1.0),
    ("ByLine", Field.AUTHOR, 1.0),
    ("DateLine", Field.DATELINE, 1.0),
    ("CreditLine", Field.SOURCE, 0.9),
    ("SlugLine", Field.SLUGLINE, 1.0),
    ("KeywordLine", Field.KEYWORD, 0.9),
)
"""Below `NewsLines`: element → field, and how far to believe it."""
_PARTIES: tuple[tuple[str, Field, float], ...] = (
    ("Provider", Field.SOURCE, 0.75),
    ("Source", Field.SOURCE, 0.7),
    ("Creator", Field.AUTHOR, 0.5),
)
_PROPERTIES = {"keyword": Field.KEYWORD, "keywords": Field.KEYWORD, "section": Field.SECTION}
_IS_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_HOST = 0.3
_DAY_ALONE = 8
"""Characters of a day: an identifier with one was made on it, or long before."""
_DEEPEST = 4
"""Components inside components whose lines may still be those of the story."""


def formal(element: etree._Element | None) -> str:
    """Return the formal name of a thing; empty where there is none."""
    return "" if element is None else (element.get("FormalName") or "").strip()


def gather(
    item: etree._Element,
    evidence: Evidence,
    version: etree._Element | None = None,
    suffix: str = "",
) -> None:
    """
    Add all that a `NewsItem` claims; of those of its languages only what `version` says.

    `suffix` ends the identity of one that is not in the item's own language.
    """
    _identity(item, evidence, suffix)
    _management(child(item, "NewsManagement"), evidence)
    _sent(item, evidence)
    components = list(_components(item, 0))
    if version is not None:
        components = [(0, version), *((depth + 1, one) for depth, one in components)]
        evidence.add(Field.LANGUAGE, language(version), "xml:lang", 0.8)
    for depth, component in components:
        less = 0.1 * depth
        for name, field, weight in _LINES:
            for element in children(child(component, "NewsLines"), name):
                evidence.add(field, text(element), f"newsml {name}", weight - less)
        _administrative(child(component, "AdministrativeMetadata"), evidence, less)
        _descriptive(child(component, "DescriptiveMetadata"), evidence, less)
    for named in topics(item, next(iter(evidence.values(Field.LANGUAGE)), language(item))):
        evidence.add(Field.KEYWORD, named, "newsml TopicSet", 0.8)
    evidence.add(Field.LANGUAGE, language(item), "xml:lang", 0.6)


def _sent(item: etree._Element, evidence: Evidence) -> None:
    """Add when the message was sent, which stands for the times that some items lack."""
    envelope = child(item.getparent(), "NewsEnvelope", "DateAndTime")
    evidence.add(Field.PUBLISHED, text(envelope), "newsml NewsEnvelope", 0.3)
    day = text(child(item, "Identification", "NewsIdentifier", "DateId"))
    if len(day) > _DAY_ALONE:
        evidence.add(Field.PUBLISHED, day, "newsml DateId", 0.2)


def _components(parent: etree._Element, depth: int) -> Iterator[tuple[int, etree._Element]]:
    """Yield the components down to the first that has a headline of its own beside others."""
    inner = children(parent, "NewsComponent")
    for component in inner:
        yield depth, component
        # Several stories' parts side by side: their lines are captions and side bars.
        if depth < _DEEPEST and len(children(component, "NewsComponent")) == 1:
            yield from _components(component, depth + 1)


def _identity(item: etree._Element, evidence: Evidence, suffix: str) -> None:
    """Add an item's name and identity; identifiers may hold the revision glued to them."""
    identifier = child(item, "Identification", "NewsIdentifier")
    parts = [text(child(identifier, name)) for name in ("ProviderId", "DateId", "NewsItemId")]
    revision = child(identifier, "RevisionId")
    parts[2] = parts[2].removesuffix(f"-v{text(revision)}")
    evidence.add(Field.SOURCE, parts[0].removeprefix("www."), "newsml ProviderId", 0.2)
    if all(parts):
        guid = "urn:newsml:" + ":".join(parts)
        evidence.add(Field.GUID, f"{guid}{suffix}", "newsml NewsIdentifier", 1.0)
    elif public := text(child(identifier, "PublicIdentifier")):
        evidence.add(Field.GUID, f"{public}{suffix}", "newsml PublicIdentifier", 0.8)
    evidence.add(Field.VERSION, text(revision), "newsml RevisionId", 1.0)
    name = text(child(item, "Identification", "NameLabel"))
    evidence.add(Field.SLUGLINE, name, "newsml NameLabel", 0.6)


def _management(management: etree._Element | None, evidence: Evidence) -> None:
    """Add the times and the status; an item that waits for a moment is under embargo till then."""
    for name, field, weight in (
        ("FirstCreated", Field.PUBLISHED, 0.95),
        ("ThisRevisionCreated", Field.PUBLISHED, 0.5),
        ("ThisRevisionCreated", Field.UPDATED, 1.0),
    ):
        evidence.add(field, text(child(management, name)), f"newsml {name}", weight)
    status = formal(child(management, "Status"))
    change = child(management, "StatusWillChange")
    free = text(child(change, "DateAndTime"))
    if free and formal(child(change, "FutureStatus")).casefold() == "usable":
        evidence.add(Field.EMBARGO, free, "newsml StatusWillChange", 1.0)
    else:
        evidence.add(Field.PUB_STATUS, status, "newsml Status", 1.0)
    for order in children(management, "Instruction"):
        if formal(order).casefold() in {"delete", "kill", "cancel"}:
            evidence.add(Field.PUB_STATUS, "canceled", "newsml Instruction", 1.0)


def _administrative(data: etree._Element | None, evidence: Evidence, less: float) -> None:
    """Add parties by their roles; a reference to a topic (`#x`) names nobody."""
    for name, field, weight in _PARTIES:
        for holder in children(data, name):
            for party in children(holder, "Party"):
                told = formal(party).strip("()")
                known = evidence.values(Field.SOURCE)
                nobody = told in known or IS_CODE.fullmatch(told)
                if told.startswith("#") or (field is Field.AUTHOR and nobody):
                    continue
                edits = field is Field.AUTHOR and party.get("Topic", "").casefold() == "editor"
                role = Field.EDITOR if edits else field
                # an address names a publisher less well than a name, `AFP` beside `afp.com`
                own = _HOST if field is Field.SOURCE and _IS_HOST.fullmatch(told) else 0.0
                evidence.add(role, told, f"newsml {name}", weight - less - own)


def _descriptive(data: etree._Element | None, evidence: Evidence, less: float) -> None:
    for spoken in children(data, "Language"):
        evidence.add(Field.LANGUAGE, formal(spoken).lower(), "newsml Language", 0.9 - less)
    for found in [] if data is None else data.iter():
        field = _PROPERTIES.get(formal(found).casefold()) if local(found) == "Property" else None
        if field is not None:
            evidence.add(field, found.get("Value"), f"newsml Property {formal(found)}", 0.7)
