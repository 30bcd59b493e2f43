"""Ending a process politely: SIGTERM and Ctrl-C set a flag that the main loop asks."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType


class Stop:
    """Set by SIGTERM or SIGINT; wait on it instead of sleeping."""

    def __init__(self) -> None:
        """Begin unset."""
        self._event = threading.Event()

    def listen(self) -> None:
        """Take over the two signals; main thread only."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._set)

    def _set(self, _signal: int, _frame: FrameType | None) -> None:
        self._event.set()

    def set(self) -> None:
        """Ask for the end, from inside."""
        self._event.set()

    def is_set(self) -> bool:
        """Return whether the end was asked for."""
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait so long at the most; return whether the end was asked for."""
        return self._event.wait(seconds)
