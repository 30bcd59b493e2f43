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
"""Lines with links of a front page, and how much longer these are than the text chosen there …"""
_BRIEF, _BESIDE_BRIEF = 500, 5
"""… where that has more characters than a teaser and a horoscope, and where it has not."""
_ROOT = re.compile(
    r"(?:https?://web\.archive\.org/web/\d{1,14}\w{0,4}/)?(?:\w+:)?//[^/?#]++/*+"
    r"(?:[a-z]{2}(?:[-_][A-Za-z]{2})?(?:/++|$))?"
    r"(?:(?:index|default|home)(?:\.\w{2,5})?/?)?(?:#(?![!/]).*)?"
)
"""
An address that is its host alone, at most with a language: `/de/`, `/index.html`.

`#!/news/17` is a page of it, `/news/17` has no host.
"""
_ALIKE, _PLACED = 10, 2
"""Links alike of a stream, and how many of them have a text below that was chosen."""
_STREAMED, _FAR = (20, 200), 3
"""Characters of such a link, and blocks from it down to its text: who wrote it and when."""
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
    size = sum(map(len, body.paragraphs))
    beside = _BESIDE_BRIEF if size < _BRIEF else _BESIDE
    return len(linked) >= _LINKS and sum(linked) >= beside * size


def is_stream(page: Page, body: Body) -> bool:
    """
    Return whether the text chosen of a page stands below links, and the page has many like them.

    A section's front page and a forum's threads: their headlines are links in any element, and
    most have no text below. Entries of lists are left out: menus stand above articles too. What
    introduces such links is an article's.
    """
    alike = Counter(_look(block) for block in page.blocks if _is_long_link(block))
    looks = {look for look, count in alike.items() if count >= _ALIKE}
    if not looks:
        return False
    said = set(body.paragraphs)
    below: Counter[int] = Counter()
    loose, head = 0, -1
    for block in page.blocks[max(body.first - _FAR, 0) : body.last + 1]:
        if _is_long_link(block) and _look(block) in looks:
            head = block.at
        elif block.text in said and 0 <= head >= block.at - _FAR:
            below[head] += len(block.text)
        elif block.text in said and below:
            loose += len(block.text)
        elif block.text in said and len(block.text) >= _SENTENCE:
            return False
    under = below.total()
    short = under <= _TEASER * len(below)
    return len(below) >= _PLACED and short and loose <= _LOOSE * (under + loose)


def has_several(page: Page, body: Body) -> bool:
    """Return whether two headlines at least that are links stand in a text, or right above it."""
    blocks = page.blocks[max(body.first - _ABOVE, 0) : body.last + 1]
    return sum(map(_is_linked, blocks)) > 1


def is_anchored(text: str) -> bool:
    """Return whether headlines of a page are links into itself: what they head stands here."""
    return sum(1 for _ in _ANCHORED.finditer(text)) >= _FEWEST


def _look(block: Block) -> str:
    """Return tag and first class: those that follow tell the first of a list from the others."""
    return block.node.signature.partition(" ")[0]


def _is_long_link(block: Block) -> bool:
    """
    Return whether a block is a link as long as a headline: a heading, a term, or with a class.

    Without one it is a paragraph of a text, which can be a link to another.
    """
    shortest, longest = _STREAMED
    size, tag = len(block.text), block.node.tag
    named = tag in _HEADINGS or tag == "dt" or (tag != "li" and not _look(block).endswith("."))
    return named and shortest <= size <= longest and block.link_chars >= _LINKED * size


def _is_linked(block: Block) -> bool:
    """Return whether a block is a headline that is a link."""
    size = len(block.text)
    if block.node.tag not in _HEADINGS or not _SHORTEST <= size <= _LONGEST:
        return False
    return block.link_chars >= _LINKED * size
