"""
The article in the data of a page's scripts, where the page itself shows none.

Sites that build their pages in the browser send the article as JSON: `__NEXT_DATA__` and its like.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from shared.domain.article import Field
from shared.errors import Rejected
from workers.parsers.claims.together import both
from workers.parsers.html.data.references import resolved
from workers.parsers.html.data.unshown import data
from workers.parsers.html.reading import analyse
from workers.parsers.records.body import body_of
from workers.parsers.records.keys import spread
from workers.parsers.records.record import article
from workers.words.letters import letters_and_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.domain.article import RawItem

_LEAST = 200
"""Characters of a text that can be a page's article."""
_LINE = 40
"""Characters of a text that can be some of it: data is full of names, addresses and ids."""
_DEEPEST, _MOST = 12, 20_000
"""Objects in objects, and objects in all, that are looked at."""
_MOST_TEXT = 20_000_000
"""Characters of articles that are read out of one value."""
_LOOKED = 500
"""Values of an object that are looked at for its size."""


def article_in_data(
    text: str, url: str | None, notes: tuple[str, ...], least: float = 0.0
) -> RawItem | None:
    """
    Return the longest article with the page's title, or the only one; None for none.

    One with the page's title alone where it has to have `least` characters: the page shows a text.
    """
    found = [item for value in data(text) for item in _articles(value, max(least, _LEAST))]
    found = [item for item in found if sum(map(len, item.body)) > least]
    if not found:
        return None
    evidence = analyse(text)[2]
    if url:
        evidence.add(Field.URL, url, "address given", 0.5)
    titles = " ".join(map(_words, evidence.values(Field.HEADLINE)))
    headed = ((item, _words(item.first(Field.HEADLINE) or "")) for item in found)
    named = [item for item, words in headed if words and words in titles]
    if not named and (least or len({item.body for item in found}) != 1):
        return None
    best = max(named or found, key=lambda item: sum(map(len, item.body)))
    return replace(best, claims=both(evidence.ordered(), best.claims), notes=(*notes, *best.notes))


def _articles(value: object, least: float) -> Iterator[RawItem]:
    """
    Yield what reads like an article in a value.

    Each is looked at where it stands; what it names of the object around it, as stores do, is read
    with it, up to `_MOST_TEXT`: many can name one.
    """
    waiting: list[tuple[Any, int, dict[str, Any]]] = [(value, 0, {})]
    seen = size = 0
    while waiting and seen < _MOST and size < _MOST_TEXT:
        inner, depth, around = waiting.pop()
        seen += 1
        if isinstance(inner, dict | list) and depth < _DEEPEST:
            own = inner if isinstance(inner, dict) else {}
            parts = inner.values() if isinstance(inner, dict) else inner
            waiting += ((part, depth + 1, own) for part in parts if isinstance(part, dict | list))
        if not isinstance(inner, dict):
            continue
        record = resolved(inner, around)
        if _holds(record, least) and (item := _article(record)) is not None:
            size += sum(map(len, item.body))
            yield item


def _holds(record: dict[str, Any], least: float) -> bool:
    """Return whether so much text stands in an object: to read one takes far longer."""
    waiting: list[Any] = [record]
    for _ in range(_LOOKED):
        if least <= 0 or not waiting:
            break
        inner = waiting.pop()
        if isinstance(inner, str):
            least -= len(inner) if len(inner) >= _LINE else 0
        elif isinstance(inner, dict | list):
            parts = inner.values() if isinstance(inner, dict) else inner
            waiting += islice(parts, _LOOKED)
    return least <= 0 or bool(waiting)


def _article(record: dict[str, Any]) -> RawItem | None:
    text = body_of(spread(record))
    if text is None or sum(map(len, text[0])) < _LEAST:
        return None
    try:
        item = article(record, "", {})
    except Rejected:
        return None
    return replace(item, body_source=f"script {item.body_source}")


def _words(text: str) -> str:
    return letters_and_digits(text).casefold()
