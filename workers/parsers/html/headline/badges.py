"""A headline without what stands in its element behind it: `Members only`, the site's name."""

# ruff: noqa: RUF001 - the signs of many scripts
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.words.letters import letters_and_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDS = re.compile(r"\s*(?:$|[|│｜»›·•:：(（\[【]|\s[-–—/]+\s)")
_PLAIN = str.maketrans("–—−‘’“”\xa0", "---''\"\" ")
"""Signs that a heading and its title often spell differently, one for one."""
_TITLES = 2
"""Titles of the head that have to agree: one alone may be cut for other sites."""
_WORDS, _LETTERS = 2, 20
"""A badge is no longer."""
_SHORTEST = 12
"""Letters of a headline that is cut."""


def without_badge(text: str, told: Iterable[str], sites: Iterable[str]) -> str:
    """
    Return a heading up to where all titles of the head leave it, if only a badge stands behind.

    `told` are those titles; `sites` the publisher's names, which may be glued to a heading.
    """
    titles = [title for title in told if _common(text, title) >= _SHORTEST]
    if len(titles) < _TITLES:
        return text
    kept = text[: min(_common(text, title) for title in titles)].rstrip()
    badge = text[len(kept) :].strip()
    if not 0 < len(badge) < len(kept) or not all(
        _ENDS.match(title[len(kept) :]) for title in titles
    ):
        return text
    if _key(badge) in map(_key, [*sites, *(_last(title) for title in titles)]):
        return kept
    short = len(badge.split()) <= _WORDS and len(badge) <= _LETTERS
    named = badge[0].isalpha() and not badge[0].islower() and text[len(kept)] == " "
    return kept if short and named else text


def _common(text: str, title: str) -> int:
    """Return how many characters two texts begin with alike, whatever their dashes and quotes."""
    pairs = zip(text.translate(_PLAIN), title.translate(_PLAIN), strict=False)
    for at, (one, other) in enumerate(pairs):
        if one != other:
            return at
    return min(len(text), len(title))


def _last(title: str) -> str:
    """Return the last part of a title."""
    return re.split(r"\s*[|│｜»›·•]\s*|\s[-–—]+\s", title)[-1]


def _key(text: str) -> str:
    return letters_and_digits(text).lower()
