"""Everything on one machine: broker, watcher, worker, sweeper and API, until Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING

import structlog

from services.supervisor import embedded_broker
from services.supervisor.children import Child, module, program
from services.supervisor.home_lock import locked
from shared import readiness
from shared.broker import worker_arguments
from shared.errors import UserError
from shared.stopping import Stop
from shared.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.config import Settings

log = structlog.get_logger(__name__)

ROLES = ("worker", "watcher", "sweeper", "api")
"""In the order of their start; a role says itself when it is ready."""

START_SECONDS = 60.0
"""How long the roles may take to be ready on a slow machine."""

WORKER_GRACE_SECONDS = 40.0
"""Celery's soft shutdown, and a little more."""


def run(settings: Settings, *, ready: Callable[[Settings], None]) -> None:
    """
    Bring everything up, call `ready`, and keep it up until SIGTERM or Ctrl-C.

    Raises `UserError` when another `up` has the home, or something does not start.
    """
    settings.make_folders()
    with locked(settings.run / "up.lock"):
        stop = Stop()
        stop.listen()
        _upgrade(settings)
        children: list[Child] = []
        try:
            children += _start_broker(settings)
            children += _start_roles(settings)
            if _wait_until_ready(settings, children, stop):
                ready(settings)
            while not stop.wait(0.2):
                for child in children:
                    child.check()
        finally:
            _end(children)


def _upgrade(settings: Settings) -> None:
    """Migrate the database, if it is not at this code's revision already."""
    with contextlib.closing(Storage.open(settings.database)) as storage:
        if storage.is_migrated():
            return
    from shared.storage.migrate import upgrade  # noqa: PLC0415 - half a second, seldom needed

    before, after = upgrade(settings.database)
    if before != after:
        log.info("database_migrated", before=before, after=after)


def _start_broker(settings: Settings) -> list[Child]:
    """Start the embedded broker, unless a URL names another."""
    if settings.broker_url:
        return []
    embedded_broker.end_orphan(settings)
    broker = Child("broker", program(embedded_broker.command(settings)))
    broker.start()
    deadline = time.monotonic() + START_SECONDS
    while not embedded_broker.answers(settings):
        if broker.status() is not None:
            raise UserError(
                f"the embedded broker does not start: see {settings.logs / 'broker.log'}"
            )
        if time.monotonic() > deadline:
            broker.ask_to_end()
            broker.end()
            raise UserError("the embedded broker did not answer within a minute")
        time.sleep(0.01)
    return [broker]


def _start_roles(settings: Settings) -> list[Child]:
    # what each role reads of its settings, and `load` reads again in each
    os.environ |= {
        "COPYDESK_HOME": str(settings.home),
        "COPYDESK_WORKERS": str(settings.workers),
        "COPYDESK_API_PORT": str(settings.api_port),
    }
    launches = {
        "worker": module("celery", *worker_arguments(settings.workers)),
        "watcher": module("services.watcher"),
        "sweeper": module("services.sweeper"),
        "api": module("services.api"),
    }
    children = []
    for role in ROLES:
        readiness.over(settings, role)
        grace = WORKER_GRACE_SECONDS if role == "worker" else 5.0
        child = Child(role, launches[role], grace)
        child.start()
        children.append(child)
    return children


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
            raise UserError(f"not ready within a minute: {', '.join(missing)}")
        if stop.wait(0.02):
            return False
    return True


def _end(children: Sequence[Child]) -> None:
    """End the roles together, and the broker after them: they still talk to it."""
    roles = [child for child in children if child.role != "broker"]
    brokers = [child for child in children if child.role == "broker"]
    for group in (roles, brokers):
        for child in group:
            child.ask_to_end()
        for child in group:
            child.end()
