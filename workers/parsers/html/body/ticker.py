"""
The entries of a live page: one below the other, made alike, each behind the time of its writing.

The learned tables believe the less of a page the farther down it stands; a live page is as much
itself at its end. Its entries are known by their make: lines that are a time of day and nothing
else, each in an element of its own beside the others, or all in one element with text between.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workers.parsers.html.body.surroundings import Flags
    from workers.parsers.html.walk.nodes import Block
    from workers.parsers.html.walk.page import Page

_FEWEST = 3
"""Entries; two times of day are when a page was written and changed."""
_LONGEST = 40
"""Characters of a line that tells a time."""
_TIME = re.compile(
    r"(?:[^\W\d]{0,12}[,.]?\s+)??(?:(?:[01]?\d|2[0-4])(?::|\.|h)[0-5]\d(?![\d./])(?:\s?[ap]\.?m\b\.?)?"
    r"|\d{1,2}\s?[ap]\.?m\b\.?|\d{1,2}\s?(?:min|mins|minutes?|hrs?|hours?|[hm])\.?\s+ago\b)",
    re.IGNORECASE,
)
"""`14:52`, `at 2.52pm`, `13.05 Uhr`, `2h ago`."""
_DIGIT = re.compile(r"\d")
"""To look for it first takes a sixth of what the pattern takes, and most lines have none."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
_LINKED = 0.3
"""No more of a text is links; more of a menu or a list."""
_BELIEVED = 0.4
"""The least share of the entries' texts that is known for the article's by other signs."""


def entries(page: Page, believed: Flags) -> list[int]:
    """
    Return the places of what a live page's entries say, with their headings.

    Some of it must be believed to be the article's by other signs: readers' comments are made
    so too, and so are lists of articles, whose headings are links.
    """
    found: list[int] = []
    for times in _times(page):
        blocks = page.blocks[_places(page, times)]
        texts = [block.at for block in blocks if _is_text(block)]
        headings = [block for block in blocks if block.node.tag in _HEADINGS]
        if any(
            block.node.tag == "h1" or 2 * block.link_chars > len(block.text) for block in headings
        ):
            continue
        if len(texts) >= _FEWEST and believed[texts].sum() >= max(2, len(texts) * _BELIEVED):
            found += texts
            found += (block.at for block in headings)
    return found


def tells_time(text: str) -> bool:
    """Return whether a line begins with a time of day, or with how long ago something was."""
    if len(text) > _LONGEST or _DIGIT.search(text) is None:
        return False
    return _TIME.match(text) is not None


def _times(page: Page) -> Iterable[list[Block]]:
    """Return the lines that tell a time of day, those that are made alike together."""
    found: dict[str, list[Block]] = {}
    for block in page.blocks:
        if not block.node.elsewhere and tells_time(block.text):
            found.setdefault(block.node.signature, []).append(block)
    return (times for times in found.values() if len(times) >= _FEWEST)


def _places(page: Page, times: Sequence[Block]) -> slice:
    """
    Return the places between the first of some times and the end of the last one's entry.

    That ends with its element, and is no longer than the longest of the others.
    """
    first, last = times[0].node, times[-1].node
    around = {node.index for node in first.chain}
    holder = next(node for node in reversed(last.chain) if node.index in around)
    entry = next((node for node in last.chain if node.parent is holder), last)
    inside = entry if entry.blocks > 1 else holder
    end = times[-1].at + 1
    longest = max(after.at - before.at for before, after in pairwise(times))
    for block in page.blocks[end : times[-1].at + longest]:
        if inside not in block.node.chain:
            break
        end += 1
    return slice(times[0].at, end)


def _is_text(block: Block) -> bool:
    return block.prose > 0 and block.link_chars <= _LINKED * len(block.text)
