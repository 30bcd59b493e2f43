"""The text of a live blog in JSON-LD: it has no body, but entries."""

from __future__ import annotations

from typing import Any

from workers.parsers.paragraphs.markup import line, without_headline
from workers.parsers.records.shape import paragraphs


def updates(
    thing: dict[str, Any], keys: tuple[str, ...] = ("articleBody", "text")
) -> tuple[str, ...]:
    """Return the text of a live blog: each entry's headline and paragraphs, in their order."""
    told = thing.get("liveBlogUpdate")
    found: list[str] = []
    for one in told if isinstance(told, list) else [told]:
        if not isinstance(one, dict):
            continue
        text = next((parts for key in keys if (parts := paragraphs(one.get(key)))), ())
        headline = line(one["headline"]) if isinstance(one.get("headline"), str) else ""
        if text:
            found += [*([headline] if headline else []), *without_headline(text, headline)]
    return tuple(found)
