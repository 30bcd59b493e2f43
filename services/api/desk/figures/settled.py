"""
A value that is costly to find, kept and found again in the background.

Counts over millions of rows take longer than a page may. Whoever asks waits a moment for a fresh
value and is else given the last one; finding it takes at most a tenth of the time, so a desk that
many people look at costs the database no more than one of them.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")

PATIENCE: Final = 0.04
"""Seconds that a page waits: small stores are counted in less, so their figures are never old."""

YOUNG: Final = 0.5
"""Seconds for which a value is as good as new."""

REST: Final = 9.0
"""So many times as long as finding the value took, it is not looked for again."""


class Settled(Generic[Value]):
    """One such value."""

    def __init__(
        self, find: Callable[[], Value], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Take what finds the value, and a clock in seconds."""
        self._find = find
        self._clock = clock
        self._lock = threading.Lock()
        self._looking: threading.Event | None = None
        self._due = float("-inf")
        self._value: Value | None = None
        self._error: Exception | None = None

    def get(self, patience: float = PATIENCE) -> Value | None:
        """
        Return the value, None while it has never been found.

        Raises what finding it raised last.
        """
        looking = self._look_again()
        if looking is not None:
            looking.wait(patience)
        with self._lock:
            if self._error is not None:
                raise self._error
            return self._value

    def forget(self) -> None:
        """Look again at the next question: something was changed just now."""
        with self._lock:
            self._due = float("-inf")

    def _look_again(self) -> threading.Event | None:
        """Begin to look if it is time; return what to wait for, None where nothing is under way."""
        with self._lock:
            if self._looking is None and self._clock() >= self._due:
                self._looking = threading.Event()
                threading.Thread(target=self._look, args=(self._looking,), daemon=True).start()
            return self._looking

    def _look(self, looking: threading.Event) -> None:
        started = self._clock()
        value, error = None, None
        try:
            value = self._find()
        except Exception as found:  # noqa: BLE001 - raised to whoever asks
            error = found
        now = self._clock()
        with self._lock:
            self._value, self._error = value if error is None else self._value, error
            self._due = now + max(YOUNG, REST * (now - started))
            self._looking = None
        looking.set()
