"""`copydesk up` and `copydesk worker`: their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from services.cli.commands import examples

EXAMPLES = {
    "up": examples(
        "copydesk up",
        "copydesk up --workers 8 --home /srv/copydesk --port 8700",
        "copydesk up --port 0        any free port; `run/api.json` says which",
    ),
    "worker": examples("copydesk worker", "copydesk worker --workers 8"),
}

WORKERS = Annotated[
    int | None,
    typer.Option("--workers", "-w", min=1, metavar="N", help="Pool processes; default: the cores."),
]
HOME = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Folder of inbox, database, logs; default: COPYDESK_HOME, else ./copydesk's var/.",
    ),
]
PORT = Annotated[
    int | None,
    typer.Option(
        "--port",
        min=0,
        max=65535,
        metavar="N",
        help="Of the API and the desk; default: api_port; 0: any free one.",
    ),
]
CONCURRENCY = Annotated[
    int | None,
    typer.Option(
        "--workers",
        "-w",
        "--concurrency",  # as Celery's own command has it
        "-c",
        min=1,
        metavar="N",
        help="Pool processes; default: `workers`, else the cores.",
    ),
]


def up(*, workers: WORKERS = None, home: HOME = None, port: PORT = None) -> None:
    """
    Run everything on this machine until Ctrl-C: broker, watcher, workers, sweeper and API.

    The first start makes the database. What is dropped into the inbox is read at once.
    """
    from services.cli.roles import up as starting  # noqa: PLC0415 - each loads what the other need not

    starting.up(workers=workers, home=home, port=port)


def worker(*, concurrency: CONCURRENCY = None) -> None:
    """
    Run one worker in the foreground; any number may run, on any machine that shares the home.

    It takes its messages from COPYDESK_BROKER_URL and writes to COPYDESK_DATABASE_URL.
    """
    from services.cli.roles import worker as working  # noqa: PLC0415 - see `up`

    working.worker(concurrency=concurrency)
