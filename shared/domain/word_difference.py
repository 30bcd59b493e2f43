"""
What changed between two texts, word by word: pieces that were kept, added or removed.

A word is what a reader would call one; a character where a script has no spaces; a punctuation
mark by itself. Paragraphs that did not change are matched as a whole first, the words of the
others then. Kept words that stand lost between larger changes (`the`, `of`) count as changed: the
eye reads two phrases, not confetti.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from shared.domain.alignment import Budget, common
from shared.domain.scripts import MARKED, UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BREAK = "\n\n"
"""Parts two paragraphs inside a piece."""

_LETTER = rf"(?:(?![{UNSPACED}])[^\W_]|[{MARKED}])"
_TOKEN = re.compile(rf"(\s*)([{UNSPACED}]|{_LETTER}+(?:[.,:'\u2019\-]{_LETTER}+)*|[^\s])")
_WORD = re.compile(r"\w")


class PieceKind(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


_CHANGES = (PieceKind.REMOVED, PieceKind.ADDED)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row with one fate. `text` begins with its own space where there was one."""

    kind: PieceKind
    text: str


Passage: TypeAlias = tuple[Piece, ...]
"""
A paragraph: its kept and removed pieces are how it was, its kept and added ones how it is.

Where paragraphs were joined or parted, a piece holds the `BREAK` that went or came.
"""


class _Token(NamedTuple):
    space: str
    word: str
    """`BREAK` at the end of a paragraph."""


class _Step(NamedTuple):
    kind: PieceKind
    token: _Token


def passages(before: Sequence[str], after: Sequence[str]) -> tuple[Passage, ...]:
    """Return what changed between two texts, given as paragraphs; unchanged ones are one piece."""
    found: list[Passage] = []
    budget = Budget()
    ends = (len(before), len(after))
    matches = common(before, after, budget)
    for (one, other), (next_one, next_other) in pairwise([(-1, -1), *matches, ends]):
        found += _between(before[one + 1 : next_one], after[other + 1 : next_other], budget)
        if (next_one, next_other) != ends:
            found.append((Piece(PieceKind.KEPT, after[next_other]),))
    return tuple(found)


def pieces(before: str, after: str) -> Passage:
    """Return what changed between two lines; nothing where both are empty."""
    return next(iter(_between([before], [after], Budget())), ())


def is_changed(passage: Passage) -> bool:
    """Tell whether anything of a paragraph was added or removed."""
    return any(piece.kind is not PieceKind.KEPT for piece in passage)


def count_words(passages: Iterable[Passage], kind: PieceKind) -> int:
    """Return how many words (characters where words have no spaces) are of one kind."""
    texts = [piece.text for passage in passages for piece in passage if piece.kind is kind]
    return sum(1 for text in texts for token in _tokens(text) if _WORD.search(token.word))


def _between(before: Sequence[str], after: Sequence[str], budget: Budget) -> list[Passage]:
    """Return the passages of paragraphs of which none is the same on both sides."""
    left, right = ([*_tokens_of(each)] for each in (before, after))
    steps = _steps(left, right, budget)
    return [_passage(row) for row in _rows(_smoothed(steps))]


def _tokens_of(paragraphs: Iterable[str]) -> Iterator[_Token]:
    for paragraph in paragraphs:
        yield from _tokens(paragraph)
        yield _Token("", BREAK)


def _tokens(text: str) -> Iterator[_Token]:
    return (_Token(*found) for found in _TOKEN.findall(text))


def _steps(left: Sequence[_Token], right: Sequence[_Token], budget: Budget) -> list[_Step]:
    """Return all tokens in order: of each change what was removed, then what was added."""
    words = [token.word for token in left], [token.word for token in right]
    ends = (len(left), len(right))
    steps: list[_Step] = []
    for (one, other), (next_one, next_other) in pairwise([(-1, -1), *common(*words, budget), ends]):
        steps += [_Step(PieceKind.REMOVED, token) for token in left[one + 1 : next_one]]
        steps += [_Step(PieceKind.ADDED, token) for token in right[other + 1 : next_other]]
        if (next_one, next_other) != ends:
            steps.append(_Step(PieceKind.KEPT, right[next_other]))
    return steps


@dataclass(slots=True)
class _Change:
    """What was removed and added at one place, with the letters of each."""

    steps: dict[PieceKind, list[_Step]]
    letters: dict[PieceKind, int]

    @classmethod
    def of(cls, run: Iterable[_Step] = ()) -> _Change:
        """Make a change of steps."""
        change = cls({kind: [] for kind in _CHANGES}, dict.fromkeys(_CHANGES, 0))
        for step in run:
            change.take(step, step.kind)
        return change

    def take(self, step: _Step, kind: PieceKind) -> None:
        """Count one more token to one side."""
        self.steps[kind].append(_Step(kind, step.token))
        self.letters[kind] += len(step.token.word)

    def swallow(self, kept: Iterable[_Step], after: _Change) -> None:
        """Make one change of this one, the kept words behind it, and the change behind those."""
        for step in kept:
            for kind in _CHANGES:
                self.take(step, kind)
        for kind in _CHANGES:
            self.steps[kind] += after.steps[kind]
            self.letters[kind] += after.letters[kind]


def _smoothed(steps: Iterable[_Step]) -> Iterator[_Step]:
    """Yield the steps; kept words that are fewer than what changed on both sides changed too."""
    changes = [_Change.of()]
    kept: list[list[_Step]] = []
    for is_kept, run in groupby(steps, key=lambda step: step.kind is PieceKind.KEPT):
        if is_kept:
            kept.append([*run])
            changes.append(_Change.of())
        else:
            changes[-1] = _Change.of(run)
            while kept and _lost(kept[-1], changes[-2], changes[-1]):
                last = changes.pop()
                changes[-1].swallow(kept.pop(), last)
    for change, island in zip(changes, [*kept, []], strict=True):
        yield from change.steps[PieceKind.REMOVED]
        yield from change.steps[PieceKind.ADDED]
        yield from island


def _lost(kept: Sequence[_Step], *around: _Change) -> bool:
    """Tell whether kept words stand between changes that are each longer."""
    if any(step.token.word == BREAK for step in kept):
        return False
    letters = sum(len(step.token.word) for step in kept)
    return all(letters < max(change.letters.values()) for change in around)


def _rows(steps: Iterable[_Step]) -> Iterator[list[_Step]]:
    """Cut where a paragraph ends on both sides, or on the only side that the row has words of."""
    row: list[_Step] = []
    for step in steps:
        row.append(step)
        if step.token.word == BREAK and (
            step.kind is PieceKind.KEPT or all(each.kind is step.kind for each in row)
        ):
            yield row
            row = []
    if row:
        yield row


def _passage(row: Sequence[_Step]) -> Passage:
    """Return the pieces of a row, without the break that ends it."""
    made = [
        Piece(kind, "".join(token.space + token.word for _, token in run))
        for kind, run in groupby(row, key=lambda step: step.kind)
    ]
    ended = [
        Piece(piece.kind, piece.text.removesuffix(BREAK)) if at == len(made) - 1 else piece
        for at, piece in enumerate(made)
    ]
    return tuple(piece for piece in ended if piece.text)
