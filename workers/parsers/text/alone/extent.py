"""How far a text without a page's furniture goes: from its first sentences to its last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.bylines.marked import byline_of
from workers.parsers.bylines.persons import ONLY_NAMES
from workers.parsers.lines.ago import tells_ago
from workers.parsers.lines.lexicon import FUNCTION_WORDS
from workers.parsers.text.alone.first_line import READING_TIME
from workers.parsers.text.marks.shapes import is_credited
from workers.parsers.text.moments import is_moment_line
from workers.parsers.text.sentences import is_furniture, is_short_sentence
from workers.parsers.text.typesetting.columns import wide_signs
from workers.words.east_asian_names import is_person
from workers.words.given_names import is_given_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from workers.parsers.text.typesetting.lines import Passage

_FEWEST_WORDS, _FEWEST_SIGNS = 8, 16
"""Words of a lead at the least, or signs where words have no spaces."""
_NAME_WORDS = 4
_LITTLE = 3
"""So many little words among many make a sentence, whatever its nouns are written with."""
_NO_SENTENCE = ("@", "://", "©", "(c)", "www.")


def tells_of(text: str) -> bool:
    """Whether a line says when or by whom: it is neither text nor furniture."""
    return is_moment_line(text) or byline_of(text) is not None


def stands_above(text: str) -> bool:
    """Whether a line between headline and text is of neither: a time, how long ago, a name."""
    if tells_of(text) or tells_ago(text) or READING_TIME.fullmatch(text):
        return True
    words = text.split()
    if not 1 < len(words) <= _NAME_WORDS:
        return is_person(text)
    return ONLY_NAMES.fullmatch(text) is not None and is_given_name(words[0])


def around(
    parts: Sequence[Passage],
    rest: Sequence[int],
    prose: Sequence[int],
    headline: int | None,
    tables: AbstractSet[int],
) -> list[int]:
    """
    Return the places from the first long paragraph to the last, and short ones beside them.

    The lead below the headline belongs to them, also above a byline; so does a table below or
    above them, with a line above it.
    """
    first, last = rest.index(prose[0]), rest.index(prose[-1])
    least = 0 if headline is None else rest.index(headline) + 1
    if (begin := next((at for at in rest[least:first] if at in tables), None)) is not None:
        first = rest.index(begin)
        first -= first > least and not tells_of(parts[rest[first - 1]].text)
    first = _opened(parts, rest, first, least)
    while last + 1 < len(rest) and is_short_sentence(parts[rest[last + 1]].text):
        last += 1
    while (end := next((at for at in rest[last + 1 : last + 3] if at in tables), None)) is not None:
        last = rest.index(end, last)
    return list(rest[first : last + 1])


def is_lead(text: str) -> bool:
    """
    Return whether a line is a sentence without its stop, as leads are, and some last lines.

    Most of its words are small ones; names, offices and headings are not.
    """
    words = text.split()
    if len(words) < _FEWEST_WORDS and wide_signs(text) < _FEWEST_SIGNS:
        return False
    if is_credited(text) or any(sign in text for sign in _NO_SENTENCE) or is_furniture(text):
        return False
    small = sum(not word[0].isupper() for word in words)
    little = sum(word.casefold() in FUNCTION_WORDS for word in words)
    return 2 * small >= len(words) or little >= _LITTLE


def _opened(parts: Sequence[Passage], rest: Sequence[int], first: int, least: int) -> int:
    """Return where a text begins: at the short sentences and the lead above its first paragraph."""
    at = first
    while at > least:
        at -= 1
        part = parts[rest[at]]
        if stands_above(part.text):
            continue
        if not (is_short_sentence(part.text) or (least and not part.bullet and is_lead(part.text))):
            break
        first = at
    return first
