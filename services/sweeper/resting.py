"""
How long to rest between two looks at the ledger: less while an import fills it, or begins to.

Pure. Workers would be done with the first files of an import before the next were sent, and the
first would wait for half a second. A look that finds nothing costs a millisecond, so in a rest it
is only asked whether anything was committed, and then whether it is an import's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

SOON: Final = 5
"""How many times sooner the next look comes, and how many looks long it does."""


class Resting:
    """Rests between looks."""

    def __init__(
        self,
        seconds: float,
        *,
        wait: Callable[[float], bool],
        mark: Callable[[], str],
        import_waits: Callable[[], bool],
    ) -> None:
        """
        Rest for so many seconds where nothing happens.

        `wait` waits and returns whether to end; `mark` returns another word when anything was
        committed; `import_waits` whether files of an import are to be begun.
        """
        self._seconds = seconds
        self._wait = wait
        self._mark = mark
        self._import_waits = import_waits
        self._soon = 0

    def rest(self, *, emptied: bool) -> None:
        """Return when the next look is due; `emptied`: the last one sent all that waited."""
        self._soon = SOON if emptied else self._soon - 1
        if self._soon > 0:
            self._wait(self._seconds / SOON)
            return
        if self._import_waits():
            self._wait(self._seconds)  # it has its messages, or is paused
            return
        mark = self._mark()
        for _ in range(SOON):
            if self._wait(self._seconds / SOON):
                return
            before, mark = mark, self._mark()
            if mark != before and self._import_waits():
                return
