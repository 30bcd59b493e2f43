"""Which element of a feed means which field, by namespace and name; the parser is `feed.py`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from shared.domain.article import Field
from workers.parsers.feeds.blogger import is_kind
from workers.parsers.feeds.coded import decoded
from workers.parsers.paragraphs.markup import line
from workers.parsers.xml_formats.safe import child, local, namespace, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from workers.parsers.claims.evidence import Evidence

_PREFIXES = {
    "": "rss",
    "http://purl.org/rss/1.0/": "rss",
    "http://my.netscape.com/rdf/simple/0.9/": "rss",
    "http://channel.netscape.com/rdf/simple/0.9/": "rss",
    "http://backend.userland.com/rss2": "rss",
    "http://blogs.law.harvard.edu/tech/rss": "rss",
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://dublincore.org/documents/dcmi-namespace/": "dcmi",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss/": "media",
    "http://news.yandex.ru": "yandex",
    "http://turbo.yandex.ru": "turbo",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
}
"""`dcmi`: company news services give the page about Dublin Core; their contributor is a firm."""
_BY_SPACE = {space.casefold().rstrip("/#"): prefix for space, prefix in _PREFIXES.items()}
"""People write a namespace in any case, and forget the sign at its end."""
_TITLES = frozenset({"rss:title", "atom:title"})
_LINKS = frozenset({"rss:link", "atom:link"})
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_SOURCE = ":source"
"""Whose an entry is, in a search engine's own namespace: its feed is nobody's paper."""
_PRISM = "prismstandard.org"
_BARE_ATOM = frozenset({"id", "updated", "published", "summary", "content"})
"""Names of Atom alone: they mean the same where a feed forgets its namespace."""

ENTRY: Mapping[str, tuple[Field, float]] = {
    "dc:title": (Field.HEADLINE, 0.8),
    "rss:pubDate": (Field.PUBLISHED, 1.0),
    "atom:published": (Field.PUBLISHED, 1.0),
    "atom:issued": (Field.PUBLISHED, 1.0),
    "atom:created": (Field.PUBLISHED, 0.7),
    "dcterms:issued": (Field.PUBLISHED, 0.9),
    "dcterms:created": (Field.PUBLISHED, 0.7),
    "dc:date": (Field.PUBLISHED, 0.8),
    "prism:publicationDate": (Field.PUBLISHED, 0.8),
    "atom:updated": (Field.UPDATED, 1.0),
    "atom:modified": (Field.UPDATED, 1.0),
    "dcterms:modified": (Field.UPDATED, 0.9),
    "prism:modificationDate": (Field.UPDATED, 0.8),
    "dcmi:modified": (Field.UPDATED, 0.8),
    ":modified": (Field.UPDATED, 0.8),
    ":lastPubDate": (Field.UPDATED, 0.8),
    "rss:author": (Field.AUTHOR, 0.9),
    "atom:author": (Field.AUTHOR, 1.0),
    "dc:creator": (Field.AUTHOR, 0.95),
    "itunes:author": (Field.AUTHOR, 0.6),
    "atom:contributor": (Field.AUTHOR, 0.3),
    "dc:contributor": (Field.AUTHOR, 0.3),
    "dc:publisher": (Field.SOURCE, 0.8),
    "dcmi:publisher": (Field.SOURCE, 0.8),
    "dc:source": (Field.SOURCE, 0.6),
    "prism:publicationName": (Field.SOURCE, 0.6),
    "rss:category": (Field.KEYWORD, 0.9),
    "atom:category": (Field.KEYWORD, 0.9),
    "dc:subject": (Field.KEYWORD, 0.8),
    "dcmi:subject": (Field.KEYWORD, 0.8),
    "media:keywords": (Field.KEYWORD, 0.6),
    "itunes:keywords": (Field.KEYWORD, 0.6),
    "prism:section": (Field.SECTION, 0.8),
    "rss:guid": (Field.GUID, 1.0),
    "atom:id": (Field.GUID, 1.0),
    "dc:identifier": (Field.GUID, 0.6),
    "feedburner:origLink": (Field.URL, 1.0),
    "rss:language": (Field.LANGUAGE, 0.9),
    "dc:language": (Field.LANGUAGE, 0.9),
    "dcmi:language": (Field.LANGUAGE, 0.9),
}
"""Element of an entry → what it claims and how far to believe it."""

CHANNEL: Mapping[str, tuple[Field, float]] = {
    "rss:language": (Field.LANGUAGE, 0.6),
    "dc:language": (Field.LANGUAGE, 0.6),
    "dc:publisher": (Field.SOURCE, 0.6),
    "atom:author": (Field.AUTHOR, 0.4),
    "dc:creator": (Field.AUTHOR, 0.3),
}
"""Element of the channel → what it claims for each of its entries."""

CONTENT = frozenset(
    {"content:encoded", "atom:content", "xhtml:body", "xhtml:div", "yandex:full-text",
     "turbo:content", "rss:full-text", "rss:fulltext", "rss:fullText", "rss:body", "rss:content"}
)  # fmt: skip
"""Where the whole text of an entry stands."""

SUMMARY = frozenset(
    {"rss:description", "atom:summary", "dc:description", "dcterms:abstract", "itunes:summary"}
)
"""Where its summary stands; in old feeds that is the whole text too."""


def qualified(element: etree._Element) -> str:
    """
    Return `prefix:name` for an element, with the usual prefix of its namespace.

    The prefix that the feed itself uses does not matter, unless it never declared it. Elements of
    other namespaces (comments, ratings) have no prefix: `:name`.
    """
    name, space = local(element), namespace(element)
    tag = element.tag
    if not space and isinstance(tag, str) and ":" in tag:
        return tag
    if not space and name in _BARE_ATOM:
        return f"atom:{name}"
    prefix = "prism" if _PRISM in space else _BY_SPACE.get(space.casefold().rstrip("/#"), "")
    return f"{prefix}:{name}"


def gather(
    elements: Iterable[etree._Element],
    known: Mapping[str, tuple[Field, float]],
    evidence: Evidence,
    of: str = "",
) -> None:
    """Add what the children of an entry or a channel claim."""
    for element in elements:
        name = qualified(element)
        prefix, _, plain = name.partition(":")
        source = f"{prefix}:{of}{plain}" if prefix != "rss" else f"rss {of}{plain}"
        if name in _TITLES:
            field, weight = (Field.SOURCE, 0.5) if of else (Field.HEADLINE, 1.0)
            evidence.add(field, _title(element), source, weight)
        elif name in _LINKS and not of:
            _link(element, source, evidence)
        elif name in known:
            field, weight = known[name]
            evidence.add(field, _value(element, field), source, weight)
        if not of:
            _special(name, element, source, evidence)


def about(entry: etree._Element) -> str | None:
    """Return the name that RDF gives an entry."""
    return next((str(value) for key, value in entry.items() if str(key).endswith("}about")), None)


def _special(name: str, element: etree._Element, source: str, evidence: Evidence) -> None:
    """Add what an entry's element says besides: a permanent identity, the feed it is from."""
    if name == "rss:guid" and element.get("isPermaLink", "true") != "false":
        address = text(element)
        if address.startswith("http"):
            evidence.add(Field.URL, address, source, 0.8)
    if name == "media:credit" and element.get("role") in {"author", "reporter"}:
        evidence.add(Field.AUTHOR, text(element), source, 0.5)
    if name in {"atom:source", "rss:source"}:
        title = child(element, "title")
        evidence.add(Field.SOURCE, text(element if title is None else title), source, 0.9)
    elif name.lower() == _SOURCE and not len(element):
        evidence.add(Field.SOURCE, _named(text(element)), f"feed {local(element)}", 0.7)


def _title(element: etree._Element) -> str:
    if len(element):
        return text(element)
    return line(decoded(element))


def _link(element: etree._Element, source: str, evidence: Evidence) -> None:
    """Add an entry's own address; links to media, comments and the like are passed over."""
    relation, kind = element.get("rel", "alternate"), element.get("type", "text/html")
    address = element.get("href") or text(element)
    if relation == "alternate" and "html" in kind and address:
        try:
            whole = urljoin(str(element.base or ""), address)
        except ValueError:  # no address at all: what it is worth is decided later
            whole = address
        evidence.add(Field.URL, whole, source, 1.0)


def _value(element: etree._Element, field: Field) -> str | None:
    """Return the text of a field: a person's name, a category's label."""
    if field in {Field.AUTHOR, Field.EDITOR}:
        name = child(element, "name")
        return _named(text(element if name is None and not len(element) else name))
    if field is Field.SOURCE:
        return _named(text(element))
    if field is Field.KEYWORD:
        if is_kind(element) or element.get("domain") == "category":
            return None  # a blogger's kind of entry; WordPress' section
        return element.get("label") or text(element) or element.get("term")
    return text(element)


def _named(written: str) -> str | None:
    """Return the name in `desk@herald.example (Herald)`; none where an address stands alone."""
    if "@" not in written:
        return written
    named = (one for one in _IN_BRACKETS.findall(written) if any(map(str.isalpha, one)))
    return next(named, written if " " in written.strip() else None)
