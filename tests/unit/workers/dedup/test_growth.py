"""What an article costs under the store lock, beside many of its text, its name, its form."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from shared.domain.story import Neighbourhood
from tests.unit.workers.dedup.book import Book
from tests.unit.workers.dedup.builders import FLOOD, article
from workers.dedup.texts.features import unpack_text
from workers.dedup.verdict import decide

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.domain.story import Entry, Fingerprint

    Built = tuple[Entry, Fingerprint]


def copy(number: int) -> Built:
    return article(f"copy {number}", f"The river, told for the {number}th time", hours=number)


def version(number: int) -> Built:
    body = (" ".join(f"word{number}x{place}" for place in range(30)),)
    return article(f"version {number}", body=body, hours=number, item="a")


def weather(number: int) -> Built:
    text = (
        f"It will be {number % 40} degrees in the harbour, {number % 37} on the hills and"
        f" {number % 31} inland, with {number} millimetres of rain in the night and wind."
    )
    return article(f"weather {number}", "The weather", (text,), hours=100 * number)


def of_two_texts(number: int) -> Built:
    return article(
        f"either {number}", f"Told for the {number}th time", FLOOD[number % 2 :], hours=number
    )


def calls(made: Callable[[int], Built], *, stored: int, fresh: int) -> int:
    """Count the calls that a decision of so many new ones takes, beside so many that are there."""
    book = Book()
    there = [made(number) for number in range(stored)]
    if there:
        book.add(there)
    return _calls(book, [made(number) for number in range(stored, stored + fresh)])


def _calls(book: Book, batch: Sequence[Built]) -> int:
    entries = [entry for entry, _ in batch]
    prints = {entry.article_id: print_ for entry, print_ in batch}
    known = book.neighbourhood(entries, prints)
    count = 0

    def see(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event.endswith("call")

    sys.setprofile(see)
    try:
        decide(entries, prints, known)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("made", [copy, version])
def test_each_further_article_costs_the_same_beside_few_and_many(
    made: Callable[[int], Built],
) -> None:
    """Copies of one text, versions of one item: the batch pays for what is there, once."""
    few, many = (
        calls(made, stored=stored, fresh=30) - calls(made, stored=stored, fresh=10)
        for stored in (30, 300)
    )
    assert many < 2 * few


def test_two_texts_are_compared_as_they_came_anew_alone() -> None:
    """Each under many headlines and dates: how both came before was compared before."""
    few, many = (calls(of_two_texts, stored=stored, fresh=2) for stored in (20, 200))
    assert many < 20 * few


def test_a_text_of_a_family_is_unpacked_once_for_a_batch() -> None:
    """Ten years of one town's weather are more than are kept unpacked."""
    there, batch = (
        [weather(number) for number in numbers] for numbers in (range(2200), range(2200, 2206))
    )
    stored = [replace(entry, story_id=entry.article_id) for entry, _ in there]
    family = frozenset(entry.text_hash for entry in stored)
    known = Neighbourhood(
        entries=tuple(stored),
        features={print_.text_hash: print_.features for _, print_ in there},
        candidates={entry.text_hash: family for entry, _ in batch},
        founders={entry.article_id: entry for entry in stored},
    )
    unpack_text.cache_clear()
    decide([e for e, _ in batch], {e.article_id: print_ for e, print_ in batch}, known)
    assert unpack_text.cache_info().misses <= len(there) + len(batch)
