"""The page's JSON-LD: which of its objects is the article, and what it claims."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import orjson

from shared.domain.article import Field
from workers.parsers.bylines.firms import is_surely_person
from workers.parsers.html.data import json_ld_values as values
from workers.parsers.html.data.json_ld_choice import PageNames, article, sections
from workers.parsers.html.data.json_ld_updates import updates
from workers.parsers.paragraphs.markup import line
from workers.words.entities import unescaped
from workers.words.spelled import without_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workers.parsers.claims.evidence import Evidence

MOST_BYTES = 2_000_000
"""Of one script; what is longer is data of an application."""
_DEEPEST = 12
_MOST_OBJECTS = 500
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*;?\s*$")
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_ESCAPED = re.compile(r"[\[{]\s*(?:\{\s*)?&(?:quot|#34|#x22);")
"""How JSON begins whose quotation marks a template wrote as entities."""
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_NO_PERSON = frozenset(("Organization", "NewsMediaOrganization", "Corporation", "WebSite", "Brand"))
_WHOLES = frozenset(("CreativeWork", "WebSite", "Periodical", "Newspaper", "Blog", "Product"))
"""What an article is a part of that has a publisher's name."""
_CLAIMS = (
    ("headline", Field.HEADLINE, "json-ld headline", 0.65),
    ("name", Field.HEADLINE, "json-ld name", 0.35),
    ("inLanguage", Field.LANGUAGE, "json-ld", 0.7),
    ("articleSection", Field.SECTION, "json-ld", 0.8),
    ("keywords", Field.KEYWORD, "json-ld", 0.7),
)
"""Key → what it claims, under which name, and how far to believe it."""
_LESS_OF_PAGES = frozenset({Field.HEADLINE})
_MOST = {Field.SECTION: 3, Field.KEYWORD: 60}
"""Values of a key; one of any other."""
_PLATFORMS = frozenset(("blogger", "wordpress", "wordpress.com", "tumblr"))
_PLATFORM = 0.2
"""The weight of a publisher that is only where many publishers keep their pages."""
_FIRM = 0.75
"""The weight of a publisher with its legal form: readers know the name of the site."""
_WRITER = 0.3
"""… and of the person who wrote it: the site has a name besides."""


def objects(scripts: Iterable[str]) -> list[dict[str, Any]]:
    """Return every object with a type in the page's JSON-LD, outer ones first; bad JSON is none."""
    found: list[dict[str, Any]] = []
    for script in scripts:
        if len(script) <= MOST_BYTES:
            for thing in _things(_load(script), 0):
                if len(found) < _MOST_OBJECTS:
                    found.append(thing)
    return found


def gather(
    things: list[dict[str, Any]], evidence: Evidence, page: PageNames | None = None
) -> tuple[str, bool]:
    """
    Add the claims of the article's object; return its text, and whether it is a live blog's.

    `page` is what the page calls itself: by it the article is told from those of other pages.
    """
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str)}
    page = page or PageNames()
    chosen = article(things, page)
    for section, above in sections(things, page):
        evidence.add(Field.SECTION, section, "json-ld breadcrumbs", 0.4 if above else 0.3)
    if chosen is None:
        _films(things, evidence)
        return "", False
    thing, kind = chosen
    surely = 1.0 if kind == "article" else 0.7
    for key, field, source, weight in _CLAIMS:
        certain = weight * surely if field in _LESS_OF_PAGES else weight
        for value in values.texts(thing.get(key))[: _MOST.get(field, 1)]:
            evidence.add(field, line(value) if "</" in value else value, source, certain)
    _times(thing, evidence, surely)
    for address in (thing.get("mainEntityOfPage"), thing.get("url")):
        evidence.add(Field.URL, values.address(address), "json-ld", 0.7)
    _publishers(thing, by_id, evidence)
    _authors(thing, by_id, evidence, surely)
    return _body(thing)


def _body(thing: dict[str, Any]) -> tuple[str, bool]:
    """Return the text of an article, and whether it is a live blog's entries."""
    body = thing.get("articleBody")
    if isinstance(body, str) and body.strip():
        return unescaped(body), False
    told = updates(thing)
    return "\n".join(told), bool(told)


def _films(things: Iterable[dict[str, Any]], evidence: Evidence) -> None:
    """Add when a page's films were published, where it has no article."""
    for thing in things:
        if values.is_kind(thing, "VideoObject".__eq__):
            when = values.when(thing.get("uploadDate"))
            evidence.add(Field.PUBLISHED, when, "json-ld uploadDate", 0.4)


def _times(thing: dict[str, Any], evidence: Evidence, surely: float) -> None:
    """Add when an article was published and changed, and where; of a live blog, when it began."""
    place = values.text(thing.get("dateline")) or ""
    if not any(map(str.isdecimal, place)):  # some write a day there
        evidence.add(Field.DATELINE, place, "json-ld dateline", 0.7)
    told = values.when(thing.get("datePublished"))
    evidence.add(Field.PUBLISHED, told, "json-ld", 0.92 * surely)
    if told is None:
        began = values.when(thing.get("coverageStartTime"))
        evidence.add(Field.PUBLISHED, began, "json-ld coverageStartTime", 0.8)
    evidence.add(Field.PUBLISHED, values.when(thing.get("dateCreated")), "json-ld created", 0.3)
    evidence.add(Field.UPDATED, values.when(thing.get("dateModified")), "json-ld", 0.9 * surely)


def _publishers(thing: dict[str, Any], by_id: dict[str, Any], evidence: Evidence) -> None:
    """Add who published it, else what it is a part of: a paper, and no page."""
    told = values.every(thing.get("publisher")) or values.every(thing.get("sourceOrganization"))
    authors = [values.name(author, by_id) for author in values.every(thing.get("author"))]
    for publisher in told:
        name = values.name(publisher, by_id)
        person = isinstance(publisher, dict) and values.is_kind(
            values.resolved(publisher, by_id), "Person".__eq__
        )
        alone = (person or name in authors) and is_surely_person(name or "")
        weight = _WRITER if alone else _belief_in_publisher(name)
        evidence.add(Field.SOURCE, name, "json-ld publisher", weight)
    for whole in values.every(thing.get("isPartOf")):
        if isinstance(whole, dict) and values.is_kind(whole, _WHOLES.__contains__):
            evidence.add(Field.SOURCE, values.name(whole, by_id), "json-ld isPartOf", 0.4)


def _belief_in_publisher(name: str | None) -> float:
    """Return how far to believe that a publisher's name is the one that readers know."""
    if name and name.lower() in _PLATFORMS:
        return _PLATFORM
    return _FIRM if name and without_form(name) != name else 0.85


def _authors(
    thing: dict[str, Any], by_id: dict[str, Any], evidence: Evidence, surely: float
) -> None:
    """Add the authors: persons before organisations, others where there is no `author`."""
    for key, weight in (("author", 0.9), ("creator", 0.6), ("contributor", 0.3)):
        for author in values.every(thing.get(key)):
            company = isinstance(author, dict) and values.is_kind(
                values.resolved(author, by_id), _NO_PERSON.__contains__
            )
            evidence.add(
                Field.AUTHOR,
                values.name(author, by_id),
                f"json-ld {key}{' (organization)' if company else ''}",
                (0.4 if company else weight) * surely,
            )
    for editor in values.every(thing.get("editor")):
        evidence.add(Field.EDITOR, values.name(editor, by_id), "json-ld editor", 0.7)


def _load(script: str) -> object:
    """Return the value of a script, mended where it is nearly JSON; None where it is not."""
    # the pattern looks at each sign of a script; most have none of what it looks for
    wrapped = "<!" in script or "]]>" in script or "-->" in script
    text = (_WRAPPING.sub("", script) if wrapped else script).strip().replace('"schema:', '"')
    if _ESCAPED.match(text):
        text = unescape(text)
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(_TRAILING_COMMA.sub(r"\1", _CONTROLS.sub(" ", text)).rstrip(";"))
    except (ValueError, RecursionError):
        return None


def _things(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Yield objects with a type: those in lists, graphs and the main entity of a page."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement"):
            if isinstance(value.get(key), dict | list) and key != "itemListElement":
                yield from _things(value[key], depth + 1)
