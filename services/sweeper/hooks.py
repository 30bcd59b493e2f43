"""
Web hooks: each change of the feed is sent to those who asked for it, in order, and never lost.

How far a hook has come stands in the database, and moves when the receiver has said yes; until
then the same changes are sent again, after .2 s, then twice as long each time. So a receiver may
get a change twice (its answer was lost on the way): `seq` tells.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from typing import TYPE_CHECKING, Final

import structlog

from shared import clock
from shared.errors import Retryable

if TYPE_CHECKING:
    from httpx import Client

    from shared.config.hooks import Hook
    from shared.storage import Storage
    from shared.storage.reading import Row

log = structlog.get_logger(__name__)

ANSWER_SECONDS: Final = 20.0
"""For the receiver to say that it has it."""

LONGEST_WAIT: Final = 300.0
"""Seconds between two tries at the most."""

SIGNATURE: Final = "Copydesk-Signature"
"""`t=<seconds since 1970>,v1=<hex>`: the HMAC-SHA256 of `<t>.<body>` with the hook's secret."""


class Sending:
    """One hook on its way through the feed."""

    def __init__(self, name: str, hook: Hook, storage: Storage) -> None:
        """Take the receiver and the store."""
        self._name = name
        self._hook = hook
        self._storage = storage
        self._client: Client | None = None

    def step(self) -> int:
        """Send the next changes; return how many were gone through. Raises `Retryable`."""
        seq, rows = self._next()
        if not rows:
            return 0
        wanted = [row for row in rows if row["kind"] in (self._hook.kinds or (row["kind"],))]
        if wanted:
            self._send(wanted)
        with self._storage.unit_of_work() as uow:
            uow.followers.advance(self._follower, seq, rows[-1]["seq"], clock.now())
            uow.commit()
        return len(rows)

    @property
    def _follower(self) -> str:
        return f"hook {self._name}"

    def _next(self) -> tuple[int, list[Row]]:
        """Return how far the hook has come, and what comes next; a new one begins."""
        with self._storage.reading() as reading:
            behind = reading.behind(self._follower)
            end = reading.last_change()
            if behind >= 0:
                seq = end - behind
                return seq, reading.changes(seq, self._hook.at_once) if behind else []
        with self._storage.unit_of_work() as uow:
            first = end if self._hook.start == "now" else 0
            uow.followers.begin(self._follower, first, clock.now())
            uow.commit()
        return first, []

    def _send(self, rows: list[Row]) -> None:
        import httpx  # noqa: PLC0415 - a tenth of a second, for those who have hooks

        from services.telling.wire import changes_text  # noqa: PLC0415 - as above

        body = changes_text(self._name, rows).encode()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Copydesk",
            SIGNATURE: signature(self._hook.secret.get_secret_value(), body, int(time.time())),
        }
        self._client = self._client or httpx.Client(timeout=ANSWER_SECONDS)
        try:
            answer = self._client.post(self._hook.url, content=body, headers=headers)
        except httpx.HTTPError as error:
            raise Retryable(f"hook {self._name}: {type(error).__name__}: {error}") from error
        if not answer.is_success:
            raise Retryable(f"hook {self._name}: its receiver answered {answer.status_code}")
        log.debug("hook_sent", hook=self._name, first=rows[0]["seq"], last=rows[-1]["seq"])


def signature(secret: str, body: bytes, moment: int) -> str:
    """Return the signature of a body that is sent at a moment (seconds since 1970)."""
    signed = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256)
    return f"t={moment},v1={signed.hexdigest()}"
