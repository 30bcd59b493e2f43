"""`copydesk sweep`: the sweeper as a process of its own."""

from __future__ import annotations

from services.cli.commands import examples
from services.sweeper import __main__ as role

EXAMPLES = {"sweep": examples("copydesk sweep")}


def sweep() -> None:
    """
    Run the sweeper in the foreground until SIGTERM or Ctrl-C.

    It sends lost hints again and frees the leases of dead workers; one is enough.
    """
    role.main()
