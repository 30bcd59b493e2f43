"""
What stands in the place of a post that only its network's script would show.

Instagram's code to embed has the request to see the post there, and who shared it, in the language
of whoever copied it; a caption may stand between them, and is quoted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block

_FRAME: Final = "instagram-media"
"""The class of its element, the same on all sites."""
_LONGEST: Final = 120
_ASKED: Final = "instagram"
_ACCOUNT: Final = "(@"


def without_placeholders(chosen: list[Block]) -> list[Block]:
    """Return the blocks of a body without those; none of them may be left."""
    return [block for block in chosen if not _is_placeholder(block)] or chosen


def _is_placeholder(block: Block) -> bool:
    text = block.text
    if len(text) > _LONGEST or not (_ACCOUNT in text or _ASKED in text.lower()):
        return False
    return any(_FRAME in node.signature for node in block.node.chain)
