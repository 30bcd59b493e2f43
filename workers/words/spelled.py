"""
A name as addresses and systems write it, and the same name as people do.

`harbourweekly` and `harbour-weekly.example` are the `Harbour Weekly`; `Harbour Weekly GmbH` is who
makes it.
"""

from __future__ import annotations

import re

from workers.words.letters import letters_and_digits, without_accents

_BARE = re.compile(r"@?(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)*/?")
_TOP_LEVEL = re.compile(r"(?<=\w)\.[a-z]{2,12}(?:\.[a-z]{2})?/?$", re.IGNORECASE)
_WORLD = re.compile(r"^@?(?:https?://)?(?:www\.)?", re.IGNORECASE)
_FORM = re.compile(
    r"^(?:C\.\s?A\.|S\.\s?A\.|PT)\s(?=\S+\s?\S)"
    r"|(?<=[^\s,]),?\s(?:(?:g?GmbH|gGmbH)(?:\s?&\s?Co\.?(?:\s?KG(?:aA)?)?)?|AG|KG|KGaA|GbR|UG|Inc\.?|Ltd\.?"
    r"|Ltda\.?|LLC|PLC|plc|Limited|S\.\s?A\.?(?:\sde\sC\.\s?V\.?)?|S\.\s?L\.?(?:\s?U\.?)?|S\.\s?p\.\s?A\.?"
    r"|S\.?r\.?l\.?|B\.\s?V\.?|N\.\s?V\.?|Oyj?|A/S|Sp\.\s?z\s?o\.\s?o\.?(?:\sS\.K\.(?:A\.?)?)?|s\.\s?r\.\s?o\.?"
    r"|d\.\s?o\.\s?o\.?|Kft\.?|Co\.,?\sLtd\.?)$"
)
"""The form of a firm before its name, or behind it; a society's (`e. V.`) is part of its name."""


def is_bare(name: str) -> bool:
    """Return whether a name is as addresses have it: one word in small letters, or a host."""
    return _BARE.fullmatch(name) is not None


def is_one_word(name: str) -> bool:
    """Return whether a name is one word in small letters, and no host."""
    return is_bare(name) and "." not in name


def without_form(name: str) -> str:
    """Return a name without the legal form of a firm."""
    return _FORM.sub("", name, count=1)


def is_same(name: str, other: str) -> bool:
    """Return whether two names have the same letters, accents and a host's ending apart."""
    return _plain(name) == _plain(other)


def _plain(name: str) -> str:
    """Return the letters and digits of a name without `www.`, an ending, accents, and `the`."""
    bare = _TOP_LEVEL.sub("", _WORLD.sub("", name))
    return letters_and_digits(without_accents(bare).casefold()).removeprefix("the")
