"""Whose text it is, as a label in a line says: `Quelle: dpa`, `Fonte: Agência do Porto`."""

# ruff: noqa: RUF001 - the patterns hold the signs of many scripts
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.bylines.firms import is_surely_person

if TYPE_CHECKING:
    from workers.parsers.claims.evidence import Evidence

_LAST = r"출처|source|forrás|kaynak|kilde|källa|bron|स्रोत"
"""Labels of languages in which what a source is of stands before: `Data source: …`."""
_WORDS = (
    rf"{_LAST}|quelle|fuente|fonte|источник|джерело|източник|извор|zdroj|źródło|surs[aă]"
    r"|izvor|πηγή|nguồn|sumber|المصدر|منبع|מקור|ที่มา"
)
_LABEL = re.compile(rf"(?<!\w)((?i:{_WORDS}))\s?[:：]\s?([^|;；,，()\[\]）】:：]{{2,80}})([:：]?)")
_OF_OTHERS = re.compile(rf"(?:{_LAST})", re.IGNORECASE)
_STOP = re.compile(r"(?<=\w{4})[.。]\s.*+|\s[-–—•·]\s.*+")
"""What follows a source's name: another sentence, or another part of the line."""
_SMALL = frozenset(
    {"and", "da", "de", "del", "der", "des", "di", "do", "du", "e", "et", "for"}
    | {"für", "i", "la", "las", "los", "of", "och", "og", "the", "und", "y"}
)
_RELEASE = re.compile(
    r"(?:presse(?:mitteilung|meldung|information)|pm|press release|comunicado|communiqué)"
    r"(?:\s(?:(?:by|d[ae]|del|der|des|from|von)\s)?|$)",
    re.IGNORECASE,
)
"""Whose press release it is, not that it is one, is the source."""
_NO_NAME = '.…)]}»”"’ '
_MOST = 6
"""Words of a name that ends where its line does."""


def add_source(evidence: Evidence, name: str | None) -> None:
    """Add the source that a label names; a person there publishes nothing, but wrote it."""
    if name and is_surely_person(name):
        evidence.add(Field.AUTHOR, name, "source label", 0.2)
    else:
        evidence.add(Field.SOURCE, name, "source label", 0.4)


def source_on(text: str) -> str | None:
    """Return the source that a label in a line names, or None: `Data source: …` is of figures."""
    if ":" not in text and "：" not in text:
        return None
    found = _LABEL.search(text)
    if found is None:
        return None
    before = text[: found.start()].rstrip()
    if before and before[-1].isalpha() and ":" not in before and _OF_OTHERS.fullmatch(found[1]):
        return None
    words = _STOP.sub("", found[2]).split()
    if found[3]:
        words.pop()  # the next label: `Quelle: dpa Foto: …`, or `https:`
    name = _named(words)
    release = _RELEASE.match(name)
    return name[release.end() if release else 0 :].rstrip(_NO_NAME) or None


def _named(words: list[str]) -> str:
    """Return the words that are a source's name: all of few, else those with capitals."""
    if not words or (words[0][0].islower() and len(words) > 1):
        return ""  # a sentence goes on: a name in small letters stands alone
    if words[0].isdigit():
        return ""
    whole = len(words) <= _MOST and not any(map(str.isdigit, words[-1]))
    end = len(words) if whole else 1
    for at, word in enumerate(words[end:], end):
        if not (word[0].isupper() or word in _SMALL):
            break
        end = at + 1 if word[0].isupper() else end
    return " ".join(words[:end])
