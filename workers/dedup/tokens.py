"""
What of a text counts when two are compared: its words, without their dress.

Case, white space, punctuation, quote style, entities and compatibility forms (NFKC) are gone.
Where a script puts no spaces between words, overlapping pairs of characters stand for words; the
characters themselves say so, never a guess of the language, so that no metadata can matter.

A token is a run of letters and digits; a point, comma or colon between two digits belongs to it,
for `1.5` and `12,800` are one number each.
"""

from __future__ import annotations

import html
import re
import unicodedata

from shared.domain.scripts import DRESS, MARKED, UNSPACED

_RUN = re.compile(rf"[{UNSPACED}]+")
_WRAPPED = re.compile(rf"(?<=[{UNSPACED}])\s+(?=[{UNSPACED}])")
"""A line break inside a text without spaces parts nothing."""
_DRESS = re.compile(f"[{DRESS}]")
_LETTER = rf"(?:[^\W_]|[{MARKED}])"
_WORD = re.compile(rf"{_LETTER}+(?:(?<=\d)[.,:](?=\d){_LETTER}+)*")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")

_TYPOGRAPHY = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0\u00ab\u00bb\u2022\u00a3\u20ac"
"""What makes most English text more than ASCII; none of it belongs to a word."""
_LOOSE = re.compile(r"[.,:](?:(?![0-9])|(?<![0-9].))")
"""A point, comma or colon that stands in no number; written to be found fast, by its first part."""
_SPACED = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) in ".,:")}

_SMALL = 3


def tokens_of(text: str) -> list[str]:
    """Return the words of a text in order, folded; pairs of characters where none are spaced."""
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        for mark in _TYPOGRAPHY:
            text = text.replace(mark, " ")
    if text.isascii():
        # the same tokens as by the patterns of `_foreign`, at a third of the time
        return _LOOSE.sub(" ", text).translate(_SPACED).lower().split()
    return _foreign(text)


def carries_meaning(token: str) -> bool:
    """
    Tell whether a headline's token says something of its story.

    Words of up to three letters mostly do not, in any language that spaces its words; numbers do,
    and so does a pair of characters of a script without spaces.
    """
    return len(token) > _SMALL or token[0].isdigit() or _RUN.match(token) is not None


def _foreign(text: str) -> list[str]:
    """Return the tokens of any text, whatever its scripts."""
    # twice, for folding can leave what NFKC would change
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0], digit[0])), text)
    text = _DRESS.sub("", text)
    if not _RUN.search(text):
        return _WORD.findall(text)
    text = _WRAPPED.sub("", text)
    tokens: list[str] = []
    at = 0
    for run in _RUN.finditer(text):
        tokens += _WORD.findall(text[at : run.start()])
        tokens += _pairs(run[0])
        at = run.end()
    return tokens + _WORD.findall(text[at:])


def _pairs(run: str) -> list[str]:
    """Return the overlapping pairs of a run of characters; the character where there is one."""
    return [run[at : at + 2] for at in range(max(len(run) - 1, 1))]
