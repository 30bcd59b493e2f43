"""Identifiers that sort by time (RFC 9562, version 7), which Python 3.11 does not make itself."""

from __future__ import annotations

import os
import threading
import time
from datetime import UTC, datetime, timedelta
from uuid import UUID

_lock = threading.Lock()
_last = 0


def uuid7() -> UUID:
    """
    Return a new identifier, later than every one that this process made before.

    Milliseconds since 1970 (48 bits), the millisecond's fraction (12 bits, RFC 9562 § 6.2,
    method 3) and 62 random bits.
    """
    global _last  # noqa: PLW0603 - the one thing to remember: what was given out last
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    tick = milliseconds << 12 | (rest << 12) // 1_000_000
    with _lock:
        # a clock that stands still or is set back must not reorder what was received
        _last = tick = max(tick, _last + 1)
    random = int.from_bytes(os.urandom(8), "big") >> 2
    return UUID(int=tick >> 12 << 80 | 7 << 76 | (tick & 0xFFF) << 64 | 2 << 62 | random)


def time_of(identifier: UUID) -> datetime:
    """Return the moment at which a version 7 identifier was made: aware UTC, to 1 ms."""
    return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=identifier.int >> 80)
