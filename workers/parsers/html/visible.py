"""What the page shows of itself: headings, bylines, times; by their markup and their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.html import authors
from workers.parsers.html.headings import has_kicker
from workers.parsers.html.lines import heading_before
from workers.parsers.html.naming import Hint

if TYPE_CHECKING:
    from workers.parsers.html.evidence import Evidence
    from workers.parsers.html.nodes import Mark
    from workers.parsers.html.page import Page

_BEFORE, _AFTER = 40, 12
"""How many blocks before the body's first and after its last one still belong to the article."""
_HEAD = 6
"""How many blocks before the headline belong to the article's head."""
_LONGEST_TIME = 120
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b")
_ISO = re.compile(r"^\d{4}-\d\d")
_UPDATED = re.compile(
    r"updat|modif|aktualis|geändert|actualiz|mis à jour|aggiorn|bijgewerkt|stand:|обновл|更新",
    re.IGNORECASE,
)


def gather(page: Page, evidence: Evidence, first: int, last: int) -> None:
    """
    Add the claims of what is shown.

    `first` and `last` are the places of the body's first and last block: what stands near them
    is about this article, what stands in a list of others is not.
    """
    heading = heading_before(page, first)
    for mark in page.marks:
        near = first - _BEFORE <= mark.at <= last + _AFTER
        framed = heading <= mark.at <= first
        if not near or (not framed and mark.node.elsewhere):
            continue
        _shown(mark, evidence, early=heading - _HEAD <= mark.at <= first + 3)
    authors.gather(page.marks, evidence, heading=heading, first=first, last=last)


def _shown(mark: Mark, evidence: Evidence, *, early: bool) -> None:
    """Add the time or the headline of an element."""
    itemprop = mark.get("itemprop").lower()
    if mark.tag == "time" or mark.hints >> Hint.DATE & 1 or "date" in itemprop:
        _time(mark, itemprop, evidence, early=early)
    elif itemprop == "headline":
        kicker = has_kicker(mark.text, evidence.values(Field.HEADLINE))
        evidence.add(Field.HEADLINE, mark.text, "microdata headline", 0.3 if kicker else 0.6)


def _time(mark: Mark, itemprop: str, evidence: Evidence, *, early: bool) -> None:
    """Add a time: of `<time>`, of microdata, or of an element that is named for it."""
    machine = mark.get("datetime") or mark.get("content")
    text = mark.text
    value = machine if machine and _ISO.match(machine) else text or machine
    if not value or len(value) > _LONGEST_TIME or not _YEAR.search(value):
        return
    names = f"{itemprop} {mark.get('class')} {mark.get('id')}"
    updated = _UPDATED.search(names) or _UPDATED.search(text[:30])
    if itemprop in {"datepublished", "datemodified"}:
        name = Field.UPDATED if itemprop == "datemodified" else Field.PUBLISHED
        evidence.add(name, value, f"microdata {itemprop}", 0.8)
    elif mark.tag == "time":
        name = Field.UPDATED if updated else Field.PUBLISHED
        evidence.add(name, value, "time element", 0.7 if early else 0.4)
    else:
        name = Field.UPDATED if updated else Field.PUBLISHED
        evidence.add(name, value, "date element", 0.5 if early else 0.3)
