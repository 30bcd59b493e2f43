"""
Tells whether two words are one name in two spellings: `Gaddafi` and `Qaddafi`, `Kiev` and `Kyiv`.

Papers have ways of their own with names of other alphabets, and differ in vowels, in `h`, in
doubled letters and in letters of one sound. What is left of a word without these is its *sound*,
kept as one number, the sum of its letters', so that a name in two words sounds as the same in one
(`Bin Laden`, `Binladen`; Persian with a space and without). Two towns may sound alike (`Lugo`,
`Lecce`): then nothing is told by them.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import xxhash

from workers.dedup.texts.places import FIRST_NAMES
from workers.dedup.texts.spellings import in_one_alphabet
from workers.dedup.texts.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NAME = 1
"""The lowest bit of what is stored says whether a word may be a name."""
_SPREAD = 0xFFFE
_SILENT = frozenset("aeiouyhj" + "аеиоуыэюяьъєі" + "αεηιουω" + "اويىء" + "וי")
_ALIKE = {"c": "k", "q": "k", "g": "k", "z": "s", "v": "f", "w": "f", "x": "ks"}


class Heard(NamedTuple):
    """What is stored of a word of a headline beside the word."""

    sound: int
    """15 bits above a bit that is 0."""
    is_name: bool
    """Whether it begins with a capital, where its script has any."""

    @classmethod
    def of(cls, stored: int) -> Heard:
        """Read what `sounds_of` wrote."""
        return cls(stored & _SPREAD, bool(stored & _NAME))


def sounds_of(headline: str, tokens: Sequence[str]) -> bytes:
    """Return two bytes for each of a headline's tokens: how it sounds, and whether it is a name."""
    small = (
        headline if headline.isascii() else _small(headline)
    )  # a part of it: at a tenth of the cost
    return b"".join([_stored(token, token not in small) for token in tokens])


def _small(headline: str) -> frozenset[str]:
    """Return the tokens of a headline's words in small letters."""
    said = [word for word in in_one_alphabet(headline).split() if word.islower()]
    return frozenset(tokens_of(" ".join(said)))


def together(sounds: Iterable[int]) -> int:
    """Return how words sound as one."""
    return sum(sounds) & _SPREAD


@lru_cache(8192)
def _stored(token: str, is_name: bool) -> bytes:  # noqa: FBT001 - a key of the cache
    letters: list[str] = []
    for character in FIRST_NAMES.get(token, token).replace("ph", "f"):
        base = unicodedata.normalize("NFD", character)[0]
        if base not in _SILENT and not unicodedata.category(base).startswith("M"):
            letters += _ALIKE.get(base, base)
    told = [letter for at, letter in enumerate(letters) if letters[at - 1 : at] != [letter]]
    sound = together(map(_of_letter, told or [token]))
    return (sound | is_name).to_bytes(2, "little")


@lru_cache(8192)
def _of_letter(letter: str) -> int:
    return xxhash.xxh3_64_intdigest(letter.encode("utf-8", "surrogatepass")) & _SPREAD
