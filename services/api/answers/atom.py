"""Articles as an Atom feed (RFC 4287): for feed readers, and for tools that read nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from datetime import datetime

    from services.api.answers.schemas import Article, ArticlePage

MEDIA = "application/atom+xml"

NAMESPACE = "http://www.w3.org/2005/Atom"

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, however it is written."""


def feed_of(page: ArticlePage, *, own: str, following: str | None, base: str) -> bytes:
    """Return the feed; `own` is its address, `following` that of its next page (RFC 5005)."""
    root = ET.Element("feed", xmlns=NAMESPACE)
    _add(root, "id", own)
    _add(root, "title", "Copydesk")
    newest = max((_changed(article) for article in page.articles), default=None)
    _add(root, "updated", _written(newest) if newest else "1970-01-01T00:00:00Z")
    ET.SubElement(root, "link", rel="self", href=own)
    if following:
        ET.SubElement(root, "link", rel="next", href=following)
    for article in page.articles:
        _entry(root, article, base)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: ET.Element, article: Article, base: str) -> None:
    entry = ET.SubElement(root, "entry")
    _add(entry, "id", f"urn:uuid:{article.id}")
    _add(entry, "title", article.headline or "")
    _add(entry, "updated", _written(_changed(article)))
    if article.published_at:
        _add(entry, "published", _written(article.published_at))
    ET.SubElement(
        entry, "link", rel="alternate", href=article.url or f"{base}articles/{article.id}"
    )
    ET.SubElement(entry, "link", rel="self", href=f"{base}articles/{article.id}")
    # an entry must have an author, if only the one who delivered it
    for name in article.authors or [article.source or article.provider]:
        _add(ET.SubElement(entry, "author"), "name", name)
    for word in article.keywords:
        ET.SubElement(entry, "category", term=_clean(word))
    content = _add(entry, "content", article.body or "")
    content.set("type", "text")
    if article.language:
        entry.set(LANGUAGE, article.language)


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = _clean(text)
    return child


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)


def _changed(article: Article) -> datetime:
    return article.updated_at or article.published_at or article.received_at


def _written(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
