"""JSON Feed 1.0 and 1.1: an item for each entry, with its full content where there is one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.charset.decoding import decode
from workers.parsers.claims.evidence import Evidence
from workers.parsers.paragraphs.markup import entry_paragraphs, line, without_headline
from workers.parsers.paragraphs.typeset import text_paragraphs
from workers.parsers.records.shape import document, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_SIGN = b"jsonfeed.org/version/"
_ITEMS = re.compile(r'"items"\s*:\s*\[')
_GAP = re.compile(r"[\s,]*")
_FIELDS: tuple[tuple[str, Field, float], ...] = (
    ("id", Field.GUID, 1.0),
    ("url", Field.URL, 1.0),
    ("external_url", Field.URL, 0.3),
    ("date_published", Field.PUBLISHED, 1.0),
    ("date_modified", Field.UPDATED, 1.0),
    ("authors", Field.AUTHOR, 1.0),
    ("author", Field.AUTHOR, 0.9),
    ("tags", Field.KEYWORD, 0.9),
    ("language", Field.LANGUAGE, 0.9),
)
_FEED_FIELDS: tuple[tuple[str, Field, float], ...] = (
    ("title", Field.SOURCE, 0.5),
    ("language", Field.LANGUAGE, 0.6),
    ("authors", Field.AUTHOR, 0.4),
    ("author", Field.AUTHOR, 0.4),
)


class JsonFeed:
    """Reads the entries of a JSON Feed."""

    name = "json_feed"
    version = 1
    opens = b"{["

    def score(self, file: RawFile) -> float:
        """Return .98 where the address of the format's version stands in the first bytes."""
        begins = file.head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
        return 0.98 if begins and _SIGN in file.head.replace(b"\\/", b"/") else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each entry, named by its place."""
        try:
            feed = document(file, context)
        except Rejected as rejected:
            yield from _until_break(file, context, rejected)
            return
        entries = feed.get("items") if isinstance(feed, dict) else None
        if not isinstance(entries, list):
            raise Rejected(Reason.MALFORMED, "a JSON Feed needs `items`, a list of entries")
        if not entries:
            raise Rejected(Reason.NO_ARTICLE, "there are no entries in the feed")
        for place, entry in enumerate(entries, 1):
            yield _item(entry, feed, str(place))


def _until_break(file: RawFile, context: ParseContext, broken: Rejected) -> Iterator[Parsed]:
    """Yield the entries that are whole in a feed that breaks off; then raise the refusal."""
    if broken.reason is Reason.MALFORMED:
        text = decode(file.data, context.charset).text
        begin = _ITEMS.search(text)
        at, place = (begin.end() if begin else len(text)), 1
        while (entry := _entry_at(text, at)) is not None:
            value, at = entry
            yield _item(value, {}, str(place))
            place += 1
    raise broken


def _entry_at(text: str, at: int) -> tuple[object, int] | None:
    """Return the whole entry that begins here and where the next may begin; None for none."""
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(text, _start(text, at))
    except (ValueError, RecursionError):
        return None
    return value, end


def _start(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _item(entry: object, feed: dict[str, Any], place: str) -> Parsed:
    """Return the item of one entry, or why it is none."""
    if not isinstance(entry, dict):
        detail = f"item {place}: it is not an object with the fields of an entry"
        return RejectedItem(place, Rejected(Reason.MALFORMED, detail))
    evidence = Evidence()
    title = entry.get("title")
    evidence.add(
        Field.HEADLINE, line(title) if isinstance(title, str) else None, "json feed title", 1
    )
    for key, field, weight in _FIELDS:
        evidence.every(field, names(entry.get(key)), f"json feed {key}", weight)
    for key, field, weight in _FEED_FIELDS:
        evidence.every(field, names(feed.get(key)), f"json feed, feed's {key}", weight)
    body, source, notes = _body(entry)
    headline = next(iter(evidence.values(Field.HEADLINE)), None)
    body = without_headline(body, headline)
    if not body:
        detail = f"item {place}: there is no text in it, only a title, links or media"
        return RejectedItem(place, Rejected(Reason.NO_ARTICLE, detail))
    return RawItem(
        body=body, body_source=source, claims=evidence.ordered(), item=place, notes=notes
    )


def _body(entry: dict[str, Any]) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return the paragraphs of the content, else of the summary; where they stood; a note."""
    marked, plain, summary = (
        value if isinstance(value := entry.get(key), str) else ""
        for key in ("content_html", "content_text", "summary")
    )
    for found, key in (
        (entry_paragraphs(marked), "content_html"),
        (text_paragraphs(plain), "content_text"),
    ):
        if found:
            return found, f"json feed {key}", ()
    note = ("no full content: the summary stands for it",)
    return entry_paragraphs(summary), "json feed summary", note
