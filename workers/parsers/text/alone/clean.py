"""A text without a page's furniture: nearly all of it is sentences and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.parsers.lines.stops import STOPS
from workers.parsers.text.alone.extent import around, is_lead, stands_above, tells_of
from workers.parsers.text.alone.first_line import bare_headline, is_long_headline
from workers.parsers.text.alone.makes import last_told
from workers.parsers.text.alone.rows import FEWEST, table_places
from workers.parsers.text.found import Found, places_of, states_headline
from workers.parsers.text.marks.shapes import is_caption
from workers.parsers.text.moments import is_moment_line
from workers.parsers.text.sentences import is_furniture, is_prose, is_short_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from workers.parsers.text.label_rows import Labelled
    from workers.parsers.text.typesetting.lines import Passage

SHARE = 0.8
"""Of the characters, so many in sentences make a text without page furniture."""
FEW = 5
"""So many other lines (headline, byline, a footer) make no page of a text yet."""
_MANY = 4
"""So many times more are a page's, sentences or not."""
_MOST_LEADS, _NAMED = 3, 4
INSIDE = 2
"""Below so many paragraphs, and above another, a label line is part of the text."""


def clean_text(parts: Sequence[Passage], labels: Sequence[Labelled]) -> Found | None:
    """Read a text without furniture; None where it is not one."""
    prose = [at for at, part in enumerate(parts) if is_prose(part)]
    if len(prose) > INSIDE:
        labels = _outside(prose, labels)
    taken = places_of(labels)
    # the first line is a headline, also where it has an agency's letters in brackets
    taken.update(at for at, part in enumerate(parts) if at and _is_caption(part.text))
    rest = [at for at in range(len(parts)) if at not in taken]
    prose = [at for at in prose if at not in taken]
    stated = bool(prose) and states_headline(labels, prose[0])
    long = not stated and prose[:1] == rest[:1] and is_long_headline(parts, rest)
    sure = set(prose)
    prose = prose[long:]
    rows = table_places(parts) if len(rest) - len(prose) >= FEWEST else frozenset[int]()
    others = [at for at in rest if at not in sure and at not in rows]
    if not prose or _too_many(parts, others, len(prose)):
        return None
    if not _is_mostly_told(parts, rest, sure | _leads(parts, rest, prose), rows):
        return None
    sure -= set(rest[:long])
    above = [at for at in rest[: rest.index(prose[0])] if at not in rows]
    headline = None if stated else bare_headline(parts, above)
    body = [
        at
        for at in around(parts, rest, prose, headline, rows)
        # a word of menus among a table's figures is a column's or a row's name: `Share 300 11`
        if (at in rows or not is_furniture(parts[at].text))
        and (at in sure or _is_text(parts[at].text, at, prose))
    ]
    return Found(headline, _to_end(parts, rest, body), labels, "text paragraphs")


def _to_end(parts: Sequence[Passage], rest: Sequence[int], body: list[int]) -> list[int]:
    """Return a body with what is of the text below its last sentence."""
    if not body:
        return body
    last, end = body[-1], _end(parts, rest, last_told(parts, body[-1]))
    return body + [at for at in rest if last < at <= end and not is_furniture(parts[at].text)]


def _is_caption(text: str) -> bool:
    """Whether a line is a caption; most are sentences, and end as none does."""
    return text[-1] not in STOPS and is_caption(text)


def _end(parts: Sequence[Passage], rest: Sequence[int], end: int) -> int:
    """Return the last place of a text, with one line that ends it without a stop."""
    below = [at for at in rest if at > end][:2]
    leads = [at for at in below if is_lead(parts[at].text) and not tells_of(parts[at].text)]
    # several such lines are headlines of other stories
    return leads[0] if leads and leads == below[:1] else end


def _leads(parts: Sequence[Passage], rest: Sequence[int], prose: Sequence[int]) -> set[int]:
    """
    Return the places of a few sentences without a stop above a text and below it.

    Below a first line of a word or two, a paper's name, such a line is the headline.
    """
    if len(parts[rest[0]].text.split()) < _NAMED:
        return set()
    ends = (at for at in rest[1:] if not prose[0] <= at <= prose[-1])
    found = {at for at in ends if is_lead(parts[at].text) and not tells_of(parts[at].text)}
    return found if len(found) <= _MOST_LEADS else set()


def _outside(prose: Sequence[int], labels: Sequence[Labelled]) -> list[Labelled]:
    """Leave out what only looks like a label: the speakers in the middle of an interview."""
    return [one for one in labels if one.first < prose[INSIDE] or one.last > prose[-1]]


def _is_mostly_told(
    parts: Sequence[Passage], rest: Sequence[int], sure: AbstractSet[int], rows: AbstractSet[int]
) -> bool:
    """Return whether sentences and tables are nearly all that is left beside labels."""
    sizes = {at: len(parts[at].text) for at in rest if at in sure or not tells_of(parts[at].text)}
    told = sum(
        size
        for at, size in sizes.items()
        if at in sure or at in rows or is_short_sentence(parts[at].text)
    )
    return told >= SHARE * sum(sizes.values())


def _is_text(text: str, at: int, prose: Sequence[int]) -> bool:
    """Whether a line beside the prose is of the text: no time, and above it no byline or name."""
    return not (stands_above(text) if at < prose[0] else is_moment_line(text))


def _too_many(parts: Sequence[Passage], others: Sequence[int], prose: int) -> bool:
    """Whether lines beside the prose are those of a page: a text's own are few, or sentences."""
    most = max(FEW, prose / 2)
    if len(others) > _MANY * most:
        return True
    return sum(not is_short_sentence(parts[at].text) for at in others) > most
