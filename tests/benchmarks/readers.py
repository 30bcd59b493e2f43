"""Copydesk and its peers behind one call: a page's bytes in, body and fields out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import htmldate
import trafilatura
from lxml import html
from newspaper import Article as NewspaperArticle
from readability import Document

from shared.domain.article import Field, RawItem
from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile
from workers.normalise.times.moments import DATED, parse
from workers.parsers.base import ParseContext, RawFile
from workers.parsers.charset.decoding import decode
from workers.parsers.html.web_page import WebPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.domain.article import Article
    from tests.benchmarks.corpora import Sample

NOW = datetime(2030, 1, 1, tzinfo=UTC)
_FARTHEST = timedelta(hours=14)
"""Between the clock of a place and that of UTC."""
_QUARTER, _MINUTE = 900, 60
"""Seconds: clocks differ by quarters of an hour, and pages print no seconds."""


@dataclass(frozen=True)
class Reading:
    """What a reader made of a page."""

    body: str = ""
    headline: str = ""
    authors: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    """The day of publication: in UTC first, then as the page states it, where that differs."""


def copydesk(sample: Sample) -> Reading:
    """Read with Copydesk: parser and normaliser."""
    file = RawFile(name=sample.name, content=sample.data)
    (item,) = WebPage().parse(file, ParseContext(url=sample.url))
    assert isinstance(item, RawItem), item
    article = normalise(item, Profile(), now=NOW)
    return Reading(article.text, article.headline, article.authors, _days(item, article))


def _days(item: RawItem, article: Article) -> tuple[str, ...]:
    """
    Return the day in UTC, and those on which the page itself states the time that was believed.

    `2024-03-15T03:30Z` in its data is `14 March 2024, 11.30 pm` where its readers live.
    """
    at = article.published_at
    if at is None:
        return ()
    days = {at.date().isoformat(): None}
    for claim in item.claims[Field.PUBLISHED]:
        moment = parse(claim.value, now=NOW, language=article.language)
        if moment is None or moment.wall is None:
            continue
        away = abs(moment.wall.replace(tzinfo=UTC) - at)
        same = moment.at == at or (moment.precision > DATED and away.seconds % _QUARTER < _MINUTE)
        if same and away <= _FARTHEST:
            days[moment.wall.date().isoformat()] = None
    return tuple(days)


def trafilatura_precision(sample: Sample) -> Reading:
    """Read with trafilatura, favouring precision."""
    text = decode(sample.data, None, html=True).text
    found = trafilatura.bare_extraction(
        text, url=sample.url, favor_precision=True, include_comments=False, with_metadata=True
    )
    if found is None:
        return Reading()
    assert not isinstance(found, dict)  # that it is where it is asked for as JSON alone
    authors = tuple(name for name in (found.author or "").split("; ") if name)
    return Reading(found.text or "", found.title or "", authors, (found.date or "",))


def readability(sample: Sample) -> Reading:
    """Read with readability-lxml, which knows body and title alone."""
    document = Document(decode(sample.data, None, html=True).text)
    tree: Any = html.fromstring(document.summary())  # an HtmlElement, which no stub says
    return Reading(str(tree.text_content()), document.short_title() or "")


def newspaper(sample: Sample) -> Reading:
    """Read with newspaper4k."""
    article = NewspaperArticle(sample.url or "http://localhost/", fetch_images=False)
    article.download(input_html=decode(sample.data, None, html=True).text)
    article.parse()
    day = str(article.publish_date)[:10] if article.publish_date else ""
    return Reading(article.text, article.title or "", tuple(article.authors), (day,))


READERS: dict[str, Callable[[Sample], Reading]] = {
    "copydesk": copydesk,
    "trafilatura precision": trafilatura_precision,
    "readability-lxml": readability,
    "newspaper4k": newspaper,
}


def htmldate_alone(sample: Sample) -> Reading:
    """Read the day alone, with the library that trafilatura asks for it."""
    text = decode(sample.data, None, html=True).text
    day = htmldate.find_date(text, original_date=True, url=sample.url or None)
    return Reading(days=(day,) if day else ())


EVERY = READERS | {"htmldate": htmldate_alone}
"""Those and one that reads a single field."""
