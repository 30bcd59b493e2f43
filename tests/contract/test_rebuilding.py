"""A rebuild gives the answer that stands, and mends one that does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

import sqlalchemy as sa

from shared.domain.delivery import OutcomeWord
from shared.storage.candidate_keys import lookup as candidate_keys
from shared.storage.tables import articles, links, story_heads, texts
from tests.builders import FOREST, HARBOUR, article, at, filed
from tests.contract.day import DAY, NAMESPACE, filings_of, standing, store
from workers.batches import rebuild as rebuilding
from workers.batches.rebuild import rebuild
from workers.dedup.texts.fingerprint import fingerprints

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from shared.domain.article import Article
    from shared.domain.story import Fingerprint
    from shared.storage import Storage


def test_a_rebuild_by_the_same_rule_changes_nothing(storage: Storage) -> None:
    """Stories, versions, links and what is shown come out as they were; the feed stays silent."""
    for each in filings_of(DAY).values():
        store(storage, [each])
    before = standing(storage)

    assert rebuild(storage) == 0
    assert standing(storage) == before


def test_a_wrong_answer_is_mended_and_said(storage: Storage) -> None:
    """Whatever stands in the store, each place is found anew, and the feed names the moves."""
    day = filings_of(DAY)
    store(storage, list(day.values()))
    wanted = standing(storage)
    lost = day["copy"].entry.article_id
    with storage.engine.begin() as connection:
        connection.execute(links.delete())
        connection.execute(
            articles.update().where(articles.c.id == lost).values(story_id=lost, current=False)
        )
        connection.execute(story_heads.insert(), {"id": lost, "canonical_id": lost, "members": 1})

    assert rebuild(storage) > 0

    assert standing(storage) == wanted
    with storage.reading() as reading:
        [moved] = [each for each in reading.changes() if each["kind"] == "article_moved"]
        ended = reading.story(lost)
    assert (moved["article_id"], UUID(moved["detail"]["from"])) == (lost, lost)
    assert ended is not None
    assert ended["merged_into"] == day["first"].entry.article_id


def test_merged_stories_stay_merged(storage: Storage) -> None:
    """What a story was merged into is remembered over a rebuild."""
    left = filed(article(), delivery_id=uuid5(NAMESPACE, "first"))
    right = filed(article(body=HARBOUR, published_at=at(30)), delivery_id=uuid5(NAMESPACE, "other"))
    both = filed(
        article(body=(*FOREST, *HARBOUR), published_at=at(60)), delivery_id=uuid5(NAMESPACE, "v1")
    )
    for each in (left, right, both):
        store(storage, [each])

    assert rebuild(storage) == 0
    with storage.reading() as reading:
        ended = reading.story(right.entry.article_id)
    assert ended is not None
    assert ended["merged_into"] == left.entry.article_id


def test_what_texts_were_called_by_another_rule_is_forgotten(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their rows go, all but that of the last id; the old rule again gives the old answer."""
    monkeypatch.setattr(candidate_keys, "FULL", 20)
    monkeypatch.setattr(candidate_keys, "LEAST_MOVED", 1)
    day = filings_of(DAY)
    store(storage, [each for name, each in day.items() if name != "copy"])
    before = standing(storage)
    with monkeypatch.context() as other:
        other.setattr(rebuilding, "fingerprints", renamed)
        rebuild(storage)
    rebuild(storage)
    assert standing(storage) == before
    assert [*store(storage, [day["copy"]]).values()] == [OutcomeWord.EXACT_DUPLICATE]
    with storage.engine.connect() as connection:
        stored = connection.execute(sa.select(sa.func.count()).select_from(texts)).scalar_one()
        used = connection.execute(sa.select(articles.c.text_id).distinct()).all()
    assert stored <= len(used) + 1


def renamed(written: Sequence[Article]) -> list[Fingerprint]:
    """Return fingerprints by a rule that calls texts otherwise."""
    return [replace(each, text_hash=each.text_hash[::-1]) for each in fingerprints(written)]
