"""
The tree of errors: the class decides what becomes of a delivery.

`Rejected`: never tried again by itself; the delivery is quarantined with the reason. `Retryable`:
a passing failure (database away, disk full); the delivery is given back and tried later.
`UserError`: a person's mistake; the command line prints its sentence and no traceback.
"""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a delivery or an item was not taken: stable words for rows, logs and counters."""

    EMPTY = "empty"
    """There are no bytes, or only white space."""
    NOT_TEXT = "not_text"
    """The bytes are neither text nor a format that Copydesk reads."""
    UNKNOWN_FORMAT = "unknown_format"
    """It is text, but no parser knows the format."""
    MALFORMED = "malformed"
    """The format is known, but this file breaks its rules."""
    NO_ARTICLE = "no_article"
    """It was read, but there is no article in it (a front page, a menu, a picture page)."""
    ENCRYPTED = "encrypted"
    """It is locked with a password."""
    TOO_LARGE = "too_large"
    """It is larger than the configured limit."""
    TOO_DEEP = "too_deep"
    """Containers or elements are nested deeper than the limit."""
    TOO_SLOW = "too_slow"
    """Reading it took longer than the limit."""
    TOO_MUCH_MEMORY = "too_much_memory"
    """Reading it took more memory than the limit."""
    EXPANDS_TOO_MUCH = "expands_too_much"
    """An archive that unpacks to more than the limit."""
    UNSAFE_PATH = "unsafe_path"
    """An archive member that would lie outside the archive."""
    PARSER_FAILED = "parser_failed"
    """A defect of Copydesk: the parser broke; the detail names the error."""
    WORKER_KILLED = "worker_killed"
    """Its worker died each time that it was tried."""
    BYTES_MISSING = "bytes_missing"
    """The raw store no longer has its bytes."""
    CANCELLED = "cancelled"
    """The import that it belongs to was cancelled before it was read."""


class CopydeskError(Exception):
    """Something went wrong in Copydesk."""

    def __init__(self, message: str | None = None) -> None:
        """Take the class's docstring where no message is given."""
        super().__init__(message or (self.__doc__ or "").strip().split("\n")[0])


class Rejected(CopydeskError):
    """The file cannot be taken as it is."""

    def __init__(self, reason: Reason, detail: str) -> None:
        """Keep the stable word and the sentence for people: what, and what would help."""
        # it may quote a key of JSON with half a character, which neither a row nor the log can hold
        detail = detail.encode(errors="backslashreplace").decode()
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type[Rejected], tuple[Reason, str]]:
        """Survive pickling between a pool child and its parent."""
        return Rejected, (self.reason, self.detail)


class Retryable(CopydeskError):
    """A passing failure: the same work may succeed later."""


class UserError(CopydeskError):
    """A person's mistake; the message says what, which and the remedy."""


class UnknownPage(UserError):
    """The place where a page shall begin is not known."""
