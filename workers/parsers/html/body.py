"""The body of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import trafilatura
from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

    from workers.parsers.html.blocks import Page


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of an article, where they came from and which blocks they reach over."""

    paragraphs: tuple[str, ...]
    source: str
    first: int
    last: int


def choose(page: Page, root: _Element) -> Body:
    """Return the body of a page; without paragraphs where there is none."""
    del root
    return Body((), "", 0, len(page.blocks))


def second_opinion(root: _Element, page: Page) -> Body:
    """Return what trafilatura reads."""
    text = (
        trafilatura.extract(
            etree.tostring(root, encoding="unicode", method="html"),
            favor_precision=True,
            include_comments=False,
        )
        or ""
    )
    lines = tuple(line.removeprefix("- ") for line in text.split("\n") if line.strip())
    known = set(lines)
    places = [block.at for block in page.blocks if block.text in known] or [0]
    return Body(lines, "trafilatura", min(places), max(places))
