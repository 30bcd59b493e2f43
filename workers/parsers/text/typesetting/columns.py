"""How wide a text is on a terminal, and how long as prose: signs of East Asia count twice."""

from __future__ import annotations

import re

WIDE = 2.4
"""Letters that one sign of Chinese, Japanese or Korean stands for, by the length of sentences."""
_BEGINNING = 24
"""Among so many signs one of a text's own script stands."""
WIDE_SIGN = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]"
)


def columns(text: str) -> int:
    """Return the width on a terminal: Chinese, Japanese and Korean signs take two columns."""
    return len(text) + wide_signs(text)


def wide_signs(text: str) -> int:
    """Return how many signs of a text take two columns."""
    return 0 if text.isascii() else len(WIDE_SIGN.findall(text))


def size_of(text: str) -> int:
    """Return the length of a text in characters, as if it were in a script of letters."""
    if text.isascii() or not WIDE_SIGN.search(text, 0, _BEGINNING):
        return len(text)
    return len(text) + int((WIDE - 1) * wide_signs(text))
