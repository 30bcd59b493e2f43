"""
A text that is an article and nothing else, though not all of it is sentences.

The learned tables look for an article in a page; of a recipe, an interview or a list of results
that somebody saved by itself they would leave out what looks like a page's menus. Such a file
begins with its headline and ends with its text: in a page saved as text something stands above and
below. What is kept of texts saved by themselves is measured by `tests/benchmarks/own_texts.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.parsers.text.alone.extent import stands_above, tells_of
from workers.parsers.text.alone.first_line import is_possible
from workers.parsers.text.alone.makes import entries, last_told
from workers.parsers.text.alone.rows import table_places
from workers.parsers.text.marks.shapes import is_caption
from workers.parsers.text.moments import is_moment_line
from workers.parsers.text.sentences import (
    is_furniture,
    is_prose,
    is_short_sentence,
    leads_away,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workers.parsers.text.typesetting.lines import Passage

ABOVE: Final = 1
"""So many lines above headline or text, besides those that say when and by whom, make no page."""
HEAD: Final = 8
"""So many lines with those."""
_BETWEEN = re.compile(r"\s[>»|/·–—-]\s")  # noqa: RUF001 - dashes are meant
_PIECE: Final = 12
"""Characters of a page's title that are its headline, or the beginning of that."""
TEASED: Final = 0.2
"""The share of its sentences above which a text holds those of other stories."""
_WORDS: Final = 4
"""Words of a first line that is a headline: shorter ones may be a rubric's name, or a paper's."""
BELOW: Final = 5
"""So many lines below the last sentences make none either: notes, a signature."""
PRESSED: Final = 0.05
"""The share of lines to press or to be led away by, above which a text is a page's; not of one."""


def own_text(
    parts: Sequence[Passage], head: int | None, body: Sequence[int], labels: Collection[int]
) -> tuple[int | None, list[int]]:
    """
    Return headline and places of the whole text where the file is nothing but it, else as given.

    `head` is the place of the headline that was found, `labels` are those of labels.
    """
    begin = head + 1 if head is not None and head < body[0] else 0
    above = [at for at in range(begin - 1 if begin else body[0]) if at not in labels]
    if len(above) > HEAD or sum(not tells_of(parts[at].text) for at in above) > ABOVE:
        return head, list(body)
    tables = table_places(parts)
    told = max(body[-1], *tables, -1)
    end = max(told, *(at for at, part in enumerate(parts) if is_prose(part)), -1)
    # sentences below the text that the tables take for none are a page's teasers: so are its lists
    end = last_told(parts, end) if end == told else end
    if len(parts) - 1 - end > BELOW:
        return head, list(body)
    # a word of menus among a table's figures is a column's or a row's name: `Share 300 11`
    pressed = {at for at, part in enumerate(parts) if at not in tables and _is_pressed(part.text)}
    if pressed and not _is_footed(parts, (begin, end), body, pressed):
        return head, list(body)
    top = _top(parts, labels)
    if top is not None and (head is None or not _repeats(parts, top, head)):
        head, begin = top, top + 1
    return head, _between(parts, (begin, end), body, pressed.union(labels))


def _is_footed(
    parts: Sequence[Passage], ends: tuple[int, int], body: Sequence[int], pressed: Collection[int]
) -> bool:
    """
    Whether lines to press stand below a text alone, as a reader's program prints them, or one does.

    Where much of its sentences are none of the text for the tables, they are other stories'.
    """
    begin, end = ends
    inside = sum(begin <= at <= end for at in pressed)
    if inside > max(1, PRESSED * (end + 1 - begin)):
        return False
    sizes = {at: len(parts[at].text) for at in range(body[0], end + 1) if is_prose(parts[at])}
    return sum(sizes.values()) * (1 - TEASED) <= sum(sizes.get(at, 0) for at in body)


def _repeats(parts: Sequence[Passage], top: int, head: int) -> bool:
    """Whether a line is the headline itself, or has it with the site's name or the way to it."""
    if top >= head or parts[head].text in parts[top].text:
        return True
    pieces = _BETWEEN.split(parts[top].text)
    return len(pieces) > 1 and any(
        len(piece) >= _PIECE and parts[head].text.startswith(piece) for piece in pieces
    )


def _top(parts: Sequence[Passage], labels: Collection[int]) -> int | None:
    """Return the first line of a text where it is long enough for a headline and no rubric."""
    top = next((at for at in range(len(parts)) if at not in labels), None)
    if top is None or not is_possible(parts[top]) or _is_pressed(parts[top].text):
        return None
    if top in entries(parts):
        return None
    text = parts[top].text
    words = sum(word[0].isalpha() for word in text.split())
    return None if words < _WORDS or text.isupper() or _is_told(parts[top]) else top


def _between(
    parts: Sequence[Passage], ends: tuple[int, int], body: Sequence[int], left: Collection[int]
) -> list[int]:
    """Return the places of a text from one of its ends to the other, without what is `left`."""
    begin, end = ends
    kept = set(body).union(entries(parts))
    told = next((at for at in range(begin, end) if _is_told(parts[at])), end)
    opened = min(told, body[0])
    return [
        at
        for at in range(begin, end + 1)
        if not is_caption(parts[at].text)
        and not (at < opened and stands_above(parts[at].text))
        and (at in kept or not (at in left or _says_when(parts[at].text)))
    ]


def _says_when(text: str) -> bool:
    return is_moment_line(text) or tells_of(text)


def _is_told(part: Passage) -> bool:
    """Whether a passage is a sentence, long or short."""
    return is_prose(part) or is_short_sentence(part.text)


def _is_pressed(text: str) -> bool:
    return leads_away(text) or is_furniture(text)
