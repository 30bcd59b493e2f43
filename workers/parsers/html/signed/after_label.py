"""Who is named in the line below a label that stands alone: `Author`, and then `Ada Brook`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.unmarked import names_in

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block

_HANDLE = re.compile(r"(?<=\w)\s@\w{2,30}$")
"""An account behind a name."""
_LONGEST = 120


def named_after_label(block: Block, *, near: bool) -> str | None:
    """Return the names in a line after a label; one word only as a link `near` the headline."""
    text = _HANDLE.sub("", block.text)
    if near and block.link_chars == len(block.text) and " " not in text:
        return text  # what somebody calls himself
    names = names_in(text) if len(text) <= _LONGEST else None
    if names is not None and " " not in names and names.isascii():
        return None
    return names
