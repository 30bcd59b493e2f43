"""
The line that a page shows as its headline without calling it a heading.

Its text is the first part of the page's title, or the last; else it is a heading of a low level
with the day below it.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.lines.printed_dates import has_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workers.parsers.html.walk.nodes import Block
    from workers.parsers.html.walk.page import Page

_REACH, _CLOSE, _BELOW = 40, 6, 3
"""Blocks before the body where it is looked for by the title, and by its level; the day's place."""
_SHORTEST = 8
"""Letters of a headline, where two of an ideograph's text count for one of another's."""
_TELLING = 16
"""… of one that nothing else tells: `Hauptinhalt` and `Termine 2016` head parts of pages."""
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LAST = 0.5
"""The least share of a title that its last part has to be: before it stands the section."""
_QUOTED = re.compile(r"^[^《「“]{0,12}[《「“]|[》」”）)\s]+$")
"""What stands around a title that a line quotes."""
_LOW = frozenset({"h2", "h3", "h4", "h5", "h6"})


def titled(page: Page, first: int) -> Block | None:
    """Return the line before the body (from block `first` on) that the page's title has too."""
    title = " ".join(page.head.titles[0].split()) if page.head.titles else ""
    if len(title) < _SHORTEST // 2:
        return None
    for block in reversed(page.blocks[max(first - _REACH, 0) : first + 1]):
        if block.links or not _is_part(block.text, title) or _is_trail(block):
            continue
        if weighs(block.text) >= _SHORTEST:
            return block
    return None


def low_heading(page: Page, first: int) -> Block | None:
    """Return the heading of a low level close before the body that has a day below it."""
    for block in reversed(page.blocks[max(first - _CLOSE, 0) : first]):
        if _is_low(block):
            below = page.blocks[block.at + 1 : min(block.at + 1 + _BELOW, first)]
            return block if any(has_date(each.text) for each in below) else None
    return None


def above_text(page: Page, first: int) -> Block | None:
    """Return the heading of a low level that the text begins with, or of those right above it."""
    if first >= len(page.blocks):
        return None  # the text is in the page's data
    at = first
    while at and not _is_low(page.blocks[first]) and _is_low(page.blocks[at - 1]):
        at -= 1
    above = page.blocks[at]
    near = _is_low(above) and first - at <= _BELOW
    return above if near and weighs(above.text) >= _TELLING else None


def _is_low(block: Block) -> bool:
    """Return whether a block is a heading of a low level that can be a headline."""
    return block.node.tag in _LOW and not block.links and weighs(block.text) >= _SHORTEST


def above_day(page: Page, first: int) -> Block | None:
    """Return the line close before the body, no link, that has a day right below it."""
    for block in reversed(page.blocks[max(first - _CLOSE, 0) : first + 1]):
        below = page.blocks[block.at + 1 : block.at + 2]
        plain = not block.links and not has_date(block.text) and not block.prose
        if plain and weighs(block.text) >= _SHORTEST and any(has_date(each.text) for each in below):
            return block
    return None


def _is_trail(block: Block) -> bool:
    """Return whether a line ends the way to the page: an item of a list, or called so."""
    node, parent = block.node, block.node.parent
    names = f"{node.signature} {parent.signature if parent else ''}".lower()
    return node.tag == "li" or "crumb" in names


def _is_part(text: str, title: str) -> bool:
    """Return whether a text is the title up to a sign in it, or most of it from a sign on."""
    if title.startswith(text):
        return title[len(text) : len(text) + 1].isalnum() is False
    at = title.find(text)
    if at <= 0 or at + len(text) < len(title):
        return False
    return not title[at - 1].isalnum() and len(text) >= _LAST * len(title)


def weighs(text: str) -> int:
    """Return the length of a text; an ideograph counts twice."""
    return len(text) + len(_EAST.findall(text))


def completed(text: str, told: Iterable[str], page: Page, first: int) -> str:
    """Return a heading that was cut short whole: as the head or an old title's line has it."""
    stem = text.rstrip(" .…")
    if not text.endswith(("...", "…")) or len(stem) < _SHORTEST:
        return text
    lines = [
        _QUOTED.sub("", block.text)
        for block in page.blocks[max(first - _BELOW, 0) : first + _BELOW]
    ]
    whole = [one.strip() for one in (*told, *lines) if one.startswith(stem)]
    longer = [one for one in whole if one[len(stem) :].lstrip(" .…")[:1].isalnum()]
    return next((one for one in longer if not one[len(stem) :].startswith(("...", "…"))), text)
