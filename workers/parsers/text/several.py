"""
Several articles in one text: what media monitors and researchers paste one below the other.

A file is parted only where every part opens as an article does: with the label that the file opens
with, and others below it; or below a line of signs (`=====`) with a headline, and who wrote it or
when. A text's own sections, and a page's rules, have neither; and the people whose names stand
before colons in an interview, or above the mails of one answer, are no articles.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shared.domain.article import Field
from workers.parsers.bylines.marked import byline_of
from workers.parsers.text.alone.extent import tells_of
from workers.parsers.text.labels import fields_on_line
from workers.parsers.text.sentences import is_prose
from workers.parsers.text.typesetting.lines import passages, split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

RULES: Final = ("=====", "-----", "*****", "_____", "#####", "~~~~~")
"""What a line of signs begins with."""
_RULE = re.compile(r"[ \t]*(?:([=*_#~-])\1{4,200}|([=*-])\2{1,9}[ \t]*\d{1,4}[ \t]*\2{2,10})[ \t]*")
"""A line of signs, also with a number in it: `*** 2 ***`."""
_NUMBERED = re.compile(r"([=*-])\1{1,9}[ \t]*\d")
_DOUBLED: Final = ("==", "--", "**", "__", "##", "~~")
"""What every such line has in it."""
_COLON = re.compile(r"[:：]")
_LOOK: Final = 2000
"""Characters of a text in which its first line stands."""
_PEOPLE: Final = (Field.AUTHOR, Field.EDITOR)
_LABEL: Final = 30
"""Characters of a label at the beginning of a line."""
_NEAR: Final = 6
"""Lines below an article's first one among which there is another label, a byline or a day."""
_CLOCK = re.compile(r"\d[:.h]\d\d\b(?![.]\d)")
_OF_DIARIES: Final = frozenset({Field.PUBLISHED, Field.UPDATED, Field.DATELINE})
_HEADLINE: Final = 200
"""Characters of a headline."""


def articles_in(text: str) -> list[str]:
    """Return the articles of a text in order; the text itself where it is one, or none."""
    return _by_labels(text) or _by_rules(text) or [text]


def _by_labels(text: str) -> list[str]:
    """Return the parts that each open with the label of the first line; none where one does not."""
    opening = next(_shown(text[:_LOOK].splitlines()), "")
    label = _label(opening)
    if not label or text.count(label) < 2:  # noqa: PLR2004 - of most texts no more is asked
        return []
    lines = text.splitlines()
    begins = [
        at
        for at, line in enumerate(lines)
        if line.lstrip().startswith(label) and fields_on_line(line.strip())
    ]
    return _sound(lines, begins, _is_labelled)


def _shown(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines that say something."""
    return (line for line in lines if line.strip() and not _RULE.fullmatch(line))


def _label(line: str) -> str:
    """Return a line up to its colon; empty where that is none behind a label."""
    colon = _COLON.search(line.lstrip(), 1, _LABEL)
    told = fields_on_line(line.strip()) if colon else []
    if colon is None or not told or told[0][0] in _PEOPLE:
        return ""
    return line.lstrip()[: colon.end()]


def _by_rules(text: str) -> list[str]:
    """Return the parts between lines of signs; none where one of them is no article."""
    # most texts have none: the look for one sign takes a tenth of that for two
    doubled = [two for two in _DOUBLED if two[0] in text and two in text]
    if not doubled or not (any(map(text.__contains__, RULES)) or _NUMBERED.search(text)):
        return []
    lines = text.splitlines()
    rules = [at for at, line in enumerate(lines) if line.strip() and _RULE.fullmatch(line)]
    if not rules:
        return []
    begins = [at + 1 for at in rules]
    if any(line.strip() for line in lines[: rules[0]]):
        begins.insert(0, 0)
    if begins[-1] >= len(lines) or not any(line.strip() for line in lines[begins[-1] :]):
        begins.pop()
    return _sound(lines, begins, _is_headed)


def _sound(
    lines: Sequence[str], begins: Sequence[int], opens: Callable[[Sequence[str]], bool]
) -> list[str]:
    """Return the parts that begin at some lines, where there are several and all are articles."""
    if len(begins) < 2:  # noqa: PLR2004 - one is the text itself
        return []
    ends = [*begins[1:], len(lines)]
    parts = [
        [line for line in lines[begin:end] if not _RULE.fullmatch(line) or not line.strip()]
        for begin, end in zip(begins, ends, strict=True)
    ]
    heads = [[line.strip() for line in part if line.strip()][: _NEAR + 1] for part in parts]
    if len({tuple(head[:2]) for head in heads}) < len(heads) or not all(map(opens, heads)):
        return []
    kinds = [*map(_kinds, heads)]
    if kinds[0] not in kinds[1:]:  # one article has its byline or day above all its sections
        return []
    found = ["\n".join(part) for part in parts]
    return found if all(map(_tells, found)) else []


def _kinds(head: Sequence[str]) -> frozenset[str]:
    """Return what stands below an article's first line: who wrote it, the day, a clock."""
    found: set[str] = set()
    for line in head[1:]:
        if byline_of(line) is not None:
            found.add("byline")
        elif tells_of(line):
            found.add("clock" if _CLOCK.search(line) else "day")
    return frozenset(found)


def _is_labelled(head: Sequence[str]) -> bool:
    """Return whether other labels stand below the first; a day and a place alone are a diary's."""
    told = [{name for name, _ in fields_on_line(line)} for line in head]
    return any(told[1:]) and not set().union(*told) <= _OF_DIARIES


def _is_headed(head: Sequence[str]) -> bool:
    """Return whether an article opens with a headline, and who wrote it or when below."""
    if not head or len(head[0]) > _HEADLINE or tells_of(head[0]):
        return False
    return any(tells_of(line) or fields_on_line(line) for line in head[1:])


def _tells(text: str) -> bool:
    """Return whether there is a sentence in a text."""
    return any(map(is_prose, passages(split(text))))
