"""Messages: ids and nothing else, in batches of a bounded size."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.broker import messages

SIZED = st.lists(
    st.tuples(st.uuids(), st.integers(min_value=0, max_value=5_000_000)),
    max_size=200,
    unique_by=lambda pair: pair[0],
)


@given(SIZED)
def test_batches_lose_and_reorder_nothing(sized: list[tuple[UUID, int]]) -> None:
    """All ids travel, in their order."""
    made = list(messages.batches(sized, items=64, size=2_000_000))

    assert [each for batch in made for each in batch] == [each for each, _ in sized]


@given(SIZED, st.integers(min_value=0, max_value=10))
def test_a_batch_is_bounded(sized: list[tuple[UUID, int]], ahead: int) -> None:
    """A batch has at most so many ids, and more bytes than allowed only when it holds one file."""
    size_of = dict(sized)
    for batch in messages.batches(sized, items=10, size=2_000_000, ahead=ahead):
        assert 1 <= len(batch) <= 10 * messages.LARGER
        assert len(batch) == 1 or sum(size_of[each] for each in batch) <= 2_000_000


@pytest.mark.parametrize(
    ("ahead", "items", "sizes"),
    [(0, 10, [10, 20, 30, 40, 40]), (2, 10, [30, 40, 40, 30]), (9, 600, [140]), (9, 30, [120, 20])],
)
def test_the_more_waits_before_a_message_the_more_it_holds(
    ahead: int, items: int, sizes: list[int]
) -> None:
    """The first are small, so that they are begun at once and all workers have one."""
    sized = [(uuid4(), 1) for _ in range(140)]

    made = messages.batches(sized, items=items, size=2_000_000, ahead=ahead)

    assert [len(batch) for batch in made] == sizes


@pytest.mark.parametrize(
    ("workers", "ahead", "sizes"),
    [
        (1, 0, [10, 20, 30, 40, 40]),
        (2, 0, [10, 20, 30, 40, 30, 10]),
        (8, 0, [10, 17, 16, 14, 13, 12, 11, 11, 10, 10, 10, 6]),
        (50, 0, [10] * 14),
        (8, 100, [40, 40, 40, 20]),
    ],
)
def test_no_message_holds_more_than_a_share(workers: int, ahead: int, sizes: list[int]) -> None:
    """A few files go to all workers; where much waits before them it does not matter."""
    sized = [(uuid4(), 1) for _ in range(140)]

    made = messages.batches(sized, items=10, size=2_000_000, ahead=ahead, workers=workers)

    assert [len(batch) for batch in made] == sizes


def test_no_message_is_larger_than_one_that_is_read() -> None:
    """However many ids the settings allow."""
    sized = [(uuid4(), 1) for _ in range(1500)]

    made = messages.batches(sized, items=900, size=2_000_000, ahead=3)

    assert [len(batch) for batch in made] == [messages.MOST_IDS, 500]


def test_a_message_is_read_back() -> None:
    """Ids survive the way through JSON."""
    ids = [uuid4(), uuid4()]

    assert messages.decode(messages.encode(ids)) == ids


@pytest.mark.parametrize(
    "argument", [None, "abc", {"ids": []}, ["zzz"], [1], [["0" * 32]], ["0" * 32] * 1001]
)
def test_anything_else_is_refused(argument: object) -> None:
    """A forged message names no delivery, and nothing but deliveries can be named."""
    with pytest.raises(ValueError, match=r"delivery ids|hexadecimal"):
        messages.decode(argument)
