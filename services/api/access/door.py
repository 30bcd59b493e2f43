"""
Who may come in: the tokens of the configuration and of the database.

Where no token was ever made, everyone on this machine may do everything: that is `up` on a
laptop. The first token ends this, and revoking it does not bring it back.
"""

from __future__ import annotations

import hmac
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from services.api.access.throttle import Throttle, address_of
from shared import clock
from shared.domain.access import Caller, Scope, configured_hash, hash_of
from shared.errors import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from shared.config import Settings
    from shared.storage import Storage

COOKIE: Final = "copydesk"
"""Holds the token of a person who logged in with a browser."""

ANYONE: Final = Caller("anyone on this machine", Scope.OPERATE)

STRANGER: Final = Caller("a stranger", Scope.READ)
"""Who asks for the login, and for nothing else."""

BEARER: Final = "bearer "


class Door:
    """Knows the tokens; a revoked one opens nothing from the next request on."""

    def __init__(self, settings: Settings, storage: Storage) -> None:
        """Take the configured tokens, and the store that holds the others."""
        self._configured = dict(_configured(settings))
        self._storage = storage
        self._wanted = True if self._configured else None
        """None: nobody has asked the store yet."""
        self._throttle = Throttle()

    def is_open(self) -> bool:
        """
        Return whether nobody needs a token; while the database is away, what held before.

        Raises as the store does where nothing is known of before.
        """
        if not self._wanted:
            try:
                with self._storage.tokens() as tokens:
                    self._wanted = tokens.any()
            except CopydeskError:
                if self._wanted is None:
                    raise
                # nobody can have made one since
        return not self._wanted

    def caller(self, token: str, host: str | None = None) -> Caller | None:
        """
        Return who holds a token that came from an address.

        Raises `TooMany` after too many wrong ones from there, and `Retryable` when the database is
        needed and away.
        """
        if not token:
            return None
        shown, address = hash_of(token), address_of(host)
        self._throttle.check(address, shown)
        found = self._holder(shown)
        note = self._throttle.wrong if found is None else self._throttle.right
        note(address, shown)
        return found

    def _holder(self, shown: str) -> Caller | None:
        found = None
        for sha256, caller in self._configured.items():
            # all are compared, in constant time: how long it took tells nothing
            if hmac.compare_digest(shown, sha256):
                found = caller
        if found is not None:
            return found
        with self._storage.tokens() as tokens:
            return tokens.caller(shown, clock.now())


def _configured(settings: Settings) -> Iterator[tuple[str, Caller]]:
    for name, token in settings.api_tokens.items():
        yield token.sha256, Caller(name, token.scope)
    written = settings.api_token.get_secret_value()
    if written:
        yield configured_hash(written), Caller("api_token", Scope.OPERATE)


def token_in(headers: Mapping[bytes, bytes]) -> str:
    """Return the token that a request shows, in its header or its cookie; empty without one."""
    written = headers.get(b"authorization", b"").decode("utf-8", "replace")
    if written.lower().startswith(BEARER):
        return written[len(BEARER) :].strip()
    try:
        cookies = SimpleCookie(headers.get(b"cookie", b"").decode("latin-1"))
    except CookieError:
        return ""
    return unquote(cookies[COOKIE].value) if COOKIE in cookies else ""
