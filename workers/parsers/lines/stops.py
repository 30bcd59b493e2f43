"""
What ends a sentence and what parts its clauses, in the scripts that have signs of their own.

After the Unicode property `Sentence_Terminal` and the commas of the same blocks: Latin and whoever
took its signs, Chinese and Japanese, Arabic and Urdu, Devanagari and its neighbours, Burmese,
Khmer, Armenian, Amharic, Tibetan. Thai and Lao have none: there a space parts the sentences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_OWN = "。।॥۔။។։።།"  # noqa: RUF001 - of many scripts
_FULL = f"{_OWN}！？؟"  # noqa: RUF001 - full-width signs are meant
_CLOSING = "\"'”’»」』）)]"  # noqa: RUF001 - quotation marks
ENDS = frozenset(f".!?…{_FULL}")
"""A sentence's last sign."""
UNSPACED = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
"""A sign of the scripts that put no space between words, nor between two lines of a sentence."""
STOPS = frozenset(f".!?{_FULL}")
STOPS_AND_COLONS = STOPS | frozenset("…:：")  # noqa: RUF001 - full-width
# one set of signs to begin with, by which the pattern is found
_INNER_STOP = re.compile(
    r"[.!?؟۔।。！？။។](?:(?<=[。！？။។])|[\"'”’»)\]]*\s+[\"'“‘«(\[]*\w)"  # noqa: RUF001 - of many scripts
)
_SPACED = (". ", "! ", "? ")
_COMMAS = (", ", "，", "、", "،", "၊", "፣")  # noqa: RUF001 - of many scripts
_ANY = (", ", ".", ". ", "!", "?")
_ANY_SIGNS = (*_ANY, *_OWN, "؟", *_COMMAS[1:])
_UNSTOPPED = re.compile(r"[\u0e00-\u0eff]")
_ENOUGH = 3
_LAST = 8
"""Characters of a text at the end of which its stop stands."""
_LONG = 60
"""Characters from which a line of Thai or Lao is a sentence, to its last sign."""
_BRACKETS = frozenset(")）]】")  # noqa: RUF001 - full-width signs are meant
_ASIDE = re.compile(r"\s*[(（\[【][^()（）\[\]【】]{1,30}[)）\]】]$")  # noqa: RUF001 - as above
"""What agencies and desks write behind a last sentence: `The end. (dpa)`."""
_ASIDE_REACH = 48
"""Characters of such words, and of the sentence's end before them."""


def is_closed(text: str, signs: AbstractSet[str] = STOPS) -> bool:
    """Return whether a text ends with one of some signs, and with what closes behind it."""
    return text.rstrip(_CLOSING)[-1:] in signs


def is_closed_aside(text: str, signs: AbstractSet[str] = STOPS) -> bool:
    """Return whether a text is closed, or would be without the few words in brackets behind it."""
    if is_closed(text, signs):
        return True
    return text[-1:] in _BRACKETS and is_closed(_ASIDE.sub("", text[-_ASIDE_REACH:]), signs)


def ends_sentence(text: str) -> bool:
    """Return whether a text ends as a sentence does."""
    end = text[-_LAST:]
    return is_closed(end) or (len(text) >= _LONG and bool(_UNSTOPPED.search(end)))


def sentences_within(text: str) -> int:
    """Return how many sentences of a line or paragraph another follows, abbreviations aside."""
    return len(_INNER_STOP.findall(text)) or _spaces(text)


def inner_stops(text: str) -> int:
    """Return how many sentences of a text another follows."""
    if text.isascii():
        return sum(map(text.count, _SPACED))
    count = sum(map(text.count, (*_SPACED, *_OWN)))
    return count or _spaces(text)


def commas(text: str) -> int:
    """Return how many commas a text has."""
    return text.count(", ") if text.isascii() else sum(map(text.count, _COMMAS))


def sentence_share(text: str) -> float:
    """Return how far the signs of a text are a sentence's, 0 to 1: three of them are enough."""
    stops = 0
    for stop in _ANY if text.isascii() else _ANY_SIGNS:
        stops += text.count(stop)
        if stops >= _ENOUGH:
            return 1.0
    return min(1.0, (stops + _spaces(text)) / _ENOUGH)


def _spaces(text: str) -> int:
    """Return how many spaces part the sentences of Thai or Lao; in other scripts none does."""
    return 0 if text.isascii() or not _UNSTOPPED.search(text) else text.count(" ")
