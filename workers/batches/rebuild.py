"""
All stories again, from the stored articles and today's rule.

`copydesk dedup rebuild` runs it as it is. Because the answer does not depend on order, a rebuild
with the same rule changes nothing; with another rule, the feed says what came out different.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared import clock
from shared.domain import filing as filings
from shared.domain.filing import Filing
from workers.dedup.texts.fingerprint import fingerprints
from workers.dedup.verdict import decide
from workers.normalise.urls import identity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.domain.story import Fingerprint
    from shared.storage import Storage, UnitOfWork
    from shared.storage.tables.rows import StoredArticle

CHUNK = 256
"""Articles decided at once."""


def rebuild(storage: Storage, on_progress: Callable[[int], None] = lambda _: None) -> int:
    """
    Place every article anew, in one transaction; return how many changes went to the feed.

    Readers see the old stories until it is committed; workers wait for the store lock meanwhile.
    """
    with storage.unit_of_work(exclusive=True) as uow:
        uow.rebuilding.begin()
        place_anew(uow, on_progress)
        changes = uow.rebuilding.finish()
        uow.changes.append(changes, clock.now())
        uow.commit()
    return len(changes)


def place_anew(uow: UnitOfWork, on_progress: Callable[[int], None] = lambda _: None) -> None:
    """Place all articles that were taken out of their stories, as if they came now."""
    done = 0
    for chunk in uow.rebuilding.chunks(CHUNK):
        filed = _filings_of(chunk)
        prints = {each.entry.article_id: each.fingerprint for each in filed}
        known = uow.articles.neighbourhood(filed)
        uow.rebuilding.place(filed, decide([each.entry for each in filed], prints, known))
        done += len(chunk)
        on_progress(done)


def filing_of(stored: StoredArticle) -> Filing:
    """Return the filing that the article would have today; when it came stays as it was."""
    return _filings_of([stored])[0]


def _filings_of(chunk: Sequence[StoredArticle]) -> list[Filing]:
    return list(map(_filing, chunk, fingerprints([stored.article for stored in chunk])))


def _filing(stored: StoredArticle, print_: Fingerprint) -> Filing:
    article = stored.article
    return Filing(
        article=article,
        entry=filings.entry(
            article,
            print_,
            article_id=stored.id,
            versioned_at=stored.versioned_at,
            address=identity(article.url) if article.url else None,
        ),
        fingerprint=print_,
        delivery_id=stored.delivery_id,
        received_at=stored.received_at,
    )
