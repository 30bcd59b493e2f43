"""Lines at the end of a body that the site writes below every text: rights, comments, folders."""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workers.parsers.bylines.persons import NAME_WORD
from workers.parsers.html import label_lines
from workers.parsers.html.body import closing_east
from workers.parsers.html.body.surroundings import holder_of

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block

_LAST = 6
"""Blocks of the body among which such lines are looked for."""
_FAR = 15
"""Blocks between a body and a line that has nothing to do with it."""
_LONGEST = 400
_RIGHTS = re.compile(
    r"(?:©|\(c\)\s(?:copyright\b|(?:19|20)\d\d|(?-i:[A-Z]))"
    r"|copyright\s(?:©|\(c\)|(?-i:by\s[A-Z])|\d{4}))",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+)?\s?"
    r"(?:\((?:END|ENDS|完)\)|\bENDS?\.?|[-–—*\s]*+THE END[-–—*\s]*+)?"
)
"""`adab@harbour.example (END)`: who wrote it to the agency's desk, and that it is whole."""
_RESERVED = re.compile(
    r"무단\s?(?:전재|복제|배포)|все права защищены|всички права запазени|усі права захищен"
    r"|جميع الحقوق محفوظة|تمامی? حقوق|כל הזכויות שמורות|tüm hakları saklıdır"
    r"|wszelkie prawa zastrzeżone|สงวนลิขสิทธิ์|all rights reserved|alle rechte vorbehalten"
    r"|tous droits réservés|todos los derechos reservados|με επιφύλαξη παντός|सर्वाधिकार सुरक्षित",
    re.IGNORECASE,
)
"""How rights are reserved in many languages: in a short line that is all there is."""
_SHORT = 160
_MISTAKE = re.compile(r"ctrl\s?\+\s?enter", re.IGNORECASE)
"""How readers tell the editors of a mistake: the keys are the same in all languages."""
FILED = re.compile(
    r"(?:this (?:entry|post) was (?:posted|written)"
    r"|dieser (?:beitrag|artikel|eintrag) (?:wurde|ist)"
    r"|cet(?:te entrée|te publication| article) a été publiée?"
    r"|esta entrada (?:fue publicada|se publicó)|est[ea] (?:post|entrada) foi publicad[oa]"
    r"|quest[ao] (?:voce|articolo) è stat[ao] pubblicat[ao]"
    r"|dit (?:bericht|artikel) (?:werd|is) geplaatst|detta inlägg är publicerat"
    r"|ten wpis został opublikowany|запись опубликована|dette indlæg blev udgivet"
    r"|příspěvek byl publikován)\b",
    re.IGNORECASE,
)
"""The line of blogs that says when a text was posted, and in which folder it lies."""
_COMMENTS = re.compile(
    r"by (?:leaving|posting|submitting) (?:a|your) comment|^[\"“]?questions\? comments\?"
    r"|please review our (?:rules|guidelines)|الآراء الواردة",
    re.IGNORECASE,
)
_TELLING = ("comment", "please", "الآراء")
"""Words without which `_COMMENTS` is not found."""
_CREDITED = re.compile(
    r"[(\[]?(?i:additional |further )?(?i:reporting|writing|editing|edited|written|compiled)\b"
    r"[^.:]{0,40}\bby\s[A-Z]"
    r"|[Bb]y [A-Z]\S*\s[A-Z][^.!?]{2,60}$"
)
"""`(Reporting by Ann Ek; editing by Bo Li)`, `Written by Ann Ek`, `by Harbour Staff Writer`."""
_SENT = re.compile(
    rf"{NAME_WORD}(?:\s{NAME_WORD}){{0,2}} (?:reported|contributed) from [A-Z][\w., ]{{2,40}}$"
)
"""`Ada Brook reported from Oslo.`"""
_HELPED = re.compile(
    r"[A-Z][^?!:]{3,160}\bcontributed (?:reporting|to this (?:report|story|article|post|piece))\b"
    r"(?![^?!:]*\b(?:said|says|told)\b)[^?!:]{0,60}$"
)
"""`The Associated Press contributed to this report.`"""
_VIEWS = re.compile(
    r"this (?:column|article|commentary|op-ed|essay|piece) does not (?:\w+ly )?reflect\b"
    r"|[(\[*]?(?:the )?(?:views|opinions)\b[^?!]{0,60}\bexpressed\b[^?!]{0,80}"
    r"\b(?:do(?:es)? not (?:\w+ly )?(?:reflect|represent|state)"
    r"|are (?:the author|those of|solely|his|her|their|my)|not necessarily)",
    re.IGNORECASE,
)
"""`The views expressed are the author's own.`"""
_TO = r"(?:write to|e-?mail|contact|reach|follow|connect with|like|find)\s"
_REACHED = re.compile(
    r"to contact the (?:reporters?|editors?|authors?|writers?)\b"
    rf"|{_TO}(?:[^.?!]|\.(?=\S)){{2,80}}(?:@\w|twitter\.com)"
    rf"|{_TO}(?!with\b|for\b|out\b|many\b|most\b|other\b|all\b)[^.?!,]{{2,80}}"
    r"\bon (?:twitter|facebook|instagram|google|linkedin)\b"
    r"|[^.?!]{3,60}\b(?:can|may) be (?:reached|contacted) (?:at|by|on|via)\b"
    r".{0,60}(?:@\w|\d{3}|\b(?:e-?mail|phone|twitter)\b)"
    r"|(?:for|send|any|with|your)\b[^.?!]{2,60}\b(?:corrections|feedback|tips|suggestions)\b"
    r".{0,120}(?:@\w|\b(?:our|this|the|contact) form\b)",
    re.IGNORECASE,
)
"""How to reach who wrote it, or the site."""
_WRITER = re.compile(
    rf"{NAME_WORD}(?:\s{NAME_WORD}){{1,3}}\s"
    r"(?:writes for\b|is (?:an? |the |our )?(?:[\w.-]+\s){0,4}"
    r"(?:writer|editor|reporter|correspondent|columnist|contributor|journalist)\b)"
)
"""`Ada Brook is a contributing writer for the Harbour News.`"""
_REFILED = re.compile(r"[(\[]this (?:story|article|report) (?:was|has been|is)\b", re.IGNORECASE)
"""`(This story was refiled to insert dropped letters)`"""
_SOURCES = re.compile(r"(?:SOURCES?|Sources?|Quellen?|Images?|Photos?|Via)\s?:\s?[^.!?]{2,120}$")
_OPENINGS = (_RIGHTS, FILED, _CREDITED, _REFILED, _SOURCES, _VIEWS)
_CLOSINGS = (_SENT, _REACHED, _WRITER)
_CLOSING = 250
"""Characters of such a line; longer ones tell somebody's life."""


def without_end(chosen: list[Block]) -> list[Block]:
    """Return the blocks of a body without what follows its text: one may hide the other."""
    chosen, checked, size = list(chosen), len(chosen), -1
    while len(chosen) != size:
        size = len(chosen)
        start = max(size - _LAST, 1)
        chosen[start:] = (block for block in chosen[start:] if not is_note(block.text))
        checked = _cut_stragglers(chosen, checked)
    return chosen


def _cut_stragglers(chosen: list[Block], checked: int) -> int:
    """
    Cut lines far below a body, in other elements: no sentences. Return what was looked at.

    From `checked` on all but the last few lines were looked at before, and had no gap above them.
    """
    end = len(chosen)
    for at in range(len(chosen) - 1, 0, -1):
        line, before = chosen[at], chosen[at - 1]
        if line.prose or checked <= at < len(chosen) - _LAST:
            break
        checked = min(checked, at)
        if line.at - before.at > _FAR and holder_of(line.node) is not holder_of(before.node):
            end = at
    del chosen[end:]
    return checked


@lru_cache(maxsize=64)  # the last lines of a body are looked at twice and more
def is_note(text: str) -> bool:
    """Return whether a line says nothing of the matter: rights, folders, how to comment."""
    if len(text) > _LONGEST:
        return False
    if _SIGNED.fullmatch(text) or any(each.match(text) for each in _OPENINGS):
        return True
    if len(text) <= _CLOSING and any(each.match(text) for each in _CLOSINGS):
        return True
    if len(text) <= _SHORT and _RESERVED.search(text):
        return True
    small = text.lower()  # to search it for a word takes a tenth of searching it for the pattern
    if len(text) <= _CLOSING and "contributed" in small and _HELPED.match(text):
        return True
    said = "ctrl" in small and _MISTAKE.search(small)
    said = said or (any(map(small.__contains__, _TELLING)) and _COMMENTS.search(small))
    return bool(said) or label_lines.is_credit(text) or closing_east.is_note(text)
