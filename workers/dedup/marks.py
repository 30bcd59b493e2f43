"""
What desks put before or after a headline that comes again: `UPDATE 2-`, `CORRECTED:`, `【訂正】`.

A mark counts where it cannot be a word of the headline: in brackets, before a colon or a dash, or
in capitals before a headline that is not. The lexicon has the forms of wires and papers in some
twenty languages; what it does not know stays part of the headline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from shared.domain.reissue import Reissue, ReissueKind

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
        "updated?|updates|wrapup|(?:(?:ld|lead)[- ])?writethr(?:u|ough)|recasts?"
        "|aktualisiert|aktualisierung|neufassung|zusammenfassung"
        "|mise à jour|actualis[ée]|actualisation|actualizaci[óo]n|actualizad[oa]|ampliaci[óo]n"
        "|aggiornamento|aggiornat[oa]|atualiza[çc][ãa]o|atualizad[oa]|bijgewerkt|uppdaterad"
        "|opdateret|oppdatert|päivitetty|aktualizacja|aktualizace|güncelleme"
        "|обновление|обновлено|дополнено|ενημέρωση|تحديث|更新|続報|종합|업데이트"
    ),
    Mark.LEAD: "lead|ld|wrap|보",
    Mark.REPEAT: (
        "rpt|repeats?|repeated|wiederholung|rediffusion|repetici[óo]n|ripetizione|повтор"
        "|重发|重發|再送|재송"
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
_LONGEST = 24
_BRACKETED = re.compile(
    rf"\s*{_OPENED}(?P<mark>[^\])\u3011\uff09]{{1,{_LONGEST}}}){_CLOSED}\s*{_DASH}?\s*(?P<rest>.*)",
    re.DOTALL,
)
_PARTED = re.compile(
    rf"\W*(?P<mark>[^-\u2013\u2014:\uff1a/]{{1,{_LONGEST}}}?)\s*{_DASH}+\s*(?P<rest>.*)", re.DOTALL
)
_LOUD = re.compile(r"\s*(?P<mark>[^\W\d_]{3,}(?:\s+\d{1,2})?)\s+(?P<rest>\S.*)", re.DOTALL)
_BEHIND = re.compile(
    rf"(?P<rest>.*?)\s*(?:{_OPENED}(?P<mark>[^\[(\u3010\uff08]{{1,{_LONGEST}}}){_CLOSED}"
    rf"|(?:--|\s[\u2013\u2014-])\s*(?P<dashed>[^-\u2013\u2014]{{1,{_LONGEST}}}))\s*",
    re.DOTALL,
)
_MOST = 4
"""Marks on one headline: `RPT-UPDATE 3-CORRECTED-`."""
_SIGNAL = re.compile(r"signal:\s*(correct|update)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A headline without its marks, and what they said."""

    headline: str
    reissue: Reissue | None


def marked(headline: str) -> Marked:
    """Take the marks off a headline; one that is nothing but marks keeps them."""
    rest, found = _HYPHENED.sub(r"\1\2", headline), []
    for _ in range(_MOST):
        taken = _taken(rest)
        if taken is None:
            break
        mark, rest = taken
        found.append(mark)
    if not found:
        return Marked(headline, None)
    said = [Reissue(kind, number) for mark, number in found if (kind := _KINDS.get(mark))]
    return Marked(rest, max(said, key=_weight, default=None))


def reissue_of(headline: Marked, slugline: str | None, notes: Iterable[str]) -> Reissue | None:
    """Return what headline, slugline or the wire's signals say of an article that comes again."""
    told = [headline.reissue, marked(slugline).reissue if slugline else None]
    signals = (found[1].lower() for note in notes if (found := _SIGNAL.match(note)))
    told += [
        Reissue(ReissueKind.CORRECTION if s == "correct" else ReissueKind.UPDATE) for s in signals
    ]
    return max(filter(None, told), key=_weight, default=None)


_KINDS = {
    Mark.CORRECTION: ReissueKind.CORRECTION,
    Mark.UPDATE: ReissueKind.UPDATE,
    Mark.LEAD: ReissueKind.UPDATE,
}


def _weight(reissue: Reissue) -> tuple[bool, int, str]:
    """Order by what says more: `CORRECTED` and `UPDATE 2` together are update 2."""
    return (reissue.number is not None, reissue.number or 0, reissue.kind)


def _taken(text: str) -> tuple[tuple[Mark, int | None], str] | None:
    """Take one mark off, at either end; None where there is none, or nothing else."""
    for form in (_BRACKETED, _PARTED, _LOUD, _BEHIND):
        found = form.match(text) if form is not _BEHIND else form.fullmatch(text)
        if found is None or not _LETTERS.search(found["rest"]):
            continue
        words = found["mark"] or found["dashed"]
        if form is _LOUD and (not words.isupper() or found["rest"].isupper()):
            continue
        mark = _mark(words.strip(), bracketed=form is _BRACKETED)
        if mark is not None:
            return mark, found["rest"].strip()
    return None


def _mark(words: str, *, bracketed: bool) -> tuple[Mark, int | None] | None:
    found = _MARK.fullmatch(words)
    if found is None:
        return None
    mark = next(mark for mark in Mark if found[mark.name])
    number = found["number"] or found["ordinal"]
    if mark is Mark.LEAD and number is None and not bracketed:
        return None
    return mark, int(number) if number else None
