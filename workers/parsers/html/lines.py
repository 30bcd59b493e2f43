"""Bylines and dates that stand as plain text above or below the body, without any markup."""

# ruff: noqa: RUF001 - the patterns hold the signs of many scripts
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.html.names import DATE, byline_in, names_beside_date
from workers.parsers.html.naming import Hint

if TYPE_CHECKING:
    from workers.parsers.html.evidence import Evidence
    from workers.parsers.html.nodes import Block
    from workers.parsers.html.page import Page

ABOVE, BELOW = 30, 10
"""How many blocks before the body's first and after its last are looked at."""
_LONGEST = 250
_LONGEST_BYLINE = 120
_CLOCK = 30
"""Characters after a date in which its clock may stand."""
UPDATED = re.compile(
    r"updat|modif|aktualis|geändert|änderung|actualiz|mis à jour|mise à jour|aggiorn|bijgewerkt"
    r"|stand\b|bearbeit|обновл|更新|수정|ενημ|edited",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:来源|來源|出典|출처|source|quelle|fuente|fonte|источник)\s?[:：]\s?"
    r"([^\s|,;，；:：]{2,40}(?:\s[A-Z][\w.]*){0,3})",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"([A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?:,\s[A-Z][\w. ]{1,20})?(?:\s\([A-Za-z/ ]{2,25}\))?)"
    r"\s?[—–-]{1,2}\s"
)
_OPENING = 30
"""Characters before the names of a byline; behind more, `by` is a word of a sentence."""
_COMMENTS = 1 << Hint.COMMENT | 1 << Hint.RELATED


def gather(page: Page, evidence: Evidence, first: int, last: int) -> None:
    """Add the dates and bylines of short lines around the body (`first` to `last`)."""
    heading = _heading(page, first)
    _dateline(page.blocks[first].text if first < len(page.blocks) else "", evidence)
    for block in page.blocks[max(first - ABOVE, 0) : last + BELOW + 1]:
        outside = block.at < first or block.at > last
        if len(block.text) > _LONGEST or _is_elsewhere(block):
            continue
        if any(map(str.isdigit, block.text)) and (outside or block.at <= first + 1):
            _date(block, evidence, _date_weight(block.at, heading, first, last))
        if (source := _SOURCE.search(block.text)) is not None and outside:
            evidence.add(Field.SOURCE, source[1], "source label", 0.4)
        if len(block.text) <= _LONGEST_BYLINE and (outside or block.at in (first, last)):
            _byline(block, evidence, 0.45 if heading <= block.at <= first else 0.3)


def _dateline(text: str, evidence: Evidence) -> None:
    """Add the place that a report opens with: `BERLIN (Agency) — …`."""
    found = _DATELINE.match(text)
    if found is not None:
        evidence.add(Field.DATELINE, found[1], "opening of the body", 0.6)


def _heading(page: Page, first: int) -> int:
    """Return the place of the level-one heading before the body, or of the body."""
    places = [block.at for block in page.blocks[:first] if block.node.tag == "h1"]
    return places[-1] if places else first


def _date_weight(at: int, heading: int, first: int, last: int) -> float:
    """Return how far to believe a date by its place: best between headline and body."""
    if heading <= at <= first:
        return 0.55
    if at < heading:
        return 0.45 if heading - at <= 5 else 0.15  # noqa: PLR2004 - lines of the article's own head
    return 0.35 if at > last and at - last <= 3 else 0.2  # noqa: PLR2004 - lines of its foot


def _date(block: Block, evidence: Evidence, weight: float) -> None:
    """Add the dates of a line: after a word for it, an update."""
    end = 0
    for found in DATE.finditer(block.text):
        before = block.text[end : found.start()][-40:]
        name = Field.UPDATED if UPDATED.search(before) else Field.PUBLISHED
        value = block.text[found.start() : found.end() + _CLOCK]
        evidence.add(name, value, "visible date", weight)
        end = found.end()


def _byline(block: Block, evidence: Evidence, weight: float) -> None:
    """Add the names of a line that says who wrote it."""
    names = byline_in(block.text)
    if names is not None:
        at_once = block.text.find(names) <= _OPENING or DATE.search(block.text) is not None
        evidence.add(Field.AUTHOR, names, "byline pattern", weight if at_once else weight / 2)
        return
    names = names_beside_date(block.text)
    if names is not None:
        evidence.add(Field.AUTHOR, names, "name beside a date", weight - 0.1)


def _is_elsewhere(block: Block) -> bool:
    """Return whether a line belongs to a comment or to another article's link."""
    if block.link_chars * 2 > len(block.text) > 60:  # noqa: PLR2004 - a linked headline
        return True
    return any(
        node.hints & _COMMENTS and node.prose_share < 0.3  # noqa: PLR2004 - of the page's prose
        for node in block.node.chain
    )
