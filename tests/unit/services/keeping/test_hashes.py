"""Hashes that a backup names: as many as there are, in no more memory."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from services.keeping.hashes import Hashes
from tests.memory import peak_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = 50_000


def some(count: int) -> Iterator[str]:
    return (hashlib.sha256(b"%d" % number).hexdigest() for number in range(count))


def test_hashes_come_back_in_their_order_however_often_they_are_asked_for(tmp_path: Path) -> None:
    """And their file has no name: nothing is left of it."""
    with Hashes(tmp_path) as hashes:
        hashes.extend(some(3))
        hashes.append("00" * 32)
        assert list(hashes) == list(hashes) == [*some(3), "00" * 32]
        assert len(hashes) == 4
        assert list(tmp_path.iterdir()) == []


def test_many_hashes_take_no_more_memory_than_few(tmp_path: Path) -> None:
    """A list of these would take five megabytes."""

    def work() -> int:
        with Hashes(tmp_path) as hashes:
            hashes.extend(some(MANY))
            return sum(1 for _ in hashes)

    count, peak = peak_of(work)
    assert count == MANY
    assert peak < 300_000
