"""What is left in the inbox is said once; a storm of it is summed up as every storm is."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

import structlog

from services.file_names import shown

if TYPE_CHECKING:
    from services.watcher.arrivals.access import Why

log = structlog.get_logger(__name__)

MOST_REMEMBERED: Final = 20_000
"""Files that were said; the oldest of more are forgotten, and would be said again."""


class Said:
    """Remembers what the log has said of which file."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._known: OrderedDict[tuple[str, Why], None] = OrderedDict()

    def leave(self, relative: str, why: Why, detail: str | None = None) -> None:
        """Say that a file is left where it lies, and why, unless that was said."""
        if (relative, why) in self._known:
            self._known.move_to_end((relative, why))
            return
        self._known[relative, why] = None
        if len(self._known) > MOST_REMEMBERED:
            self._known.popitem(last=False)
        more = {"detail": detail} if detail else {}
        log.warning("file_ignored", name=shown(relative), reason=str(why), left_in="inbox", **more)
