"""How far a text without a page's furniture goes: from its first sentences to its last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.bylines.marked import byline_of
from workers.parsers.text.moments import is_moment_line
from workers.parsers.text.sentences import is_short_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from workers.parsers.text.typesetting.lines import Passage


def tells_of(text: str) -> bool:
    """Whether a line says when or by whom: it is neither text nor furniture."""
    return is_moment_line(text) or byline_of(text) is not None


def around(
    parts: Sequence[Passage],
    rest: Sequence[int],
    prose: Sequence[int],
    headline: int | None,
    tables: AbstractSet[int],
) -> list[int]:
    """
    Return the places from the first long paragraph to the last, and short ones beside them.

    A table below or above them, with a line above it, belongs to them.
    """
    first, last = rest.index(prose[0]), rest.index(prose[-1])
    least = 0 if headline is None else rest.index(headline) + 1
    if (begin := next((at for at in rest[least:first] if at in tables), None)) is not None:
        first = rest.index(begin)
        first -= first > least and not tells_of(parts[rest[first - 1]].text)
    while first > least and is_short_sentence(parts[rest[first - 1]].text):
        first -= 1
    while last + 1 < len(rest) and is_short_sentence(parts[rest[last + 1]].text):
        last += 1
    while (end := next((at for at in rest[last + 1 : last + 3] if at in tables), None)) is not None:
        last = rest.index(end, last)
    return list(rest[first : last + 1])
