"""
Labels without a colon, which prove one another: in rows of a table, in lines far apart.

`Source | Harbour Herald` and `Time | 9 May 2023` are two cells of a table each, `Source` and its
value may stand in lines with nothing between them but empty ones. A menu has such words too: only
labels that follow each other without a gap, one of which tells a moment, are believed.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from shared.domain.article import Field
from shared.domain.values import dataclass
from workers.parsers.lines.lexicon import BY
from workers.parsers.text.label_words import COLON_ONLY, LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workers.parsers.text.typesetting.lines import Passage

MOMENT_FIELDS = (Field.PUBLISHED, Field.UPDATED, Field.EMBARGO)
_WORDS = frozenset(LABELS) - COLON_ONLY - (BY - {"автор", "yazan"})
"""Without those of menus, and without what opens a byline, which is read as one."""
_MOST_WORDS = max(len(label.split()) for label in _WORDS)
_FIRST = frozenset(label.split()[0] for label in _WORDS)
LONGEST_ROW = 200
"""Characters of a row."""
_OPEN = "*_[【(（ "
_BETWEEN = "*_]】)） :：|｜=–—-"
"""Signs around a label, and between it and its value."""
_FEWEST = 2


@dataclass(frozen=True)
class Labelled:
    """One label and its value, and the passages that they take up."""

    name: Field
    value: str
    first: int
    last: int


def row_of(text: str) -> tuple[str, str] | None:
    """Return the label that a line begins with and what stands behind it; None without one."""
    if len(text) > LONGEST_ROW:
        return None
    opening = (text.split(None, 1) or [text])[0]
    if opening.isalpha() and opening.casefold() not in _FIRST:  # as in most: it has no signs around
        return None
    words = text.translate(_PARTED).split(None, _MOST_WORDS)
    if len(words) < _FEWEST or words[0].casefold() not in _FIRST:
        return None
    if not text.isascii() and any(word in LABELS for word in text.split()[_FEWEST:]):
        return None  # `记者 李晓明 编辑 王芳`: labels side by side, which are read apart
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        word = " ".join(words[:count]).casefold()
        if word in _WORDS:
            value = _behind(text, words[:count])
            goes_on = text.casefold().startswith(f"{word} {value.casefold()}")
            return None if goes_on and _is_word(value) else (word, value)
    return None


def _is_word(value: str) -> bool:
    """Return whether a value is a word and no name or site, as in `Source code`."""
    return value[:1].islower() and "." not in value.split(None, 1)[0]


_PARTED = str.maketrans(dict.fromkeys("*_[]【】()（）:：|｜=", " "))


def _behind(text: str, words: Sequence[str]) -> str:
    """Return what stands behind a label's words, without the signs between."""
    at = 0
    for word in words:
        at = text.index(word, at) + len(word)
    return text[at:].lstrip(_BETWEEN).rstrip("*_")


def supported(
    bare: Iterable[Labelled],
    rows: Iterable[Labelled],
    sure: Iterable[Labelled],
    passages: Sequence[Passage],
) -> list[Labelled]:
    """
    Keep labels without a colon that tell a moment, or that stand with another label.

    `bare` have their value in the next line, `rows` in their own, `sure` have a colon.
    """
    company: dict[int, int] = defaultdict(int)
    for one in bare:
        company[passages[one.first].group] += 1
    kept = [
        one
        for one in bare
        if company[passages[one.first].group] > 1
        or (one.name in MOMENT_FIELDS and not passages[one.first].bullet)
    ]
    told = set(map(id, kept))
    rest = [*(one for one in bare if id(one) not in told), *rows]
    if rest:
        doubted = set(map(id, rest))
        for run in _runs(sorted([*kept, *sure, *rest], key=lambda one: one.first)):
            if len(run) >= _FEWEST and any(one.name in MOMENT_FIELDS for one in run):
                kept += [one for one in run if id(one) in doubted]
    return kept


def _runs(labels: Iterable[Labelled]) -> Iterator[list[Labelled]]:
    """Yield the labels that follow each other without a line between."""
    run: list[Labelled] = []
    for one in labels:
        if run and one.first > run[-1].last + 1:
            yield run
            run = []
        run.append(one)
    if run:
        yield run
