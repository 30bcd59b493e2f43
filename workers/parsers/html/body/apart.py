"""
What a page shows on top of an article or below it, by the names of its elements.

Dialogs, consent to cookies, readers' comments, lists of related posts and boxes about the author
are told in whole sentences. The systems that make them, and the plug-ins of others, name them so on
every site.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.parsers.html.walk.naming import Hint

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block, Node

_ON_TOP: Final = re.compile(
    r"pop-?up(?!lar)|popmake|(?<![a-z])modal(?![a-z])|gdpr|cookie|consent|app-dialog"
    r"|subscri\w{0,10}[-_]overlay|overlay[-_]subscri"
)
"""Names of what opens on top of a page."""
_BELOW: Final = re.compile(
    r"(?<![a-z])comments?(?![a-z])|kommentare?(?![a-z])|comentarios?(?![a-z])"
    r"|commentaires?(?![a-z])|commenti(?![a-z])|disqus"
    r"|related_?-?(?:post|art|stor|news|link|content)|crp_related|wp_rp|yarpp"
    r"|author_?-?(?:bio|box|card)|about_?-?(?:the_?-?)?author"
)
"""Names of what stands below an article."""
_TOP_HINT: Final = 1 << Hint.SIGN_UP
_BELOW_HINTS: Final = 1 << Hint.COMMENT | 1 << Hint.RELATED | 1 << Hint.AUTHOR
"""The bits of such names: few elements have them, and need a search."""
_MOST: Final = 0.5
"""The most of a text that is shown on top; of more the page is made."""
_LEFT: Final = 0.35
"""The least of a text that is left without what stands below it: forums are comments alone."""


def without_apart(chosen: list[Block]) -> list[Block]:
    """Return the blocks of a body without what is shown on top of it, and below its end."""
    whole = sum(len(block.text) for block in chosen)
    top = _marked(chosen, _TOP_HINT, _ON_TOP)
    if any(top):
        kept = [block for block, gone in zip(chosen, top, strict=True) if not gone]
        if sum(len(block.text) for block in kept) >= (1 - _MOST) * whole:
            chosen = kept
    below = _marked(chosen, _BELOW_HINTS, _BELOW)
    end = len(chosen)
    while end and below[end - 1]:
        end -= 1
    left = sum(len(block.text) for block in chosen[:end])
    return chosen[:end] if left >= _LEFT * whole else chosen


def _marked(chosen: list[Block], hints: int, names: re.Pattern[str]) -> list[bool]:
    """Return which blocks lie in an element that is named so."""
    known: dict[int, bool] = {}

    def is_marked(node: Node) -> bool:
        way: list[int] = []
        found = False
        inner: Node | None = node
        while inner is not None and not found:
            if inner.index in known:
                found = known[inner.index]
                break
            way.append(inner.index)
            found = inner.hints & hints > 0 and names.search(inner.signature.lower()) is not None
            inner = inner.parent
        known.update(dict.fromkeys(way, found))
        return found

    return [is_marked(block.node) for block in chosen]
