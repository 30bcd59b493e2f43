"""Entries that a feed for partners tells them to take down, or to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.feeds.fields import qualified
from workers.parsers.xml_formats.safe import text

if TYPE_CHECKING:
    from lxml import etree

_STATES = {"deleted": "canceled", "blocked": "withheld"}
"""What Media RSS says of a whole entry (`media:status`)."""
_ORDERS = frozenset({":delete", ":deleted", ":isdeleted", ":delstatus"})
"""Elements of portals' own namespaces: `goonews:delete`, `oa:delStatus`."""
_YES = frozenset({"1", "true", "yes"})


def status(entry: etree._Element) -> str | None:
    """Return `canceled` or `withheld` for an entry that says so of itself."""
    for one in entry:
        name = qualified(one)
        if name == "media:status" and (state := one.get("state", "").casefold()) in _STATES:
            return _STATES[state]
        if name.casefold() in _ORDERS and text(one).casefold() in _YES:
            return "canceled"
    return None
