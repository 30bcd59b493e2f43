"""
What of a text counts when two are compared: its words, without their dress.

Case, white space, punctuation, quote style, entities and compatibility forms (NFKC) are gone, and
ways of writing one word are folded (`spellings.py`).
Where a script puts no spaces between words, pieces of its text stand for words: overlapping pairs
of ideographs or kana, and of letters (Thai, Burmese) what lies between two places that the letters
themselves name, as in content-defined chunking. The characters say which, never a guess of the
language, so that no metadata can matter.

A token is a run of letters and digits; a point, comma or colon between two digits belongs to it,
for `1.5` and `12,800` are one number each.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from itertools import pairwise

from shared.domain.scripts import DRESS, MARKED, SPELLED, UNSPACED
from shared.domain.western import Western
from workers.dedup.texts.hashing import Encoded
from workers.dedup.texts.spellings import in_one_alphabet, respelled
from workers.words.entities import unescaped

_RUN = re.compile(rf"[{UNSPACED}]+")
_WRAPPED = re.compile(rf"(?<=[{UNSPACED}])\s+(?=[{UNSPACED}])")
"""A line break inside a text without spaces parts nothing."""
_DRESS = re.compile(f"[{DRESS}]")
_LETTER = rf"(?:[^\W_]|[{MARKED}])"
_WORD = re.compile(rf"{_LETTER}+(?:(?<=\d)[.,:](?=\d){_LETTER}+)*")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")

_TYPOGRAPHY = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0\u00ab\u00bb\u2022\u00a3\u20ac"
"""What makes most English text more than ASCII; none of it belongs to a word."""
_FOLDED = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128))
_FOLDED += bytes(128)
"""Bytes of ASCII with capitals folded, and a space for whatever belongs to no word."""
_IN_NUMBERS = bytes(
    ord("0") if code in b"0123456789" else ord(".") if code in b".,:" else 32 for code in range(256)
)
"""Bytes as what they are in numbers: a figure, a sign that may stand between two, or neither."""
_AWAY = "\x1a"
"""Holds the place of a word that is folded by itself."""
_FOLDED_AROUND = bytes(ord(_AWAY) if chr(code) == _AWAY else to for code, to in enumerate(_FOLDED))

_SMALL = 3
_SAME_KIND = re.compile(rf"[{SPELLED}]+|[^{SPELLED}]+")
_SPELT = re.compile(rf"[{SPELLED}]")
_CUT = 4
"""
One pair of letters in so many is a place to cut, whatever stands around it: pieces have the length
of words, and a change in a text changes the pieces beside it alone.
"""


def tokens_of(text: str) -> list[str]:
    """Return the words of a text in order, folded; pieces where no space parts them."""
    text = _without_typography(text)
    # by each way the same tokens as by the patterns of `_foreign`, at a third of the time or less
    plain = _in_ascii(text)
    return _mixed(text) if plain is None else _plain(plain, _FOLDED)


def encoded_tokens(text: str) -> Encoded:
    """Return the same in UTF-8, for which the tokens of ASCII need not become strings."""
    text = _without_typography(text)
    plain = _in_ascii(text)
    if plain is None:
        return Encoded.of(_mixed(text))
    tokens = _with_numbers(plain, _FOLDED).split()
    return Encoded(tokens, b"\n".join(tokens))


def _in_ascii(text: str) -> bytes | None:
    """Return a text in the letters of Western Europe folded to ASCII; None for any other."""
    return text.encode("ascii") if text.isascii() else _western().plain(text)


@functools.cache
def _western() -> Western:
    return Western(lambda text: " ".join(_foreign(text)))


def _with_numbers(text: bytes, table: bytes) -> bytes:
    """Return ASCII folded, with the signs that stand in its numbers; they are few in most texts."""
    folded, as_numbers = text.translate(table), text.translate(_IN_NUMBERS)
    at = as_numbers.find(b"0.0")
    if at < 0:
        return folded
    mended = bytearray(folded)
    while at >= 0:
        mended[at + 1] = text[at + 1]
        at = as_numbers.find(b"0.0", at + 2)
    return bytes(mended)


def _without_typography(text: str) -> str:
    if "&" in text:
        text = unescaped(text)
    if not text.isascii():
        for mark in _TYPOGRAPHY:
            text = text.replace(mark, " ")
        text = in_one_alphabet(text)
    return text


def _plain(text: bytes, table: bytes) -> list[str]:
    """Return the tokens of ASCII, folded by a table."""
    return _with_numbers(text, table).decode("ascii").split()


def _mixed(text: str) -> list[str]:
    """Return the tokens of a text whose words beyond ASCII, if few, are folded one by one."""
    said = text.split()
    foreign = [word for word in said if not word.isascii()]
    if len(foreign) * 2 > len(said) or _AWAY in text:
        return _foreign(text)
    folded = [_word(word) for word in foreign]
    others = " ".join([word if word.isascii() else _AWAY for word in said])
    rest = _plain(others.encode("ascii"), _FOLDED_AROUND)
    tokens: list[str] = []
    at = 0
    for word in folded:
        if word is None:
            return _foreign(text)
        place = rest.index(_AWAY, at)
        tokens += rest[at:place]
        tokens += word
        at = place + 1
    return tokens + rest[at:]


def carries_meaning(token: str) -> bool:
    """
    Tell whether a headline's token says something of its story.

    Words of up to three letters mostly do not, in any language that spaces its words; numbers do,
    and so does a piece of a script without spaces, unless it is a single letter.
    """
    if len(token) > _SMALL or token[0].isdigit():
        return True
    return _RUN.match(token) is not None and (len(token) > 1 or not _SPELT.match(token))


@functools.lru_cache(maxsize=8192)
def _word(word: str) -> tuple[str, ...] | None:
    """Return the tokens of what stands between two spaces; None where it may go on beyond them."""
    folded = _folded(word)
    return None if _RUN.search(folded) else tuple(_WORD.findall(folded))


def _folded(text: str) -> str:
    # twice, for folding can leave what NFKC would change
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0], digit[0])), text)
    return respelled(_DRESS.sub("", text))


def _foreign(text: str) -> list[str]:
    """Return the tokens of any text, whatever its scripts."""
    text = _folded(text)
    if not _RUN.search(text):
        return _WORD.findall(text)
    text = _WRAPPED.sub("", text)
    tokens: list[str] = []
    at = 0
    for run in _RUN.finditer(text):
        tokens += _WORD.findall(text[at : run.start()])
        tokens += _pieces(run[0])
        at = run.end()
    return tokens + _WORD.findall(text[at:])


def _pieces(run: str) -> list[str]:
    """Return what stands for the words of a run of characters without spaces."""
    if not _SPELT.search(run):
        return _pairs(run)
    return [
        piece
        for part in _SAME_KIND.findall(run)
        for piece in (_cut(part) if _SPELT.match(part) else _pairs(part))
    ]


def _pairs(run: str) -> list[str]:
    """Return the overlapping pairs of a run of characters; the character where there is one."""
    return [run[at : at + 2] for at in range(max(len(run) - 1, 1))]


def _cut(run: str) -> list[str]:
    """Cut a run of letters at pairs that its own letters name: the same words, the same pieces."""
    mixed = [(ord(one) * 0x9E37 + ord(two) * 0x79B9 >> 5) % _CUT for one, two in pairwise(run)]
    cuts = [at for at, rest in enumerate(mixed, 1) if not rest]
    return [run[begin:end] for begin, end in pairwise([0, *cuts, len(run)])]
