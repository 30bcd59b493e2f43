"""
What a worker takes from the broker: hints, and nothing that only looks like one.

Whoever can write to the broker can put anything into its lists, and Celery trusts what it finds:
text that is no JSON ends the whole worker, an id of the wrong type ends it at each start again. So
each message is read here first, and made anew from the delivery ids that it names.
"""

from __future__ import annotations

import contextlib
from queue import Empty
from typing import Any

import structlog
from kombu.transport import TRANSPORT_ALIASES, redis
from redis.exceptions import RedisError

from shared.broker.messages import sifted
from workers.broker.in_hand import Unacknowledged
from workers.broker.refusals import refusals_pass

log = structlog.get_logger(__name__)

ALIASES = {"redis": "Transport", "rediss": "Transport", "sentinel": "SentinelTransport"}
"""What a broker's URL begins with, and the class that speaks with it."""


UNREADABLE = (
    TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError,
)  # fmt: skip
"""What reading garbage raises: of what calls itself a decimal, arithmetic's."""


class Kept(Unacknowledged):
    """The messages in hand, with what came to lie among them looked at."""

    def restore_by_tag(self, tag: Any, client: Any = None, leftmost: bool = False) -> None:  # noqa: ANN401, FBT001, FBT002 - kombu's own signature
        """Put one back into its queue; what was not put there by a worker is thrown away."""
        self.hear()  # what fails here is no fault of the message
        try:
            super().restore_by_tag(tag, client=client, leftmost=leftmost)
        except UNREADABLE as error:
            _refuse(error)
            self._remove_from_indices(tag).execute()

    def restore_visible(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - kombu's own signature
        """Put back what dead workers had; if the broker takes nothing, at a later round."""
        with refusals_pass():
            super().restore_visible(*arguments, **named)  # type: ignore[no-untyped-call]  # kombu has no types


class Looking(redis.Channel):
    """A way to the broker on which text that is no message is passed over."""

    QoS = Kept

    def _disconnect_pools(self) -> None:
        """Close all connections; the notes of what is in hand are read first, to put it back."""
        # not in a child after a fork: the connections are its parent's
        if self._closing and self._qos is not None:
            with contextlib.suppress(RedisError, OSError):  # whoever puts back meets it again
                self._qos.hear()
        super()._disconnect_pools()  # type: ignore[no-untyped-call]  # kombu has no types

    def _brpop_read(self, **options: Any) -> Any:  # noqa: ANN401 - kombu's own signature
        self.connection.handed_over = False
        try:
            with refusals_pass():
                return super()._brpop_read(**options)  # type: ignore[no-untyped-call]  # kombu has no types
        except (Empty, RedisError, OSError):
            raise
        except Exception as error:
            if self.connection.handed_over:
                raise  # it could be read, so the fault is not the message's
            _refuse(error)
            return True


class Sifting(redis.Transport):
    """Redis, with what comes out of it looked at."""

    handed_over = False
    """Whether the message in hand was read, and given on."""

    def _deliver(self, message: object, queue: str) -> None:
        self.handed_over = True
        try:
            clean = sifted(message, queue)
        except ValueError as error:
            _refuse(error)
            return
        super()._deliver(clean, queue)  # type: ignore[no-untyped-call]  # kombu has no types


class Transport(Sifting):
    """One server."""

    Channel = Looking


class SentinelChannel(Looking, redis.SentinelChannel):
    """A way to the server that Sentinels name."""


class SentinelTransport(Sifting, redis.SentinelTransport):
    """The server that Sentinels name."""

    Channel = SentinelChannel


def install() -> None:
    """Let every connection to Redis that this process makes from now on go through the sieve."""
    TRANSPORT_ALIASES.update({alias: f"{__name__}:{name}" for alias, name in ALIASES.items()})


def _refuse(error: Exception) -> None:
    log.warning("message_refused", reason=str(error))
