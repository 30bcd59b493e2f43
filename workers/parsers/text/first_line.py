"""The headline of a text without furniture: the first short line above the first paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.east_asian_names import is_person
from workers.parsers.bylines.marked import byline_of
from workers.parsers.text.label_words import LABELS
from workers.parsers.text.moments import is_moment_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.lines import Passage

LONGEST = 200
"""Characters; a longer first line is a paragraph."""
_ENDS = ".,;:。，：；"  # noqa: RUF001 - full-width signs are meant


def bare_headline(parts: Sequence[Passage], above: Sequence[int]) -> int | None:
    """Return the headline among the places above the first paragraph; None where none is one."""
    able = [at for at in above if _possible(parts[at])]
    unlike = [at for at in able if parts[at].text[-1] not in _ENDS]
    return next(iter(unlike or able), None)


def _possible(part: Passage) -> bool:
    text = part.text
    if part.bullet or not 2 <= len(text) <= LONGEST or not any(map(str.isalpha, text)):  # noqa: PLR2004
        return False
    if text.casefold().rstrip(":") in LABELS:
        return False
    return not (is_moment_line(text) or byline_of(text) or is_person(text))
