"""Over how long a rate is taken."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.telling import rates
from tests.builders import at


@pytest.mark.parametrize(
    ("waited", "seconds"), [(None, 60), (3600, 60), (60, 60), (20, 20), (1, 5), (-3, 5)]
)
def test_a_rate_is_of_the_time_in_which_there_was_work(waited: int | None, seconds: int) -> None:
    """Of an import that began twenty seconds ago the time left was told three times too long."""
    now = at(10)
    oldest = None if waited is None else now - timedelta(seconds=waited)
    assert rates.over(now, oldest) == timedelta(seconds=seconds)
