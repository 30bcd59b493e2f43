"""
What the name of a file says: whose it is, and what people call it.

Pure. The paths are relative to the inbox, with undecodable bytes as Python holds them
(surrogate escapes); what is shown and stored is always clean text.
"""

from __future__ import annotations

import os
import unicodedata
from typing import Final

from shared.domain.delivery import DEFAULT_PROVIDER

LONGEST_NAME: Final = 1024
"""Characters of a delivery's name; of a longer path the end is kept, where the suffix is."""

DEEPEST: Final = 32
"""Folders below the inbox; what lies deeper is said and left."""


def provider_of(relative: str) -> str:
    """Return the provider of a path below the inbox: its first folder, or the default."""
    first, slash, _rest = relative.partition("/")
    return shown(first) if slash else DEFAULT_PROVIDER


def name_of(relative: str) -> str:
    """Return the name that the ledger keeps of a path below the inbox: clean, not too long."""
    name = shown(relative)
    return name if len(name) <= LONGEST_NAME else "…" + name[1 - LONGEST_NAME :]


def shown(text: str) -> str:
    r"""
    Return a file name as clean text: undecodable bytes as `\xff`, control characters as `\n`.

    A name is chosen by whoever drops the file: it must not break a log line, a terminal or a
    database that refuses lone surrogates.
    """
    if text.isascii() and text.isprintable():
        return text
    decoded = os.fsencode(text).decode("utf-8", "backslashreplace")
    return "".join(_visible(character) for character in decoded)


def _visible(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"} and character != "\u200d":
        return repr(character)[1:-1]
    return character
