"""The heading that a page's address spells: `…/ein-langer-weg/` for `Ein langer Weg`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from workers.words.letters import without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workers.parsers.html.walk.nodes import Block
    from workers.parsers.html.walk.page import Page

_LEAST = 3
"""Words that an address has to have for its spelling to prove anything."""
_SHARE = 0.75
"""Of the address's words and of the heading's, that the other one has too."""
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_WORD = re.compile(r"[^\W\d_]+|\d+")


def spelled(page: Page, addresses: Iterable[str], first: int) -> Block | None:
    """
    Return the heading of a lower level before the body whose words are those of the address.

    None where a first heading has them: such a page needs no other proof. `first` is the place of
    the body's first block.
    """
    slugs = [words for address in addresses if len(words := _slug(address)) >= _LEAST]
    if not slugs:
        return None
    headings = [
        (block, _words(block.text))
        for block in page.blocks[: first + 1]
        if block.node.tag in {"h1", "h2", "h3"}
    ]
    named = [block for block, words in headings if any(_are_alike(words, slug) for slug in slugs)]
    return None if any(block.node.tag == "h1" for block in named) or not named else named[0]


def _slug(address: str) -> set[str]:
    """Return the words of the part of an address that has most of them."""
    path = unquote(address.partition("://")[2].partition("?")[0].partition("#")[0])
    return max((_words(part) for part in path.split("/")[1:]), key=len, default=set())


def _are_alike(words: set[str], slug: set[str]) -> bool:
    """Return whether a heading's words are the address's, but for a few."""
    same = len(words & slug)
    return same >= _SHARE * len(slug) and same >= _SHARE * len(words)


def _words(text: str) -> set[str]:
    """Return the words of a text as addresses write them: small letters without accents."""
    text = text.lower()
    plain = text if text.isascii() else without_accents(text.translate(_GERMAN))
    return set(_WORD.findall(plain))
