"""Everything on one machine: broker, watcher, worker, sweeper and API, until Ctrl-C."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from services.supervisor import socket_folder
from services.supervisor.children import Child, module
from services.supervisor.forked import Forked, Gate
from services.supervisor.home_lock import locked
from shared.errors import UserError
from shared.loading import no_collection
from shared.processes import readiness
from shared.processes.readiness import ROLES
from shared.processes.stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.config import Settings

START_SECONDS = 180.0
"""How long they may take to be ready; a second, and more where a machine has ten things to do. One
that ends at its start is told of at once."""

GIVING_BACK_SECONDS = 15.0
"""What a worker may take to end after its own grace: an item's parse, and a busy database."""


def run(settings: Settings, *, ready: Callable[[Settings], None]) -> None:
    """
    Bring everything up, call `ready`, and keep it up until SIGTERM or Ctrl-C.

    Raises `UserError` when another `up` has the home, or something does not start.
    """
    settings.make_folders()
    with locked(settings.run / "up.lock"):
        stop = Stop()
        stop.listen()
        _tell(settings)
        gate = Gate(ahead="workers.serve")
        worker = Child("worker", module("workers"), settings.grace_seconds + GIVING_BACK_SECONDS)
        worker.adopt(Forked("workers", gate=gate))
        children = [worker]
        try:
            # imported now, beside the worker's own imports on another core
            with no_collection():
                from services.supervisor import parts  # noqa: PLC0415

            parts.upgrade(settings)
            children += parts.start_broker(settings)
            gate.open()
            children += parts.start_others()
            if _wait_until_ready(settings, children, stop):
                readiness.ready(settings, readiness.UP)
                ready(settings)
            while not stop.wait(0.2):
                for child in children:
                    child.check()
        finally:
            readiness.over(settings, readiness.UP)
            _end(settings, children)


def _tell(settings: Settings) -> None:
    """Put into the environment what each role reads of its settings, and `load`s again itself."""
    os.environ |= {
        "COPYDESK_HOME": str(settings.home),
        "COPYDESK_WORKERS": str(settings.workers),
        "COPYDESK_API_PORT": str(settings.api_port),
        # the API shows the metrics of all of them
        "COPYDESK_METRICS_PORT": "0",
    }
    for role in ROLES:
        readiness.forget(settings, role)


def _wait_until_ready(settings: Settings, children: Sequence[Child], stop: Stop) -> bool:
    """Wait for every role; a role that dies at its start is a mistake to be told of."""
    deadline = time.monotonic() + START_SECONDS
    while not all(readiness.is_ready(settings, role) for role in ROLES):
        for child in children:
            if (status := child.status()) is not None:
                raise UserError(
                    f"{child.role} ended at its start (status {status}): "
                    "what it said stands above and in ./copydesk logs"
                )
        if time.monotonic() > deadline:
            missing = [role for role in ROLES if not readiness.is_ready(settings, role)]
            raise UserError(f"not ready within {START_SECONDS:.0f} s: {', '.join(missing)}")
        if stop.wait(0.02):
            return False
    return True


def _end(settings: Settings, children: Sequence[Child]) -> None:
    """End the roles together, and the broker after them with its socket: they still talk to it."""
    roles = [child for child in children if child.role != "broker"]
    brokers = [child for child in children if child.role == "broker"]
    for group in (roles, brokers):
        for child in group:
            child.ask_to_end()
        for child in group:
            child.end()
    socket_folder.clear_away(settings)
