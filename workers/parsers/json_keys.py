"""Which field a key of a JSON article means, as people write them, and how to read its value."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from shared.domain.article import Claim, Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEYS: Mapping[Field, tuple[str, ...]] = {
    Field.HEADLINE: ("headline", "title", "heading", "articletitle", "name", "titel", "titre"),
    Field.AUTHOR: ("authors", "author", "byline", "bylines", "creator", "writer", "authorname"),
    Field.EDITOR: ("editor", "editors"),
    Field.SOURCE: (
        "source", "publisher", "provider", "sitename", "agency", "publication", "outlet",
        "sourcename", "copyrightholder",
    ),
    Field.PUBLISHED: (
        "published", "datepublished", "publishedat", "publisheddate", "publishdate", "date",
        "pubdate", "publicationdate", "firstpublished", "firstcreated", "datetime", "created",
        "createdat", "datecreated", "timestamp", "time",
    ),
    Field.UPDATED: (
        "updated", "datemodified", "modified", "updatedat", "modifiedat", "lastmodified",
        "lastupdated", "dateupdated", "versioncreated",
    ),
    Field.EMBARGO: ("embargo", "embargoed", "embargoeduntil", "embargountil"),
    Field.LANGUAGE: ("language", "lang", "inlanguage", "locale"),
    Field.URL: ("url", "canonicalurl", "canonical", "link", "permalink", "weburl", "href"),
    Field.GUID: ("guid", "id", "uuid", "identifier", "articleid", "uri", "_id"),
    Field.VERSION: ("version", "revision"),
    Field.PUB_STATUS: ("pubstatus",),
    Field.DATELINE: ("dateline", "located"),
    Field.SLUGLINE: ("slugline", "slug"),
    Field.SECTION: ("section", "articlesection", "category", "categories", "desk", "channel"),
    Field.KEYWORD: ("keywords", "tags", "topics", "subjects"),
}  # fmt: skip
"""Field → keys, the surest first; case, hyphens and underscores do not matter."""
BODY_KEYS = (
    "body", "articlebody", "bodyhtml", "bodytext", "text", "content", "contenthtml", "contenttext",
    "fulltext", "maintext", "bodyxhtml", "html", "paragraphs", "story", "articletext",
)  # fmt: skip
SUMMARY_KEYS = ("description", "summary", "abstract", "lead", "standfirst", "excerpt")
"""Read as the body where there is no other, and said so."""
_INNER = ("name", "title", "label", "value", "text", "#text", "$t", "content", "url", "id")
"""Where an object in place of a text has its text, the surest first."""
_TIMES = frozenset({Field.PUBLISHED, Field.UPDATED, Field.EMBARGO})
_ONE_EACH = frozenset({Field.KEYWORD})
_MILLIS = 100_000_000_000
"""An epoch above this counts milliseconds: in seconds it would be the year 5138."""
_STEP = 0.05


def folded(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record with keys in lower case, without `_` and `-`; the first of equals wins."""
    plain: dict[str, Any] = {}
    for key, value in record.items():
        short = key.casefold().replace("-", "").replace("_", "") or key
        if value not in (None, "", [], {}):
            plain.setdefault(short, (key, value))
    return plain


def claims(record: Mapping[str, Any]) -> dict[Field, tuple[Claim, ...]]:
    """Return what a folded record claims; a less sure key weighs a little less."""
    found: dict[Field, tuple[Claim, ...]] = {}
    for name, keys in KEYS.items():
        told: list[Claim] = []
        for rank, short in enumerate(keys):
            if short in record:
                key, value = record[short]
                told += [
                    Claim(text, f"json key {key}", round(1 - rank * _STEP, 2))
                    for text in values(name, value)
                ]
        if told:
            found[name] = tuple(told)
    return found


def values(name: Field, value: object) -> Iterator[str]:
    """Yield the texts of a value: a text, a number, an object with a name, a list of these."""
    if isinstance(value, list):
        for one in value:
            if not isinstance(one, list):
                yield from values(name, one)
    elif isinstance(value, dict):
        inner = next((value[key] for key in _INNER if value.get(key)), None)
        if isinstance(inner, str | int | float):
            yield from values(name, inner)
    elif isinstance(value, bool):
        return
    elif isinstance(value, int | float):
        yield _moment(value) if name in _TIMES else str(value)
    elif isinstance(value, str) and value.strip():
        parts = value.replace(";", ",").split(",") if name in _ONE_EACH else [value]
        yield from (part.strip() for part in parts if part.strip())


def _moment(epoch: float) -> str:
    """Return an epoch in seconds or milliseconds as ISO 8601 in UTC; as it stands if it is none."""
    seconds = epoch / 1000 if abs(epoch) >= _MILLIS else epoch
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (OverflowError, ValueError, OSError):
        return str(epoch)
