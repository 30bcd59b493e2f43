"""What came of a delivery, in one sentence."""

from __future__ import annotations

import pytest

from services.telling.remarks import is_part, items_told


@pytest.mark.parametrize(
    ("items", "reason", "told"),
    [
        ({"new": 2}, None, "2 new"),
        ({"new": 1200, "near_duplicate": 1}, None, "1,200 new, 1 near duplicate"),
        ({"exact_duplicate": 2, "stale": 2}, None, "2 exact duplicates, 2 stale"),
        ({"new": 2, "quarantined": 1}, "malformed", "2 new, 1 item not taken: malformed"),
        ({"new": 2, "quarantined": 3}, None, "2 new, 3 items not taken"),
        ({"new": 2}, "too_large", "2 new, the rest not taken: too large"),
    ],
)
def test_what_was_not_taken_is_told_apart(
    items: dict[str, int], reason: str | None, told: str
) -> None:
    """The words of the items, then how many were left out and why."""
    assert items_told(items, reason) == told


def test_a_reason_is_of_the_whole_file_only_where_none_of_it_was_taken() -> None:
    """Beside `new` it is that of a part."""
    assert is_part("new", "malformed")
    assert not is_part("quarantined", "malformed")
    assert not is_part("discarded", "cancelled")
    assert not is_part("new", None)
    assert not is_part(None, None)
