"""Hints: messages that say "look at these deliveries"; the ledger is the truth."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from redis.exceptions import RedisError

from shared.broker.client import SOON, redis_client
from shared.broker.messages import QUEUES, message
from shared.broker.presence import signs
from shared.domain.delivery import Lane
from shared.errors import Retryable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from uuid import UUID

    from redis.connection import Connection

    from shared.broker.presence import Sign
    from shared.config import Settings


@contextlib.contextmanager
def _reaching() -> Iterator[None]:
    """Say as `Retryable` that the broker is away, or takes nothing."""
    try:
        yield
    except (RedisError, OSError) as error:
        raise Retryable(f"the broker cannot be reached: {error}") from error


@dataclass(frozen=True, slots=True)
class Look:
    """What the broker holds at one moment."""

    depths: dict[str, int]
    """Messages that wait, by lane."""
    signs: list[Sign]
    """The processes that live."""


class Hints:
    """Sends hints and tells how many wait; one per process."""

    def __init__(self, settings: Settings) -> None:
        """Prepare; nothing is connected before the first use."""
        self._redis = redis_client(settings)
        self._soon = redis_client(settings, SOON)

    def send(self, lane: Lane, batches: Sequence[Sequence[UUID]]) -> int:
        """
        Send one message for each batch of delivery ids; return how many wait in the lane then.

        Raises `Retryable` within some 5 s when the broker is away; what was sent before that
        stays sent, and sending it again does no harm.
        """
        return self.write(lane, batches)()

    def write(self, lane: Lane, batches: Sequence[Sequence[UUID]]) -> Callable[[], int]:
        """
        Send messages, without a wait for the broker; return what waits for its answer, as `send`.

        Both raise `Retryable` when it is away. The answer must be asked for.
        """
        queue = QUEUES[lane]
        # the list of the queue, as kombu's transport has it
        written = [
            ("LPUSH", queue, json.dumps(message(batch, str(uuid4()), queue))) for batch in batches
        ]
        connection = self._sent(written)

        def answer() -> int:
            waiting = 0
            try:
                with _reaching():
                    for _ in written:
                        waiting = int(connection.read_response())
            except BaseException:
                connection.disconnect()  # type: ignore[no-untyped-call]  # the other answers with it
                raise
            finally:
                self._redis.connection_pool.release(connection)
            return waiting

        return answer

    def _sent(self, commands: Sequence[tuple[str, ...]]) -> Connection:
        """Send commands; return the connection on which their answers come, to be released."""
        pool = self._redis.connection_pool
        with _reaching():
            connection = pool.get_connection()
            try:
                packed = connection.pack_commands(commands)  # type: ignore[no-untyped-call]
                connection.send_packed_command(packed)  # type: ignore[no-untyped-call]
            except BaseException:
                pool.release(connection)
                raise
        return connection

    def depth(self, lane: Lane) -> int:
        """Return how many messages wait in a lane; raises `Retryable` when the broker is away."""
        with _reaching():
            return int(self._redis.llen(QUEUES[lane]))

    def look(self) -> Look:
        """
        Return what a person may ask for.

        Raises `Retryable` when the broker is away, and after a second when it stands still.
        """
        with _reaching(), self._soon.pipeline(transaction=False) as depths:
            for lane in Lane:
                depths.llen(QUEUES[lane])
            waiting = dict(zip(map(str, Lane), map(int, depths.execute()), strict=True))
        with _reaching():
            return Look(waiting, signs(self._soon))

    def workers(self) -> int:
        """Return how many pool processes live, of all machines; 1 where the signs do not tell."""
        with contextlib.suppress(Retryable), _reaching():  # whoever sends next learns it
            return max(1, sum(len(sign.pool) for sign in signs(self._redis)))
        return 1

    def broker_run(self) -> str:
        """Return the id of the broker's present run; raises `Retryable` when it is away."""
        with _reaching():
            return str(self._redis.info("server").get("run_id"))

    def close(self) -> None:
        """Let go of the connections."""
        self._redis.close()
        self._soon.close()
