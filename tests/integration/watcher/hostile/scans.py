"""What becomes of an inbox in several scans."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

    from tests.integration.watching import Watching


TEXT = b"City buys old forest\n"


def after_several_scans(watching: Watching) -> None:
    """Wait until a good file dropped now is received, and some scans more."""
    count = len(watching.rows())
    (watching.inbox / f"good{count}.txt").write_bytes(b"good %d" % count)
    watching.until_rows(count + 1)
    time.sleep(0.8)


def ignored(lines: list[MutableMapping[str, Any]]) -> list[tuple[str, str]]:
    """Return what was said to be left in the inbox, with the reason."""
    said = [line for line in lines if line["event"] == "file_ignored"]
    return sorted((line["name"], line["reason"]) for line in said)
