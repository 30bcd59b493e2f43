"""What the page shows of itself: headings, bylines, times; by their markup and their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.html.headings import has_kicker
from workers.parsers.html.lines import heading_before
from workers.parsers.html.names import names_in
from workers.parsers.html.naming import Hint

if TYPE_CHECKING:
    from workers.parsers.html.evidence import Evidence
    from workers.parsers.html.nodes import Mark
    from workers.parsers.html.page import Page

_LONGEST_BYLINE = 200
_BEFORE, _AFTER = 40, 12
"""How many blocks before the body's first and after its last one still belong to the article."""
_HEAD = 6
"""How many blocks before the headline belong to the article's head."""
_MOST_BYLINES = 6
_BYLINE = re.compile(
    r"author|by-?line|byname|autor(?!i)|auteur|writer|redakteur|verfasser|firma|signature|journalist"
    r"|reporter|posted-?by|submitted|credit-?name"
)
"""Names of elements that hold the byline; `profile` and the like hold anything."""
_LONGEST_TIME = 120
_STEPS = 4
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
    outer = _outer(page.marks)
    heading = heading_before(page, first)
    for mark in page.marks:
        near = first - _BEFORE <= mark.at <= last + _AFTER
        framed = heading <= mark.at <= first
        if not near or (not framed and mark.node.elsewhere):
            continue
        itemprop = mark.get("itemprop").lower()
        early = heading - _HEAD <= mark.at <= first + 3
        if mark.tag == "time" or mark.hints >> Hint.DATE & 1 or "date" in itemprop:
            _time(mark, itemprop, evidence, early=early)
        elif itemprop == "headline":
            kicker = has_kicker(mark.text, evidence.values(Field.HEADLINE))
            evidence.add(Field.HEADLINE, mark.text, "microdata headline", 0.3 if kicker else 0.6)
        if _names_author(mark) and mark not in outer and mark.tag != "h1":
            _author(mark, itemprop, evidence, page.marks, early=early)


def _names_author(mark: Mark) -> bool:
    """Return whether an element says that it holds the author."""
    return (
        bool(mark.hints >> Hint.AUTHOR & 1)
        or mark.get("itemprop").lower() in {"author", "creator"}
        or "author" in mark.get("rel")
    )


def _outer(marks: list[Mark]) -> set[Mark]:
    """Return the elements around others that name an author too: the inner ones are exact."""
    found: set[Mark] = set()
    for mark in marks:
        if _names_author(mark) and _looks_like_name(mark.text):
            around = mark.outer
            while around is not None and mark.depth - around.depth <= _STEPS:
                found.add(around)
                around = around.outer
    return found


def _looks_like_name(text: str) -> bool:
    """Return whether a text is short and has a capital or no case at all."""
    return 3 < len(text) <= 60 and (text != text.lower() or text == text.upper())  # noqa: PLR2004 - one to five words


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


def _author(
    mark: Mark, itemprop: str, evidence: Evidence, marks: list[Mark], *, early: bool
) -> None:
    """Add an author: microdata, `rel=author`, or an element that is named for it."""
    text = mark.get("content") or mark.text
    if not text or len(text) > _LONGEST_BYLINE:
        return
    if itemprop in {"author", "creator"}:
        evidence.add(Field.AUTHOR, _named(mark, marks) or text, "microdata author", 0.8)
    elif "author" in mark.get("rel"):
        evidence.add(Field.AUTHOR, text, "link rel=author", 0.7 if early else 0.5)
    elif (names := names_in(text)) is not None:
        sure = _BYLINE.search(f"{mark.get('class')} {mark.get('id')}".lower())
        weight = (0.8 if early else 0.6) if sure else 0.2
        told = [c for c in evidence.claims.get(Field.AUTHOR, ()) if c.source == "byline element"]
        if len(told) < _MOST_BYLINES and (not told or told[0].weight <= weight):
            evidence.add(Field.AUTHOR, names, "byline element", weight)


def _named(author: Mark, marks: list[Mark]) -> str | None:
    """Return the text of the element inside an author's that is called its name."""
    for mark in marks:
        if mark.outer is author and mark.get("itemprop") == "name":
            return mark.get("content") or mark.text
    return None
