"""Bylines and dates that stand as plain text above or below the body, without any markup."""

# ruff: noqa: RUF001 - the patterns hold the signs of many scripts
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.bylines.eastern import is_east_asian
from workers.parsers.html.body.closing import FILED
from workers.parsers.html.change_words import PRINTED, UPDATED
from workers.parsers.html.label_lines import labelled_times
from workers.parsers.html.printed_days import days_of
from workers.parsers.html.signed.signed_lines import Bylines
from workers.parsers.html.signed.source_label import add_source, source_on
from workers.parsers.html.walk.naming import Hint
from workers.parsers.html.walk.titled import low_heading, titled
from workers.parsers.lines.printed_dates import DATE, has_date, without_date
from workers.parsers.text.moments import is_moment_line, moments

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workers.parsers.claims.evidence import Evidence
    from workers.parsers.html.walk.nodes import Block
    from workers.parsers.html.walk.page import Page

ABOVE, BELOW = 30, 10
"""How many blocks before the body's first and after its last are looked at."""
_CLOSE = 6
"""How many blocks before the body a heading of a lower level can be its headline."""
_LONGEST, _LONGEST_OPENING = 250, 100
_PUBLISHED = re.compile(
    r"publish|posted|gepostet|veröffentlicht|erschienen|erstellt|publié|publicad|pubblicat|gepubliceerd"
    r"|publicerad|opublikowano|опубликован|발행|掲載|发布|発表|datum:|date:|fecha:"
    r"|pressemitteilung|press release|comunicado|communiqué",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"([A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?:,\s[A-Z][\w. ]{1,20})?(?:\s\([A-Za-z/ ]{2,25}\))?)"
    r"\s?[—–-]{1,2}\s"
)
_OPENED_BY_DATE = re.compile(
    rf"[(\[]?(?:[^.!?()\d]{{0,60}}?\b)?({DATE.pattern})(?:\s?[)\]|–—:-]|\s[„“«\"])", re.IGNORECASE
)
_OPENINGS = 3
"""Paragraphs at the start of the body that can open with its date."""
_ABOVE_HEADING = 2
"""Blocks above the headline in which a date alone is the article's, whatever holds it."""
_OPENING = 30
"""Characters at the start of a line in which its date opens it."""
_OF_HISTORY = 0.05
"""The belief in a printed day before there were pages, or in a caption: it is told of."""
_FAR_WORDS = 8
"""Words beside a date far from the body; with more it is one of a sentence or a teaser."""
_PICTURE_LINES = 3
"""Lines of an element that holds a picture: caption, credit, whose it is."""
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HEAD_LINES, _FEW = 6, 4
"""Lines at the start of the body that can be a date alone, and words beside it."""


def gather(page: Page, evidence: Evidence, first: int, last: int) -> None:
    """Add the dates and bylines of short lines around the body (`first` to `last`)."""
    heading = heading_before(page, first)
    bylines = Bylines(page, evidence, heading, first, last)
    _dateline(page.blocks[first].text if first < len(page.blocks) else "", evidence)
    body = page.blocks[first : last + 1]
    for at, block in enumerate([block for block in body if block.prose][:_OPENINGS]):
        _opening_date(block.text[:_LONGEST_OPENING], evidence, at_once=at > 0)
    apart = has_own_date(page, heading, first)
    for block in page.blocks[max(first - ABOVE, 0) : last + BELOW + 1]:
        outside = block.at < first or block.at > last
        framed = heading <= block.at <= first and not (apart and block.node.elsewhere)
        if len(block.text) > _LONGEST:
            if heading <= block.at <= first + 1:
                _opening_date(block.text[:_LONGEST_OPENING], evidence)
            bylines.read_text(block)
            continue
        if is_elsewhere(block, framed=framed):
            if heading - _ABOVE_HEADING <= block.at < heading and _is_date(block.text):
                _date(block, evidence, 0.45)
            continue
        if has_date(block.text):
            _date(block, evidence, _date_weight(block, heading, first, last))
        elif not block.text.isascii() and (told := _told(block.text)):
            _moment(told, evidence, _date_weight(block, heading, first, last))
        if outside and not is_east_asian(block.text):
            add_source(evidence, source_on(block.text))
        bylines.read(block)
    bylines.close()


def has_own_date(page: Page, heading: int, first: int) -> bool:
    """Return whether a line between headline and body states a date beside teasers that do."""
    between = page.blocks[heading:first]
    return any(block.node.elsewhere for block in between) and any(
        len(block.text) <= _LONGEST and not block.node.elsewhere and has_date(block.text)
        for block in between
    )


def gather_farther(page: Page, evidence: Evidence, first: int, last: int) -> None:
    """
    Add the date nearest to the body in the rest of the page: for where nothing else has one.

    Where a change is claimed already, only lines that call their day that of publication say more.
    """
    changed = Field.UPDATED in evidence.claims
    dated = [
        (max(first - block.at, block.at - last), block)
        for block in page.blocks
        if not (block.at > last and block.node.is_reaction)
        and len(block.text) <= (_LONGEST_OPENING if first <= block.at <= last else _LONGEST)
        and has_date(block.text)
        and not (changed and UPDATED.search(block.text))
        and (_PUBLISHED.search(block.text) or not (changed or _is_long(block.text)))
    ]
    if dated:
        _date(min(dated, key=lambda each: each[0])[1], evidence, 0.15)


def _is_long(text: str) -> bool:
    """Return whether a line has more than a few words beside its day."""
    return _words(without_date(text)) > _FAR_WORDS


def _words(text: str) -> int:
    """Return how many words a line has; signs between them are none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _dateline(text: str, evidence: Evidence) -> None:
    """Add the place that a report opens with: `BERLIN (Agency) — …`."""
    found = _DATELINE.match(text)
    if found is not None:
        evidence.add(Field.DATELINE, found[1], "opening of the body", 0.6)


def _is_date(text: str) -> bool:
    """Return whether a line is a date and nothing else."""
    return has_date(text) and not without_date(text)


def _opening_date(text: str, evidence: Evidence, *, at_once: bool = False) -> None:
    """
    Add the date that a paragraph opens with: `(14 March 2024) …`, `Oslo, 14.03.2024 - …`.

    `at_once`: with nothing before it, as a text's second paragraph does below a summary.
    """
    found = _OPENED_BY_DATE.match(text) if has_date(text) else None
    if found is not None and (not at_once or found.start(1) <= 1):
        evidence.add(Field.PUBLISHED, found[1], "opening of the body", 0.35)


def heading_before(page: Page, first: int) -> int:
    """Return the place of the headline before the body, or of the body where there is none."""
    places = [block.at for block in page.blocks[:first] if block.node.tag == "h1"]
    if not places:
        near = page.blocks[max(first - _CLOSE, 0) : first]
        places = [block.at for block in near if block.node.tag in {"h2", "h3"}]
    if not places and (line := titled(page, first) or low_heading(page, first)) is not None:
        return line.at
    return places[-1] if places else first


def _date_weight(block: Block, heading: int, first: int, last: int) -> float:
    """Return how far to believe a date by its place: best between headline and body."""
    at = block.at
    if first <= at <= last:
        return _weight_inside(block, first, last)
    if heading <= at < first:
        return _OF_HISTORY if _tells_of_picture(block) else 0.55
    if at < heading:
        return 0.45 if heading - at <= 5 else 0.15  # noqa: PLR2004 - lines of the article's own head
    return 0.35 if at - last <= 3 else 0.2  # noqa: PLR2004 - lines of its foot


def _tells_of_picture(block: Block) -> bool:
    """Return whether a line has more than its date and stands in a picture's element."""
    node = block.node
    hints = block.hints | node.hints
    if node.parent is not None and node.parent.blocks <= _PICTURE_LINES:
        hints |= node.parent.hints
    told = hints >> Hint.PICTURE & 1 or node.tag == "figcaption"
    return bool(told) and _words(without_date(block.text)) > _FAR_WORDS


def _weight_inside(block: Block, first: int, last: int) -> float:
    """Return how far to believe a date in a line of the body: one of its own, or that opens it."""
    edge = block.at <= first + _HEAD_LINES or block.at >= last - 1
    if _PUBLISHED.search(block.text[:_OPENING]) or FILED.match(block.text):
        return 0.5
    if edge and (_is_nearly_date(block.text) or is_moment_line(block.text)):
        return 0.5
    if block.at > first + 1:
        return 0.0
    found = DATE.search(block.text)
    return 0.3 if found is not None and found.start() <= _OPENING else 0.15


def _is_nearly_date(text: str) -> bool:
    """Return whether a line has few words beside its date; ideographs are two to a word."""
    rest = without_date(text)
    return len(rest.split()) <= _FEW and (rest.isascii() or len(_EAST.findall(rest)) <= 2 * _FEW)


def _told(text: str) -> list[tuple[Field, str]]:
    """Return the moments of a line in digits or calendars that `DATE` does not know."""
    return moments(text) if is_moment_line(text) else labelled_times(text)


def _moment(told: Iterable[tuple[Field, str]], evidence: Evidence, weight: float) -> None:
    """Add the moments of a line; those without weight say nothing of the article."""
    for name, value in told if weight else ():
        evidence.add(name, value, "visible date", weight)


def _date(block: Block, evidence: Evidence, weight: float) -> None:
    """Add the dates of a line: after a word for it, an update."""
    if not weight or PRINTED.match(block.text):
        return
    for name, value, of_history in days_of(block.text):
        told = _OF_HISTORY if of_history else weight
        evidence.add(name, value, "visible date", min(told, weight))


def is_elsewhere(block: Block, *, framed: bool) -> bool:
    """
    Return whether a line belongs to a comment or to another article's link.

    Between headline and body (`framed`) the names of elements do not count: heads are made of
    teasers and cards.
    """
    if framed:
        return False
    if block.link_chars * 2 > len(block.text) > 60:  # noqa: PLR2004 - a linked headline
        return True
    return block.node.elsewhere
