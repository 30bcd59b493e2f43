"""Who wrote it, as the names of elements tell: microdata, `rel=author`, elements for bylines."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from shared.domain.article import Field
from shared.domain.values import dataclass
from workers.parsers.bylines.persons import IN_A_PLACE
from workers.parsers.bylines.pictures import without_pictures
from workers.parsers.bylines.unmarked import names_in
from workers.parsers.bylines.words import PICTURED
from workers.parsers.html.signed.boxes import without_boxes
from workers.parsers.html.signed.nearest import nearest
from workers.parsers.html.signed.whose import (
    is_anothers,
    is_credited,
    is_plain_link,
    named_as,
    named_inside,
    names_author,
    takes_pictures,
)
from workers.parsers.html.walk.frames import is_hidden
from workers.parsers.html.walk.naming import Hint
from workers.parsers.html.walk.pointing import is_user

if TYPE_CHECKING:
    from workers.parsers.claims.evidence import Evidence
    from workers.parsers.html.walk.nodes import Mark
    from workers.parsers.html.walk.page import Page

_LONGEST = 200
_BEFORE, _AFTER = 40, 12
"""How many blocks before the body's first and after its last one still belong to the article."""
_HEAD, _STANDFIRST = 6, 3
"""Blocks before the headline, and into the body, that belong to the article's head."""
_MOST = 6
_LISTED = 3
"""Bylines in so many places behind the body are those of other articles."""
_STEPS = 4
_BESIDE = 0.65
"""The least belief in a claim below the headline that outdoes those of teasers far above it."""
_TELLS, _IN_TEASER = 0.5, 0.75
"""The least belief in a claim that makes those in teasers needless, and what is left of theirs."""
_SURE = re.compile(
    r"author(?!i[sz]|ity)|by[-_]?line|byname|autor(?!i)|auteur|writer|redakteur|verfasser|firma|signature"
    r"|journalist"
    r"|reporter|posted-?by|submitted|credit-?name"
)
"""Names of elements that hold the byline; `profile` and the like hold anything."""
_BESIDE_NAME = re.compile(
    r"(?:categor|rubri|(?<![a-z])(?:topic|comments?|views|share|tags?)(?![a-z])"
    r"|(?<=[-_])section(?![a-z])|(?<![a-z])section(?=[-_]))(?![\w-]*by[-_]?line)"
)
_OF_NAME = re.compile(r"author|autor|auteur|writer|name")
"""
What else stands in a byline's line: `byline-element category`.

A `section` alone is any block, and a `section-byline` is the byline of one.
"""
_PLACED = re.compile(rf"{IN_A_PLACE}(?=$|,|\s(?:and|und|et|&)\s)")
"""Where who wrote it sat: `Reuters in Boston`."""
_NETWORK = re.compile(
    r"google ?\+?|facebook|twitter|linked ?in|humans\.txt|follow(?: me)?", re.IGNORECASE
)
"""Where else an author is to be found: `rel=author` stood at such links."""
_HIDDEN = 0.5
"""What is left of the belief in an element that is shown later, as a film's credits are."""
_LINK = "link to an author's page"
_ANYBODY = re.compile(r"person|team")
"""Names of elements that hold anybody: a politician, a club."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one element says of the author."""

    names: str
    source: str
    weight: float
    at: int
    early: bool


def gather(page: Page, evidence: Evidence, *, heading: int, first: int, last: int) -> None:
    """
    Add the authors that elements name, near a body from block `first` to `last` and its headline.

    Heads are made of teasers and cards too: what stands in one is asked where nothing else tells.
    """
    marks = without_boxes(page, first, range(first + _STANDFIRST + 1, last))
    near = [mark for mark in marks if first - _BEFORE <= mark.at <= last + _AFTER]
    near = [mark for mark in near if _may_sign(mark, first) and not _is_in_prose(mark, page)]
    near = [mark for mark in near if not takes_pictures(mark, page)]
    head = range(heading - _HEAD, min(first + _STANDFIRST, last) + 1)
    close = range(heading - 1, head.stop)
    said = {
        mark: _one(mark, marks, early=mark.at in (close if is_plain_link(mark) else head))
        for mark in near
    }
    outer = _outer([mark for mark, one in said.items() if one and not is_plain_link(mark)])
    inner = [mark for mark in near if mark not in outer]
    told = _told([said[mark] for mark in inner if not mark.node.elsewhere], first)
    if not any(each.weight >= _TELLS for each in told):
        teasers = [said[mark] for mark in inner if _may_be_own(mark, heading, first)]
        told += [replace(each, weight=each.weight * _IN_TEASER) for each in _told(teasers, first)]
    for each in _below(told, heading) or _only(marks, first):
        evidence.add(Field.AUTHOR, each.names, each.source, each.weight)


def _may_be_own(mark: Mark, heading: int, first: int) -> bool:
    """Return whether what looks like a teaser, card or comment can be the article's own head."""
    # no reader comments between headline and text, whatever a box is called
    above = range(heading + 1, min(first, heading + _HEAD))
    framed = mark.at in range(heading - 1, first + _STANDFIRST + 1) and not _is_comment(mark)
    return mark.node.elsewhere and (mark.at in above or framed)


def _below(told: list[_Told], heading: int) -> list[_Told]:
    """Return what stands below the headline, where anything sure does: above are teasers."""
    below = [each for each in told if each.at > heading]
    return below if any(each.early and each.weight >= _BESIDE for each in below) else told


def _may_sign(mark: Mark, first: int) -> bool:
    """Return whether an element says that it holds the author, and of this article's text."""
    return names_author(mark) and mark.tag != "h1" and not is_anothers(mark, first)


def _is_comment(mark: Mark) -> bool:
    """Return whether an element stands in what is called a comment."""
    return bool((mark.hints | mark.node.hints) >> Hint.COMMENT & 1)


def _is_in_prose(mark: Mark, page: Page) -> bool:
    """Return whether a plain link to an author stands in a sentence, which tells of somebody."""
    if not is_plain_link(mark) or mark.at >= len(page.blocks):
        return False
    return len(page.blocks[mark.at].text) > _LONGEST


def _only(marks: list[Mark], first: int) -> list[_Told]:
    """Return the one author that surely named elements of the whole page tell; no teaser's."""
    told = [
        one
        for mark in marks
        if not is_plain_link(mark) and not mark.node.elsewhere and _may_sign(mark, first)
        if (one := _one(mark, marks, early=False)) is not None and one.weight >= _TELLS
    ]
    return told[:1] if len({one.names for one in told}) == 1 else []


def _told(said: list[_Told | None], first: int) -> list[_Told]:
    """Return what elements say: of each source those in the head, where there are any."""
    found: dict[str, list[_Told]] = {}
    for told in said:
        if told is not None:
            found.setdefault(told.source, []).append(told)
    return [each for group in found.values() for each in _own(group, first)]


def _own(group: list[_Told], first: int) -> list[_Told]:
    """Return those of one source that are about this article: in its head, and the surest."""
    early = [each for each in group if each.early]
    if not early and len({each.at for each in group}) >= _LISTED:
        return []
    if early and early[0].source == _LINK:
        early = nearest(early, first, first)
    weight = max(each.weight for each in early or group)
    return [each for each in early or group if each.weight == weight][:_MOST]


def _one(mark: Mark, every: list[Mark], *, early: bool) -> _Told | None:
    """Return what an element says of the author, or None where it names nobody."""
    is_author = mark.get("itemprop").lower() in {"author", "creator"}
    inside = named_inside(mark, every) if is_author else None
    text = without_pictures(inside or mark.get("content") or mark.text)
    if not text or len(text) > _LONGEST:
        return None
    if is_author:
        return _Told(text, "microdata author", 0.8, mark.at, early)
    if "author" in mark.get("rel"):
        if _NETWORK.fullmatch(text):
            return None
        return _Told(text, "link rel=author", 0.7 if early else 0.5, mark.at, early)
    if is_plain_link(mark):
        return _linked(mark, text, early=early)
    return _called(mark, text, early=early)


def _called(mark: Mark, text: str, *, early: bool) -> _Told | None:
    """Return the names in an element that is called a byline or the like."""
    called = named_as(mark)
    if _BESIDE_NAME.search(called) and not _OF_NAME.search(called):
        return None
    sure = _SURE.search(called) is not None
    names = names_in(text, sure=sure)
    if names is None and len(mark.lines) > 1:
        names = names_in(mark.lines[0], sure=sure)
    if names is None and _PLACED.search(text):
        names = names_in(_PLACED.sub("", text), sure=sure)
    if names is None or PICTURED.search(text.partition(names)[0]) or is_credited(mark, text):
        return None
    if " " not in names and PICTURED.match(names):
        return None
    if not sure and " " not in names and names[0].isupper():
        return None  # one word in a box for persons is an item of a menu
    if not (sure or early) and _ANYBODY.search(called):
        return None
    weight = (0.8 if early else 0.6) if sure else 0.2
    weight *= _HIDDEN if is_hidden(mark.attributes) else 1
    return _Told(names, "byline element", weight, mark.at, early)


def _linked(mark: Mark, text: str, *, early: bool) -> _Told | None:
    """Return the name on a link to its page; those of users count in the head alone."""
    if is_user(mark.attributes):
        return _Told(text, "user name", 0.45, mark.at, early) if early else None
    names = names_in(text)
    if names is None or " " not in names or is_credited(mark, text):
        return None
    return _Told(names, _LINK, 0.65 if early else 0.3, mark.at, early)


def _outer(marks: list[Mark]) -> set[Mark]:
    """Return the elements around others that say a name too: the inner ones are exact."""
    found: set[Mark] = set()
    for mark in marks:
        if _looks_like_name(mark.text):
            around = mark.outer
            while around is not None and mark.depth - around.depth <= _STEPS:
                found.add(around)
                around = around.outer
    return found


def _looks_like_name(text: str) -> bool:
    """Return whether a text is short and has a capital or no case at all."""
    return 3 < len(text) <= 60 and (text != text.lower() or text == text.upper())  # noqa: PLR2004 - one to five words
