"""`copydesk api`: the read API as a process of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from services.api import __main__ as role
from services.cli.commands import examples

EXAMPLES = {"api": examples("copydesk api", "copydesk api --port 8700")}

HOST = Annotated[
    str | None,
    typer.Option(
        "--host",
        metavar="ADDRESS",
        help="Where to listen; default: api_host. Beyond loopback there must be a token.",
    ),
]
PORT = Annotated[
    int | None,
    typer.Option(
        "--port", min=0, max=65535, metavar="N", help="Default: api_port; 0: any free one."
    ),
]


def api(*, host: HOST = None, port: PORT = None) -> None:
    """
    Run the read API in the foreground until SIGTERM or Ctrl-C.

    It needs only the database; /docs describes every address.
    """
    role.main(host=host, port=port)
