"""
What the name of a file says: whose it is, what people call it, whether it is meant to be taken.

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

UNFINISHED: Final = (
    ".part",  # Firefox, curl, wget and many transfer agents, until the file is complete
    ".partial",  # Edge, and sync tools
    ".tmp",  # editors and everything that writes first and renames afterwards
    ".temp",
    ".crdownload",  # Chrome
    ".download",  # Safari
    ".filepart",  # WinSCP
    ".swp",  # vim
    "~",  # an editor's backup of what was there before
)
"""Endings of files that will have another name when they are whole."""

SIDECARS: Final = (
    ".meta.json",  # says something of the file beside it; it is no article
    ".md5",  # checksums of the file beside it
    ".sha1",
    ".sha256",
    ".lock",  # a writer's own business
)
"""Endings of files about a file."""

LITTER: Final = frozenset(
    {
        "thumbs.db",  # Windows Explorer
        "desktop.ini",
        "$recycle.bin",
        "system volume information",
        "__macosx",  # what macOS puts into its zip files
        "@eadir",  # Synology's index
        "lost+found",  # the root of an ext4 volume
    }
)
"""Names, in lower case, that file managers and file systems leave behind."""


def left_alone(name: str) -> bool:
    """Return whether a file or folder of this name is none of ours: hidden, partial, a sidecar."""
    lower = name.lower()
    return (
        lower.startswith((".", "~$"))  # hidden; Office's "I have it open"
        or lower.endswith(UNFINISHED + SIDECARS)
        or lower in LITTER
    )


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
