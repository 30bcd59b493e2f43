"""Which elements that name somebody are about something else: a picture, a menu, a comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.words import PICTURED
from workers.parsers.html.walk.naming import Hint, hints
from workers.parsers.html.walk.pointing import names_author_page

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block, Mark, Node
    from workers.parsers.html.walk.page import Page

_LONGEST_CREDIT = 80
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


def names_author(mark: Mark) -> bool:
    """Return whether an element says that it holds the author."""
    return (
        bool(mark.hints >> Hint.AUTHOR & 1)
        or mark.get("itemprop").lower() in {"author", "creator"}
        or "author" in mark.get("rel")
        or (mark.tag == "a" and names_author_page(mark.attributes))
    )


def is_plain_link(mark: Mark) -> bool:
    """Return whether only where it leads says that an element holds an author."""
    told = mark.hints >> Hint.AUTHOR & 1 or mark.get("itemprop") or "author" in mark.get("rel")
    return mark.tag == "a" and not told and names_author_page(mark.attributes)


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


def takes_pictures(mark: Mark, page: Page) -> bool:
    """Return whether the line below a name, in the same element, says that it is of pictures."""
    below = mark.at + max(len(mark.lines), 1)
    if below >= len(page.blocks):
        return False
    line, own = page.blocks[below], page.blocks[mark.at]
    office = " " not in line.text and PICTURED.match(line.text) is not None
    return office and line.node.parent is own.node.parent


def is_credited(mark: Mark, text: str) -> bool:
    """Return whether the line around an element says that it names who made something else."""
    line = mark.outer.text if mark.outer is not None else ""
    return len(line) <= _LONGEST_CREDIT and PICTURED.search(line.partition(text)[0]) is not None


def fills_a_cell(block: Block) -> bool:
    """Return whether a line is all that a table's cell holds: a name of a row, no signature."""
    inner = block.node.chain[: -_STEPS - 1 : -1]
    return any(node.tag in {"td", "th"} and node.blocks == 1 for node in inner)


def named_inside(author: Mark, marks: list[Mark]) -> str | None:
    """Return the text of the element inside an author's that is called its name."""
    for mark in marks:
        if mark.get("itemprop") == "name" and _is_of(mark, author):
            return mark.get("content") or mark.text
    return None


def _is_of(mark: Mark, author: Mark) -> bool:
    """Return whether an element belongs to an author's: it, or a link to a page, is around it."""
    outer = mark.outer
    while outer is not None and outer.get("itemprop") in {"", "url"}:
        outer = outer.outer
    return outer is author
