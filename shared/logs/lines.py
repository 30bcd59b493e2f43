"""
The short way of a log line that says that all went well: rendered once, written with its batch.

Two such lines are written for each file. By way of the library's records, handlers and formatters
each costs three times as much, and none of that is needed below a warning: no storm to sum up, no
trace of an error. Lines of a `together` block reach the file in one write.
"""

from __future__ import annotations

import contextlib
import json
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import orjson

from shared.logs.masking import masked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

PLAIN: Final = frozenset({"debug", "info"})
"""The levels that go this way."""

_OPTIONS: Final = (
    orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME
)
"""What is none of JSON's own types is shown as `str` shows it."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where lines go."""

    shown: Callable[[Mapping[str, Any]], str]
    """A line as it stands there, without its end."""
    put: Callable[[str], None]
    """Writes whole lines at once; what cannot be written stops nobody."""


def as_json(line: Mapping[str, Any]) -> str:
    """Return a line as one JSON object; no address in it shows a password."""
    return masked(encoded(line))


def encoded(line: Mapping[str, Any], **_as_the_library_asks: object) -> str:
    """Return a line as JSON, in a seventh of what Python's own encoder takes."""
    try:
        return orjson.dumps(line, default=str, option=_OPTIONS).decode()
    except TypeError:  # half a character of a file's name, or a number of more than 64 bits
        return json.dumps(line, ensure_ascii=False, default=str, separators=(",", ":"))


class Lines:
    """Writes plain lines to each outlet, at once or, of one thread, together."""

    def __init__(self, outlets: Sequence[Outlet]) -> None:
        """Take the outlets."""
        self._outlets = outlets
        self._thread = threading.local()

    def write(self, line: Mapping[str, Any]) -> None:
        """Write a line, or keep it for the end of the block."""
        held = getattr(self._thread, "held", None)
        if held is None:
            self._put([line])
        else:
            held.append(line)

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Keep what this thread writes until the block ends; a block within one is a part of it."""
        if getattr(self._thread, "held", None) is not None:
            yield
            return
        self._thread.held = []
        try:
            yield
        finally:
            self.flush()
            self._thread.held = None

    def flush(self) -> None:
        """Write what this thread has kept so far: something else comes after it."""
        held = getattr(self._thread, "held", None)
        if held:
            self._thread.held = []
            self._put(held)

    def _put(self, lines: Sequence[Mapping[str, Any]]) -> None:
        texts: dict[Callable[[Mapping[str, Any]], str], str] = {}
        for outlet in self._outlets:
            if outlet.shown not in texts:  # on no terminal, both are the same
                texts[outlet.shown] = "".join(f"{outlet.shown(line)}\n" for line in lines)
            outlet.put(texts[outlet.shown])
