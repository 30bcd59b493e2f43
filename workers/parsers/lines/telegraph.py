"""The frame of a telegraph message (ITU-T F.31): `ZCZC` and its number before it, `NNNN` below."""

from __future__ import annotations

import re

_BEGIN = re.compile(r"^[ \t]*ZCZC\b[ \t]*(?:[A-Z0-9/-]{0,14}[ \t]*\r?\n)?", re.MULTILINE)
"""The number stands in the same line; where more does, that is the message's own header."""
_END = re.compile(r"(?<![ \t])[ \t]*+\bNNNN[ \t]*(?=\r?$)", re.MULTILINE)


def is_framed(text: str) -> bool:
    """Return whether a text begins with the frame of a message."""
    return _BEGIN.match(text.lstrip()) is not None


def unframed(text: str, sign: str = "") -> str:
    """Return a framed text without the frames, with a sign where each message begins."""
    return _END.sub("", _BEGIN.sub(sign, text)) if is_framed(text) else text
