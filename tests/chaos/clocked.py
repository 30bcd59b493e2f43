"""
`python -m tests.chaos.clocked …`: the command line, with a clock that can be set while it runs.

What is moved is the clock that Copydesk itself reads (`shared.clock`, and the time in its ids), in
every role of `up`: they are forks of it. The kernel's clock, and so the times of files, stays: a
process has none of its own that could be set.
"""

from __future__ import annotations

import contextlib
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from shared import clock, config, ids

if TYPE_CHECKING:
    from pathlib import Path

OFFSET_FILE: Final = "clock.offset"
"""Below the home: the seconds by which the clock is wrong; no file, no fault."""


class _Clock:
    """The module `time`, as far as ids read it, with the offset."""

    @staticmethod
    def time_ns() -> int:
        return time.time_ns() + int(_offset() * 1e9)


_file: Path | None = None


def _offset() -> float:
    with contextlib.suppress(OSError, ValueError):
        if _file is not None:
            return float(_file.read_text(encoding="ascii"))
    return 0.0


def _now() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=_offset())


def main() -> None:
    """Put the clock in place, and be the command line."""
    global _file  # noqa: PLW0603 - where the offset is told, known once per process
    _file = config.load().home / OFFSET_FILE
    clock.now = _now
    ids.time = _Clock  # type: ignore[assignment, attr-defined]  # all that it is asked for

    from services.cli.__main__ import main as command_line  # noqa: PLC0415 - after the clock

    command_line()


if __name__ == "__main__":
    main()
