"""In which format an answer is written: what `format` says, else what `Accept` likes best."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from services.api.answers.ninjs import ninjs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.api.answers.schemas import Article, ArticlePage


class Format(StrEnum):
    """The formats of articles."""

    JSON = "json"
    JSONL = "jsonl"
    NINJS = "ninjs"


MEDIA: Final = {
    Format.JSON: "application/json",
    Format.JSONL: "application/x-ndjson",
    Format.NINJS: "application/ninjs+json",
}
"""What each is called in `Accept` and `Content-Type`."""

_SPELT = {
    **{media: format_ for format_, media in MEDIA.items()},
    "application/jsonl": Format.JSONL,
    "application/*": Format.JSON,
    "*/*": Format.JSON,
}


def chosen(format_: Format | None, accept: str) -> Format:
    """Return the format to write; what asks for none that we have gets JSON."""
    if format_ is not None:
        return format_
    liked = [
        (weight, -place, _SPELT[media])
        for place, (media, weight) in enumerate(_accepted(accept))
        if media in _SPELT and weight > 0
    ]
    return max(liked)[2] if liked else Format.JSON


def wants(media: str, accept: str) -> bool:
    """Return whether `Accept` names this very media type."""
    return any(name == media and weight > 0 for name, weight in _accepted(accept))


def _accepted(accept: str) -> list[tuple[str, float]]:
    """Return the media types of an `Accept` header with their weights (`q`), in its order."""
    found = []
    for part in accept.split(","):
        media, _, parameters = part.partition(";")
        _, _, quality = parameters.partition("q=")
        try:
            weight = float(quality.split(";")[0] or 1)
        except ValueError:
            weight = 0.0
        found.append((media.strip().lower(), weight))
    return found


def page_text(page: ArticlePage, format_: Format) -> str:
    """Return a page: an object with `next`, a line for each article, or a list of ninjs items."""
    if format_ is Format.JSON:
        return page.model_dump_json()
    if format_ is Format.JSONL:
        return "".join(article.model_dump_json() + "\n" for article in page.articles)
    return _ninjs(page.articles)


def article_text(article: Article, format_: Format) -> str:
    """Return one article."""
    if format_ is Format.NINJS:
        return json.dumps(ninjs_of(article), ensure_ascii=False)
    return article.model_dump_json() + ("\n" if format_ is Format.JSONL else "")


def _ninjs(articles: Sequence[Article]) -> str:
    return json.dumps([ninjs_of(article) for article in articles], ensure_ascii=False)
