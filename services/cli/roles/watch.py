"""`copydesk watch`: the watcher as a process of its own."""

from __future__ import annotations

from services.cli.commands import examples
from services.watcher import __main__ as role

EXAMPLES = {"watch": examples("copydesk watch")}


def watch() -> None:
    """
    Run the watcher in the foreground until SIGTERM or Ctrl-C.

    It takes files from the inbox of COPYDESK_HOME; one for each inbox.
    """
    raise SystemExit(role.main())
