"""The log is moved aside when it is large, and old ones are few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.sweeper.rotation import KEPT, rotate

if TYPE_CHECKING:
    from pathlib import Path


def test_a_small_or_missing_log_stays(tmp_path: Path) -> None:
    """Nothing happens before the limit."""
    log = tmp_path / "copydesk.jsonl"
    assert not rotate(log, 10)
    log.write_text("x" * 10)
    assert not rotate(log, 10)
    assert log.exists()


def test_a_large_log_is_moved_aside_and_the_oldest_forgotten(tmp_path: Path) -> None:
    """After many rounds there are as many old files as are kept, the youngest first."""
    log = tmp_path / "copydesk.jsonl"
    for number in range(KEPT + 3):
        log.write_text(f"{number}" * 20)
        assert rotate(log, 10)

    old = sorted(tmp_path.iterdir())
    assert [path.name for path in old] == [f"copydesk.jsonl.{n}" for n in range(1, KEPT + 1)]
    assert old[0].read_text()[0] == str(KEPT + 2)
