"""
What a passage looks like, as a handful of named marks.

A mark says nothing about meaning: how long a passage is, how it ends, how it is written, whether
it holds the words of furniture. The weights of the marks are learned (`weights.json`), so each of
them can be read and doubted.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from bisect import bisect
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING

from workers.parsers.lines.datelines import dateline_of
from workers.parsers.lines.furniture_signs import furniture_signs
from workers.parsers.lines.lexicon import (
    FUNCTION_WORDS,
    FURNITURE,
    MONTHS,
    PROFESSION,
    YOU,
)
from workers.parsers.lines.stops import ends_sentence, sentences_within
from workers.parsers.text.marks.shapes import QUOTE, YEAR, note_marks, shapes_of

if TYPE_CHECKING:
    from workers.parsers.text.typesetting.lines import Passage

LOOK = 1200
"""Characters of a passage that are looked at: a longer one looks no different."""
_REPEATED = 100
"""Characters of the longest lines that many pages have."""
_LENGTHS = (1, 2, 3, 5, 8, 12, 18, 26, 40, 60, 90)
"""Words, or a third of the signs where words have no spaces."""
_SHARES = (0.05, 0.15, 0.25, 0.35, 0.45, 0.55)
_BEGINNING = 24
"""Among so many signs one of a text's own script stands."""
_SHORT_SIGNS = 80
"""In a longer text a furniture sign of Chinese or Japanese is an ordinary word."""

_CJK = re.compile(  # and Thai to Burmese, which part their words as little
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u109f\u1780-\u17ff]"
)
_WORD = re.compile(
    r"[^\W\d_][\w'’\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff-]*|\d[\d.,:/-]*|©"
)
"""A word with its vowel signs: those of Indic scripts, Hebrew and Arabic are no letters by rule."""
_ASCII_WORD = re.compile(r"[^\W\d_][\w'-]*|\d[\d.,:/-]*", re.ASCII)
"""The same of a text in ASCII, in a quarter of the time."""
_UNSPACED = (
    (re.compile(r"[\u3400-\u9fff]"), 1.7),
    (re.compile(r"[\u3040-\u30ff]"), 2.6),
    (re.compile(r"[\uac00-\ud7a3]"), 1.9),
    (re.compile(r"[\u0e00-\u109f\u1780-\u17ff]"), 3.0),
)
"""Signs that say as much as one English word: ideographs, kana, Hangul, and Thai to Burmese."""
_LITTLE = (
    (re.compile("[的了在是和有不我这這他也就都而及与與为為对對将將被已]"), 3.5),
    (re.compile("(?<=[\u3040-\u9fff])[はがをにでとのもへ](?=[^ぁ-ん]|$)"), 3.5),
    (
        re.compile(
            r"[\uac00-\ud7a3](?:은|는|이|가|을|를|에|의|로|도|고|다|과|와|서)(?![\uac00-\ud7a3])"
        ),
        2.0,
    ),
)
"""Little words and endings of Chinese, Japanese, Korean, and how much rarer they are by signs."""
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)[\"'”’»)\]]*$")
_ENDS = {
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys("\"'”’»」』", "quote"),
    **dict.fromkeys(",;、，", "comma"),
    **dict.fromkeys(")）]", "bracket"),
}


def own_marks(passage: Passage) -> tuple[str, ...]:
    """Return the marks of a passage by itself; the first four are length, end, case and both."""
    marks = _marks_kept if len(passage.text) <= _REPEATED else _marks
    return marks(passage.text[:LOOK], passage.bullet)


def _marks(text: str, bullet: bool) -> tuple[str, ...]:  # noqa: FBT001 - as the cache takes it
    words = (_ASCII_WORD if text.isascii() else _WORD).findall(text)
    folded = [word.casefold() for word in words]
    length = bisect(_LENGTHS, _size(text, words))
    end, case = _end(text), _case(words)
    names = [f"len {length}", f"end {end}", f"case {case}", f"len {length} end {end}"]
    names.append(f"case {case} len {length}")
    share = _share(folded, FUNCTION_WORDS) or _little(text)
    names.append(f"function {bisect(_SHARES, share)}")
    if bullet:
        names += ["bullet", f"bullet len {length}"]
    names += _lexical(text, folded, length)
    names += _shape(text, words)
    names += note_marks(text, length)
    return tuple(map(intern, names))  # a few hundred marks, kept for thousands of lines


_marks_kept = lru_cache(maxsize=4096)(_marks)
"""Half of the lines of pages are those of other pages: menus, and what is written beside texts."""


def _size(text: str, words: list[str]) -> float:
    """Return how many words of English a passage is as long as."""
    if text.isascii() or len(_CJK.findall(text)) * 2 <= len(text):
        return len(words)
    return sum(len(signs.findall(text)) / each for signs, each in _UNSPACED)


def _little(text: str) -> float:
    """Return the share of little words in a script that parts no words, as if it did."""
    if text.isascii() or not _CJK.search(text, 0, _BEGINNING):
        return 0.0
    return max(len(signs.findall(text)) * more for signs, more in _LITTLE) / len(text)


def _end(text: str) -> str:
    if _ELLIPSIS.search(text[-8:]):
        return "ellipsis"
    if ends_sentence(text):
        return "stop"
    return _ENDS.get(text[-1:], "none")


def _case(words: list[str]) -> str:
    """Return how a passage is written: like a sentence, like a title, in capitals."""
    letters = [word for word in words if word[0].isalpha()]
    if not letters:
        return "none"
    lower = sum(word[0].islower() for word in letters)
    if not lower and not any(word[0].isupper() for word in letters):
        return "uncased"
    if not lower and all(word.isupper() and len(word) > 1 for word in letters):
        return "capitals"
    if not lower:
        return "title"
    share = lower / len(letters)
    return "sentence" if share > 0.6 else "mixed" if share > 0.35 else "titled"  # noqa: PLR2004


def _share(folded: list[str], lexicon: frozenset[str]) -> float:
    return sum(map(lexicon.__contains__, folded)) / len(folded) if folded else 0.0


def _lexical(text: str, folded: list[str], length: int) -> list[str]:
    hits = sum(map(FURNITURE.__contains__, folded))
    if len(text) < _SHORT_SIGNS and not text.isascii():
        hits += furniture_signs(text)
    names: list[str] = []
    if hits:
        dense = hits * 6 >= len(folded)
        names += ["furniture dense" if dense else "furniture thin", f"furniture len {length}"]
        names += ["furniture many"] if hits > 2 else []  # noqa: PLR2004
    if not YOU.isdisjoint(folded):
        names.append(f"you len {length}")
        names += [] if QUOTE.search(text) else [f"you unquoted len {length}"]
    if not PROFESSION.isdisjoint(folded):
        names += ["profession", f"profession len {length}"]
    if not MONTHS.isdisjoint(folded):
        names.append("month short" if length < 6 else "month")  # noqa: PLR2004
        if YEAR.search(text):
            names.append(f"dated len {length}")
    return names


def _shape(text: str, words: list[str]) -> list[str]:
    names = shapes_of(text)
    names.append(f"sentences {min(3, sentences_within(text))}")
    if sum(word[0].isdigit() for word in words) * 3 > len(words):
        names.append("numbers")
    if text[:1] in "(（[【":
        names.append("bracketed")
    half = len(text) // 2
    if half > 8 and text[:half].strip() == text[-half:].strip():  # noqa: PLR2004
        names.append("doubled")
    if dateline_of(text):
        names.append("dateline")
    return names
