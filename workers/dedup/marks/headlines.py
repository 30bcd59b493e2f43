"""
What desks put before or after a headline that comes again: `UPDATE 2-`, `CORRECTED:`, `【訂正】`.

A mark counts where it cannot be a word of the headline: in brackets, before a colon or a dash, or
in capitals before a headline that is not. The lexicon has the forms of wires and papers in some
twenty languages; what it does not know stays part of the headline.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from shared.domain.reissue import Reissue, ReissueKind
from shared.domain.values import dataclass
from workers.dedup.marks.desk_notes import said_by

if TYPE_CHECKING:
    from collections.abc import Iterable


class Mark(Enum):
    """What a mark says."""

    CORRECTION = auto()
    UPDATE = auto()
    LEAD = auto()
    """An update, where a number or brackets show that the word is none of the headline's."""
    REPEAT = auto()
    """Sent again unchanged: a copy, no version."""
    ALERT = auto()
    """A flash before the story: it says nothing of what it is, and stands in no headline later."""


_WORDS = {
    Mark.CORRECTION: (
        "corrected|corrects?|correction|clarification|clarifies|clarified|erratum|errata|refiles?"
        "|korrektur|korrigiert|berichtigung|berichtigt|richtigstellung"
        "|correctif|rectificatif|rectification|corrig[ée]|errat[ao]"
        "|correcci[óo]n|corregid[oa]|rectificaci[óo]n|corrige"
        "|correzione|rettifica|corretto|corre[çc][ãa]o|corrigid[oa]|rectificatie|correctie"
        "|rättelse|rettelse|rettet|oikaisu|korjaus|korekta|sprostowanie|oprava|düzeltme"
        "|исправление|исправлено|исправленн[аоы][ея]?|уточнение|διόρθωση|تصحيح|تصويب|استدراك"
        "|更正|订正|訂正|勘误|勘誤|修正|정정|수정"
    ),
    Mark.UPDATE: (
        r"updated?|updates|wrapup|(?:(?:ld|lead)\s?[- ]\s?)?writethr(?:u|ough)|recasts?"
        "|aktualisiert|aktualisierung|neufassung|zusammenfassung"
        "|mise à jour|actualis[ée]|actualisation|actualizaci[óo]n|actualizad[oa]|ampliaci[óo]n"
        "|aggiornamento|aggiornat[oa]|atualiza[çc][ãa]o|atualizad[oa]|bijgewerkt|uppdaterad"
        "|opdateret|oppdatert|päivitetty|aktualizacja|aktualizace|güncelleme"
        "|обновление|обновлено|дополнено|ενημέρωση|تحديث|更新|続報|종합|업데이트"
    ),
    Mark.LEAD: "lead|ld|wrap|roundup|보",
    Mark.REPEAT: (
        "rpt|repeats?|repeated|wiederholung|rediffusion|repetici[óo]n|ripetizione|повтор"
        "|重发|重發|再送|재송"
    ),
    Mark.ALERT: (
        "urgent|flash|breaking(?: news)?|news ?alert|eilmeldung|eil|dringend|alerte(?: info)?"
        "|urgente|[úu]ltima hora|ultim['\u2019]ora|срочно|молния|عاجل|速報|快讯|快訊|突发|突發|속보"
    ),
}
_MARK = re.compile(
    r"(?:(?P<ordinal>\d{1,2})(?:st|nd|rd|th|\.|ª|º|e|ème)?\s*)?"
    rf"(?:{'|'.join(f'(?P<{mark.name}>{words})' for mark, words in _WORDS.items())})"
    r"(?:\s*(?P<number>\d{1,2})(?:보|st|nd|rd|th)?)?",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]")
_HYPHENED = re.compile(r"\b(wrap|write)-(up|thru|through)\b", re.IGNORECASE)
_OPENED, _CLOSED = r"[\[(\u3010\uff08]", r"[\])\u3011\uff09]"
_DASH = r"[-\u2013\u2014:\uff1a/]"
_LONGEST, _LONGEST_TOLD = 24, 80
"""Characters of a mark, and of one in brackets that tells what was done (`(ADDS quotes)`)."""
_BRACKETED = re.compile(
    rf"\s*{_OPENED}(?P<mark>[^\])\u3011\uff09]{{1,{_LONGEST_TOLD}}}){_CLOSED}\s*{_DASH}?\s*(?P<rest>.*)",
    re.DOTALL,
)
_PARTED = re.compile(
    rf"\W*(?P<mark>[^-\u2013\u2014:\uff1a/]{{1,{_LONGEST}}}?)\s*{_DASH}+\s*(?P<rest>.*)", re.DOTALL
)
_LOUD = re.compile(
    r"\s*(?P<mark>(?:\d{1,2}(?:ST|ND|RD|TH)\s+)?[^\W\d_]{2,}(?:\s+\d{1,2})?)\s+(?P<rest>\S.*)",
    re.DOTALL,
)
_BEHIND = re.compile(
    rf"(?P<rest>.*?)\s*(?:{_OPENED}(?P<mark>[^\[(\u3010\uff08]{{1,{_LONGEST_TOLD}}}){_CLOSED}"
    rf"|(?:--|\s[\u2013\u2014-])\s*(?P<dashed>[^-\u2013\u2014]{{1,{_LONGEST}}})"
    rf"|,\s*(?P<numbered>\d{{1,2}}(?:st|nd|rd|th)\s[^,]{{2,{_LONGEST}}}))\s*",
    re.DOTALL | re.IGNORECASE,
)
_SIGNS = re.compile("[-\\[(,:/\u2013\u2014\u3010\uff08\uff1a]")
"""What parts a mark from a headline, unless it is in capitals before one that is not."""
_OTHER_SENSES = (
    (
        re.compile(r"correction|corrig", re.IGNORECASE),
        re.compile(
            r"^\W*(?:(?:l[ae]s?|d[ue]s?|de la) |(?:de )?l['\u2019])?"
            r"(?:bacs?|baccalauréat|brevet|épreuves?|sujets?|dictées?|exercices?|examens?|concours)"
            r"(?=\W*$|\s*[:,-]|\s(?:d[ue]s?|d['\u2019].+|en|blanc|pro|techno|\d{4}|philo|maths?|français)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile("recast|neufassung", re.IGNORECASE),
        re.compile(
            r"\b(?:directive|regulation|act|bill|richtlinie|verordnung|gesetz|\w+gesetz(?:es)?)\b",
            re.IGNORECASE,
        ),
    ),
)
"""What else a mark means before or behind which words: an exam's answers, a law in one new text."""
_MOST = 4
"""Marks on one headline: `RPT-UPDATE 3-CORRECTED-`."""
_FILED = re.compile(r"[,/]\s*(?P<mark>[^,/]{2,24})$")
_NOTE = re.compile(r"signal:\s*(?P<signal>correct|update)|edNote:\s*(?P<note>.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A headline without its marks, and what they said."""

    headline: str
    reissue: Reissue | None


def marked(headline: str) -> Marked:
    """Take the marks off a headline; one that is nothing but marks keeps them."""
    if not _may_bear_one(headline):
        return Marked(headline, None)
    rest, said, taken = _HYPHENED.sub(r"\1\2", headline), None, 0
    while taken < _MOST and (found := _taken(rest)) is not None:
        (mark, number), rest = found
        taken += 1
        if mark in _KINDS:
            said = most_of(said, Reissue(_KINDS[mark], number))
    return Marked(rest if taken else headline, said)


def _may_bear_one(headline: str) -> bool:
    """Tell of most headlines, for little, that they bear no mark."""
    first = headline.split(None, 1)[:1]
    return _SIGNS.search(headline) is not None or (bool(first) and first[0].isupper())


def reissue_of(told: Reissue | None, slugline: str | None, notes: Iterable[str]) -> Reissue | None:
    """Add what slugline, notes to editors and the wire's signals say to what the text told."""
    if slugline:
        told = most_of(told, _filed_as(slugline))
    for note in notes:
        said = _NOTE.match(note)
        if said is not None:
            told = most_of(told, _signal(said["signal"]) or said_by(said["note"] or ""))
    return told


def most_of(told: Reissue | None, other: Reissue | ReissueKind | None) -> Reissue | None:
    """Join what two marks say: `UPDATE 3` and `CORRECTED` are the correction of the third."""
    if isinstance(other, ReissueKind):
        other = Reissue(other)
    if told is None or other is None:
        return told or other
    corrected = ReissueKind.CORRECTION in (told.kind, other.kind)
    numbers = [each.number for each in (told, other) if each.number is not None]
    kind = ReissueKind.CORRECTION if corrected else ReissueKind.UPDATE
    return Reissue(kind, max(numbers, default=None))


def _filed_as(slugline: str) -> Reissue | None:
    """Return what a slugline says: its last part may be a mark by itself (`BC-Fire, 1st Ld`)."""
    last = _FILED.search(_HYPHENED.sub(r"\1\2", slugline))
    mark = _mark(last["mark"], bracketed=False) if last else None
    if last is None or mark is None or mark[0] not in _KINDS:
        return marked(slugline).reissue
    # in small letters and without a number it is a subject, a section or a folder: `tech/update`
    is_mark = mark[1] is not None or last["mark"].isupper()
    return Reissue(_KINDS[mark[0]], mark[1]) if is_mark else None


def _signal(signal: str | None) -> ReissueKind | None:
    return ReissueKind(signal.lower().replace("correct", "correction")) if signal else None


_KINDS = {
    Mark.CORRECTION: ReissueKind.CORRECTION,
    Mark.UPDATE: ReissueKind.UPDATE,
    Mark.LEAD: ReissueKind.UPDATE,
}


def _taken(text: str) -> tuple[tuple[Mark, int | None], str] | None:
    """Take one mark off, at either end; None where there is none, or nothing else."""
    for form in (_BRACKETED, _PARTED, _LOUD, _BEHIND):
        found = form.match(text) if form is not _BEHIND else form.fullmatch(text)
        if found is None or not _LETTERS.search(found["rest"]):
            continue
        words = found["mark"] or found["dashed"] or found["numbered"]
        if form is _LOUD and (not words.isupper() or found["rest"].isupper()):
            continue
        mark = _mark(words.strip(), bracketed=form is _BRACKETED)
        if mark is None and (form is _BRACKETED or (form is _BEHIND and found["mark"])):
            mark = _told(words.strip())
        if mark is not None and not _means_another_thing(words, found["rest"]):
            return mark, found["rest"].strip()
    return None


def _means_another_thing(words: str, rest: str) -> bool:
    return any(mark.match(words) and beside.search(rest) for mark, beside in _OTHER_SENSES)


def _mark(words: str, *, bracketed: bool) -> tuple[Mark, int | None] | None:
    found = _MARK.fullmatch(words)
    if found is None:
        return None
    mark = next(mark for mark in Mark if found[mark.name])
    number = found["number"] or found["ordinal"]
    if mark is Mark.LEAD and number is None and not bracketed:
        return None
    return mark, int(number) if number else None


def _told(words: str) -> tuple[Mark, int | None] | None:
    """Read a note in brackets that tells what was done; in small letters it may be the story's."""
    kind = None if words[:1].islower() else said_by(words)
    return None if kind is None else (Mark[kind.name], None)
