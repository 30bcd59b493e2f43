"""What a person can do about a file that was not taken, by its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared.errors import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

_AGAIN: Final = "put it right, or have it sent again, and drop it"

REMEDIES: Final[Mapping[Reason, str]] = {
    Reason.EMPTY: "have it sent again: nothing came but its name",
    Reason.NOT_TEXT: "drop the text or the document that it was made from; else discard it",
    Reason.UNKNOWN_FORMAT: "drop it as one of the formats in docs/formats.md, or add a parser",
    Reason.MALFORMED: _AGAIN,
    Reason.NO_ARTICLE: "discard it; where there is an article in it, report the file",
    Reason.ENCRYPTED: "take the lock off, and drop it again",
    Reason.TOO_LARGE: "drop it in parts; or raise max_file_mb, start anew and replay it",
    Reason.TOO_DEEP: "unpack it, and drop what is in it",
    Reason.TOO_SLOW: "drop it in parts; or raise parse_seconds, start anew and replay it",
    Reason.TOO_MUCH_MEMORY: "drop it in parts; or raise parse_memory_mb, start anew and replay it",
    Reason.EXPANDS_TOO_MUCH: "unpack it where it can be trusted, and drop what is in it",
    Reason.UNSAFE_PATH: "unpack it where it can be trusted, and drop what is in it",
    Reason.PARSER_FAILED: "report the file; replay it with the version that mends this",
    Reason.WORKER_KILLED: "see ./copydesk logs round its time for the cause, then replay it",
    Reason.BYTES_MISSING: "mount raw/ or restore it from a backup, then replay it",
    Reason.CANCELLED: "give the same import again: it goes on with what it left",
}


def remedy(reason: str | None) -> str:
    """Return what can be done; nothing where a newer version gave a reason that is not known."""
    return REMEDIES[Reason(reason)] if reason in set(Reason) else ""
