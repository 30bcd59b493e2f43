"""Messages: ids and nothing else, in batches of a bounded size."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import messages

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


@given(SIZED)
def test_a_batch_is_bounded(sized: list[tuple[UUID, int]]) -> None:
    """A batch has at most so many ids, and more bytes than allowed only when it holds one file."""
    size_of = dict(sized)
    for batch in messages.batches(sized, items=10, size=2_000_000):
        assert 1 <= len(batch) <= 10
        assert len(batch) == 1 or sum(size_of[each] for each in batch) <= 2_000_000


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
