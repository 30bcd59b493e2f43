"""Who wrote it, as the names of elements tell: microdata, `rel=author`, elements for bylines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.html.names import names_in
from workers.parsers.html.naming import Hint

if TYPE_CHECKING:
    from workers.parsers.html.evidence import Evidence
    from workers.parsers.html.nodes import Mark

_LONGEST = 200
_BEFORE, _AFTER = 40, 12
"""How many blocks before the body's first and after its last one still belong to the article."""
_HEAD, _STANDFIRST = 6, 3
"""Blocks before the headline, and into the body, that belong to the article's head."""
_MOST = 6
_LISTED = 3
"""Bylines in so many places behind the body are those of other articles."""
_STEPS = 4
_TELLS, _IN_TEASER = 0.5, 0.75
"""The least belief in a claim that makes those in teasers needless, and what is left of theirs."""
_SURE = re.compile(
    r"author|by-?line|byname|autor(?!i)|auteur|writer|redakteur|verfasser|firma|signature|journalist"
    r"|reporter|posted-?by|submitted|credit-?name"
)
"""Names of elements that hold the byline; `profile` and the like hold anything."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one element says of the author."""

    names: str
    source: str
    weight: float
    at: int
    early: bool


def gather(marks: list[Mark], evidence: Evidence, *, heading: int, first: int, last: int) -> None:
    """
    Add the authors that elements name, near a body from block `first` to `last` and its headline.

    Heads are made of teasers and cards too: what stands in one is asked where nothing else tells.
    """
    outer = _outer(marks)
    near = [
        mark
        for mark in marks
        if first - _BEFORE <= mark.at <= last + _AFTER
        and _names_author(mark)
        and mark not in outer
        and mark.tag != "h1"
    ]
    head = range(heading - _HEAD, min(first + _STANDFIRST, last) + 1)
    told = _told([mark for mark in near if not mark.node.elsewhere], marks, head)
    if not any(each.weight >= _TELLS for each in told):
        framed = range(heading - 1, first + _STANDFIRST + 1)
        teasers = [
            mark
            for mark in near
            if mark.node.elsewhere
            and mark.at in framed
            and not (mark.hints | mark.node.hints) >> Hint.COMMENT & 1
        ]
        told += [
            replace(each, weight=each.weight * _IN_TEASER) for each in _told(teasers, marks, head)
        ]
    for each in told:
        evidence.add(Field.AUTHOR, each.names, each.source, each.weight)


def _told(marks: list[Mark], every: list[Mark], head: range) -> list[_Told]:
    """Return what elements say: of each source those in the head, where there are any."""
    found: dict[str, list[_Told]] = {}
    for mark in marks:
        told = _one(mark, every, early=mark.at in head)
        if told is not None:
            found.setdefault(told.source, []).append(told)
    return [each for group in found.values() for each in _own(group)]


def _own(group: list[_Told]) -> list[_Told]:
    """Return those of one source that are about this article: in its head, and the surest."""
    early = [each for each in group if each.early]
    if not early and len({each.at for each in group}) >= _LISTED:
        return []
    weight = max(each.weight for each in early or group)
    return [each for each in early or group if each.weight == weight][:_MOST]


def _one(mark: Mark, every: list[Mark], *, early: bool) -> _Told | None:
    """Return what an element says of the author, or None where it names nobody."""
    text = mark.get("content") or mark.text
    if not text or len(text) > _LONGEST:
        return None
    if mark.get("itemprop").lower() in {"author", "creator"}:
        return _Told(_named(mark, every) or text, "microdata author", 0.8, mark.at, early)
    if "author" in mark.get("rel"):
        return _Told(text, "link rel=author", 0.7 if early else 0.5, mark.at, early)
    names = names_in(text)
    if names is None:
        return None
    sure = _SURE.search(f"{mark.get('class')} {mark.get('id')}".lower())
    weight = (0.8 if early else 0.6) if sure else 0.2
    return _Told(names, "byline element", weight, mark.at, early)


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


def _named(author: Mark, marks: list[Mark]) -> str | None:
    """Return the text of the element inside an author's that is called its name."""
    for mark in marks:
        if mark.outer is author and mark.get("itemprop") == "name":
            return mark.get("content") or mark.text
    return None
