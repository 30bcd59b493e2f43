"""Which elements that name somebody are about something else: a picture, a menu, a comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.html.walk.naming import Hint, hints

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block, Mark, Node

_STEPS = 4
"""Elements around one that are asked."""
_LICENSED = re.compile(r"licen[sc]e|copyright|(?:image|img|photo|media)-?(?:credit|author)")
"""Names of elements for whose picture it is."""
_OF_LICENSED, _OF_MENU = ("licen", "copyright", "credit", "author"), ("menu", "nav")
"""What is in all such names: to look for it takes a tenth of what the pattern takes."""
_NOT_ITS = frozenset({"figure", "figcaption", "blockquote", "nav"})
_MENU = re.compile(
    r"(?<![a-z])(?:menu|nav)[-_]?(?:item|link|entry|main|meta|service|list)|navigation"
)
"""Names of what is in a menu: `menu-item-object-author`."""


def named_as(mark: Mark) -> str:
    """Return how an element is called, in small letters."""
    return f"{mark.get('class')} {mark.get('id')}".lower()


def is_anothers(mark: Mark, first: int) -> bool:
    """Return whether an element is a picture's, a menu's, a quotation's, a reader's comment."""
    if _is_menu(named_as(mark)) or _is_menu(mark.node.signature):
        return True
    node: Node | None = mark.node
    for _ in range(_STEPS):
        if node is None:
            break
        if node.tag in _NOT_ITS or _is_licensed(node.signature):
            return True
        node = node.parent
    outer = mark.outer
    while outer is not None:
        if outer.at > first and outer.get("itemprop") in {"review", "reviews", "comment"}:
            return True
        outer = outer.outer
    return False


def _is_menu(names: str) -> bool:
    return any(each in names for each in _OF_MENU) and _MENU.search(names) is not None


def _is_licensed(names: str) -> bool:
    return any(each in names for each in _OF_LICENSED) and _LICENSED.search(names) is not None


def is_pictured(block: Block) -> bool:
    """Return whether a line's element is called a picture's: a `credit` alone is anybody's."""
    if not block.node.hints >> Hint.PICTURE & 1:
        return False
    names = block.node.signature.partition(".")[2].lower().replace("credit", "")
    return bool(hints(names) >> Hint.PICTURE & 1)


def fills_a_cell(block: Block) -> bool:
    """Return whether a line is all that a table's cell holds: a name of a row, no signature."""
    inner = block.node.chain[: -_STEPS - 1 : -1]
    return any(node.tag in {"td", "th"} and node.blocks == 1 for node in inner)


def named_inside(author: Mark, marks: list[Mark]) -> str | None:
    """Return the text of the element inside an author's that is called its name."""
    for mark in marks:
        if mark.outer is author and mark.get("itemprop") == "name":
            return mark.get("content") or mark.text
    return None
