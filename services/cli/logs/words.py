"""A line of the log as people read it: the time, what happened, to what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.text import Text

from services.telling.remarks import is_part, items_told
from services.telling.words import plain, size

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGEST_VALUE = 160
"""Characters of a value that are shown (a traceback in a field); `--json` shows all."""

Fields = dict[str, Any]

LEVELS = {"debug": "dim", "info": "", "warning": "yellow", "error": "red", "critical": "bold red"}

KNOWN = ("at", "level", "role", "event", "delivery_id", "task_id")
"""Keys that have a place of their own in the line."""

SHORT_ID = 8
"""Digits of a delivery's id that tell it from its neighbours; `trace` takes them too."""


def fields_of(line: str) -> Fields | None:
    """Return the fields of a line, or None for one that is not ours (cut by a crash)."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def text_of(fields: Fields) -> Text:
    """Return a line for a terminal."""
    level = str(fields.get("level", "info"))
    event = str(fields.get("event", ""))
    tell = TELLERS.get(event, _tell_anything)
    short = str(fields.get("delivery_id") or "")[-SHORT_ID:]
    return Text.assemble(
        (f"{_time(fields)}  ", "dim"),
        (f"{fields.get('role', ''):<8}  ", "cyan"),
        (f"{short:<{SHORT_ID}}  ", "dim"),
        (tell(fields), LEVELS.get(level, "")),
        (_error(fields), "red"),
    )


def _time(fields: Fields) -> str:
    """Return the day and the time to the millisecond, UTC."""
    return str(fields.get("at", ""))[:23].replace("T", " ")


def _tell_received(fields: Fields) -> str:
    return f"received {fields.get('name')} ({size(int(fields.get('size') or 0))}) {_from(fields)}"


def _tell_done(fields: Fields) -> str:
    why = f": {_why(fields)}, {fields.get('detail')}" if "reason" in fields else ""
    times = fields.get("ms") or {}
    took = f", {times['total']:g} ms" if isinstance(times, dict) and "total" in times else ""
    again = ", read again" if fields.get("reread") else ""
    items = _items(fields)
    many = f": {items_told(items)}" if not why and sum(items.values()) > 1 else ""
    word, name = plain(str(fields.get("outcome"))), fields.get("name")
    return f"{word}  {name} {_from(fields)}{many}{again}{took}{why}"


def _tell_under_way(fields: Fields) -> str:
    return f"reading  {fields.get('name')} {_from(fields)}: {items_told(_items(fields))} so far"


def _why(fields: Fields) -> str:
    """Return the reason; where a part was taken, what that was."""
    reason = str(fields["reason"])
    return (
        items_told(_items(fields), reason)
        if is_part(fields.get("outcome"), reason)
        else plain(reason)
    )


def _items(fields: Fields) -> dict[str, int]:
    """Return the items by word; none where a line of another make has something else there."""
    items = fields.get("items")
    if not isinstance(items, dict):
        return {}
    return {word: count for word, count in items.items() if isinstance(count, int)}


def _tell_request(fields: Fields) -> str:
    return (
        f"{fields.get('method')} {fields.get('path')} → {fields.get('status')}, "
        f"{fields.get('ms')} ms"
    )


def _tell_anything(fields: Fields) -> str:
    told = " ".join(
        f"{key}={_value(value)}"
        for key, value in fields.items()
        if key not in KNOWN and key != "exception"
    )
    return f"{fields.get('event', '')}  {told}".rstrip()


TELLERS: Mapping[str, Callable[[Fields], str]] = {
    "delivery_received": _tell_received,
    "delivery_done": _tell_done,
    "delivery_under_way": _tell_under_way,
    "request": _tell_request,
}


def _from(fields: Fields) -> str:
    return f"from {fields.get('provider')}"


def _value(value: object) -> str:
    """Return a value as it is told: quoted where it has blanks, cut where it is a story."""
    told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    if len(told) > LONGEST_VALUE:
        told = told[:LONGEST_VALUE] + "…"
    quoted = isinstance(value, str) and (" " in told or "\n" in told or not told)
    return json.dumps(told, ensure_ascii=False) if quoted else told


def _error(fields: Fields) -> str:
    """Return the last error of a traceback; the rest of it is in the file."""
    traces = fields.get("exception")
    if not isinstance(traces, list) or not traces:
        return ""
    last = traces[0]
    return f"  {last.get('exc_type')}: {last.get('exc_value')}"
