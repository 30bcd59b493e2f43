"""The articles in a value of JSON, or in what another format keeps like it: a record each."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shared.domain.article import Claim, Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.html.evidence import Evidence
from workers.parsers.json_body import (
    Text,
    body_of,
    pages_of,
    paragraphs,
    summary_of,
    without_mark,
    without_tags,
)
from workers.parsers.json_keys import Held, claims, spread
from workers.parsers.json_mapping import found_at, mapped
from workers.parsers.json_nothing import medium, nothing, refuse_others
from workers.parsers.json_references import with_names
from workers.parsers.json_words import BODY_KEYS, short
from workers.parsers.whole_pages import claimed_beside, read_dump, read_whole
from workers.parsers.wire_signed import signed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workers.parsers.json_keys import Spread

    Paths = Mapping[str, Sequence[str]]
    Claims = dict[Field, tuple[Claim, ...]]

_LISTS = frozenset(
    """
    articles items results entries documents docs stories news posts hits records data response
    objects value record newsitems newsarticles articlelist feed list messages ordereditems statuses
    """.split()  # noqa: SIM905 - the keys as one text are read more easily
)
"""Short keys where a wrapper keeps its articles."""
SUMMARY_ALONE = "no body: the summary stands for it"
"""The note for a record without a text of its own."""
ONLY_DESCRIBED = "a description without a title and a time: settings or data of a program"
"""Why a record is refused that has no text but that."""
_NAMES = frozenset({"name", "id"})
"""Keys that name anything, where a title is an article's."""
_OF_PROGRAMS = frozenset({"$schema", "openapi", "swagger", "asyncapi", "postmanid"})
"""Short keys of what describes data or an interface."""
_DESCRIPTION = "escription"
_STORY = 200
"""Characters of a description that tells a story: a program's is a sentence."""
_FRAME = 0.4
"""How far to believe for one article what is said of all."""
_REMOVED = re.compile(r"\[[^\[\]]{1,30}\]|null|none|nan|n/a", re.IGNORECASE)
_PASSED_ON = frozenset({"reblog", "retweetedstatus", "repost", "reshare", "sharedpost"})
"""Short keys of a post inside one that passes it on."""
_DUMP = 1.5
"""A text so many times as long as the article of the page beside it is all that the page shows."""
_WRAPPED = 4
"""How deep a list of articles may lie inside wrappers."""


def records(value: object, depth: int = _WRAPPED) -> tuple[list[Any], Claims] | None:
    """
    Return the records of an array or a wrapper, and what the wrapper says of them all.

    None where the value is a record itself.
    """
    if isinstance(value, list):
        return value, {}
    if not isinstance(value, dict) or depth == 0 or _is_record(spread(value)):
        return None
    named = sorted(value.items(), key=lambda pair: short(pair[0]) not in _LISTS)
    for key, held in named:
        inner = list(held.values()) if _is_numbered(held) else held
        objects = isinstance(inner, list) and any(isinstance(one, dict) for one in inner)
        if objects and (short(key) in _LISTS or are_articles(inner)):
            return with_names(value, inner), frame_of(value)
        if (found := records(_only(inner), depth - 1)) is not None:
            return found[0], {**frame_of(value), **found[1]}
    return None


def _is_numbered(value: object) -> bool:
    """Return whether an object is a list of objects, each at its number, as wikis answer."""
    if not isinstance(value, dict) or not value:
        return False
    return all(key.isdecimal() and isinstance(one, dict) for key, one in value.items())


def _only(inner: object) -> object:
    """Return an object, or the one that a list holds."""
    if isinstance(inner, list):
        return inner[0] if len(inner) == 1 and isinstance(inner[0], dict) else None
    return inner


def _is_record(record: Spread) -> bool:
    """Return whether there is a text, or a page, that is not a list of articles."""
    several = (held.value for key in BODY_KEYS for held in record.get(key, ()))
    if any(map(_lists_articles, several)):
        return False
    return body_of(record) is not None or any(pages_of(record))


def _lists_articles(value: object) -> bool:
    """Return whether objects under a key for a text have titles, and times or addresses."""
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return False
    seen = spread(value[0])
    told = claims(seen)
    whole = Field.HEADLINE in told and (Field.PUBLISHED in told or Field.URL in told)
    return whole and body_of(seen) is not None


def are_articles(records: list[Any]) -> bool:
    """Whether objects under a key that says nothing have texts and headlines."""
    first = next(one for one in records if isinstance(one, dict))
    seen = spread(first)
    if any(pages_of(seen)):
        return True
    return body_of(seen) is not None and Field.HEADLINE in claims(seen)


def frame_of(wrapper: Mapping[str, Any]) -> Claims:
    """Return what a wrapper says of all its articles: whose they are, and in which language."""
    own = {short(key): [Held(key, value)] for key, value in wrapper.items() if _is_plain(value)}
    return {
        name: tuple(replace(one, weight=one.weight * _FRAME) for one in told)
        for name, told in claims(own).items()
        if name in {Field.SOURCE, Field.LANGUAGE}
    }


def _is_plain(value: object) -> bool:
    if isinstance(value, dict):
        return isinstance(value.get("name"), str)
    return isinstance(value, str) and bool(value.strip())


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
    notes: tuple[str, ...] = ()
    if body is None:
        body = _mapped_text(value, mapping.get("summary", ())) or summary_of(record)
        notes = (SUMMARY_ALONE,)
    if body is None:
        raise Rejected(Reason.NO_ARTICLE, nothing(value, record))
    _refuse_text(record, body, summary=bool(notes) and not mapping)
    text, cut = without_mark(body[0])
    text, tags = without_tags(text)
    inside = Evidence()
    text, told_inside = (text, ()) if page else signed(text, inside)
    known = _with(_with(claims(record), frame or {}), inside.ordered())
    known = _with(known, {Field.KEYWORD: tuple(Claim(tag, f"{body[1]} tags", 0.5) for tag in tags)})
    told = mapped(value, mapping, known)
    return RawItem(
        body=text,
        body_source=body[1],
        claims=claimed_beside(page, told) if page else told,
        item=item,
        notes=(*notes, *cut, *told_inside),
    )


def _with(known: Claims, more: Claims) -> Claims:
    """Return claims with more of them behind."""
    added = {name: (*known.get(name, ()), *told) for name, told in more.items() if told}
    return {**known, **added}


def _passed_on(value: dict[str, Any]) -> dict[str, Any]:
    """Return the post that a post only passes on: who wrote it, and when, stands there."""
    inner = (held for key, held in value.items() if short(key) in _PASSED_ON)
    return next((held for held in inner if isinstance(held, dict) and held), value)


def _refuse_text(record: Spread, body: Text, *, summary: bool) -> None:
    """Raise `Rejected` for what a record has in the place of an article's text."""
    if summary and (why := medium(record)):
        raise Rejected(Reason.NO_ARTICLE, why)
    described = summary and body[1].endswith(_DESCRIPTION)
    if described and _only_describes(record, _size(body[0])):
        raise Rejected(Reason.NO_ARTICLE, ONLY_DESCRIBED)
    if len(body[0]) == 1 and _REMOVED.fullmatch(body[0][0]):
        raise Rejected(Reason.NO_ARTICLE, "the provider removed its text and left a mark there")


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
