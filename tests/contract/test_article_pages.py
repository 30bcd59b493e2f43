"""Pages of articles by several filters: the same rows as without pages, whatever a window holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from shared.domain.searching import parse
from shared.storage.reading import article_pages
from tests.builders import article, at, filed
from tests.contract.day import store
from tests.contract.test_searching import index

if TYPE_CHECKING:
    from shared.storage import Storage
    from shared.storage.reading import Row

COUNT = 12

RARE = 7
"""The only article of its provider."""

SUBJECTS = ("harbour", "forest", "ferry", "council", "valley", "border", "bridge", "mill", "lamp")


@pytest.fixture
def newest(storage: Storage) -> Storage:
    """Give articles a minute apart: of two sources and languages, one of a rare provider."""
    written = [
        article(
            headline=f"The {subject} {number}",
            body=(f"News of the {subject} number {number}, which nobody else has told.",) * 2,
            provider="rare" if number == RARE else "wire",
            source=("The Wire", "The Tide")[number % 2],
            language=("en", "de", "en")[number % 3],
            published_at=at(number),
        )
        for number, subject in enumerate((SUBJECTS * 2)[:COUNT])
    ]
    store(storage, [filed(each, delivery_id=uuid4()) for each in written])
    index(storage, 50)
    return storage


ASKED: dict[str, dict[str, Any]] = {
    "one filter": {"filters": {"source": "The Tide"}},
    "two": {"filters": {"source": "The Tide", "language": "en"}},
    "three": {"filters": {"source": "The Tide", "language": "de", "provider": "rare"}},
    "nothing has both": {"filters": {"source": "The Wire", "provider": "rare"}},
    "one of each story": {"canonical_only": True},
    "… of a language": {"canonical_only": True, "filters": {"language": "de"}},
    "of a time": {
        "filters": {"source": "The Wire", "language": "en"},
        "published_from": at(3),
        "published_to": at(9),
    },
    "words": {"search": parse("news")},
    "words of a provider": {"search": parse("news"), "filters": {"provider": "rare"}},
    "words of a time": {
        "search": parse("number"),
        "filters": {"language": "en"},
        "published_from": at(3),
        "published_to": at(9),
    },
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_pages_hold_what_was_asked_for_once_and_in_order(
    newest: Storage, monkeypatch: pytest.MonkeyPatch, asked: dict[str, Any]
) -> None:
    """Two at a time and three looked through at once: some pages are short, none is missing."""
    monkeypatch.setattr(article_pages, "WINDOW", 3)
    found: list[Row] = []
    after: UUID | None = None
    pages = 0
    with newest.reading() as reading:
        while pages == 0 or after is not None:
            rows, after = reading.published_page(after=after, limit=2, **asked)
            assert len(rows) <= 2
            found += rows
            pages += 1
        assert found == reading.published(**asked)
    assert pages <= COUNT / 2 + 1


def test_what_is_rare_is_looked_through_first(
    newest: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However far back the only one is, it stands on the first page, which is the last."""
    monkeypatch.setattr(article_pages, "WINDOW", 3)
    asked = {"language": "de", "source": "The Tide", "provider": "rare"}
    with newest.reading() as reading:
        [row], after = reading.published_page(filters=asked)
    assert (row["headline"], after) == (f"The {SUBJECTS[RARE]} {RARE}", None)
