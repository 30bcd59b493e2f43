"""
Who may do what over HTTP: scopes, callers, and tokens, of which only a hash is ever kept.

A token holds 256 random bits, so a plain SHA-256 of it can be stored: there is nothing to guess,
and a slow hash would only make every request slow.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

PREFIX: Final = "cdk_"
"""So that a person, and a scanner for leaked secrets, knows one on sight."""

HASHED: Final = "sha256:"
"""In the configuration: what follows is the hash of a token, not the token."""


class Scope(StrEnum):
    """What a token lets its holder do."""

    READ = "read"
    """See everything."""
    OPERATE = "operate"
    """Also change things: hand in files, replay, discard, pause."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks."""

    name: str
    """The token's name, for the log."""
    scope: Scope

    @property
    def operates(self) -> bool:
        """Whether they may change things."""
        return self.scope is Scope.OPERATE


def new_token() -> str:
    """Return a token that nobody had before: letters, digits, `-` and `_`."""
    return PREFIX + secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """Return the hash under which a token is kept: 64 hex digits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def configured_hash(written: str) -> str:
    """Return the hash of a token as a configuration has it: plain, or `sha256:` and its hash."""
    if written.startswith(HASHED):
        return written.removeprefix(HASHED).lower()
    return hash_of(written)
