"""What newspapers' systems say in NewsML-G2 by links and properties of their own: Infomaker's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.xml_formats.safe import child, children

if TYPE_CHECKING:
    from lxml import etree

    from workers.parsers.claims.evidence import Evidence

_RELATIONS = {
    "author": (Field.AUTHOR, 0.85),
    "section": (Field.SECTION, 0.8),
    "mainsection": (Field.SECTION, 0.85),
    "subject": (Field.KEYWORD, 0.8),
    "channel": (Field.SECTION, 0.4),
}
"""What the thing is to the article that a link leads to → field, and how far to believe it."""
_PROPERTIES = {
    "pubstart": (Field.PUBLISHED, 1.0),
    "url": (Field.URL, 0.8),
}
"""Ends of the types of properties, `imext:pubstart`: the moment from which readers see it."""


def gather_links(meta: etree._Element | None, evidence: Evidence) -> None:
    """Add what the links in `links` and the extension properties of an item's metadata claim."""
    for link in children(child(meta, "links"), "link"):
        main = link.get("type", "").rpartition("/")[2]
        found = _RELATIONS.get(main) or _RELATIONS.get(link.get("rel", ""))
        if found is not None:
            evidence.add(found[0], link.get("title"), f"newsml link/{link.get('rel')}", found[1])
    for one in children(meta, "itemMetaExtProperty"):
        known = _PROPERTIES.get(one.get("type", "").rpartition(":")[2])
        if known is not None:
            evidence.add(known[0], one.get("value"), "newsml itemMetaExtProperty", known[1])
