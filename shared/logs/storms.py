"""
A storm of the same failure is summed up: twenty lines of it, then one line that counts the rest.

What lasts for hours, with a line each second or two, is a storm as well: it is heard anew when it
has been rare for a while.

One mechanism for every process: a handler before the real ones, so that lines of libraries are
counted as ours are. Only warnings and worse are counted, and never the last word of a delivery.
"""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import structlog

from shared.logs.lines import Lines
from shared.observing import metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

log = structlog.get_logger(__name__)

MOST_LINES: Final = 20
"""Lines of one kind between two summaries: enough to see what they have in common."""

SECONDS: Final = 30.0
"""From the first line of a kind to the summary of those that were left out."""

RARE: Final = 5
"""Lines of one kind between two summaries; with no more of them it is no storm, or no longer."""

NEVER_LEFT_OUT: Final = frozenset({"delivery_done", "lines_left_out"})
"""Each delivery has its last line whatever happens, and a summary is a line of its own."""

LIBRARY_LINE: Final = "library_line"
"""The event of what a library says in its own words; they are the line's `message`."""

Kind = tuple[str, ...]


@dataclass(slots=True)
class Storm:
    """The lines of one kind since the last summary."""

    level: int
    lines: int = 0
    room: int = MOST_LINES
    """Lines that are not left out."""


class SummingUp(logging.Handler):
    """Hands records on to other handlers, and sums up a storm of one kind."""

    def __init__(
        self,
        handlers: Sequence[logging.Handler],
        plain: Lines | None = None,
        seconds: float = SECONDS,
    ) -> None:
        """Take the handlers that write, and what writes lines that are none of a storm."""
        super().__init__()
        self._handlers = handlers
        self.plain = plain or Lines([])
        self._seconds = seconds
        self._storms: dict[Kind, Storm] = {}
        self._timer: threading.Timer | None = None
        self._pid = os.getpid()

    def emit(self, record: logging.LogRecord) -> None:
        """Hand a record on, unless its kind had its lines already."""
        if record.levelno >= logging.WARNING:
            metrics.count("copydesk_log_lines", record.levelname.lower())
            if self._is_too_much(record):
                return
        self.plain.flush()  # what was said before stands before it
        for handler in self._handlers:
            handler.handle(record)

    def _is_too_much(self, record: logging.LogRecord) -> bool:
        kind = kind_of(record)
        if kind[0] in NEVER_LEFT_OUT:
            return False
        if self._pid != os.getpid():  # a fork: the storm is the parent's, and so is its timer
            self._pid, self._timer = os.getpid(), None
            self._storms.clear()
        storm = self._storms.setdefault(kind, Storm(record.levelno))
        storm.lines += 1
        if self._timer is None:
            self._begin()
        return storm.lines > storm.room

    def sum_up(self) -> None:
        """Say how many lines of each kind were left out, and count anew; a storm may go on."""
        self.acquire()
        try:
            storms, self._storms, self._timer = self._storms, {}, None
            for kind, storm in storms.items():
                if storm.lines > RARE:
                    self._storms[kind] = Storm(storm.level, room=0)
            if self._storms:
                self._begin()
        finally:
            self.release()
        for kind, storm in storms.items():
            if storm.lines > storm.room:
                reason = " ".join(kind[1:]) or None
                more = storm.lines - storm.room
                log.log(storm.level, "lines_left_out", of=kind[0], reason=reason, more=more)

    def _begin(self) -> None:
        self._timer = threading.Timer(self._seconds, self.sum_up)
        self._timer.daemon = True
        self._timer.start()

    def close(self) -> None:
        """Say what is still to be said, and close the handlers."""
        if self._timer is not None and self._pid == os.getpid():
            self._timer.cancel()
            self.sum_up()
            if self._timer is not None:  # a storm that goes on has no end any more
                self._timer.cancel()
        for handler in self._handlers:
            handler.close()
        super().close()


def kind_of(record: logging.LogRecord) -> Kind:
    """
    Return what makes two lines the same failure: the event, its reason, the class of its error.

    A library's line is known by its logger and the text before its values are put in.
    """
    event: Any = record.msg
    if not isinstance(event, dict):
        return (LIBRARY_LINE, record.name, str(event))
    reason = event.get("reason")
    error = event.get("exc_info")
    kind = [str(event.get("event")), str(reason) if reason else ""]
    if isinstance(error, BaseException):
        kind.append(type(error).__name__)
    elif isinstance(error, tuple) and error[0] is not None:
        kind.append(error[0].__name__)
    return tuple(kind)
