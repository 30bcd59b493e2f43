"""The article of a record of JSON, or of what another format keeps like it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shared.domain.article import Claim, Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import SUMMARY_ALONE
from workers.parsers.bylines.wire_copy import signed
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.whole_pages import claimed_beside, read_dump, read_whole
from workers.parsers.paragraphs.closing import without_closing
from workers.parsers.paragraphs.markup import line
from workers.parsers.records.body import (
    Text,
    body_of,
    pages_of,
    paragraphs,
    summary_of,
    without_mark,
    without_tags,
)
from workers.parsers.records.keys import claims, spread
from workers.parsers.records.leads import with_lead
from workers.parsers.records.mapping import found_at, mapped
from workers.parsers.records.nothing import event, medium, nothing, refuse_others
from workers.parsers.records.words import short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workers.parsers.records.keys import Spread
    from workers.parsers.records.lists import Claims

    Paths = Mapping[str, Sequence[str]]

ONLY_DESCRIBED = "a description without a title and a time: settings or data of a program"
"""Why a record is refused that has no text but that."""
_NAMES = frozenset({"name", "id"})
"""Keys that name anything, where a title is an article's."""
_OF_PROGRAMS = frozenset({"$schema", "openapi", "swagger", "asyncapi", "postmanid"})
"""Short keys of what describes data or an interface."""
_DESCRIPTION = "escription"
_STORY = 200
"""Characters of a description that tells a story: a program's is a sentence."""
_REMOVED = re.compile(r"\[[^\[\]]{1,30}\]|null|none|nan|n/a", re.IGNORECASE)
_PAID = re.compile(
    r"(?:content |this )?(?:is )?only available (?:in|for|to|with) .{3,60}", re.IGNORECASE
)
"""What an interface has in the place of a text that its customer does not pay for."""
_SIGNS_ALONE = re.compile(r"(?<!\S)[^\w\s]++(?!\S)")
"""Signs with nothing beside them, as the letters leave them that were taken away."""
_PASSED_ON = frozenset({"reblog", "retweetedstatus", "repost", "reshare", "sharedpost"})
"""Short keys of a post inside one that passes it on."""
_EDITORS_KEYS = tuple(
    map(
        short,
        """
        ednote editor_note editors_note editorial_note note_to_editors notes_to_editors update_note
        correction_note til_redaktionen till_redaktionen hinweis_an_redaktionen
        """.split(),  # noqa: SIM905 - the keys as one text are read more easily
    )
)
"""Keys of what is said to editors, and not to readers."""
_HALF, _HARDLY = 0.5, 0.02
_DUMP = 1.5
"""A text so many times as long as the article of the page beside it is all that the page shows."""


def article(value: object, item: str, mapping: Paths, frame: Claims | None = None) -> RawItem:
    """Return the article of one record, or raise `Rejected` where it has no text."""
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, dict):
        raise Rejected(Reason.MALFORMED, "it is not an object with the fields of an article")
    value = _passed_on(value)
    record = spread(value)
    refuse_others(record)
    body, page = _text(record, _mapped_text(value, mapping.get("body", ())))
    if body and page is None and (short := summary_of(record)) and _is_mark(body[0], short[0]):
        body = None
    notes = () if body else (SUMMARY_ALONE,)
    body = body or _summary(value, record, mapping)
    _refuse_text(record, body, summary=bool(notes) and not mapping)
    text, cut = without_mark(body[0])
    text, tags = without_tags(text)
    inside = Evidence()
    text, told_inside = (text, ()) if page else signed(without_closing(text, None, ()), inside)
    text = text if notes or page or mapping else with_lead(record, text)
    keywords = {Field.KEYWORD: tuple(Claim(tag, f"{body[1]} tags", 0.5) for tag in tags)}
    told = mapped(value, mapping, _with(claims(record), frame or {}, inside.ordered(), keywords))
    return RawItem(
        body=text,
        body_source=body[1],
        claims=claimed_beside(page, told) if page else told,
        item=item,
        notes=(*notes, *cut, *told_inside, *_to_editors(record)),
    )


def _to_editors(record: Spread) -> tuple[str, ...]:
    """Return what a record says to editors, in keys of its own."""
    told = (held.value for key in _EDITORS_KEYS if key in record for held in record[key])
    return tuple(f"edNote: {line(one)[:300]}" for one in told if isinstance(one, str))


def _summary(value: dict[str, Any], record: Spread, mapping: Paths) -> Text:
    """Return the summary that stands for a text, or raise `Rejected` where there is none."""
    found = _mapped_text(value, mapping.get("summary", ())) or summary_of(record)
    if found is None:
        raise Rejected(Reason.NO_ARTICLE, nothing(value, record))
    return found


def _with(known: Claims, *others: Claims) -> Claims:
    """Return claims with more of them behind."""
    for more in others:
        added = {name: (*known.get(name, ()), *told) for name, told in more.items() if told}
        known = {**known, **added}
    return known


def _passed_on(value: dict[str, Any]) -> dict[str, Any]:
    """Return the post that a post only passes on: who wrote it, and when, stands there."""
    inner = (held for key, held in value.items() if short(key) in _PASSED_ON)
    return next((held for held in inner if isinstance(held, dict) and held), value)


def _refuse_text(record: Spread, body: Text, *, summary: bool) -> None:
    """Raise `Rejected` for what a record has in the place of an article's text."""
    if summary and (why := medium(record)):
        raise Rejected(Reason.NO_ARTICLE, why)
    if (why := event(record, len(body[0]))) and (summary or not _is_signed(record)):
        raise Rejected(Reason.NO_ARTICLE, why)
    described = summary and body[1].endswith(_DESCRIPTION)
    if described and _only_describes(record, _size(body[0])):
        raise Rejected(Reason.NO_ARTICLE, ONLY_DESCRIBED)
    if _is_mark(body[0], ()):
        raise Rejected(Reason.NO_ARTICLE, "the provider removed its text and left a mark there")


def _is_signed(record: Spread) -> bool:
    """Return whether somebody signs a record by a whole name, as reviews of an event are signed."""
    names = (claim.value.strip() for claim in claims(record).get(Field.AUTHOR, ()))
    return any(" " in name and not any(map(str.isdigit, name)) for name in names)


def _is_mark(body: tuple[str, ...], summary: tuple[str, ...]) -> bool:
    """
    Return whether a text is a provider's mark, or has lost the letters that its summary has.

    Some interfaces keep only the signs and the Latin letters of a text in another writing.
    """
    if len(body) == 1 and (_REMOVED.fullmatch(body[0]) or _PAID.fullmatch(body[0])):
        return True
    if not summary or _other_letters(summary) < _HALF:
        return False
    text = " ".join(body)
    alone = len(_SIGNS_ALONE.findall(text))
    return alone * 3 > len(text.split()) and _other_letters(body) < _HARDLY


def _other_letters(paragraphs: tuple[str, ...]) -> float:
    """Return the share of a text's letters that are not Latin ones of ASCII."""
    letters = [sign for one in paragraphs for sign in one if sign.isalpha()]
    return sum(not sign.isascii() for sign in letters) / max(1, len(letters))


def _only_describes(record: Spread, size: int) -> bool:
    """Return whether a record with no text but a description is a program's, or has but a name."""
    if not _OF_PROGRAMS.isdisjoint(record):
        return True
    if size >= _STORY:
        return False
    told = claims(record)
    titles = (
        one.source.rpartition(" ")[2].rpartition(".")[2] for one in told.get(Field.HEADLINE, ())
    )
    titled = any(short(title) not in _NAMES for title in titles)
    return not (titled or told.get(Field.PUBLISHED))


def _text(record: Spread, mapped: Text | None) -> tuple[Text | None, RawItem | None]:
    """Return the text of a record, and the article of the whole page that it holds, if it does."""
    body = mapped or body_of(record)
    page = _page(record)
    if page is None:
        page = _dump(body)
        return ((page.body, page.body_source) if page else body), page
    if body is None or _size(body[0]) > _DUMP * _size(page.body):
        body = (page.body, page.body_source)
    return body, page


def _page(record: Spread) -> RawItem | None:
    """Return the article of the whole web page that a record holds; None where there is none."""
    for held in pages_of(record):
        url = next((one.value for one in claims(record).get(Field.URL, ())), None)
        # a page without an article is none: its Markdown or its summary may stand for it
        with suppress(Rejected):
            found = read_whole(held.value, url)
            return replace(found, body_source=f"{found.body_source} of json key {held.path}")
    return None


def _dump(body: Text | None) -> RawItem | None:
    """Return the article in a text that is the dump of a page; None where it is none."""
    if body is None or (found := read_dump(body[0])) is None:
        return None
    return replace(found, body_source=f"{found.body_source} of {body[1]}")


def _size(body: tuple[str, ...]) -> int:
    return sum(map(len, body))


def _mapped_text(value: object, places: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
    """Return the paragraphs of the first place that has some."""
    for place in places:
        found = tuple(one for part in found_at(value, place) for one in paragraphs(part))
        if found:
            return found, f"json key {place} (mapping)"
    return None
