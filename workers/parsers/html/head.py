"""What the head of the page claims: meta tags, links, the title."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from shared.domain.article import Field

if TYPE_CHECKING:
    from workers.parsers.claims.evidence import Evidence
    from workers.parsers.html.walk.page import Head

_META: dict[str, tuple[Field, float]] = {
    "og:title": (Field.HEADLINE, 0.55),
    "twitter:title": (Field.HEADLINE, 0.25),
    "parsely-title": (Field.HEADLINE, 0.4),
    "sailthru.title": (Field.HEADLINE, 0.3),
    "dc.title": (Field.HEADLINE, 0.3),
    "dcterms.title": (Field.HEADLINE, 0.3),
    "citation_title": (Field.HEADLINE, 0.8),
    "headline": (Field.HEADLINE, 0.4),
    "title": (Field.HEADLINE, 0.2),
    "hdl": (Field.HEADLINE, 0.4),
    "author": (Field.AUTHOR, 0.45),
    "authors": (Field.AUTHOR, 0.45),
    "parsely-author": (Field.AUTHOR, 0.8),
    "sailthru.author": (Field.AUTHOR, 0.7),
    "dc.creator": (Field.AUTHOR, 0.45),
    "dcterms.creator": (Field.AUTHOR, 0.45),
    "dc.creator.name": (Field.AUTHOR, 0.45),
    "article:author": (Field.AUTHOR, 0.45),
    "article:author_name": (Field.AUTHOR, 0.45),
    "og:article:author": (Field.AUTHOR, 0.4),
    "og:author": (Field.AUTHOR, 0.4),
    "byl": (Field.AUTHOR, 0.7),
    "byline": (Field.AUTHOR, 0.45),
    "citation_author": (Field.AUTHOR, 0.8),
    "cxenseparse:author": (Field.AUTHOR, 0.45),
    "creator": (Field.AUTHOR, 0.4),
    "article:creator": (Field.AUTHOR, 0.4),
    "dc.creator.personalname": (Field.AUTHOR, 0.45),
    "vr:author": (Field.AUTHOR, 0.45),
    "bt:author": (Field.AUTHOR, 0.45),
    "rbauthors": (Field.AUTHOR, 0.45),
    "dc.contributor": (Field.AUTHOR, 0.2),
    "dcterms.contributor": (Field.AUTHOR, 0.2),
    "twitter:data1": (Field.AUTHOR, 0.0),
    "article:published_time": (Field.PUBLISHED, 0.88),
    "og:published_time": (Field.PUBLISHED, 0.8),
    "og:article:published_time": (Field.PUBLISHED, 0.85),
    "article:published": (Field.PUBLISHED, 0.8),
    "datepublished": (Field.PUBLISHED, 0.85),
    "parsely-pub-date": (Field.PUBLISHED, 0.85),
    "sailthru.date": (Field.PUBLISHED, 0.8),
    "cxenseparse:recs:publishtime": (Field.PUBLISHED, 0.8),
    "pubdate": (Field.PUBLISHED, 0.75),
    "pub_date": (Field.PUBLISHED, 0.75),
    "publishdate": (Field.PUBLISHED, 0.75),
    "publish_date": (Field.PUBLISHED, 0.75),
    "publish-date": (Field.PUBLISHED, 0.75),
    "publisheddate": (Field.PUBLISHED, 0.75),
    "published_date": (Field.PUBLISHED, 0.75),
    "published-date": (Field.PUBLISHED, 0.75),
    "article:publish_date": (Field.PUBLISHED, 0.75),
    "publication_date": (Field.PUBLISHED, 0.75),
    "publication-date": (Field.PUBLISHED, 0.75),
    # A plain `date` is that of the last change as often: two places that show another outweigh it.
    "date": (Field.PUBLISHED, 0.5),
    "apub:time": (Field.PUBLISHED, 0.6),
    "firstpublishedtime": (Field.PUBLISHED, 0.6),
    "og:time": (Field.PUBLISHED, 0.6),
    "releasedate": (Field.PUBLISHED, 0.6),
    "dateupdate": (Field.UPDATED, 0.6),
    "lastmodifiedtime": (Field.UPDATED, 0.6),
    # What every page of a Chinese authority has to state.
    "articletitle": (Field.HEADLINE, 0.6),
    "columnname": (Field.SECTION, 0.6),
    "contentsource": (Field.SOURCE, 0.6),
    "sitename": (Field.SOURCE, 0.45),
    "dc.date": (Field.PUBLISHED, 0.5),
    "dc.date.issued": (Field.PUBLISHED, 0.75),
    "dc.date.created": (Field.PUBLISHED, 0.6),
    "dcterms.date": (Field.PUBLISHED, 0.5),
    "dcterms.created": (Field.PUBLISHED, 0.6),
    "dcterms.issued": (Field.PUBLISHED, 0.7),
    "citation_publication_date": (Field.PUBLISHED, 0.7),
    "citation_date": (Field.PUBLISHED, 0.6),
    "created": (Field.PUBLISHED, 0.5),
    "article.created": (Field.PUBLISHED, 0.6),
    "article.published": (Field.PUBLISHED, 0.8),
    "displaydate": (Field.PUBLISHED, 0.6),
    "shareaholic:article_author_name": (Field.AUTHOR, 0.4),
    "mediator_author": (Field.AUTHOR, 0.5),
    "author_name": (Field.AUTHOR, 0.4),
    "article_author": (Field.AUTHOR, 0.4),
    "article-author": (Field.AUTHOR, 0.4),
    "articleauthor": (Field.AUTHOR, 0.4),
    "shareaholic:article_published_time": (Field.PUBLISHED, 0.7),
    "mediator_published_time": (Field.PUBLISHED, 0.75),
    "article_date_original": (Field.PUBLISHED, 0.7),
    "originalpublicationdate": (Field.PUBLISHED, 0.7),
    "rnews:datepublished": (Field.PUBLISHED, 0.75),
    "article_date_updated": (Field.UPDATED, 0.6),
    "last-modified": (Field.UPDATED, 0.5),
    "article:modified_time": (Field.UPDATED, 0.85),
    "og:updated_time": (Field.UPDATED, 0.7),
    "datemodified": (Field.UPDATED, 0.8),
    "dcterms.modified": (Field.UPDATED, 0.6),
    "dc.date.modified": (Field.UPDATED, 0.6),
    "lastmod": (Field.UPDATED, 0.6),
    "article.updated": (Field.UPDATED, 0.8),
    "article:section": (Field.SECTION, 0.75),
    "parsely-section": (Field.SECTION, 0.8),
    "section": (Field.SECTION, 0.6),
    "category": (Field.SECTION, 0.4),
    "og:site_name": (Field.SOURCE, 0.8),
    "application-name": (Field.SOURCE, 0.5),
    "publisher": (Field.SOURCE, 0.5),
    "dc.publisher": (Field.SOURCE, 0.6),
    "copyright": (Field.SOURCE, 0.1),
    "news_keywords": (Field.KEYWORD, 0.8),
    "article:tag": (Field.KEYWORD, 0.7),
    "parsely-tags": (Field.KEYWORD, 0.6),
    "keywords": (Field.KEYWORD, 0.5),
    "og:locale": (Field.LANGUAGE, 0.4),
    "language": (Field.LANGUAGE, 0.4),
    "dc.language": (Field.LANGUAGE, 0.5),
    "content-language": (Field.LANGUAGE, 0.4),
    "og:url": (Field.URL, 0.8),
    "parsely-link": (Field.URL, 0.6),
    "guid": (Field.GUID, 0.5),
    "articleid": (Field.GUID, 0.5),
    "parsely-post-id": (Field.GUID, 0.6),
}
"""Name, property or itemprop of a meta tag → what it claims and how far to believe it."""
_RIGHTS = re.compile(
    r"\s*(?:版权所有|版權所有|所有权利保留|all rights reserved\.?"
    r"|alle rechte vorbehalten\.?|copyright|\(c\)|©"
    r"|(?<!\d)(?:19|20)\d\d(?:\s?[-\u2013]\s?(?:19|20)?\d\d)?(?!\d))\s*",
    re.IGNORECASE,
)
"""What stands beside the name in a `copyright`: the year, and whose rights."""
_ADDRESS = re.compile(r"^(?:https?:)?//|^www\.|^/")


_PARSELY = (
    ("title", Field.HEADLINE, 0.4),
    ("authors", Field.AUTHOR, 0.7),
    ("author", Field.AUTHOR, 0.7),
    ("pub_date", Field.PUBLISHED, 0.8),
    ("section", Field.SECTION, 0.8),
    ("tags", Field.KEYWORD, 0.6),
    ("link", Field.URL, 0.6),
)
"""What the object in `parsely-page` says: one tag for all."""
_SEVERAL, _LISTED = 2, 0.3
"""So many values of an item property can be one article's; what is left of the belief in more."""
_SUMMARY = frozenset(("og:description", "description", "twitter:description"))


def gather(head: Head, evidence: Evidence) -> str:
    """Add the claims of meta tags, links, `<html lang>` and `<title>`; return the description."""
    summary = ""
    listed = _listed(head)
    for attributes in head.metas:
        content = attributes.get("content") or attributes.get("value")
        if not content:
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = attributes.get(key)
            if not name:
                continue
            lower = name.strip().lower()
            if not summary and lower in _SUMMARY:
                summary = content
            if lower == "parsely-page":
                _parsely(content, evidence)
            known = _META.get(lower)
            if known is not None and not (known[0] is Field.AUTHOR and _ADDRESS.match(content)):
                value = _RIGHTS.sub("", content) if lower == "copyright" else content
                weight = known[1] * (_LISTED if key == "itemprop" and lower in listed else 1)
                evidence.add(known[0], value, f"meta {name}", weight)
    for attributes in head.links:
        if attributes.get("rel", "").lower() == "canonical":
            evidence.add(Field.URL, attributes.get("href"), "link canonical", 0.9)
    evidence.add(Field.LANGUAGE, head.language, "html lang", 0.6)
    evidence.every(Field.HEADLINE, head.titles[:1], "title", 0.3)
    return summary


def _listed(head: Head) -> set[str]:
    """Return the item properties that a page has of several things: most are of other articles."""
    told: dict[str, set[str]] = {}
    for attributes in head.metas:
        if name := attributes.get("itemprop", "").strip().lower():
            told.setdefault(name, set()).add(attributes.get("content", ""))
    return {name for name, values in told.items() if len(values) > _SEVERAL}


def _parsely(content: str, evidence: Evidence) -> None:
    """Add what a page tells a counter of readers, as JSON in one tag."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return
    for key, field, weight in _PARSELY if isinstance(told, dict) else ():
        value = told.get(key)
        values = value if isinstance(value, list) else [value]
        evidence.every(field, values, f"meta parsely-page {key}", weight)
