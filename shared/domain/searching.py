"""
The words that a search finds: one folding for what is stored and for what is asked.

Case, accents, punctuation and compatibility forms are gone (`Müller` is found by `muller`). Where
a script puts no spaces between words, overlapping pairs of characters stand for words, and the
last character of each run stands for itself: so every character begins a word, and a search for
one, two or twenty of them finds the text. Nothing is stemmed: that would need to know the language.

What is asked: words that must all be there, "a phrase in quotes", `begin*` for whatever begins so,
`-without`, and `this OR that`.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shared.domain.scripts import DRESS, MARKED, UNSPACED
from shared.domain.western import Western
from shared.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_TEXT: Final = 100_000
"""Characters of an article that are searched: PostgreSQL keeps at most 1 MB of words for one."""

LONGEST_SEARCH: Final = 1000
"""Characters of a search: more is no question, and each word costs a look-up."""

LONGEST_WORD: Final = 2046
"""Bytes of a word that PostgreSQL can index; nobody looks for a longer one."""

SHORTEST_BEGINNING: Final = 3
"""Letters before a `*`: fewer begin a hundred thousand words, which are all looked up."""

BREAK: Final = "endoffield0"
"""A word that ends each field of an article: no phrase runs from one into the next."""

_PLAIN = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128))
_PLAIN += bytes(128)
"""Bytes of ASCII with capitals made small, and a space for what is no letter or digit."""
_TYPESET = "\u2018\u2019\u201c\u201d\u201e\u2013\u2014\u2026\u2022\u00a0"
"""Quotes, dashes, dots and spaces; none is part of a word."""
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7]")
"""Of Latin, Greek, Cyrillic; the points of Hebrew, which few texts have."""
_DRESS = re.compile(f"[{DRESS}]")
_LETTERS = str.maketrans(
    {"\u05be": " ", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae", "œ": "oe"}
)
"""Letters that people type without their accent, and that Unicode does not take apart."""
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_WRAPPED = re.compile(rf"(?<=[{UNSPACED}])\s+(?=[{UNSPACED}])")
_RUN = re.compile(rf"[{UNSPACED}]+")
_WORD = re.compile(rf"[{UNSPACED}]+|(?:(?![{UNSPACED}])(?:[^\W_]|[{MARKED}]))+")
_ASKED = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow one another."""

    words: tuple[str, ...]
    prefix: bool = False
    """Whether the last one is only the beginning of a word."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched for: one term of each group, and none of those that are not wanted."""

    groups: tuple[tuple[Term, ...], ...]
    unwanted: tuple[Term, ...] = ()


def searchable(parts: Iterable[str]) -> str:
    """Return the words of an article's fields, folded, with a space between."""
    room = LONGEST_TEXT
    words: list[str] = []
    for part in parts:
        said = part[:room]
        if said:
            words += (_folded(said), BREAK)
        room -= len(said)
    return " ".join(words)


def parse(text: str) -> Search:
    """Return what is searched for; raises `UserError` where there is no word to look for."""
    if len(text) > LONGEST_SEARCH:
        raise UserError(f"a search has at most {LONGEST_SEARCH} characters, this has {len(text)}")
    groups: list[tuple[Term, ...]] = []
    unwanted: list[Term] = []
    joined = False
    for minus, phrase, word in _ASKED.findall(text):
        if word == "OR" and not minus:
            joined = bool(groups)
            continue
        term = _term(phrase or word)
        if term is None:
            continue
        if minus:
            unwanted.append(term)
        elif joined:
            groups[-1] = (*groups[-1], term)
        else:
            groups.append((term,))
        joined = False
    if not groups:
        raise UserError(
            f'there is no word to search for in {text!r}: give words, a "phrase", begin*, '
            "this OR that; -without needs a word beside it"
        )
    return Search(tuple(groups), tuple(unwanted))


def _term(asked: str) -> Term | None:
    """Return the term of a word or phrase; one character of an unspaced script is a beginning."""
    words = list(_words(asked, whole=False))
    if not words:
        return None
    if any(len(word.encode()) > LONGEST_WORD for word in words):
        raise UserError(f"{asked[:20] + '…'!r} is too long for a word: give its beginning, and a *")
    begins = asked.rstrip().endswith("*")
    unspaced = _RUN.match(words[-1]) is not None
    if begins and not unspaced and len(words[-1]) < SHORTEST_BEGINNING:
        raise UserError(
            f"{asked!r} would find nearly all: give {SHORTEST_BEGINNING} letters or more"
        )
    return Term(tuple(words), prefix=begins or (unspaced and len(words[-1]) == 1))


def _folded(text: str) -> str:
    """
    Return the words of a text with a space between, or several.

    Most texts in Latin letters have few beyond ASCII: those of typesetting, and words with accents,
    which are folded by a table where one byte can stand for each letter, else one by one.
    """
    plain = text
    if not plain.isascii():
        western = _western().plain(text)
        if western is not None:
            return western.translate(_PLAIN).decode("ascii")
        for mark in _TYPESET:
            plain = plain.replace(mark, " ")
        said = plain.split()
        foreign = [word for word in said if not word.isascii()]
        if _RUN.search(" ".join(foreign)) or not all(_plain(word).isascii() for word in foreign):
            return " ".join(_words(text, whole=True))
        plain = " ".join([word if word.isascii() else _plain(word) for word in said])
    return plain.encode("ascii").translate(_PLAIN).decode("ascii")


@functools.cache
def _western() -> Western:
    return Western(lambda text: " ".join(_words(text, whole=True)))


@functools.lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    """Return a word with accents as it is folded: a few hundred are most of a language's."""
    return " ".join(_words(word, whole=True))


def _words(text: str, *, whole: bool) -> Iterator[str]:
    """
    Yield the folded words, with the last character of each run without spaces.

    Of the last run only where the text is `whole`: what is asked may be the beginning of more.
    """
    text = unicodedata.normalize("NFKD", text.casefold())
    text = unicodedata.normalize("NFKC", _ACCENTS.sub("", _DRESS.sub("", text))).casefold()
    text = text.translate(_LETTERS)
    text = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0], digit[0])), text)
    if not _RUN.search(text):
        yield from _WORD.findall(text)
        return
    *first, last = _WORD.findall(_WRAPPED.sub("", text))
    for word in first:
        yield from _parted(word, ends=True)
    yield from _parted(last, ends=whole)


def _parted(word: str, *, ends: bool) -> Iterator[str]:
    """Yield a word, or the pairs of a run without spaces and, where it ends, its last character."""
    if len(word) == 1 or not _RUN.match(word):
        yield word
        return
    yield from (word[at : at + 2] for at in range(len(word) - 1))
    if ends:
        yield word[-1]
