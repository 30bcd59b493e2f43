"""The page's JSON-LD: which of its objects is the article, and what it claims."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

import orjson

from shared.domain.article import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workers.parsers.html.evidence import Evidence

MOST_BYTES = 2_000_000
"""Of one script; what is longer is data of an application."""
_DEEPEST = 12
_MOST_OBJECTS = 500
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*;?\s*$")
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_ARTICLE = re.compile(
    r"(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting"
    r"|Review|AnalysisNews|CreativeWork)$"
)
_PAGE = frozenset(("WebPage", "ItemPage", "Recipe", "NewsPage", "HowTo", "PodcastEpisode"))
_NO_PERSON = frozenset(("Organization", "NewsMediaOrganization", "Corporation", "WebSite", "Brand"))
_PLATFORMS = frozenset(("blogger", "wordpress", "wordpress.com", "tumblr"))
_PLATFORM = 0.2
"""The weight of a publisher that is only where many publishers keep their pages."""
_FIRM = 0.75
"""The weight of a publisher with its legal form: readers know the name of the site."""
_LEGAL_FORM = re.compile(
    r"\b(?:g?mbh|ag|kg|ug|e\.\s?v\.?|s\.\s?l\.?(?:u\.?)?|s\.\s?a\.?(?:s\.?)?|s\.\s?r\.\s?l\.?|s\.\s?p\.\s?a\.?"
    r"|sp\.\s?z\s?o\.\s?o\.?|inc\.?|ltd\.?|l\.?l\.?c\.?|plc|limited|b\.\s?v\.?|a/s|oy|ab|s\.\s?r\.\s?o\.?)\s*$",
    re.IGNORECASE,
)


def objects(scripts: Iterable[str]) -> list[dict[str, Any]]:
    """Return every object with a type in the page's JSON-LD, outer ones first; bad JSON is none."""
    found: list[dict[str, Any]] = []
    for script in scripts:
        if len(script) <= MOST_BYTES:
            for thing in _things(_load(script), 0):
                if len(found) < _MOST_OBJECTS:
                    found.append(thing)
    return found


def article(things: list[dict[str, Any]]) -> tuple[dict[str, Any], str] | None:
    """Return the object that is the page's article, and what kind it is: `article` or `page`."""
    articles = [thing for thing in things if _is(thing, _ARTICLE.search)]
    if articles:
        return max(articles, key=_fullness), "article"
    pages = [thing for thing in things if _is(thing, _PAGE.__contains__)]
    return (max(pages, key=_fullness), "page") if pages else None


def gather(things: list[dict[str, Any]], evidence: Evidence) -> str | None:
    """Add the claims of the article's object; return its `articleBody` where it has one."""
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str)}
    chosen = article(things)
    if chosen is None:
        for thing in things:
            if _is(thing, "VideoObject".__eq__):
                when = _text(thing.get("uploadDate"))
                evidence.add(Field.PUBLISHED, when, "json-ld uploadDate", 0.4)
        return None
    thing, kind = chosen
    surely = 1.0 if kind == "article" else 0.7
    source = "json-ld"
    evidence.add(Field.HEADLINE, _text(thing.get("headline")), f"{source} headline", 0.65 * surely)
    evidence.add(Field.HEADLINE, _text(thing.get("name")), f"{source} name", 0.35 * surely)
    evidence.add(Field.PUBLISHED, _text(thing.get("datePublished")), source, 0.92 * surely)
    evidence.add(Field.PUBLISHED, _text(thing.get("dateCreated")), f"{source} created", 0.3)
    evidence.add(Field.UPDATED, _text(thing.get("dateModified")), source, 0.9 * surely)
    evidence.add(Field.LANGUAGE, _text(thing.get("inLanguage")), source, 0.7)
    sections = _texts(thing.get("articleSection"))
    evidence.every(Field.SECTION, sections[:3], source, 0.8)
    evidence.every(Field.KEYWORD, _texts(thing.get("keywords")), source, 0.7)
    for address in (thing.get("mainEntityOfPage"), thing.get("url")):
        evidence.add(Field.URL, _address(address), source, 0.7)
    for publisher in _list(thing.get("publisher")) or _list(thing.get("sourceOrganization")):
        name = _name(publisher, by_id)
        evidence.add(Field.SOURCE, name, f"{source} publisher", _belief_in_publisher(name))
    _authors(thing, by_id, evidence, surely)
    body = thing.get("articleBody")
    return html.unescape(body) if isinstance(body, str) else None


def _belief_in_publisher(name: str | None) -> float:
    """Return how far to believe that a publisher's name is the one that readers know."""
    if name and name.lower() in _PLATFORMS:
        return _PLATFORM
    return _FIRM if name and _LEGAL_FORM.search(name) else 0.85


def _authors(
    thing: dict[str, Any], by_id: dict[str, Any], evidence: Evidence, surely: float
) -> None:
    """Add the authors: persons before organisations, `creator` where there is no `author`."""
    for key, weight in (("author", 0.9), ("creator", 0.6)):
        for author in _list(thing.get(key)):
            name = _name(author, by_id)
            resolved = by_id.get(author.get("@id", ""), author) if isinstance(author, dict) else {}
            company = isinstance(resolved, dict) and _is(resolved, _NO_PERSON.__contains__)
            evidence.add(
                Field.AUTHOR,
                name,
                f"json-ld {key}{' (organization)' if company else ''}",
                (0.4 if company else weight) * surely,
            )
    for editor in _list(thing.get("editor")):
        evidence.add(Field.EDITOR, _name(editor, by_id), "json-ld editor", 0.7)


def _load(script: str) -> object:
    """Return the value of a script, mended where it is nearly JSON; None where it is not."""
    # the pattern looks at each sign of a script; most have none of what it looks for
    wrapped = "<!" in script or "]]>" in script or "-->" in script
    text = (_WRAPPING.sub("", script) if wrapped else script).strip()
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


def _is(thing: dict[str, Any], test: Any) -> bool:  # noqa: ANN401 - any predicate of a text
    """Return whether one of the object's types passes a test."""
    return any(test(kind.rsplit("/", 1)[-1]) for kind in _texts(thing.get("@type")))


def _fullness(thing: dict[str, Any]) -> int:
    """Return how much an object says of what an article's object says; among equals the first."""
    keys = ("headline", "datePublished", "author", "articleBody", "publisher", "mainEntityOfPage")
    plain = sum(bool(thing.get(key)) for key in keys)
    return plain + 2 * _is(thing, re.compile(r"Article$|BlogPosting$").search)


def _list(value: object) -> list[Any]:
    """Return a value as a list: JSON-LD writes one thing without brackets."""
    if value in (None, "", [], {}):
        return []
    return value if isinstance(value, list) else [value]


def _text(value: object) -> str | None:
    """Return the text of a value: a text, `{"@value": …}`, or the first of a list."""
    return next(iter(_texts(value)), None)


def _texts(value: object) -> list[str]:
    """Return all texts of a value."""
    found: list[str] = []
    for one in _list(value):
        if isinstance(one, str):
            found.append(html.unescape(one))
        elif isinstance(one, dict):
            inner = one.get("@value") or one.get("name") or one.get("alternateName")
            if isinstance(inner, str):
                found.append(html.unescape(inner))
    return found


def _name(thing: object, by_id: dict[str, Any]) -> str | None:
    """Return the name of a person or publisher, looked up where only its id is given."""
    if isinstance(thing, dict) and "name" not in thing and thing.get("@id") in by_id:
        thing = by_id[thing["@id"]]
    if isinstance(thing, dict) and isinstance(thing.get("name"), list):
        return ", ".join(_texts(thing["name"]))
    return _text(thing)


def _address(value: object) -> str | None:
    """Return an address: a text or the id of an object."""
    for one in _list(value):
        text = one.get("@id") or one.get("url") if isinstance(one, dict) else one
        if isinstance(text, str) and text.startswith("http"):
            return text
    return None
