"""
One reading of a text: its headline, who wrote it and when, and its body.

Three shapes come out of one way. Where nearly all is sentences (wire copy, mail, a bare text)
every paragraph between the first and the last sentence is body; in a page saved as text the
learned tables say which are. What stands above the body, up to the headline, and just below it is
read for labels, byline and date.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from shared.domain.values import dataclass
from shared.errors import Reason, Rejected
from workers.parsers.bylines.marked import byline_of
from workers.parsers.bylines.persons import is_person_like
from workers.parsers.lines.subjects import bare_subject
from workers.parsers.text.alone.extent import around, tells_of
from workers.parsers.text.alone.first_line import bare_headline
from workers.parsers.text.alone.makes import entries, last_told
from workers.parsers.text.alone.own_text import own_text
from workers.parsers.text.alone.rows import FEWEST, rows_alone, table_lines, table_places
from workers.parsers.text.body.blocks import body_at
from workers.parsers.text.body.intruders import without_whispers
from workers.parsers.text.heading import bare_heading, heading_of
from workers.parsers.text.headline import headline_odds, likeliest
from workers.parsers.text.labels import COLONS, labelled
from workers.parsers.text.marks.page import study
from workers.parsers.text.masthead import read_head, without_signs
from workers.parsers.text.moments import is_moment_line, moment_before_dash
from workers.parsers.text.printers.copies import without_pictographs
from workers.parsers.text.sentences import (
    is_furniture,
    is_prose,
    is_short_sentence,
    leads_away,
)
from workers.parsers.text.signed.inside import labels_inside, sign
from workers.parsers.text.typesetting.lines import Passage, passages, split
from workers.parsers.text.typesetting.spacing import closed_up

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from workers.parsers.text.label_rows import Labelled

CLEAN_SHARE = 0.8
"""Of the characters, so many in sentences make a text without page furniture."""
FEW = 5
"""So many other lines (headline, byline, a footer) make no page of a text yet."""
_MANY = 4
"""So many times more are a page's, sentences or not."""
HEAD = 12
"""So many lines below the headline a label is still one, also below a standfirst."""
BELOW = 12
"""So many lines below the text may say who reported and who edited."""
FAR_BELOW = 40
"""So many lines below the text names below a label are still this text's."""
DUMP = "dump paragraphs"
"""The source of a body that was found in a page saved as text."""
_PEOPLE = frozenset({Field.AUTHOR, Field.EDITOR, Field.SOURCE})
INSIDE = 2
"""Below so many paragraphs, and above another, a label line is part of the text."""
MOST = 20_000
"""Passages of a page dump: the longest pages measured have a thousand."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says; an empty body where there is no article in it."""

    body: tuple[str, ...]
    claims: Mapping[Field, tuple[Claim, ...]]
    source: str


@dataclass(frozen=True, slots=True)
class _Found:
    """Where things stand: the headline (None for none), the body's passages, the labels."""

    headline: int | None
    body: list[int]
    labels: Sequence[Labelled]
    source: str


def read_text(text: str) -> Reading:
    """Return the reading of a whole text; raise `Rejected` where it is far too long to be one."""
    parts = [part for part in passages(closed_up(split(text)), table_lines) if part.text]
    labels = labelled(parts)
    found = _clean(parts, labels) or _rows(parts, labels) or _dump(parts, labels)
    return _assemble(parts, found) if found.body else Reading((), {}, "")


def _places(labels: Sequence[Labelled]) -> set[int]:
    return {at for label in labels for at in range(label.first, label.last + 1)}


def _outside(prose: Sequence[int], labels: Sequence[Labelled]) -> list[Labelled]:
    """Leave out what only looks like a label: the speakers in the middle of an interview."""
    return [one for one in labels if one.first < prose[INSIDE] or one.last > prose[-1]]


def _clean(parts: Sequence[Passage], labels: Sequence[Labelled]) -> _Found | None:
    """Read a text without furniture; None where it is not one."""
    prose = [at for at, part in enumerate(parts) if is_prose(part)]
    if len(prose) > INSIDE:
        labels = _outside(prose, labels)
    taken = _places(labels)
    rest = [at for at in range(len(parts)) if at not in taken]
    prose = [at for at in prose if at not in taken]
    sure = set(prose)
    rows = table_places(parts) if len(rest) - len(prose) >= FEWEST else frozenset[int]()
    others = [at for at in rest if at not in sure and at not in rows]
    if not prose or _too_many(parts, others, len(prose)):
        return None
    if not _is_mostly_told(parts, rest, sure, rows):
        return None
    stated = any(one.name is Field.HEADLINE and one.first < prose[0] for one in labels)
    above = [at for at in rest[: rest.index(prose[0])] if at not in rows]
    headline = None if stated else bare_headline(parts, above)
    body = [
        at
        for at in around(parts, rest, prose, headline, rows)
        if not is_furniture(parts[at].text) and (at in sure or _is_text(parts[at].text, at, prose))
    ]
    end = last_told(parts, body[-1]) if body else -1
    body += [
        at for at in rest if body and body[-1] < at <= end and not is_furniture(parts[at].text)
    ]
    return _Found(headline, body, labels, "text paragraphs")


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
    return told >= CLEAN_SHARE * sum(sizes.values())


def _is_text(text: str, at: int, prose: Sequence[int]) -> bool:
    """Whether a line beside the prose is of the text: no time, and above it no byline."""
    return not is_moment_line(text) and (at > prose[0] or byline_of(text) is None)


def _too_many(parts: Sequence[Passage], others: Sequence[int], prose: int) -> bool:
    """Whether lines beside the prose are those of a page: a text's own are few, or sentences."""
    most = max(FEW, prose / 2)
    if len(others) > _MANY * most:
        return True
    return sum(not is_short_sentence(parts[at].text) for at in others) > most


def _rows(parts: Sequence[Passage], labels: Sequence[Labelled]) -> _Found | None:
    """Read a headline and a table below it; None where there is anything else."""
    found = rows_alone(parts, _places(labels))
    if found is None:
        return None
    headline, body = found
    if any(one.name is Field.HEADLINE and one.first < headline for one in labels):
        return _Found(None, [headline, *body], labels, "rows")
    return _Found(headline, body, labels, "rows")


def _dump(parts: Sequence[Passage], labels: Sequence[Labelled]) -> _Found:
    if len(parts) > MOST:
        raise Rejected(
            Reason.TOO_LARGE,
            f"the text has {len(parts)} lines, few of them sentences: a page of news has hundreds",
        )
    taken = _places(labels)
    page = study(parts)
    odds = headline_odds(page, taken)
    body = [
        at
        for at in body_at(page, likeliest(odds))
        if at not in taken and not leads_away(parts[at].text)
    ]
    headline = heading_of(page, odds, body) if body else None
    if headline is not None:
        headline = bare_heading(parts, headline, body)
    if headline in (messages := entries(parts)):
        headline, body = None, sorted(messages.union(body))
    if rest := [at for at in body if at != headline]:
        rest = without_signs(parts, rest)
        rest = own_text(parts, headline, rest, taken, tells_of)
    return _Found(headline, rest, labels, DUMP)


def _assemble(parts: Sequence[Passage], found: _Found) -> Reading:
    claims: dict[Field, list[Claim]] = defaultdict(list)
    first, last = found.body[0], found.body[-1]
    for one in found.labels:
        below = one.first - found.headline if found.headline is not None else HEAD + 1
        outside = one.last < first or one.first > last
        if (outside and not _is_menu(parts, found, one)) or 0 < below <= HEAD:
            value = bare_subject(one.value) if one.name is Field.HEADLINE else one.value
            claims[one.name].append(Claim(value, "label line"))
    if found.headline is not None:
        text = parts[found.headline].text
        told = without_pictographs(text)
        claims[Field.HEADLINE].append(Claim(told, "headline line", 0.8))
    if not claims[Field.AUTHOR]:
        claims[Field.AUTHOR] += labels_inside(parts, found.labels, first, last)
    read_head(parts, found.headline, set(found.body), _places(found.labels), claims)
    headlines = {claim.value for claim in claims[Field.HEADLINE]}
    if not claims[Field.PUBLISHED]:
        openings = (*headlines, parts[first].text)
        claims[Field.PUBLISHED] += [
            Claim(moment, "date that opens the text", 0.4)
            for moment in map(moment_before_dash, openings)
            if moment
        ][:1]
    kept = (parts[at].text for at in found.body if parts[at].text not in headlines)
    body = tuple(text for text in map(without_whispers, kept) if text)
    if body:
        sign(body, [part.text for part in parts[last + 1 : last + 1 + BELOW]], claims)
    return Reading(body, {name: tuple(told) for name, told in claims.items() if told}, found.source)


def _is_menu(parts: Sequence[Passage], found: _Found, one: Labelled) -> bool:
    """Whether a label of people, with its value below it, is a page's menu: `Authors`, `Search`."""
    if one.name not in _PEOPLE or one.first == one.last or found.source != DUMP:
        return False
    sure = parts[one.first].text.endswith(COLONS) and is_person_like(one.value.partition("/")[0])
    above = (found.headline or found.body[0]) - one.last > (2 * HEAD if sure else HEAD)
    if parts[one.last].bullet or above:
        return True
    alone = sum(each.name is one.name for each in found.labels) == 1
    return one.first - found.body[-1] > FAR_BELOW and not (sure and alone)
