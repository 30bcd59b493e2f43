"""
Folds the ways of writing one word: with accents and without, in two alphabets, in two sets of Han.

Wires of seven bits, headlines in capitals and keyboards leave accents, `ё` and the hamza away;
Chinese goes out in simplified and in traditional characters, Serbian in Cyrillic and in Latin
letters. Copies that differ in nothing else are one text. Only what is compared is folded, never
what is kept; and the characters say how, never a guess of the language.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

_UNEQUAL = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "å": "aa",
    "æ": "ae",
    "ø": "oe",
    "œ": "oe",
    "\u093c": "",
}
"""
As German and the Scandinavian languages write them where there are no others; and the dot below
letters of Hindi, which half of all writers leave away.
"""
_LIKE = {
    **dict(zip("đðħıłŋŧ", "ddhilnt", strict=True)),  # to Unicode no letters with a mark
    "ё": "е",
    # as search engines fold Arabic, Persian and Urdu
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىی", "ي"),
    **dict.fromkeys("ةہھ", "ه"),
    "ک": "ك",
    "\u0901": "\u0902",  # the moon-dot of Hindi, for which a dot does
}
_ACCENTED = range(0xC0, 0x250)
"""Letters of Latin with a mark; Vietnamese has its own beyond, which no wire leaves away."""
_HAN = Path(__file__).with_name("han_variants.txt")

_SERBIAN = "јљњђћЈЉЊЂЋ"
"""Letters of Serbian and Macedonian alone, of which one stands in every few words."""
_LATIN = {
    **dict(zip("абвгдђежзијклмнопрстћуфхцчшѓѕќ", "abvgddezzijklmnoprstcufhccsgzk", strict=True)),
    "љ": "lj",
    "њ": "nj",
    "џ": "dz",
}
"""Serbian and Macedonian in Latin letters, without their marks."""

_SHORT = 24
"""Characters up to which one look-up after the other is quicker than one for all."""
_PLANE = 0x10000


def in_one_alphabet(text: str) -> str:
    """Return a text with its Cyrillic in Latin letters where it is Serbian or Macedonian."""
    # letter by letter: in most texts none is found, ten times as fast as by a pattern
    return text.translate(_TRANSLITERATED) if _holds_any(text, _SERBIAN) else text


def as_spelled_in(text: str, headline: list[str]) -> list[str]:
    """
    Return a headline's tokens in the alphabet in which its text is compared.

    Two in three Serbian headlines have a letter that shows what they are written in.
    """
    if all(map(str.isascii, headline)) or not _holds_any(text, _SERBIAN):
        return headline
    return [token.translate(_TRANSLITERATED) for token in headline]


def respelled(text: str) -> str:
    """Return a text, in small letters and composed, as all ways of writing it are compared."""
    if len(text) <= _SHORT:
        return "".join([_FOLDED.get(character, character) for character in text])
    if _holds_any(text, "".join(_UNEQUAL)):
        for character, letters in _UNEQUAL.items():
            text = text.replace(character, letters)
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    return _TABLE.take(units).tobytes().decode("utf-16-le", "surrogatepass")


def _holds_any(text: str, characters: str) -> bool:
    return any(map(text.__contains__, characters))


def _unmarked() -> Iterator[tuple[str, str]]:
    """Yield small letters of Latin with a mark, and without it."""
    for character in map(chr, _ACCENTED):
        base = unicodedata.normalize("NFD", character)[0]
        if character.islower() and base.isascii():
            yield character, base


def _variants() -> Iterator[tuple[str, str]]:
    """Yield characters of Han, and which simplified one each is compared as."""
    for line in _HAN.read_text("utf-8").splitlines():
        for group in () if line.startswith("#") else line.split():
            yield from ((variant, group[0]) for variant in group[1:])


def _table(folded: Mapping[str, str]) -> NDArray[np.uint16]:
    """Return what each unit of UTF-16 is compared as, where that is one: halves of others stay."""
    table = np.arange(_PLANE).astype("<u2")
    for character, letters in folded.items():
        if character not in _UNEQUAL:
            table[ord(character)] = ord(letters)
    return table


_FOLDED = {**dict(_unmarked()), **_LIKE, **dict(_variants()), **_UNEQUAL}
_TABLE = _table(_FOLDED)
_TRANSLITERATED = str.maketrans(_LATIN | {key.upper(): _LATIN[key] for key in _LATIN})
