"""
One reading of a text: its headline, who wrote it and when, and its body.

Three shapes come out of one way. Where nearly all is sentences (wire copy, mail, a bare text)
every paragraph between the first and the last sentence is body; in a page saved as text the
learned tables say which are. What stands above the body, up to the headline, and just below it is
read for labels, byline and date.
"""

# ruff: noqa: RUF001 - full-width signs are meant

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from shared.domain.values import dataclass
from shared.errors import Reason, Rejected
from workers.parsers.bylines.persons import is_person_like
from workers.parsers.lines.subjects import bare_subject
from workers.parsers.text.alone.clean import clean_text
from workers.parsers.text.alone.makes import entries
from workers.parsers.text.alone.own_text import own_text
from workers.parsers.text.alone.rows import rows_alone, table_lines
from workers.parsers.text.body.blocks import body_at, longest_alone
from workers.parsers.text.body.intruders import without_whispers
from workers.parsers.text.found import Found, places_of, states_headline
from workers.parsers.text.heading import bare_heading, heading_of
from workers.parsers.text.headline import headline_odds, likeliest
from workers.parsers.text.label_rows import MOMENT_FIELDS
from workers.parsers.text.labels import COLONS, labelled
from workers.parsers.text.marks.page import study
from workers.parsers.text.masthead import read_head, without_signs
from workers.parsers.text.moments import moment_before_dash, moment_of_filing
from workers.parsers.text.printers.copies import without_pictographs
from workers.parsers.text.sentences import is_prose, is_short_sentence, leads_away
from workers.parsers.text.signed.below import ANSWERS
from workers.parsers.text.signed.inside import LEADS, labels_inside, opening_of, sign
from workers.parsers.text.teasers import teasers, without_own
from workers.parsers.text.typesetting.lines import Passage, passages, split
from workers.parsers.text.typesetting.spacing import closed_up
from workers.parsers.text.typesetting.wrapping import WRAP_MIN
from workers.words.end_marks import above_end

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from workers.parsers.text.label_rows import Labelled

HEAD = 12
"""So many lines below the headline a label is still one, also below a standfirst."""
BELOW = 12
"""So many lines below the text may say who reported and who edited."""
NEAR_BELOW = 6
"""So many lines below the text a label is still its own, whatever stands between."""
FAR_BELOW = 40
"""So many lines below the text names below a label are still this text's."""
BELOW_DAY = 0.65
"""How much a day is believed below a page's text: less than one below the headline."""
DUMP = "dump paragraphs"
"""The source of a body that was found in a page saved as text."""
LONGEST_STOPPED = 100
"""Characters of a headline that ends with a stop: of 2,400 pages' texts ten had a longer one."""
SPEAKING = 3
"""So many lines that begin with one label are what somebody says."""
_COLON = re.compile(r"(?<=[:：])")
_LABEL_LINE = 400
"""Characters of a line, in which a label has its colon."""
_PEOPLE = frozenset({Field.AUTHOR, Field.EDITOR, Field.SOURCE})
MOST = 20_000
"""Passages of a page dump: the longest pages measured have a thousand."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says; an empty body where there is no article in it."""

    body: tuple[str, ...]
    claims: Mapping[Field, tuple[Claim, ...]]
    source: str


def read_text(text: str) -> Reading:
    """Return the reading of a whole text; raise `Rejected` where it is far too long to be one."""
    parts = [part for part in passages(closed_up(split(text)), table_lines) if part.text]
    labels = _without_speakers(parts, labelled(parts))
    found = clean_text(parts, labels) or _rows(parts, labels) or _dump(parts, labels)
    if not found.body:
        return Reading((), {}, "")
    body = above_end([part.text for part in parts], found.body)
    kept = Found(found.headline, body, found.labels, found.source, found.listed)
    return _assemble(parts, kept)


def _rows(parts: Sequence[Passage], labels: Sequence[Labelled]) -> Found | None:
    """Read a headline and a table below it; None where there is anything else."""
    found = rows_alone(parts, places_of(labels))
    if found is None:
        return None
    headline, body = found
    if states_headline(labels, headline):
        return Found(None, [headline, *body], labels, "rows")
    return Found(headline, body, labels, "rows")


def _dump(parts: Sequence[Passage], labels: Sequence[Labelled]) -> Found:
    if len(parts) > MOST:
        raise Rejected(
            Reason.TOO_LARGE,
            f"the text has {len(parts)} lines, few of them sentences: a page of news has hundreds",
        )
    taken = places_of(labels)
    page = study(parts)
    odds = headline_odds(page, taken)
    body = [
        at
        for at in body_at(page, likeliest(odds)) or longest_alone(page)
        if at not in taken and not leads_away(parts[at].text)
    ]
    listed = teasers(parts)
    headline = heading_of(page, _able(parts, odds, listed), body) if body else None
    if headline is not None:
        headline = bare_heading(parts, headline, body)
    if headline in (messages := entries(parts)):
        headline, body = None, sorted(messages.union(body))
    headline, body = _with_own(parts, labels, headline, body)
    if rest := [at for at in body if at != headline]:
        rest = without_signs(parts, rest)
        headline, rest = own_text(parts, headline, rest, taken)
        headline, rest = _with_own(parts, labels, headline, rest)
    return Found(headline, rest, labels, DUMP, without_own(parts, listed, headline))


def _able(
    parts: Sequence[Passage], odds: Mapping[int, float], listed: AbstractSet[int]
) -> dict[int, float]:
    """Return the odds of lines that may be the headline: no other story's, no long sentence."""
    able = ((at, value) for at, value in odds.items() if at not in listed)
    return {at: value for at, value in able if not _is_stopped(parts[at].text)}


def _with_own(
    parts: Sequence[Passage], labels: Sequence[Labelled], headline: int | None, body: list[int]
) -> tuple[int | None, list[int]]:
    """Return headline and body; a line that was taken for a headline and is text is the body's."""
    if headline is None or not _is_of_text(parts, labels, headline, body):
        return headline, body
    return None, sorted({headline, *body})


def _is_of_text(
    parts: Sequence[Passage], labels: Sequence[Labelled], at: int, body: Sequence[int]
) -> bool:
    """Whether a headline is text: a paragraph alone, or a sentence below a label's headline."""
    if body == [at] and is_prose(parts[at]):
        return True
    return states_headline(labels, at) and (
        is_short_sentence(parts[at].text) or _is_broken(parts, at, body)
    )


def _is_broken(parts: Sequence[Passage], at: int, body: Sequence[int]) -> bool:
    """Whether a line's sentence goes on in the body's, right below it."""
    if len(parts[at].text) < WRAP_MIN or at + 1 not in body[:2]:
        return False
    return parts[at + 1].group == parts[at].group and is_short_sentence(parts[at + 1].text)


def _is_stopped(text: str) -> bool:
    """Whether a line is a whole sentence, longer than headlines with a stop are."""
    return len(text) > LONGEST_STOPPED and text.endswith((".", "。"))


def _assemble(parts: Sequence[Passage], found: Found) -> Reading:
    claims: dict[Field, list[Claim]] = defaultdict(list)
    first, last = found.body[0], found.body[-1]
    for one in found.labels:
        below = one.first - found.headline if found.headline is not None else HEAD + 1
        outside = one.last < first or one.first > last
        strange = _is_menu(parts, found, one) or _is_answer(parts, found, one)
        if (outside and not strange) or 0 < below <= HEAD:
            value = bare_subject(one.value) if one.name is Field.HEADLINE else one.value
            teased = found.source == DUMP and one.first > last and one.name in MOMENT_FIELDS
            claims[one.name].append(Claim(value, "label line", BELOW_DAY if teased else 1.0))
    if found.headline is not None:
        text = parts[found.headline].text
        told = without_pictographs(text)
        claims[Field.HEADLINE].append(Claim(told, "headline line", 0.8))
    if not claims[Field.AUTHOR]:
        claims[Field.AUTHOR] += labels_inside(parts, found.labels, first, last)
    taken = places_of(found.labels) | found.listed
    read_head(parts, found.headline, set(found.body), taken, claims)
    headlines = {claim.value for claim in claims[Field.HEADLINE]}
    if not claims[Field.PUBLISHED]:
        opening = [parts[at].text for at in found.body[: LEADS + 1]]
        claims[Field.PUBLISHED] += _opening_date([*headlines, opening_of(opening)])
    kept = (parts[at].text for at in found.body if parts[at].text not in headlines)
    body = tuple(text for text in map(without_whispers, kept) if text)
    if body:
        sign(body, [part.text for part in parts[last + 1 : last + 1 + BELOW]], claims)
    return Reading(body, {name: tuple(told) for name, told in claims.items() if told}, found.source)


def _opening_date(openings: Sequence[str]) -> list[Claim]:
    """Return the claim of the day that opens headline or text, or is in the text's dateline."""
    told = next(filter(None, map(moment_before_dash, openings)), None)
    if told:
        return [Claim(told, "date that opens the text", 0.4)]
    told = moment_of_filing(openings[-1])
    return [Claim(told, "date in the dateline", 0.4)] if told else []


def _without_speakers(parts: Sequence[Passage], labels: Sequence[Labelled]) -> list[Labelled]:
    """Leave out labels of people before what is said, again and again: `REPORTER: Thank you.`"""
    able = {one.first for one in labels if one.name in _PEOPLE and one.first == one.last}
    places: dict[str, list[int]] = defaultdict(list)
    for at, part in enumerate(parts if able else ()):
        places[_opening(part.text)].append(at)
    often = (found[1:] for found in places.values() if len(found) >= SPEAKING)
    spoken = able.intersection(chain.from_iterable(often))
    return [one for one in labels if one.name not in _PEOPLE or one.first not in spoken]


def _opening(text: str) -> str:
    """Return a line up to its first colon."""
    return _COLON.split(text[:_LABEL_LINE], maxsplit=1)[0]


def _is_menu(parts: Sequence[Passage], found: Found, one: Labelled) -> bool:
    """Whether a label of people, with its value below it, is a page's menu: `Authors`, `Search`."""
    if one.name not in _PEOPLE or one.first == one.last or found.source != DUMP:
        return False
    sure = parts[one.first].text.endswith(COLONS) and is_person_like(one.value.partition("/")[0])
    above = (found.headline or found.body[0]) - one.last > (2 * HEAD if sure else HEAD)
    if parts[one.last].bullet or above:
        return True
    alone = sum(each.name is one.name for each in found.labels) == 1
    return one.first - found.body[-1] > FAR_BELOW and not (sure and alone)


def _is_answer(parts: Sequence[Passage], found: Found, one: Labelled) -> bool:
    """Whether a label stands below a page's text and below where its readers answer."""
    below = found.body[-1] + 1
    if one.first - below < NEAR_BELOW or found.source != DUMP:
        return False
    return any(ANSWERS.match(part.text) for part in parts[below : one.first])
