"""Names that are written all in capitals, as names are written elsewhere."""

# ruff: noqa: RUF001 - the dotless letter is meant
from __future__ import annotations

import re

from workers.normalise.bylines.words import PARTICLES
from workers.words.agencies import AGENCIES

_OPENS = r"\b(?:Ma?c|De|Di|D[aou]|L[aeo]|Van|Von|Fitz|O['’])(?=[A-Z]{2})"
_SMALL_IN_CAPITALS = re.compile(rf"{_OPENS}|\b[JS]r\b")
"""What keeps its small letters where the rest is in capitals: `ADA McBROOK-DeVRIES Jr.`."""
_WORD = re.compile(rf"({_OPENS})?(\w)(\w*)")
_TURKISH = re.compile("[ŞĞİ]")
_ROMANIAN = re.compile("[ŢĂ]")
_SHORT = 4
"""Letters of an abbreviation, at most; so many that can be spoken are a word."""
_VOWEL = re.compile("[AEIOUY]")
_WORDS = frozenset({"THE", "AND", "FOR", "DER", "DIE", "DAS", "UND", "RED", "DE", "OF"})
"""Words of houses' names that are as short."""
_DOTLESS = str.maketrans({"I": "ı", "İ": "i"})
"""What these two are in small letters, in Turkish alone."""


def folded(name: str, *, house: bool = False) -> str:
    """
    Return a name that is all in capitals with capital initials only; initials stay.

    Of a `house` the short words stay: `TMZ Staff`, `Hafenstrom AG`.
    """
    words = name.split()
    if len(words) < 2 or not _SMALL_IN_CAPITALS.sub("", name).isupper():  # noqa: PLR2004 - one word can be an abbreviation
        return name
    if house or AGENCIES.fullmatch(name):
        return " ".join(_folded_of_house(word, at) for at, word in enumerate(words))
    if _TURKISH.search(name) and not _ROMANIAN.search(name):
        words = re.sub(r"\B\w", lambda sign: sign[0].translate(_DOTLESS), name).split()
    return " ".join(_folded_word(word, at) for at, word in enumerate(words))


def _folded_of_house(word: str, at: int) -> str:
    """Fold one word of a house's name in capitals; short ones are abbreviations."""
    spoken = word in _WORDS or len(word) > _SHORT or (len(word) == _SHORT and _VOWEL.search(word))
    if not spoken or "/" in word:
        return word
    return _folded_word(word, at)


def _folded_word(word: str, at: int) -> str:
    """Fold one word of a name in capitals."""
    if "." in word or len(word) == 1 or word in {"Jr", "Sr"}:
        return word
    lower = word.lower()
    if at and lower in PARTICLES:
        return lower
    folded = _WORD.sub(lambda part: (part[1] or "") + part[2] + part[3].lower(), word)
    return re.sub(r"^Mc(\w)", lambda m: "Mc" + m[1].upper(), folded)
