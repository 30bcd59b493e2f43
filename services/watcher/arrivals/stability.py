"""
When has a file finished arriving? Signs and observations in, decisions out.

Pure: no file system, no clock. A *sign* (an event, a find of the scan) says that a path is worth a
look. A *look* says what was seen: size, times, and what the kernel says of writers. Three rules:

- the kernel says that nobody writes: whole, at once;
- somebody writes: look again, soon after a close and ever less often after that;
- the kernel cannot say: whole when it stood still for a while.

An empty file is never whole at once: it is what a file looks like in the moment between its
creation and its first byte, and writers make one first and fill it afterwards.
"""

from __future__ import annotations

import heapq
from collections import deque
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from shared.domain.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_RETRY: Final = 0.001
"""Seconds. The close event comes a moment before the kernel lets go of the writer."""

LAST_RETRY: Final = 5.0
"""Seconds. A writer that stays for hours is asked after no more often than that."""

CLOSED_GRACE: Final = 0.002
"""Seconds. Many programs close a copy and set its times by its path right after; with none, one in
a hundred of them found its file gone where writer and watcher share a core."""

CREATED_GRACE: Final = 0.25
"""Seconds. A created file gets a close event; one that was linked in gets none, so look then."""

CLOSED_SHARE: Final = 0.25
"""Where leases are not to be had, a close event shortens the stillness asked for to this share."""

OPEN_SHARE: Final = 15.0
"""… and a file seen created here and not yet closed must stand still for so many times longer."""

MOST_TRACKED: Final = 50_000
"""Paths in hand; what the scan finds beyond that waits in the folder for a later scan."""


class Sign(Enum):
    """Why a path is worth a look."""

    CREATED = auto()
    CLOSED = auto()
    """A writer closed it: it is likely to be whole."""
    MOVED = auto()
    """It was moved in: its writer is done with it."""
    FOUND = auto()
    """The scan saw it."""


GRACE: Final = {Sign.CREATED: CREATED_GRACE, Sign.CLOSED: CLOSED_GRACE}
"""Seconds between a sign and the first look."""

DONE: Final = frozenset({Sign.CLOSED, Sign.MOVED})
"""Signs that a writer came to an end."""


class Writers(Enum):
    """What the kernel says of those who have the file open for writing."""

    NONE = auto()
    SOME = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a file."""

    inode: int
    size: int
    stamps: tuple[int, int]
    """Modification and change time, in nanoseconds."""
    writers: Writers


@dataclass(slots=True)
class _Tracked:
    sign: Sign
    due: float
    seen: Look | None = None
    still_since: float = 0.0
    retry: float = FIRST_RETRY


class Arrivals:
    """The paths that are on their way, and when each is to be looked at."""

    def __init__(self, settle_seconds: float) -> None:
        """Ask for so long a stillness where the kernel cannot say whether a file is written."""
        self._settle = settle_seconds
        self._tracked: dict[str, _Tracked] = {}
        self._now: deque[str] = deque()
        self._later: list[tuple[float, str]] = []

    def __len__(self) -> int:
        return len(self._tracked)

    @property
    def ready(self) -> int:
        """How many paths are to be looked at now, at most."""
        return len(self._now)

    @property
    def full(self) -> bool:
        """Whether the scan should pause."""
        return len(self._tracked) >= MOST_TRACKED

    def notice(self, path: str, sign: Sign, now: float) -> None:
        """Take a sign. A path that is tracked already is not moved back by a weaker one."""
        due = now + GRACE.get(sign, 0.0)
        tracked = self._tracked.get(path)
        if tracked is None:
            self._tracked[path] = tracked = _Tracked(sign, due)
            self._plan(path, tracked, now)
        elif sign in DONE:
            tracked.sign, tracked.due, tracked.retry = sign, due, FIRST_RETRY
            self._plan(path, tracked, now)

    def _plan(self, path: str, tracked: _Tracked, now: float) -> None:
        if tracked.due <= now:
            self._now.append(path)
        else:
            heapq.heappush(self._later, (tracked.due, path))

    def due(self, now: float) -> Iterator[str]:
        """Yield what is to be looked at, in the order in which it became due."""
        while self._later and self._later[0][0] <= now:
            self._now.append(heapq.heappop(self._later)[1])
        for _ in range(len(self._now)):
            if not self._now:
                return
            path = self._now.popleft()
            tracked = self._tracked.get(path)
            if tracked is not None and tracked.due <= now:
                # until it is judged it must not come up a second time
                tracked.due = now + LAST_RETRY
                yield path

    def next_due(self) -> float | None:
        """Return when the next path is to be looked at; None when nothing waits."""
        if self._now:
            return 0.0
        return self._later[0][0] if self._later else None

    def judge(self, path: str, look: Look, now: float) -> bool:
        """Return whether the file is whole (and forget it); else plan the next look."""
        tracked = self._tracked.get(path)
        if tracked is None:
            self._tracked[path] = tracked = _Tracked(Sign.FOUND, now)
        if tracked.seen is None or not _same(tracked.seen, look):
            tracked.seen, tracked.still_since = look, now
        wait = self._wait(tracked, look, now)
        if wait <= 0:
            self.forget(path)
            return True
        tracked.due = now + wait
        self._plan(path, tracked, now)
        return False

    def _wait(self, tracked: _Tracked, look: Look, now: float) -> float:
        """Return the seconds until the next look; 0 for a file that is whole."""
        if look.writers is Writers.SOME:
            retry, tracked.retry = tracked.retry, min(tracked.retry * 2, LAST_RETRY)
            return max(retry, CREATED_GRACE) if tracked.sign is Sign.CREATED else retry
        if look.writers is Writers.NONE:
            share = 0.0 if look.size else 1.0
        elif tracked.sign is Sign.CREATED:
            share = OPEN_SHARE
        else:
            share = CLOSED_SHARE if tracked.sign in DONE and look.size else 1.0
        left = tracked.still_since + self._settle * share - now
        # rounding must not make a loop of looks out of the last microseconds
        return max(left, FIRST_RETRY) if left > 0 else 0.0

    def forget(self, path: str) -> None:
        """Stop tracking a path: it is claimed, gone, or none of ours."""
        self._tracked.pop(path, None)

    def later(self, path: str, delay: float, now: float) -> None:
        """Look again after a delay, whatever was seen (a passing failure)."""
        tracked = self._tracked.setdefault(path, _Tracked(Sign.FOUND, now))
        tracked.due = now + delay
        self._plan(path, tracked, now)


def _same(one: Look, other: Look) -> bool:
    return (one.inode, one.size, one.stamps) == (other.inode, other.size, other.stamps)
