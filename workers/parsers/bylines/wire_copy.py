"""
What a wire story in markup says of itself inside its text: byline, notes to editors, sign-off.

Agencies that moved from telegraph text to NewsML and NITF kept its habits: the first paragraphs may
be `By A. Person` or `(Adds details)`, the last a credit, the desk's initials or the word `ends`.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.bylines.marked import byline_of
from workers.parsers.bylines.signatures import credits_of
from workers.parsers.lines.datelines import dateline_of, told_by
from workers.parsers.wire.east import name_reporters, without_below
from workers.words.agencies import AGENCY

if TYPE_CHECKING:
    from workers.parsers.claims.evidence import Evidence

_HEAD = 8
"""Paragraphs at the start among which a byline stands: above it bullets and notes may."""
_NOTE = re.compile(
    r"[(\[](?:adds?|updates?|recasts?|corrects?|refiles?|repeats?|removes?|rewrites?|releads?|fixes"
    r"|clarifies|eds|editors?|note to editors|neu|aktualisiert|korrigiert|wiederholung|ergänzt"
    r"|actualise|ajoute|corrige|actualiza|amplía|añade|atualiza|acrescenta|aggiorna|aggiunge)\b"
    r"[^()]{0,300}[)\]]",
    re.IGNORECASE,
)
"""What a version changed: a note in brackets above the text."""
_INSTEAD = (
    r"(?:replac(?:es|ing)|supersedes|ersetzt|vervangt|(?:annule et )?remplace|sustituye"
    r"|reemplaza|sostituisce|substitui|ersätter|erstatt[ea]r|korvaa|zastępuje|заменяет)\b"
)
_MESSAGE = (
    r"(?:story|dispatch|(?:news )?(?:item|report)|message|bericht(?:en)?|meldung|melding(?:en)?"
    r"|dépêche|despacho|noticia|notizia|lancio|notícia|telegram|meddel(?:ande|else)|nyhet"
    r"|juttu[an]?|uutisen|depesz\w{1,2}|сообщение|новость)\b"
)
_REPLACES = re.compile(
    rf"(?:[^\W\d_]{{2,12}} {_MESSAGE}\s?[,:;–—-]\s?)?{_INSTEAD}"
    rf"(?:\s?:|(?: [^\W\d_]{{2,12}}){{0,2}} {_MESSAGE}).{{0,200}}",
    re.IGNORECASE,
)
"""Which message one takes the place of: `Nieuw bericht, vervangt: …`, `Ersetzt die Meldung …`."""
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){2,20}[^\W\d_](?!\S)")
"""A word with spaces between its letters, as desks stress one: `N i e u w`."""
_STRESSED = 80
"""Characters of a note in which it says that it is one."""
_NOTE_LINE = re.compile(rf"^[ \t]*({_NOTE.pattern})[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_OPENED = re.compile(r"\n[ \t]*+[(\[]")
"""A line that a note can begin with, found in a sixth of the time."""
_NOTES_WITHIN = 3000
"""Characters of a plain text that its notes stand in: above it are labels and a headline."""
_SIGN_OFF = re.compile(
    r"[(*\s-]*(?i:ends?|fin|ende|fine|fim|30|more|sürecek|bitti|segue|sigue)[)*\s-]*|#{1,3}|//\s?انتهى\s?//.{0,20}"
    r"|[A-Z]{2,6}/[a-z]{2,4}(?:/[a-z]{2,4}){0,3}"
    r"|[a-z]{1,5}(?:[/-]\s?[a-z]{1,5}){1,5}/?|(?:[A-Z]{2,6}\s)+[a-z]{2,4}(?:/[a-z]{2,4})*"
    r"|(?:[A-Z]{2,5}|[a-z]{2,5})(?:\s[a-z]{2,5}){1,6}(?:\s[a-z]\d)?"
    r"|[\u0400-\u06ff]{1,4}(?:\s[\u0400-\u06ff]{1,3})?"
    r"(?:/[\u0400-\u06ff]{1,4}(?:\s[\u0400-\u06ff]{1,3})?){1,4}"
    r"|\((?:[A-Z]{2,6}[/\\-]{1,2}){1,3}\s?[a-z]{1,4}(?:[ /][a-z]{1,4}){0,4}\)|=+[A-Z][a-z]+",
)
_RIGHTS = re.compile(r"(?:\u00a9|\(c\)|copyright\b).{0,250}", re.IGNORECASE)
_PICTURE = re.compile(
    r"(?i:photos?|images?|fotos?|bilde?r?|pictures?)"
    r"(?:(?:\s(?i:credit|courtesy of|by|via|von))?\s?:\s[^!?]{1,59}[^.!?]"
    r"|\s(?:courtesy of|by|via|von)\s[A-Z]\S*(?:\s(?:[A-Z]\S*|for|via|of|and|/|&)){0,4})"
)
"""
Whose the picture is that the text came with: `Photo via Gull`, `Foto: NTB / Ann Ek`.

A sentence that begins so (`Photos by Ek hang in every house.`) has other words, and a stop.
"""
_AGENCY = re.compile(rf"[(/*=\s-]*(?i:{AGENCY})(?:\s[A-Z/]{{2,7}})?[)/*\s.-]*")
"""The agency alone, as it signs: `/ritzau/`, `(ANSA).`, `AAP RTV`."""
_DESK = re.compile(r"\s?\(\((?=[^()@;:]{0,400}[@;:])[^()]{5,400}\)\)$")
"""Whom to ask, for desks: `((ann.ek@wire.example; +47 22 93 69 66; …))`."""
_FILED = re.compile(r"Keywords: ([A-Z0-9][A-Z0-9 /,.&()'-]{2,80})")
"""Reuters' keyword line below a text, in capitals."""
_WORDS = frozenset(
    "to in is it of on at by or and the for was are not you she he we be so".split()  # noqa: SIM905 - read more easily as one text
)
"""Short words of prose: a line with one of them is no row of initials."""
_LONGEST_SIGN_OFF = 40
_LONGEST_NOTE = 250
_ROUTE = re.compile(r"(?:[A-Z]{0,8}\d{0,6}(?:\s|$)){3,40}")
_MIXED = re.compile(r"\b[A-Z]{2,8}\d{2,6}\b")
"""Codes of desks and services, which send an item on its way: `51 03 CRO01 1113 APE4800 GEST`."""
_TWO = 2
_ALONE = re.compile(r"[(/](?:[A-Z]\w{1,4}/){0,2}([^()/]{2,40})[)/]\.?")
"""A name in brackets, or between strokes; before it may stand who edited, `(Ros/Meridian)`."""
_DATELINE = 80
"""Characters in which a dateline has the source's name."""
_BEHIND = re.compile(
    rf"(?<=[.!?\"'\u201d\u00bb])\s(?:[(/](?i:{AGENCY})[)/]\.?|(?=[A-Z]{{2,6}}$)(?i:{AGENCY}))$"
)
"""The agency behind the last sentence."""
_NAME_BEHIND = re.compile(r"\s[(/](?P<name>[^()/]{2,30})[)/](?P<stop>\.?)$")
"""A name in brackets behind the last sentence, or inside it: `the mayor said (ANSA).`"""
_ENDED = re.compile(r"[.!?\"'\u201d\u00bb]$")


def signed(
    paragraphs: tuple[str, ...], evidence: Evidence
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the paragraphs without byline, notes and sign-off, and the notes; add the claims."""
    kept, notes = _without_head(paragraphs, evidence)
    kept = without_below(_without_desk(kept, evidence), evidence)
    while len(kept) > 1 and (_is_sign_off(kept[-1]) or _is_source(kept, evidence)):
        kept.pop()
    if kept:
        kept[-1] = _BEHIND.sub("", kept[-1])
        _credits(kept, evidence)
        kept[-1] = _without_name(kept[-1], evidence.values(Field.SOURCE))
    return tuple(kept), notes


def notes_above(text: str) -> tuple[str, ...]:
    """Return what notes in brackets, each a line or more by itself, say at the top of a text."""
    head = f"\n{text[:_NOTES_WITHIN]}"
    if not (("(" in head or "[" in head) and _OPENED.search(head)):
        return ()
    found = _NOTE_LINE.finditer(text, 0, _NOTES_WITHIN)
    return tuple(f"edNote: {' '.join(each[1][1:-1].split())}" for each in found)


def _without_head(
    paragraphs: tuple[str, ...], evidence: Evidence
) -> tuple[list[str], tuple[str, ...]]:
    """Take bylines and notes to editors out of the first paragraphs, down to the dateline."""
    kept: list[str] = []
    notes: list[str] = []
    signed_by = None
    for place, one in enumerate(paragraphs):
        last = not kept and place == len(paragraphs) - 1
        if last or len(kept) == _HEAD or dateline_of(one) is not None:
            return [*kept, *paragraphs[place:]], tuple(notes)
        if _NOTE.fullmatch(one):
            notes.append(f"edNote: {one[1:-1]}")
        elif _replaces(one):
            notes.append(f"edNote: {one.strip('()[]')}")
        elif signed_by is None and (signed_by := byline_of(one)):
            evidence.add(Field.AUTHOR, signed_by, "byline in the text", 0.75)
        else:
            kept.append(one)
    return kept, tuple(notes)


def _replaces(text: str) -> bool:
    """Return whether a paragraph only says which message the text takes the place of."""
    if len(text) >= _LONGEST_NOTE:  # as most are
        return False
    head = _SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), text[:_STRESSED])
    joined = head + text[_STRESSED:]
    return _REPLACES.fullmatch(joined.strip("()[]")) is not None


def _without_desk(paragraphs: list[str], evidence: Evidence) -> list[str]:
    """Return paragraphs without the keyword line at their end, and without whom desks may ask."""
    kept = list(paragraphs)
    if len(kept) > 1 and (filed := _FILED.fullmatch(kept[-1])):
        evidence.add(Field.SLUGLINE, filed[1], "keyword line", 0.5)
        kept.pop()
    if len(kept) > 1 and kept[-1].endswith("))"):
        kept[-1:] = filter(None, [_DESK.sub("", kept[-1])])
    return kept


def _is_source(paragraphs: list[str], evidence: Evidence) -> bool:
    """Return whether the last paragraph is the source's name alone, as above the text."""
    alone = _ALONE.fullmatch(paragraphs[-1])
    if alone is None:
        return False
    above = paragraphs[: min(_HEAD, len(paragraphs) - 1)]
    named = any(f"({alone[1]})" in one[:_DATELINE] for one in above)
    return named or alone[1] in evidence.values(Field.SOURCE)


def _without_name(last: str, sources: list[str]) -> str:
    """Return the last paragraph without its source's name in brackets, unless it is spelt out."""
    behind = _NAME_BEHIND.search(last[-_DATELINE:])
    if behind is None or behind["name"] not in sources:
        return last
    before = last[: -len(behind[0])]
    if _ENDED.search(before):
        return before
    # `of the Harbour Wire Service (HWS).`: the bracket belongs to the name before it
    words = [word for word in re.split(r"[\s-]+", before[-_DATELINE:]) if word[:1].isupper()]
    short = behind["name"].upper()
    spelt = "".join(word[0] for word in words[-len(short) :]) == short
    return last if spelt else before + behind["stop"]


def _is_sign_off(text: str) -> bool:
    if _ROUTE.fullmatch(text) and len(_MIXED.findall(text)) >= _TWO:
        return any(map(str.isdecimal, text.split()))  # flights and cars have no plain numbers
    if (
        _RIGHTS.fullmatch(text)
        or _PICTURE.fullmatch(text)
        or (len(text) <= _LONGEST_SIGN_OFF and _AGENCY.fullmatch(text))
    ):
        return True
    if len(text) > _LONGEST_SIGN_OFF or not _SIGN_OFF.fullmatch(text):
        return False
    return _WORDS.isdisjoint(text.casefold().split())


def _credits(paragraphs: list[str], evidence: Evidence) -> None:
    """Add who is named in the dateline and in the closing credit."""
    name_reporters(paragraphs, evidence)
    if line := next(filter(None, map(dateline_of, paragraphs[:_HEAD])), None):
        dateline, agency = told_by(line)
        evidence.add(Field.DATELINE, dateline, "dateline in the text", 0.5)
        evidence.add(Field.SOURCE, agency, "dateline in the text", 0.3)
    for edited, names in credits_of(paragraphs[-1]):
        field = Field.EDITOR if edited else Field.AUTHOR
        evidence.add(field, names, "closing credit", 0.5)
