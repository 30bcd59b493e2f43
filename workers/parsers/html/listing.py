"""Pages that list articles: a front page, a section, an author's page, the answers to a search."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workers.parsers.html.body.body import Body
    from workers.parsers.html.walk.nodes import Block
    from workers.parsers.html.walk.page import Page

_FEWEST = 5
"""Teasers of a list; an article has boxes with fewer."""
_LINKED = 0.9
"""The part of a line that is a link, in a teaser's headline."""
_SHORTEST, _LONGEST = 8, 200
"""Characters of such a headline."""
_LOOSE = 0.1
"""The most of the text that stands below no such headline: the introduction to a list has more."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
_ANCHORED = re.compile(
    r"<h[1-5]\b[^<>]{0,500}>\s*<a\b[^<>]{0,500}\shref\s?=\s?[\"']?#", re.IGNORECASE
)
"""A headline that is a link into its own page: what opens an answer, or where a part begins."""
_TEASER = 400
"""Characters of text below each headline, on the average; what a list's article says of each thing
is longer, and so are whole articles one below the other."""
_SENTENCE = 60
"""Characters of a paragraph that introduces."""
_LINKS, _BESIDE = 60, 10
"""Lines with links of a front page, and how much longer these are than the text chosen there."""
_ROOT = re.compile(r"(?:\w+:)?//[^/?#]++/*+(?:#(?![!/]).*)?")
"""An address that is its host alone; `#!/news/17` is a page of it, `/news/17` has no host."""
_ABOVE = 4
"""Blocks above the text in which the first teaser's headline stands."""


def is_listing(page: Page, body: Body) -> bool:
    """
    Return whether the text chosen of a page are teasers: each below a headline that is a link.

    An article that lists things, the best ten hotels with links to each, has an introduction.
    """
    blocks = page.blocks[max(body.first - _ABOVE, 0) : body.last + 1]
    tags = Counter(block.node.tag for block in blocks if _is_linked(block))
    if not tags or (common := tags.most_common(1)[0])[1] < _FEWEST:
        return False
    said = set(body.paragraphs)
    under: Block | None = None
    teasers: set[int] = set()
    loose = whole = 0
    for block in blocks:
        if block.node.tag in _HEADINGS:
            under = block if block.node.tag == common[0] and _is_linked(block) else None
        elif block.text in said:
            size = len(block.text)
            if under is None:
                if size >= _SENTENCE and not teasers:
                    return False
                loose += size
            else:
                teasers.add(under.at)
            whole += size
    short = whole <= _TEASER * len(teasers)
    return len(teasers) >= _FEWEST and loose <= _LOOSE * whole and short


def is_front(page: Page, body: Body, addresses: Iterable[str]) -> bool:
    """
    Return whether a page is its site's first one, with one teaser's text among many links.

    That of a small site can be all there is of it, and is an article then. `addresses` are the
    one that the page was saved from, or else those that it states: of the front page they are all
    its host alone.
    """
    told = list(addresses)
    if not told or not all(map(_ROOT.fullmatch, told)):
        return False
    linked = [block.link_chars for block in page.blocks if block.links]
    return len(linked) >= _LINKS and sum(linked) >= _BESIDE * sum(map(len, body.paragraphs))


def has_several(page: Page, body: Body) -> bool:
    """Return whether two headlines at least that are links stand in a text, or right above it."""
    blocks = page.blocks[max(body.first - _ABOVE, 0) : body.last + 1]
    return sum(map(_is_linked, blocks)) > 1


def is_anchored(text: str) -> bool:
    """Return whether headlines of a page are links into itself: what they head stands here."""
    return sum(1 for _ in _ANCHORED.finditer(text)) >= _FEWEST


def _is_linked(block: Block) -> bool:
    """Return whether a block is a headline that is a link."""
    size = len(block.text)
    if block.node.tag not in _HEADINGS or not _SHORTEST <= size <= _LONGEST:
        return False
    return block.link_chars >= _LINKED * size
