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
    known: dict[int, bool] = {}
    kept = [block for block in chosen if not _is_in(block.node, _TOP_HINT, _ON_TOP, known)]
    if len(kept) < len(chosen) and _size(kept) >= (1 - _MOST) * _size(chosen):
        chosen = kept
    known = {}
    end = len(chosen)
    while end and _is_in(chosen[end - 1].node, _BELOW_HINTS, _BELOW, known):
        end -= 1
    if end == len(chosen) or _size(chosen[:end]) < _LEFT * _size(chosen):
        return chosen
    return chosen[:end]


def _size(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _is_in(node: Node, hints: int, names: re.Pattern[str], known: dict[int, bool]) -> bool:
    """Return whether an element or one around it is named so; what is known is added to."""
    way: list[int] = []
    inner: Node | None = node
    found = False
    while inner is not None and not found:
        if inner.index in known:
            found = known[inner.index]
            break
        way.append(inner.index)
        found = inner.hints & hints > 0 and names.search(inner.signature.lower()) is not None
        inner = inner.parent
    for index in way:
        known[index] = found
    return found
