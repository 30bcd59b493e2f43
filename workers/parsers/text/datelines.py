"""Where a wire story comes from, in its first words: `PARIS, May 4 (AFP) -`, `新华社北京…`."""

# ruff: noqa: RUF001 - dashes are meant

from __future__ import annotations

import re

from workers.parsers.text.lexicon import MONTHS, SHORT_MONTHS

_MONTH = "|".join(sorted(map(re.escape, MONTHS | SHORT_MONTHS), key=len, reverse=True))
_DAY = rf"(?i:(?:{_MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?:{_MONTH}))(?:,?\s+\d{{4}})?"
_PLACE = r"[A-ZÀ-ÞА-Я][\w'’.-]*(?:[\s/,]+[A-ZÀ-ÞА-Я][\w'’.-]*){0,5}"
_DATELINE = re.compile(
    rf"(?P<line>(?P<place>{_PLACE})(?:,?\s+(?P<day>{_DAY}))?\s*(?P<agency>\([^()]{{2,40}}\))?)"
    r"\s*(?:--|[–—-])\s+\S"
)
_DATELINE_CJK = re.compile(
    r"^(?P<line>[\u3400-\u9fff]{2,8}(?:社|网|報|报)[\u3400-\u9fff]{1,10}\d{1,2}月\d{1,2}日电)"
)
_DASH = re.compile(r"[-–—]\s|电")
"""What each of the forms has behind the place; most lines are done with this look."""
_BRACKET_AGENCY = re.compile(r"^\(?(?P<line>[A-Z][\w. ]{1,25})\)\s*(?:--|[–—-])\s+\S")
_AGENCY = re.compile(r"\((?P<agency>[^()]{2,40})\)$")
_AGENCY_EAST = re.compile(r"^(?P<agency>[\u3400-\u9fff]{2,6}?(?:社|网|報|报))")


def dateline_of(paragraph: str) -> str | None:
    """Return the place, day and agency that a wire story begins with; None where there is none."""
    head = paragraph[:160]
    if not _DASH.search(head):
        return None
    if match := _DATELINE_CJK.match(head) or _BRACKET_AGENCY.match(head):
        return match["line"]
    match = _DATELINE.match(head)
    if match is None:
        return None
    shouted = match["place"].split(",")[0].isupper() and len(match["place"]) > 2  # noqa: PLR2004
    return match["line"].strip() if shouted or match["day"] or match["agency"] else None


def agency_of(dateline: str) -> str | None:
    """Return the agency that a dateline names: `ROTTERDAM, March 14 (Reuters)`, `新华社北京…`."""
    match = _AGENCY.search(dateline) or _AGENCY_EAST.match(dateline)
    return match["agency"].strip() if match else None
