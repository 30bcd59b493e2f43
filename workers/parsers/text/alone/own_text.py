"""
A text that is an article and nothing else, though not all of it is sentences.

The learned tables look for an article in a page; of a recipe, an interview or a list of results
that somebody saved by itself they would leave out what looks like a page's menus. Such a file
begins with its headline and ends with its text: in a page saved as text something stands above and
below. What is kept of texts saved by themselves is measured by `tests/benchmarks/own_texts.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.parsers.text.alone.makes import entries, last_told
from workers.parsers.text.alone.rows import table_places
from workers.parsers.text.moments import is_moment_line
from workers.parsers.text.sentences import is_furniture, is_prose, leads_away

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from workers.parsers.text.typesetting.lines import Passage

ABOVE: Final = 1
"""So many lines above headline or text, besides those that say when and by whom, make no page."""
HEAD: Final = 8
"""So many lines with those."""
BELOW: Final = 5
"""So many lines below the last sentences make none either: notes, a signature."""
PRESSED: Final = 0.05
"""The share of lines to press or to be led away by, above which a text is a page's."""


def own_text(
    parts: Sequence[Passage],
    head: int | None,
    body: Sequence[int],
    labels: Collection[int],
    tells: Callable[[str], bool],
) -> list[int]:
    """
    Return the places of the whole text where the file is nothing but it, else those of `body`.

    `head` is the headline's place, `labels` are those of labels; `tells` says whether a line says
    when or by whom.
    """
    begin = head + 1 if head is not None and head < body[0] else 0
    above = [at for at in range(begin - 1 if begin else body[0]) if at not in labels]
    if len(above) > HEAD or sum(not tells(parts[at].text) for at in above) > ABOVE:
        return list(body)
    told = max(body[-1], *table_places(parts), -1)
    end = max(told, *(at for at, part in enumerate(parts) if is_prose(part)), -1)
    # sentences below the text that the tables take for none are a page's teasers: so are its lists
    end = last_told(parts, end) if end == told else end
    pressed = {at for at, part in enumerate(parts) if _is_pressed(part.text)}
    if len(parts) - 1 - end > BELOW or len(pressed) > PRESSED * len(parts):
        return list(body)
    kept, left = set(body).union(entries(parts)), pressed.union(labels)
    return [
        at
        for at in range(begin, end + 1)
        if at in kept or not (at in left or is_moment_line(parts[at].text) or tells(parts[at].text))
    ]


def _is_pressed(text: str) -> bool:
    return leads_away(text) or is_furniture(text)
