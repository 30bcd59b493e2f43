"""Other articles below or above this one in one page: streams, and what scrolling loads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.lines.printed_dates import has_date, without_date
from workers.parsers.lines.stops import is_closed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from workers.parsers.html.walk.nodes import Block, Node
    from workers.parsers.html.walk.page import Page

_SHORTEST, _LONGEST = 8, 250
"""Characters of a headline."""
_PART = 0.5
"""The least share of a title that the headline has to be; the rest is the site's name."""
_HEADINGS = frozenset({"h1", "h2", "h3"})
_BELOW = 5
"""Lines below a headline among which its byline or day stands."""
_LEAST = 200
"""Characters of sentences in an article of a stream."""
_LINE = 100
"""Characters of such a line."""
_FEW = 3
"""Words beside the day in such a line that ends with a stop."""


def others(page: Page, titles: tuple[str, ...]) -> list[slice]:
    """
    Return the places of blocks that are of other articles than the one that the titles name.

    Beside them its headline's, which is no text. None where the page has no other article.
    """
    own = _headline(page, titles)
    found = [] if own is None else list(_others(page, own))
    return [slice(own.at, own.at + 1), *found] if own is not None and found else []


def _others(page: Page, own: Block) -> Iterator[slice]:
    """
    Yield the places of the other articles of a page.

    Another article has a headline that is made as this one's is, and a text. In an element of its
    own it begins with that, and ends with the element. Both have a byline or a day below them, or
    neither, in elements of their own and with headlines of level one: where only the page's
    headline has one, the others are chapters. So are those of a lower level that lead nowhere:
    the entries of a timeline.
    """
    marked = {mark.at for mark in page.marks if mark.text}
    signed = _is_signed(page, own, marked)
    seen: set[int] = set()
    for block in _alike(page, own):
        if _is_chapter(own, block):
            continue
        holder = _holder(own, block)
        if holder is None or holder.index in seen:
            continue
        seen.add(holder.index)
        alone = holder is not block.node
        sure = signed and _is_signed(page, block, marked)
        if alone and (sure or (not signed and _is_first(own, block))):
            places = _places(page, holder, block.at)
            if not any(each.prose for each in page.blocks[places.start : block.at]):
                yield places
        elif sure and not alone:
            yield slice(block.at, len(page.blocks))
            return


def _is_chapter(own: Block, other: Block) -> bool:
    """Return whether a heading stands below the headline's level, and is no link."""
    lower = own.node.tag == "h1" and other.node.tag in {"h2", "h3", "h4"}
    return lower and 2 * other.link_chars < len(other.text)


def _is_first(own: Block, other: Block) -> bool:
    """Return whether two headlines are of level one, and of a class."""
    return own.node.tag == other.node.tag == "h1" and not own.node.signature.endswith(".")


def _alike(page: Page, own: Block) -> Iterator[Block]:
    """Yield the blocks that are made as the headline is, and say something else."""
    name = _name(own.node.signature)
    made = {each for each in {block.node.signature for block in page.blocks} if _name(each) == name}
    for block in page.blocks:
        if block.node.signature in made and block.text != own.text and len(block.text) <= _LONGEST:
            yield block


def _headline(page: Page, titles: tuple[str, ...]) -> Block | None:
    """Return the block that is the headline of the page: it is most of one of its titles."""
    folded = [title.casefold() for title in titles]
    headings = (block for block in page.blocks if block.node.tag in _HEADINGS)
    lines = (block for block in page.blocks if not block.node.signature.endswith("."))
    named = (block for blocks in (headings, lines) for block in blocks)
    return next((block for block in named if _is_title(block.text, folded)), None)


def _is_title(text: str, titles: list[str]) -> bool:
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    small = text.casefold()
    return any(small in title and len(small) >= _PART * len(title) for title in titles)


def _name(signature: str) -> str:
    """Return how a headline is made: its class, or its tag where it has none."""
    tag, _, names = signature.partition(".")
    return names if names and tag in _HEADINGS else signature


def _is_signed(page: Page, heading: Block, marked: AbstractSet[int]) -> bool:
    """Return whether an element that is called so, or a day, stands below it, before the text."""
    at = heading.at + 1
    for block in page.blocks[at : at + _BELOW]:
        if block.at in marked or _is_dated(block.text):
            return True
        if block.prose:
            return False
    return False


def _is_dated(text: str) -> bool:
    """Return whether a line tells a day, and is no sentence with one in it."""
    if len(text) > _LINE or not has_date(text):
        return False
    return not is_closed(text) or len(without_date(text).split()) <= _FEW


def _holder(own: Block, other: Block) -> Node | None:
    """Return the element of another article; its headline's own where both lie in one."""
    around = {node.index for node in own.node.chain}
    holder = next(node for node in reversed(other.node.chain) if node.index in around)
    mine, its = _below(own.node, holder), _below(other.node, holder)
    if mine is not None and its is not None and min(mine.prose, its.prose) >= _LEAST:
        return its
    flat = mine is own.node and its is other.node and own.node.tag in _HEADINGS
    return its if flat and other.at > own.at else None


def _below(node: Node, holder: Node) -> Node | None:
    """Return the element right below `holder` on the way to `node`."""
    inner: Node | None = node
    while inner is not None and inner.parent is not holder:
        inner = inner.parent
    return inner


def _places(page: Page, node: Node, at: int) -> slice:
    """Return the places of the blocks in an element, of which one is given: they lie together."""
    first, last = at, at
    while first > 0 and node in page.blocks[first - 1].node.chain:
        first -= 1
    while last + 1 < len(page.blocks) and node in page.blocks[last + 1].node.chain:
        last += 1
    return slice(first, last + 1)
