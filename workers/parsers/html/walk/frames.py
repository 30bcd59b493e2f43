"""The elements that are open while a page is walked through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.html.walk.naming import hints_of, role_hint
from workers.parsers.html.walk.nodes import Node

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workers.parsers.html.walk.nodes import Mark

_UNSEEN = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden"
    r"|element-invisible|(?:rollover|popover|hovercard)-(?:[^\W_]+-)?(?:block|content|inner)"
    r"|tooltip-?(?:content|text|inner))(?:$|\s|_)",
    re.IGNORECASE,
)
"""What frameworks call texts for those who hear a page, and ones that open over the line."""

_OPENED = re.compile(r"more|full|rest(?![a-z])|expand|collaps|toggle|read-?on", re.IGNORECASE)
"""How sites call the rest of a text that a click shows."""
_CLIPPED = "clip:rect(0"
"""How a style says the same."""


class Frame:
    """An open element; its node is made when a block in it wants one."""

    __slots__ = ("attributes", "before", "mark", "node", "outer", "style", "tag")

    def __init__(
        self, tag: str, attributes: Mapping[str, str], outer: Frame | None, style: int, before: int
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.outer = outer
        """The block-level element around it."""
        self.style = style
        """Of the text around it."""
        self.before = before
        """How many pieces of the run stand before it."""
        self.node: Node | None = None
        self.mark: Mark | None = None


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Return whether an element says that it is not shown."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style) and _is_off(str(style))


def _is_off(style: str) -> bool:
    return "display:none" in style.replace(" ", "").lower()


def is_unseen(attributes: Mapping[str, str], around: str) -> bool:
    """
    Return whether a part of a line is not shown, or only to those who hear the page.

    Elsewhere than in a paragraph such parts name authors, days and what they are.
    """
    style = attributes.get("style", "")
    if around != "p":
        return _CLIPPED in style
    names = attributes.get("class")
    if names and _UNSEEN.search(names):
        return True
    if _CLIPPED in style:
        return True
    off = "hidden" in attributes or (bool(style) and _is_off(style))
    return off and not _OPENED.search(f"{names} {attributes.get('id')}")


def node_of(frame: Frame, parent: Node, index: int) -> Node:
    """Return the node of an open element: what its names say, and whether it is shown."""
    tag, attributes = frame.tag, frame.attributes
    names, bits, itemprop, hidden = "", 0, "", parent.hidden
    if attributes and tag != "body":
        get = attributes.get
        names = get("class", "")
        bits = hints_of(names, get("id", "")) if names or "id" in attributes else 0
        role = get("role")
        if role:
            bits |= role_hint(role)
        itemprop = get("itemprop", "")
        hidden = hidden or is_hidden(attributes)
    return Node(tag, parent, parent.depth + 1, bits, f"{tag}.{names}", itemprop, hidden, index)
