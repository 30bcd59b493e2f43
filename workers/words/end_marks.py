"""
The mark below a press release, `ENDS`, `- Ende -`, `###`, and what stands under it.

Notes to editors, contacts and what the firm says of itself are no part of the story. A mark with
most of the text below it parts something else, and so do several marks: there each ends its own.
"""

# ruff: noqa: RUF001 - dashes are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST, _SHOWN = 30, 80
"""Characters of a mark, and of the line in which it stands among spaces."""
_WORD = r"ends?|ende|einde|fine?|fim|slut|loppu|koniec|конец"
_SIGN = r"[-–—*_/~=(\[<)\]>\s]"
_MARK = re.compile(
    rf"(?:ENDS|ENDE|EINDE|END OF (?:PRESS |NEWS )?(?:RELEASE|STATEMENT))\s?[.:]?"
    rf"|(?:[-–—*_/~=(\[<]{_SIGN}{{0,8}})?(?i:{_WORD}){_SIGN}{{0,8}}[-–—*_/~=)\]>]"
)
"""
A word alone in capitals, or in any case between signs.

The first of them may have gone, as the dash of a list's entry.
"""
_BARE = re.compile(r"(?:#\s?){3,8}|[-–—]{1,3}\s?30\s?[-–—]{1,3}")
"""What also parts the pieces of a newsletter: it ends a text where notes begin below it."""
_NOTES = re.compile(
    r"(?:(?:further |media |press |background )?(?:notes?|information|hinweise?)"
    r"(?: (?:to|for|an|für|zur) (?:the )?(?:editors?|media|journalists|press|redaktion(?:en)?)\b|:)"
    r"|editor['’]?s?['’]? notes?\b|(?:about|über|à propos d\S{1,2}|acerca de|sobre|over|om) \S"
    r"|(?:(?:media|press|news|investor) )?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|relations)\b"
    r"|for (?:further|more|all|any|additional) (?:\w+ ){0,3}?"
    r"(?:information|details|enquiries|inquiries)\b|(?:presse)?kontakt\w{0,8}\b"
    r"|ansprechpartner\w{0,5}\b|rückfrage|weitere informationen|boilerplate|forward[- ]looking"
    r"|contatti\b|contactos?\b|perscontact\b|noot (?:voor|aan) de redactie)",
    re.IGNORECASE,
)


def above_end(texts: Sequence[str], body: Sequence[int]) -> list[int]:
    """Return those places of a body that stand above the mark that ends its text."""
    short = (at for at in range(body[0] + 1, len(texts)) if len(texts[at]) <= _SHOWN)
    marks = [at for at in short if _is_mark(texts, at)]
    if not marks:
        return list(body)
    parted = set(marks)
    told = [at for at in body if at not in parted]
    followed = [at for at in marks if told and at < told[-1]]
    above = [at for at in told if at < marks[0]]
    if len(followed) > 1 or 2 * _size(texts, above) <= _size(texts, told):
        return list(body)
    return above


def _is_mark(texts: Sequence[str], at: int) -> bool:
    text = texts[at].strip()
    if len(text) > _LONGEST:
        return False
    if _MARK.fullmatch(text):
        return True
    below = texts[at + 1] if at + 1 < len(texts) else ""
    return _BARE.fullmatch(text) is not None and _NOTES.match(below) is not None


def _size(texts: Sequence[str], places: Sequence[int]) -> int:
    return sum(len(texts[at]) for at in places)
