from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from shared import ids

if TYPE_CHECKING:
    import pytest


def test_later_identifiers_sort_after_earlier_ones():
    """Ten thousand made in a row, many in one microsecond, are in order and all different."""
    made = [ids.uuid7() for _ in range(10_000)]

    assert made == sorted(set(made))


def test_an_identifier_is_a_version_7_uuid():
    """Databases and other languages recognise it."""
    made = ids.uuid7()

    assert made.version == 7
    assert made.variant == "specified in RFC 4122"


def test_an_identifier_tells_when_it_was_made():
    """So a claim found after a crash still knows when it was received."""
    before = datetime.now(UTC)

    made = ids.time_of(ids.uuid7())

    assert before - timedelta(milliseconds=1) <= made <= datetime.now(UTC) + timedelta(seconds=1)
    assert made.tzinfo is UTC


def test_a_clock_set_back_does_not_reorder(monkeypatch: pytest.MonkeyPatch):
    """What is received later keeps the later identifier."""
    first = ids.uuid7()
    yesterday = time.time_ns() - 86_400 * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: yesterday)

    assert ids.uuid7() > first
