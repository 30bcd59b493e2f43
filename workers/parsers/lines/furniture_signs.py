"""Words of page furniture in writing without spaces: any of them is an ordinary word elsewhere."""

from __future__ import annotations

from workers.parsers.lines.lexicon import FURNITURE_SIGNS
from workers.parsers.lines.stops import is_closed_aside

_SENTENCE = 15
"""Signs from which a closed sentence may have one: `让更多的人了解…。`, `他周三返回北京…。`"""
_RARE = 8
"""In a sentence with several of them, one sign of so many has to be theirs."""


def furniture_signs(text: str) -> int:
    """Return how many such words a line of Chinese, Japanese or Korean has; 0 for a sentence."""
    hits = [sign for sign in FURNITURE_SIGNS if sign in text]
    if hits and len(text) >= _SENTENCE and is_closed_aside(text):
        told = sum(map(len, hits))
        if len(hits) == 1 or told * _RARE < len(text):
            return 0
    return len(hits)
