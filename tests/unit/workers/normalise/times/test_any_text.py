"""Whatever a text is, reading it ends well; what was written as a time comes back."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.unit.workers.normalise.times.moments import NOW, stamp
from workers.normalise.times.moments import ZONED, parse


def test_a_long_text_is_looked_at_only_at_its_start() -> None:
    """Two hundred characters are enough for a time."""
    assert stamp("x" * 250 + " 2020-11-18") is None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=40))
def test_any_text_gives_a_moment_or_none(text: str) -> None:
    """Nothing raises."""
    assert parse(text, now=NOW) is None or text


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.datetimes(
        min_value=datetime(1700, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
        max_value=datetime(2026, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
        timezones=st.just(UTC),
    )
)
def test_a_written_moment_is_read_as_itself(moment: datetime) -> None:
    """ISO 8601 comes back to the microsecond, with nothing assumed; epoch 0 is no time at all."""
    assume(moment.timestamp() != 0)
    found = parse(moment.isoformat(), now=NOW)
    assert found is not None
    assert (found.at, found.assumed, found.precision) == (moment, None, ZONED)
