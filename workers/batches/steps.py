"""The moments of a batch's way through a worker, named so that tests can crash it at each."""

from __future__ import annotations

from enum import StrEnum


class Step(StrEnum):
    """The moments at which a crash must lose nothing, and make nothing happen twice."""

    CLAIMED = "claimed"
    """The lease and the attempt are committed; nothing is read."""
    READ = "read"
    """A delivery is read to its end; nothing of it is written, or all but its last pieces."""
    DECIDED = "decided"
    """Everything is written in the transaction, which is not committed."""
    COMMITTED = "committed"
    """Articles and outcomes are stored; no line in the log says so."""
    ANNOUNCED = "announced"
    """The log has it; the message is not acknowledged."""
