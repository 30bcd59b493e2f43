"""
What of a text counts when two are compared: its words, without their dress.

Case, white space, punctuation, quote style, entities and compatibility forms (NFKC) are gone.
Where a script puts no spaces between words, overlapping pairs of characters stand for words; the
characters themselves say so, never a guess of the language, so that no metadata can matter.
"""

from __future__ import annotations

import html
import re
import unicodedata

_PLAIN = re.compile(r"[0-9]+(?:[.,:][0-9]+)*[a-z]*|[a-z]+[a-z0-9]*")
"""Words of ASCII text; a number stays whole (`12,800`, `16bn`), so that it can be compared."""
_UNSPACED = (
    "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1780-\u17d3"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
_MARKED = "\u0300-\u036f\u0591-\u05c7\u0900-\u0963\u0971-\u0dff\u0f71-\u0f84"
"""Vowel signs that Python's word class leaves out, and the Indic scripts that need them."""
_WORDS = re.compile(
    rf"(?P<run>[{_UNSPACED}]+)"
    rf"|\d+(?:[.,:]\d+)*(?:(?![{_UNSPACED}])[^\W_]|[{_MARKED}])*"
    rf"|(?:(?![{_UNSPACED}])[^\W_]|[{_MARKED}])+"
)
_RUN = re.compile(rf"[{_UNSPACED}]")
_SMALL = 3
_WRAPPED = re.compile(rf"(?<=[{_UNSPACED}])\s+(?=[{_UNSPACED}])")
"""A line break inside a text without spaces parts nothing."""
_DRESS = re.compile(
    "[\u00ad\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
"""Soft hyphens, Arabic vowel signs and stretches, joiners and direction marks."""


def tokens_of(text: str) -> list[str]:
    """Return the words of a text in order, folded; pairs of characters where none are spaced."""
    if "&" in text:
        text = html.unescape(text)
    if text.isascii():
        return _PLAIN.findall(text.lower())
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    folded = _WRAPPED.sub("", _DRESS.sub("", folded))
    found: list[str] = []
    for match in _WORDS.finditer(folded):
        word = match.group()
        if match.lastgroup == "run":
            found += [word[at : at + 2] for at in range(max(len(word) - 1, 1))]
        else:
            found.append(word)
    return found


def has_digit(token: str) -> bool:
    """Tell whether a token is, or holds, a number."""
    return token[0].isdigit() or (not token.isalpha() and any(map(str.isdigit, token)))


def carries_meaning(token: str) -> bool:
    """
    Tell whether a headline's token says something of its story.

    Words of up to three letters mostly do not, in any language that spaces its words; numbers do,
    and so does a pair of characters of a script without spaces.
    """
    return len(token) > _SMALL or has_digit(token) or _RUN.match(token) is not None
