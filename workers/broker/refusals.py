"""
A broker that answers, and takes nothing: its disk or memory is full, it became a replica.

To Celery that is a defect that no waiting mends, and the worker ends. To us it is a broker that is
away for a while: the same errors as of a lost connection let the worker wait for it.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from redis.exceptions import (
    ConnectionError as Lost,
)
from redis.exceptions import (
    ExecAbortError,
    OutOfMemoryError,
    ReadOnlyError,
    ResponseError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redis import Redis

PASSING: Final = (ExecAbortError, OutOfMemoryError, ReadOnlyError)
CODES: Final = ("MISCONF", "NOREPLICAS", "MASTERDOWN")
"""Of those that the client has no class for: it cannot write its file, or to enough replicas."""

PROBE: Final = "copydesk.probe"


class Refusing(Lost):
    """The broker takes nothing now."""


@contextlib.contextmanager
def refusals_pass() -> Iterator[None]:
    """Raise `Refusing`, which is waited out, for what the broker refuses for the time being."""
    try:
        yield
    except ResponseError as error:
        if isinstance(error, PASSING) or any(code in str(error) for code in CODES):
            raise Refusing(str(error)) from error
        raise


def try_to_write(client: Redis) -> None:
    """Raise `Refusing` unless the broker takes what is written."""
    with refusals_pass():
        client.set(PROBE, "", px=1)
