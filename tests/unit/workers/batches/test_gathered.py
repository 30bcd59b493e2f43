"""Items that wait to be normalised and fingerprinted together."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

import pytest

from shared.config import ROOT, Settings
from shared.domain.article import Article, RawItem
from shared.errors import Reason
from tests.builders import FOREST, NOON, delivery, filed
from workers.batches.gathered import LETTERS, Gathered
from workers.batches.tally import Tally
from workers.reading import Clock, Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Settings())


def tally() -> Tally:
    return Tally(delivery(), begun_at=NOON)


def item(*body: str, label: str = "") -> RawItem:
    return RawItem(body=body, body_source="test", claims={}, item=label)


def test_what_waited_is_filed_in_order_as_if_each_came_alone(reader: Reader) -> None:
    """Items of one delivery and of others; then none waits."""
    one, two = tally(), tally()
    came = [
        (owner, item(text, label=str(number)))
        for number, (owner, text) in enumerate(
            [(one, FOREST[0]), (one, FOREST[1]), (two, "Short.")]
        )
    ]
    gathered = Gathered(reader)
    for owner, each in came:
        gathered.add(owner, each)

    filings = gathered.file()

    alone = [reader.normalised(each, owner.delivery, Clock()) for owner, each in came]
    assert filings == [
        filed(read, delivery_id=owner.delivery.id, sha256=owner.delivery.sha256)
        for (owner, _), read in zip(came, alone, strict=True)
        if isinstance(read, Article)
    ]
    assert len(filings) == len(came)
    assert len(gathered) == 0
    assert gathered.file() == []


def test_an_item_without_text_goes_to_its_tally_and_the_others_are_filed(reader: Reader) -> None:
    """What is left of it only the cleaning tells."""
    one = tally()
    gathered = Gathered(reader)
    gathered.add(one, item("\u200b", label="1"))
    gathered.add(one, item(FOREST[0], label="2"))

    [filing] = gathered.file()

    assert filing.article.item == "2"
    assert one.rejected_items["1"].reason is Reason.NO_ARTICLE


def test_what_the_disk_refuses_meanwhile_is_given_back(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have refused the data of languages or of time zones: that is not the file's fault."""

    def refuse(*_given: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(reader, "normalised", refuse)
    one = tally()
    gathered = Gathered(reader)
    gathered.add(one, item(FOREST[0]))

    assert gathered.file() == []
    assert one.failure is not None


def test_the_time_of_fingerprints_is_shared_by_length(reader: Reader) -> None:
    """A long article is not paid for by the short ones beside it."""
    long, short = tally(), tally()
    gathered = Gathered(reader)
    gathered.add(long, item("a" * 2999))
    gathered.add(short, item("a" * 999))

    gathered.file()

    assert long.fingerprint == pytest.approx(3 * short.fingerprint)
    assert short.fingerprint > 0


HUGE: Final = """
from shared.config import Settings
from tests.unit.workers.batches.test_gathered import FOREST, Gathered, Reader, item, tally
from workers.limits.time_and_memory import limit_memory

gathered, long, short = Gathered(Reader(Settings())), tally(), tally()
gathered.add(short, item(FOREST[0]))
Gathered(gathered.reader).file()
gathered.add(long, item("ab cd " * 300_000))
gathered.file()  # what is loaded once counts no more
gathered.add(short, item(FOREST[0]))
gathered.add(long, item("ab cd " * 300_000, label="huge"))
limit_memory(80)
print(len(gathered.file()), long.rejected_items["huge"].reason)
"""


def test_a_text_too_long_to_be_compared_is_refused_and_no_other_with_it() -> None:
    """It broke its whole message, three times, and then had no reason but that."""
    done = subprocess.run(
        [sys.executable, "-c", HUGE], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stdout == "1 too_much_memory\n", done.stderr


def test_a_long_article_waits_for_no_other(reader: Reader) -> None:
    """So what waits is bounded, however large the files of a message are."""
    gathered = Gathered(reader)
    gathered.add(tally(), item("word " * (LETTERS // 5 + 1)))
    assert gathered.is_full
