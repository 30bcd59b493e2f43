"""Articles that wait to be fingerprinted together."""

from __future__ import annotations

import pytest

from tests.builders import FOREST, NOON, article, delivery, filed
from workers.batches.gathered import LETTERS, Gathered
from workers.batches.tally import Tally


def test_what_waited_is_filed_in_order_as_if_each_came_alone() -> None:
    """Items of one delivery and of others; then none waits."""
    one, two = Tally(delivery(), begun_at=NOON), Tally(delivery(), begun_at=NOON)
    came = [
        (tally, article(body=(text,), item=str(number)))
        for number, (tally, text) in enumerate(
            [(one, FOREST[0]), (one, FOREST[1]), (two, "Short.")]
        )
    ]
    gathered = Gathered()
    for tally, item in came:
        gathered.add(tally, item)

    filings = gathered.file()

    assert filings == [
        filed(item, delivery_id=tally.delivery.id, sha256=tally.delivery.sha256)
        for tally, item in came
    ]
    assert len(gathered) == 0
    assert gathered.file() == []


def test_the_time_of_fingerprints_is_shared_by_length() -> None:
    """A long article is not paid for by the short ones beside it."""
    long, short = Tally(delivery(), begun_at=NOON), Tally(delivery(), begun_at=NOON)
    gathered = Gathered()
    gathered.add(long, article(headline="", body=("a" * 2999,)))
    gathered.add(short, article(headline="", body=("a" * 999,)))

    gathered.file()

    assert long.fingerprint == pytest.approx(3 * short.fingerprint)
    assert short.fingerprint > 0


def test_a_long_article_waits_for_no_other() -> None:
    """So what waits is bounded, however large the files of a message are."""
    gathered = Gathered()
    gathered.add(Tally(delivery(), begun_at=NOON), article(body=("word " * (LETTERS // 5 + 1),)))
    assert gathered.is_full
