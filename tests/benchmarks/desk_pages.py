"""What is asked of a large store: each page of the desk, and each kind of question to the API."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from shared import clock
from tests.benchmarks.desk_store import (
    ENDED,
    HELD,
    IMPORT,
    RARE,
    STORY,
    WORDS,
    article_id,
    delivery_id,
    is_joined,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMON, SELDOM, RARELY = WORDS[0], WORDS[200], WORDS[-1]
"""Words of two articles in three, of one in a hundred, of one in a thousand."""

GAZETTE = quote("The Rare Gazette")


def pages(count: int) -> Iterator[tuple[str, str]]:
    """Yield the name and address of each page and question that is measured."""
    yield from desk_lists(count)
    yield from desk_pages(count)
    yield from api_articles(count)
    yield from api_others(count)


def desk_lists(count: int) -> Iterator[tuple[str, str]]:
    """Yield the lists of deliveries and of the quarantine, with their filters."""
    yield "first page", "/desk/"
    yield "deliveries", "/desk/deliveries"
    yield "… far back", f"/desk/deliveries?before={delivery_id(count // 10)}"
    yield "… quarantined", "/desk/deliveries?outcome=quarantined"
    yield "… of a rare reason", "/desk/deliveries?reason=empty"
    yield "… of a provider", "/desk/deliveries?provider=wire"
    yield "… of a rare provider", "/desk/deliveries?provider=rare"
    yield "… of a provider, held", "/desk/deliveries?provider=wire&outcome=quarantined"
    yield "… of an ended one, held", "/desk/deliveries?provider=ended&outcome=quarantined"
    yield "… of an import", f"/desk/deliveries?import_id={IMPORT}"
    yield "… waiting", "/desk/deliveries?state=received"
    yield "… a whole name", "/desk/deliveries?name=ended/0/story-3.html"
    yield "… a part of a name", "/desk/deliveries?name=no-such-part"
    yield "quarantine", "/desk/quarantine"
    yield "… far back", f"/desk/quarantine?before={delivery_id(count // 10 // HELD * HELD)}"
    yield "… of a reason", "/desk/quarantine?reason=malformed"
    yield "… of a rare provider", "/desk/quarantine?provider=ended"
    yield "imports", "/desk/imports"
    yield "one import", f"/desk/imports/{IMPORT}"


def desk_pages(count: int) -> Iterator[tuple[str, str]]:
    """Yield the pages of stories and articles, and of one delivery."""
    story = _story(count)
    yield "one delivery", f"/desk/deliveries/{delivery_id(count // 2 + 1)}"
    yield "stories", "/desk/stories"
    yield "… with copies", "/desk/stories?several=true"
    yield "one story", f"/desk/stories/{article_id(story)}"
    yield "articles", "/desk/articles"
    yield "… far back", f"/desk/articles?before={article_id(count // 10 + 1)}"
    yield "… of a rare provider", "/desk/articles?provider=rare"
    yield "… a common word", f"/desk/articles?q={COMMON}"
    yield "one article", f"/desk/articles/{article_id(story)}"


def api_articles(count: int) -> Iterator[tuple[str, str]]:
    """Yield the questions for articles: each filter, common and rare, and the search."""
    early = (clock.now()).strftime("%Y-%m-01")
    yield "GET /articles", "/articles"
    yield "… far back", f"/articles?after={article_id(count // 10 + 1)}"
    yield "… from a day on", f"/articles?published_from={early}"
    yield "… up to a day", f"/articles?published_to={early}"
    yield "… canonical", "/articles?canonical=true"
    yield "… of a provider", "/articles?provider=wire"
    yield "… of a rare provider", "/articles?provider=rare"
    yield "… of an ended one", "/articles?provider=ended"
    yield "… of no such provider", "/articles?provider=nobody"
    yield "… of a rare source", f"/articles?source={GAZETTE}"
    yield "… of a rare language", "/articles?language=eo"
    yield "… of a story", f"/articles?story={article_id(_story(count))}"
    yield "… common, rare together", f"/articles?provider=wire&language=en&source={GAZETTE}"
    yield "… nothing has both", "/articles?provider=rare&language=eo"
    yield "… two common ones", "/articles?provider=wire&language=en&canonical=true"
    yield "… a common word", f"/articles?q={COMMON}"
    yield "… a seldom word", f"/articles?q={SELDOM}"
    yield "… a rare word", f"/articles?q={RARELY}"
    yield "… two seldom words", f"/articles?q={SELDOM}+{WORDS[300]}"
    yield "… a phrase", f'/articles?q="{COMMON}+{WORDS[1]}"'
    yield "… a word's beginning", "/articles?q=harb*"
    yield "… one without another", f"/articles?q={SELDOM}+-{COMMON}"
    yield "… word, rare provider", f"/articles?q={COMMON}&provider=rare"
    yield "… word, ended provider", f"/articles?q={COMMON}&provider=ended"
    yield "… as JSON lines", "/articles?format=jsonl"
    yield "… as ninjs", "/articles?format=ninjs"
    yield "… as Atom", "/articles.atom"


def api_others(count: int) -> Iterator[tuple[str, str]]:
    """Yield the questions for one of each, for deliveries, the feed and the figures."""
    article, half = article_id(_story(count)), count // 2
    yield "GET /articles/ID", f"/articles/{article}"
    yield "GET /articles/ID/versions", f"/articles/{article}/versions"
    yield "GET /stories/ID", f"/stories/{article}"
    yield "GET /deliveries", "/deliveries"
    yield "… far back", f"/deliveries?before={delivery_id(count // 10)}"
    yield "… of an outcome", "/deliveries?outcome=near_duplicate"
    yield "… of a reason", "/deliveries?reason=empty"
    yield "… of a rare provider", "/deliveries?provider=rare"
    yield "… of an ended one, held", "/deliveries?provider=ended&outcome=quarantined"
    yield "… of a provider, held", "/deliveries?provider=wire&outcome=quarantined"
    yield "… of a lane", "/deliveries?lane=bulk"
    yield "… of a state", "/deliveries?state=processing"
    yield "… of a lane and provider", "/deliveries?lane=live&provider=courier"
    yield "… of a name", f"/deliveries?name=rare/{RARE // 1000}/story-{RARE + 1}.html"
    yield "… of an import", f"/deliveries?import_id={IMPORT}&reason=empty"
    yield "GET /deliveries/ID", f"/deliveries/{delivery_id(half + 1)}"
    yield "GET /changes", "/changes?since=0"
    yield "… from the middle", f"/changes?since={half}"
    yield "GET /status", "/status"
    yield "GET /metrics", "/metrics"


def _story(count: int) -> int:
    """Return the number of an article whose story another has joined."""
    first = max(count // 2, ENDED) // STORY * STORY
    return next(n for n in range(first, count) if n % HELD and is_joined(n))
