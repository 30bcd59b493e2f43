"""The messages in hand, kept in the broker until they are worked off."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, Any, Final

from kombu.transport import redis, virtual
from kombu.utils.json import dumps
from redis.exceptions import ConnectionError as Lost
from redis.exceptions import RedisError

from workers.broker.refusals import refusals_pass

if TYPE_CHECKING:
    from redis.client import Pipeline
    from redis.connection import Connection

ANSWERS: Final = 4
"""To MULTI, two commands and EXEC."""


class Unacknowledged(redis.QoS):
    """
    Notes messages as in hand, and lets go of them.

    A note is written and its answer read before the next command of its kind: a worker that waited
    for it gave the message to its child half a millisecond later.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - kombu's own signature
        """Take what kombu's own takes; nothing is connected yet."""
        super().__init__(*arguments, **named)  # type: ignore[no-untyped-call]  # kombu has no types
        self._speaking: Connection | None = None
        """The connection with answers to come."""

    def append(self, message: Any, delivery_tag: str) -> None:  # noqa: ANN401 - kombu's own signature
        """
        Note a message as in hand; raises what the broker refused the one before for.

        It is noted first, by a connection of its own: whoever raises would else have it in nobody's
        hand, and it is put back with the others when the channel closes.
        """
        delivery = message.delivery_info
        kept = dumps([message._raw, delivery["exchange"], delivery["routing_key"]])  # type: ignore[no-untyped-call]  # noqa: SLF001 - as kombu itself keeps it
        with refusals_pass():
            said = self._say(
                ("MULTI",),
                ("ZADD", self.unacked_index_key, time.time(), delivery_tag),
                ("HSET", self.unacked_key, delivery_tag, kept),
                ("EXEC",),
            )
            before, self._speaking = self._speaking, said
            virtual.QoS.append(self, message, delivery_tag)  # type: ignore[no-untyped-call]  # kombu has no types
            try:
                self._listen_to(before)
            except BaseException:
                with contextlib.suppress(RedisError, OSError):  # one failure is enough
                    self.hear()
                raise

    def ack(self, delivery_tag: str) -> None:
        """
        Let go of a message, and of its place among those in hand though the broker is away.

        Else a worker whose hands were all full when the broker died would never look at it again,
        nor find that its connection is gone. The ledger knows what was done.
        """
        try:
            with refusals_pass():
                super().ack(delivery_tag)  # type: ignore[no-untyped-call]  # kombu has no types
        except (RedisError, OSError):
            virtual.QoS.ack(self, delivery_tag)  # type: ignore[no-untyped-call]  # kombu has no types
            raise

    def restore_by_tag(self, tag: str, client: Any = None, leftmost: bool = False) -> None:  # noqa: ANN401, FBT001, FBT002 - kombu's own signature
        """Put a message back into its queue: as it was noted, so the note must be there."""
        self.hear()
        super().restore_by_tag(tag, client=client, leftmost=leftmost)  # type: ignore[no-untyped-call]  # kombu has no types

    def _remove_from_indices(self, delivery_tag: str, pipe: Pipeline | None = None) -> Any:  # noqa: ANN401 - a pipeline, as kombu has it
        """Prepare to forget a message, which the broker must have noted by then."""
        self.hear()
        return super()._remove_from_indices(delivery_tag, pipe)  # type: ignore[no-untyped-call]  # kombu has no types

    def hear(self) -> None:
        """Read the answers to the last note; raises what the broker refused it for."""
        connection, self._speaking = self._speaking, None
        self._listen_to(connection)

    def _listen_to(self, connection: Connection | None) -> None:
        if connection is None:
            return
        try:
            _read_answers(connection)
        except BaseException:
            connection.disconnect()  # type: ignore[no-untyped-call]  # the answers that are left go with it
            raise
        finally:
            self.channel.pool.release(connection)

    def _say(self, *commands: tuple[Any, ...]) -> Connection:
        """Write commands to the broker; return the connection that the answers come by."""
        connection: Any = self.channel.pool.get_connection()
        try:
            # to look at the connection's health first would be a question, and wait for its answer
            connection.send_packed_command(connection.pack_commands(commands), check_health=False)
        except BaseException:
            self.channel.pool.release(connection)
            raise
        return connection  # type: ignore[no-any-return]  # the pool has no types


def _read_answers(connection: Connection) -> None:
    if not connection.is_connected:
        raise Lost("closed before it was known whether a message was noted")
    for _ in range(ANSWERS):
        connection.read_response()
