"""Settings that were changed while Copydesk runs: who asks is told that nobody has them yet."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from shared.config import Settings
from shared.processes import readiness
from tests.stored import BROKEN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.commanding import Shell

HOUR = 3600.0


@pytest.fixture
def written(desk: Shell, home: Path) -> Path:
    """Give a file of settings that was written an hour before a worker began."""
    del desk
    file = home / "copydesk.toml"
    file.write_text("settle_seconds = 3\n", encoding="utf-8")
    readiness.ready(Settings(home=home), "worker")
    since = readiness.since(Settings(home=home), "worker")
    assert since is not None
    os.utime(file, (since - HOUR, since - HOUR))
    return file


def later(file: Path) -> None:
    """Write it again, an hour after."""
    at = file.stat().st_mtime + 2 * HOUR
    os.utime(file, (at, at))


def test_doctor_tells_who_has_not_read_the_settings(desk: Shell, written: Path) -> None:
    """With the remedy; of settings that all have read there is nothing to tell."""
    assert "began" not in desk.run("doctor", status=1).out
    later(written)
    out = desk.run("doctor", status=1).out
    assert "changed after worker began" in out
    assert "start it again" in out


def test_what_is_read_again_for_new_settings_needs_workers_that_have_them(
    desk: Shell, written: Path
) -> None:
    """Else all comes out as it was, and nobody knows why."""
    assert "start it again" not in desk.run("reprocess", "--all").err
    later(written)
    assert "start it again" in desk.run("reprocess", "--all").err
    assert "start it again" in desk.run("quarantine", "replay", BROKEN).err
