"""What a text is read as, at a moment that stands still."""

from __future__ import annotations

from datetime import UTC, datetime

from workers.normalise.times.moments import parse

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)

NOON = "2020-11-18T16:42:00"


def stamp(text: str, language: str | None = None, zone: str | None = None) -> str | None:
    """Return what a text is read as: `2020-11-18T16:42:00`."""
    moment = parse(text, now=NOW, language=language, zone=zone)
    return moment.at.replace(tzinfo=None).isoformat() if moment else None
