"""What the page shows of itself: headings, bylines, times; by their markup and their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.html.change_words import PRINTED, UPDATED
from workers.parsers.html.headline.headings import has_kicker
from workers.parsers.html.signed import authors
from workers.parsers.html.signed.lines import has_own_date, heading_before
from workers.parsers.html.walk.naming import Hint

if TYPE_CHECKING:
    from workers.parsers.claims.evidence import Evidence
    from workers.parsers.html.walk.nodes import Mark
    from workers.parsers.html.walk.page import Page

_BEFORE, _AFTER = 40, 12
"""How many blocks before the body's first and after its last one still belong to the article."""
_HEAD = 6
"""How many blocks before the headline belong to the article's head."""
_LONGEST_TIME = 120
_EARLY, _LATE, _IN_CARD = (0.8, 0.7, 0.5), (0.8, 0.4, 0.3), (0.25, 0.25, 0.15)
"""How far to believe microdata, `<time>` and other elements: in the head, below it, in a card."""
_SECTIONS, _LONGEST_SECTION = frozenset({"articlesection", "genre"}), 60
_ENTRY = 0.25
_MACHINE = re.compile(r"^\d{4}-\d\d-|^\d{4}-?\d\d-?\d\dT|^1\d{9}(?:\d{3})?$")
"""A time as machines write it: ISO 8601, or seconds or milliseconds since 1970."""
_SAID = (
    "datetime",
    "content",
    "title",
    "data-datetime",
    "data-date",
    "data-time",
    "data-timestamp",
)
"""Attributes that hold it."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b")
_NO_DAY = re.compile(r"\d{1,2}[:.]\d\d(?![./-])|(?<!\d)(?:19|20)\d\d(?![\d年])")
"""Clocks and years: without a number beside them no day is stated."""
_GLUED = re.compile(r"(?<=[^\d\W]\s\d\d)(?=(?:19|20)\d\d$)")
"""`Apr 042013`: month, day and year in elements of their own."""
_PUBLISHED = re.compile(r"publi|posted|entry-?date|pub-?date|erstellt|created")
_ASIDE = 2
"""Blocks around head and body in which a time counts even in a card, where nothing else tells."""
_LABEL = 30
"""Characters before a time in which the page says what it is of."""
_DIGIT = re.compile(r"\d")
_UPDATED = re.compile(
    r"updat|modif|aktuali[sz]|geaendert|actualiz|aggiorn|bijgewerkt", re.IGNORECASE
)
"""Names of elements that hold a change's day."""


def gather(page: Page, evidence: Evidence, first: int, last: int) -> None:
    """
    Add the claims of what is shown.

    `first` and `last` are the places of the body's first and last block: what stands near them
    is about this article, what stands in a list of others is not.
    """
    heading = heading_before(page, first)
    aside: list[Mark] = []
    apart = has_own_date(page, heading, first)
    for mark in page.marks:
        near = first - _BEFORE <= mark.at <= last + _AFTER
        framed = heading <= mark.at <= first and not apart
        if mark.at < len(page.blocks) and PRINTED.match(page.blocks[mark.at].text):
            continue
        if near and (framed or not mark.node.elsewhere):
            early = heading - _HEAD <= mark.at <= first + 3
            _shown(mark, evidence, early=early, before=_before(mark, page))
        elif heading - _ASIDE <= mark.at <= last + _ASIDE and not first < mark.at <= last:
            aside += [] if mark.at > last and mark.node.is_reaction else [mark]
    if Field.PUBLISHED not in evidence.claims:
        for mark in aside:
            _time(mark, evidence, _IN_CARD, _before(mark, page))
    authors.gather(page, evidence, heading=heading, first=first, last=last)


def _before(mark: Mark, page: Page) -> str:
    """Return what a page says right before an element: in its line, else as the line above it."""
    line = page.blocks[mark.at].text if mark.at < len(page.blocks) else ""
    before = line.partition(mark.text)[0] if mark.text else ""
    if line == mark.text and mark.at:
        above = page.blocks[mark.at - 1].text
        before = above if len(above) <= _LABEL and not _DIGIT.search(above) else ""
    return _DIGIT.split(before)[-1][-_LABEL:]


def _shown(mark: Mark, evidence: Evidence, *, early: bool, before: str) -> None:
    """Add the time, the section or the headline of an element."""
    itemprop = mark.get("itemprop").lower()
    if _tells_time(mark, itemprop):
        _time(mark, evidence, _EARLY if early else _LATE, before)
    elif itemprop in _SECTIONS and len(mark.text) <= _LONGEST_SECTION:
        evidence.add(Field.SECTION, mark.get("content") or mark.text, "microdata section", 0.3)
    elif itemprop == "headline":
        kicker = has_kicker(mark.text, evidence.values(Field.HEADLINE))
        evidence.add(Field.HEADLINE, mark.text, "microdata headline", 0.3 if kicker else 0.6)


def _tells_time(mark: Mark, itemprop: str) -> bool:
    """Return whether an element says that it holds a time."""
    named = mark.hints >> Hint.DATE & 1 or "date" in itemprop
    return mark.tag in {"time", "abbr"} or bool(named or mark.get("datetime"))


def _time(mark: Mark, evidence: Evidence, weights: tuple[float, float, float], before: str) -> None:
    """Add a time: of microdata, of `<time>`, or of an element that is named for it."""
    itemprop = mark.get("itemprop").lower()
    value = _value(mark) if _tells_time(mark, itemprop) else ""
    if not value:
        return
    name = Field.UPDATED if _is_update(mark, itemprop, before) else Field.PUBLISHED
    exact, element, named = weights
    if itemprop in {"datepublished", "datemodified"}:
        evidence.add(name, value, f"microdata {itemprop}", exact)
    elif mark.tag == "time" or mark.get("datetime"):
        evidence.add(name, value, "time element", element)
    else:
        evidence.add(name, value, "date element", named)
    if name is Field.UPDATED and _is_entry(mark):
        evidence.add(Field.PUBLISHED, value, "hAtom updated", _ENTRY)


def _value(mark: Mark) -> str:
    """Return the time that an element states, for machines or else for people; or nothing."""
    said = [value for name in _SAID if (value := mark.get(name))]
    machine = next((value for value in said if _MACHINE.match(value)), "")
    value = machine or _GLUED.sub(" ", mark.text) or next(iter(said), "")
    if machine or len(value) > _LONGEST_TIME or not _YEAR.search(value):
        return machine[:_LONGEST_TIME]
    return value if any(map(str.isdecimal, _NO_DAY.sub("", value))) else ""


def _is_update(mark: Mark, itemprop: str, before: str) -> bool:
    """Return whether a time is that of a change, by what it and the line say or by its names."""
    if itemprop in {"datepublished", "datemodified"}:
        return itemprop == "datemodified"
    if UPDATED.search(mark.text[:_LABEL]) or UPDATED.search(before):
        return True
    names = f"{itemprop} {mark.get('class')} {mark.get('id')}".lower()
    return _UPDATED.search(names) is not None and _PUBLISHED.search(names) is None


def _is_entry(mark: Mark) -> bool:
    """Return whether a time is an entry's of hAtom: its `updated` is all that it need have."""
    return "updated" in mark.get("class").split() and not UPDATED.search(mark.text)
