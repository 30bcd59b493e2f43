"""Whether the disk of the home has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.telling.room import TOO_LITTLE, free_bytes, is_short

if TYPE_CHECKING:
    from pathlib import Path


def test_a_home_on_another_machine_has_no_room_to_tell_of(tmp_path: Path) -> None:
    """The API may run where only database and broker can be reached."""
    assert free_bytes(tmp_path / "nowhere") is None
    (tmp_path / "file").touch()
    assert free_bytes(tmp_path / "file" / "home") is None
    assert not is_short(None)


def test_room_is_told_of_the_disk_on_which_the_home_lies(tmp_path: Path) -> None:
    """To the byte it changes while others write: it is some number, and no more than the disk."""
    free = free_bytes(tmp_path)
    assert free is not None
    assert free > 0


def test_a_disk_is_short_of_room_below_what_the_next_files_take() -> None:
    """With exactly so much it is not."""
    assert is_short(TOO_LITTLE - 1)
    assert not is_short(TOO_LITTLE)
