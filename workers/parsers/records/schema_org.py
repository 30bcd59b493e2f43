"""schema.org articles as JSON files: one, a list, or a graph of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.data import json_ld
from workers.parsers.html.data.json_ld_updates import updates
from workers.parsers.paragraphs.markup import without_headline
from workers.parsers.records.shape import document, is_document, names, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile

_KINDS = r"(?:[A-Za-z]*Article|(?:Live)?BlogPosting|Report|Review|AnalysisNews)"
_TYPE = re.compile(
    rb'"@type"\s*:\s*(?:\[[^\]]{0,200}?)?"(?:https?://schema\.org/|schema:)?'
    + _KINDS.encode()
    + b'"'
)
_KIND = re.compile(rf"(?:.*[/:])?{_KINDS}")
_HOLDERS = ("@graph", "mainEntity", "itemListElement", "item", "hasPart", "dataFeedElement")
_HELD_BY = frozenset({b"", *(f'"{key}"'.encode() for key in _HOLDERS)})
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"|[{}\[\]:,]', re.DOTALL)
_DEEPEST = 8
_BODIES = ("articleBody", "text", "reviewBody")
_SUMMARIES = ("description", "abstract")
_MORE: tuple[tuple[str, Field, float], ...] = (
    ("identifier", Field.GUID, 1.0),
    ("@id", Field.GUID, 0.6),
    ("version", Field.VERSION, 0.9),
    ("creativeWorkStatus", Field.PUB_STATUS, 0.8),
    ("locationCreated", Field.DATELINE, 0.5),
    ("contentLocation", Field.DATELINE, 0.3),
)
"""What a file of articles says and a page's JSON-LD seldom does."""


class SchemaOrg:
    """Reads the articles of a schema.org document."""

    name = "schema_org"
    version = 3
    opens = b"{["

    def score(self, file: RawFile) -> float:
        """Return .95 for one JSON value with the type of an article in its first bytes."""
        return 0.95 if is_document(file) and _in_reach(file.head) else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield the articles; where there are many, named by their places."""
        things = list(_things(document(file, context), 0))
        articles = [thing for thing in things if _is_article(thing)]
        others = [thing for thing in things if not _is_article(thing)]
        if not articles:
            raise Rejected(Reason.NO_ARTICLE, "no object in it has the type of an article")
        if len(articles) == 1:
            parsed = _item(articles[0], others, "")
            if isinstance(parsed, RejectedItem):
                raise parsed.rejected
            yield parsed
            return
        for place, thing in enumerate(articles, 1):
            yield _item(thing, others, str(place))


def _in_reach(head: bytes) -> bool:
    """
    Return whether the type of an article stands where it is read: at the top, or in what holds it.

    Systems that answer in JSON of their own have a page's JSON-LD somewhere inside.
    """
    places = {found.start() for found in _TYPE.finditer(head)}
    if not places:
        return False
    keys: list[bytes] = []
    key = last = b""
    for token in _TOKEN.finditer(head):
        sign = token[0]
        if sign in (b"{", b"["):
            keys.append(key)
            key = b""
        elif sign in (b"}", b"]"):
            del keys[-1:]
        elif sign == b":":
            key = last
        elif sign == b",":
            key = b""
        elif token.start() in places and all(held in _HELD_BY for held in keys):
            return True
        else:
            last = sign
    return False


def _things(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Yield objects with a type: in lists, in graphs and below what holds them."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        if not _is_article(value):
            for key in _HOLDERS:
                yield from _things(value.get(key), depth + 1)


def _is_article(thing: dict[str, Any]) -> bool:
    return any(_KIND.fullmatch(kind) for kind in names(thing.get("@type")))


def _item(thing: dict[str, Any], others: list[dict[str, Any]], place: str) -> Parsed:
    """Return the item of one article, or why it is none."""
    evidence = Evidence()
    json_ld.gather([thing, *others], evidence)
    for key, field, weight in _MORE:
        evidence.every(field, names(thing.get(key)), f"json-ld {key}", weight)
    headline = next(iter(evidence.values(Field.HEADLINE)), None)
    body, source, notes = _body(thing)
    body = without_headline(body, headline)
    if not body:
        detail = "the article has no `articleBody`, no text and no description"
        return RejectedItem(place, Rejected(Reason.NO_ARTICLE, detail))
    return RawItem(
        body=body, body_source=source, claims=evidence.ordered(), item=place, notes=notes
    )


def _body(thing: dict[str, Any]) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return the paragraphs of the body, else of a summary; where they stood; a note."""
    if told := updates(thing, _BODIES):
        return told, "json-ld liveBlogUpdate", ()
    for keys, note in ((_BODIES, ""), (_SUMMARIES, "no articleBody: the {} stands for it")):
        for key in keys:
            value = thing.get(key)
            parts = value if isinstance(value, list) else [value]
            found = tuple(text for part in parts for text in paragraphs(part))
            if found:
                return found, f"json-ld {key}", (note.format(key),) if note else ()
    return (), "", ()
