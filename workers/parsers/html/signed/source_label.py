"""Whose text it is, as a label in a line says: `Quelle: dpa`, `Fonte: Agência do Porto`."""

# ruff: noqa: RUF001 - the patterns hold the signs of many scripts
from __future__ import annotations

import re

_WORDS = (
    r"출처|source|quelle|fuente|fonte|источник|джерело|източник|извор|forrás|zdroj|źródło|kaynak|sursă?"
    r"|izvor|kilde|källa|bron|πηγή|nguồn|sumber|المصدر|منبع|מקור|स्रोत|ที่มา"
)
_SMALL = "and|da|de|del|der|des|di|do|du|e|et|for|für|i|of|of the|och|og|und|y"
_WORD = r"[A-ZÀ-ÞΑ-ΩЀ-Я][^\s|,;，；:：]*"
_LABEL = re.compile(
    rf"(?<!\w)(?i:{_WORDS})\s?[:：]\s?"
    rf"([^\s|,;，；:：]{{2,40}}+(?:\s(?:(?:{_SMALL})\s)?{_WORD}){{0,5}})"
)
_RELEASE = re.compile(
    r"(?:presse(?:mitteilung|meldung|information)|pm|press release|comunicado|communiqué)\s"
    r"(?:(?:by|d[ae]|del|der|des|from|von)\s)?",
    re.IGNORECASE,
)
"""Whose press release it is, not that it is one, is the source."""
_NO_NAME = '.…)]}»”"’ '


def source_on(text: str) -> str | None:
    """Return the source that a label in a line names, or None: `Data source: …` is of figures."""
    if ":" not in text and "：" not in text:
        return None
    found = _LABEL.search(text)
    if found is None:
        return None
    before, behind = text[: found.start()].rstrip(), text[found.end() :]
    if before and before[-1].isalpha() and ":" not in before:
        return None
    if found[1][0].islower() and behind[:2].strip().isalpha():
        return None  # a sentence goes on: a name in small letters stands alone
    release = _RELEASE.match(found[1])
    return found[1][release.end() if release else 0 :].rstrip(_NO_NAME) or None
