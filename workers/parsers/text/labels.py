"""
Label lines: `Source: Agency`, several on one line, or the value on the line below.

A label word alone proves nothing (a menu has `Date` and `Topics` too): its value must look like
one, and a label without a colon needs a second one beside it, or a value that cannot be mistaken.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.text.label_words import LABELS
from workers.parsers.text.moments import moments

if TYPE_CHECKING:
    from workers.parsers.text.lines import Passage

_WORDS = "|".join(sorted(map(re.escape, LABELS), key=len, reverse=True))
_LABEL = re.compile(
    rf"(?:^|(?<=[\s|｜(（\[【·•,;/、　]))(?P<label>{_WORDS})\s*[:：]\s*", re.IGNORECASE
)
_LONGEST = {
    Field.HEADLINE: 300, Field.URL: 2000, Field.KEYWORD: 400, Field.SECTION: 120, Field.GUID: 200,
}  # fmt: skip
_LONGEST_NAME = 100
_LABEL_REACH = 40
"""The first label's colon stands within so many signs, or the line begins with none."""
_SENTENCE = re.compile(r"[a-zß-ÿа-я]{2,}[.!?]\s+\S|[。！？]\S")
_NAME_FIELDS = (Field.AUTHOR, Field.EDITOR, Field.SOURCE)
_MOMENT_FIELDS = (Field.PUBLISHED, Field.UPDATED, Field.EMBARGO)
_TRIM = " \t|｜·•,;/()（）[]【】、　"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One label and its value, and the passages that they take up."""

    name: Field
    value: str
    first: int
    last: int


def labelled(passages: list[Passage]) -> list[Labelled]:
    """Return all labels with believable values, in order."""
    found: list[Labelled] = []
    bare: list[Labelled] = []
    at = 0
    while at < len(passages):
        same_line = _on_one_line(passages[at].text, at)
        if same_line:
            found += same_line
        elif pair := _on_two_lines(passages, at):
            (found if passages[at].text[-1] in ":：" else bare).append(pair)
            at += 1
        at += 1
    return sorted(found + _supported(bare, passages), key=lambda one: one.first)


def _on_one_line(text: str, at: int) -> list[Labelled]:
    """Return the labels of a line that begins with one; none where any value is not like one."""
    head = text[:_LABEL_REACH]
    if ":" not in head and "：" not in head:
        return []
    matches = list(_LABEL.finditer(text[:2500]))
    if not matches or matches[0].start() > 1 or len(text) > 2500:  # noqa: PLR2004
        return []
    ends = [match.start() for match in matches[1:]] + [len(text)]
    found: list[Labelled] = []
    for match, end in zip(matches, ends, strict=True):
        name = LABELS[match["label"].casefold()]
        value = text[match.end() : end].strip(_TRIM)
        if believable(name, value):
            found.append(Labelled(name, _found(name, value), at, at))
    return found


def _on_two_lines(passages: list[Passage], at: int) -> Labelled | None:
    word = passages[at].text.rstrip(":： ").casefold()
    name = LABELS.get(word)
    if name is None or at + 1 == len(passages):
        return None
    below = passages[at + 1]
    value = below.text.strip(_TRIM)
    if below.group - passages[at].group > 1 or value.casefold().rstrip(":：") in LABELS:
        return None
    if not believable(name, value):
        return None
    return Labelled(name, _found(name, value), at, at + 1)


def _supported(bare: list[Labelled], passages: list[Passage]) -> list[Labelled]:
    """Keep labels without a colon that tell a moment, or that stand with another label."""
    company: dict[int, int] = defaultdict(int)
    for one in bare:
        company[passages[one.first].group] += 1
    return [
        one
        for one in bare
        if company[passages[one.first].group] > 1
        or (one.name in _MOMENT_FIELDS and not passages[one.first].bullet)
    ]


def believable(name: Field, value: str) -> bool:
    """Whether a value looks like one of its field: a moment, a name, an address, a short text."""
    if not value or len(value) > _LONGEST.get(name, _LONGEST_NAME):
        return False
    if name in _MOMENT_FIELDS:
        return bool(moments(value))
    if name is Field.URL:
        return value.startswith(("http://", "https://", "www."))
    if name is Field.GUID:
        return " " not in value
    if name in _NAME_FIELDS:
        return len(value.split()) <= 12 and not _SENTENCE.search(value)  # noqa: PLR2004
    return True


def _found(name: Field, value: str) -> str:
    return value if name not in _MOMENT_FIELDS or len(value) < 40 else moments(value)[0][1]  # noqa: PLR2004
