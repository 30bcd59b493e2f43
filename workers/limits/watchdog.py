"""The last resort against code that never returns to the interpreter, where no signal is seen."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

ENDING: Final = signal.SIGVTALRM
"""Ends a process that does not ask for it; nothing else here uses it."""

CLOCK_MONOTONIC: Final = 1


class Watchdog:
    """
    Ends this process when one item takes far too long, wherever it hangs.

    What ends it needs no leave of Python's, and writes where it hangs to standard error. The ledger
    has counted the attempt. It watches items and not messages, so that a container may take as long
    as it has items. To be made and used in the main thread.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the seconds; it sleeps until the first step."""
        self._seconds = seconds
        self._clock = clock
        self._alarm: _Alarm = _KernelAlarm() if sys.platform == "linux" else _ThreadAlarm()
        self._set_at: float | None = None

    def step(self) -> None:
        """Say that an item begins; the alarm is set anew when a tenth of its time is over."""
        now = self._clock()
        if self._set_at is None or now - self._set_at > self._seconds / 10:
            self._alarm.set(self._seconds)
            self._set_at = now

    def rest(self) -> None:
        """Sleep until the next step: what follows may wait for a database as long as it must."""
        if self._set_at is not None:
            self._alarm.stop()
            self._set_at = None


class _Alarm(Protocol):
    """Ends this process after a while, unless it is set anew or stopped."""

    def set(self, seconds: float) -> None: ...

    def stop(self) -> None: ...


class _Time(ctypes.Structure):
    """`struct timespec`."""

    _fields_ = (("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long))


class _Times(ctypes.Structure):
    """`struct itimerspec`."""

    _fields_ = (("every", _Time), ("first", _Time))


class _Notice(ctypes.Structure):
    """`struct sigevent`, that asks for a signal: `SIGEV_SIGNAL` is 0."""

    _fields_ = (
        ("value", ctypes.c_void_p),
        ("signal", ctypes.c_int),
        ("how", ctypes.c_int),
        ("rest", ctypes.c_byte * 48),
    )


class _KernelAlarm:
    """
    A timer of the kernel's (`timer_create(2)`), whose signal ends the process.

    To set and to stop it costs some microseconds. A thread that waits costs each message half a
    millisecond on an idle machine, several on a busy one: it must come to run before it can end.
    """

    def __init__(self) -> None:
        """Make the timer; it is this process's alone, and a fork has none."""
        # whatever a library made of the signal: the handler below calls what was there before it
        signal.signal(ENDING, signal.SIG_DFL)
        faulthandler.register(ENDING, file=sys.__stderr__ or 2, all_threads=True, chain=True)
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._timer = ctypes.c_void_p()
        notice = _Notice(None, ENDING, 0)
        self._check(
            self._libc.timer_create(
                CLOCK_MONOTONIC, ctypes.byref(notice), ctypes.byref(self._timer)
            )
        )

    def set(self, seconds: float) -> None:
        self._set(_Times(_Time(0, 0), _Time(int(seconds), int(seconds % 1 * 1e9))))

    def stop(self) -> None:
        self._set(_Times())

    def _set(self, times: _Times) -> None:
        self._check(self._libc.timer_settime(self._timer, 0, ctypes.byref(times), None))

    @staticmethod
    def _check(result: int) -> None:
        if result != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))


class _ThreadAlarm:
    """A thread of C, where the system has no such timers."""

    def set(self, seconds: float) -> None:
        faulthandler.dump_traceback_later(seconds, exit=True, file=sys.__stderr__ or 2)

    def stop(self) -> None:
        faulthandler.cancel_dump_traceback_later()
