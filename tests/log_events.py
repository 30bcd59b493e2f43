"""The events that `docs/logs.md` lists: what the source and real logs are held against."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shared.config import ROOT

ROW = re.compile(
    r"^\| `(?P<event>\w+)` \| (?P<levels>[\w, ]+) \|(?P<keys>[^|]*)\| (?P<means>.+) \|$"
)

ALWAYS = frozenset(
    {"at", "level", "role", "event", "exception", "delivery_id", "task_id", "provider"}
)
"""Keys that any line may have besides: of every line, of an error, and what is bound around it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list."""

    levels: frozenset[str]
    keys: frozenset[str]


def documented() -> dict[str, Listed]:
    """Return the rows by event."""
    text = (ROOT / "docs" / "logs.md").read_text(encoding="utf-8")
    rows: dict[str, Listed] = {}
    for row in filter(None, map(ROW.match, text.splitlines())):
        assert row["event"] not in rows, f"{row['event']} is listed twice"
        levels = frozenset(row["levels"].split(", "))
        rows[row["event"]] = Listed(levels, frozenset(re.findall(r"`(\w+)`", row["keys"])))
    return rows


def unlisted(line: dict[str, object], rows: dict[str, Listed]) -> str | None:
    """Return what of a line the list does not know, None where all is listed."""
    event = str(line.get("event"))
    if event not in rows:
        return f"event {event}: {line}"
    keys = set(line) - ALWAYS - rows[event].keys
    if event == "library_line":
        return None  # a library may add fields of its own
    if keys or line["level"] not in rows[event].levels:
        return f"keys {sorted(keys)} or level of {line}"
    return None
