"""
What `up` starts beside the worker: the database's tables, the broker, and the light roles.

Importing this imports what those roles need (SQLAlchemy, Redis), once for all of them.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, Final

import prometheus_client
import structlog

import shared.broker.hints
from services.supervisor import embedded_broker
from services.supervisor.children import Child, module, program
from shared.errors import UserError
from shared.storage import Storage

if TYPE_CHECKING:
    from shared.config import Settings

log = structlog.get_logger(__name__)

OTHERS: Final = ("api", "watcher", "sweeper")
"""In the order of their start: the API has the most to import."""

BROKER_SECONDS = 60.0
"""How long the broker may take to read its files on a slow machine."""

LOADED_FOR_THE_ROLES = (shared.broker.hints, prometheus_client)


def upgrade(settings: Settings) -> None:
    """Migrate the database, if it is not at this code's revision already."""
    with contextlib.closing(Storage.open(settings.database)) as storage:
        if storage.is_migrated():
            return
    from shared.storage.schema.migrate import upgrade  # noqa: PLC0415 - half a second, seldom needed

    before, after = upgrade(settings.database)
    if before != after:
        log.info("database_migrated", before=before, after=after)


def start_broker(settings: Settings) -> list[Child]:
    """Start the embedded broker, unless a URL names another; raises `UserError`."""
    if settings.broker_url:
        return []
    embedded_broker.end_orphan(settings)
    broker = Child("broker", program(embedded_broker.command(settings)))
    broker.start()
    deadline = time.monotonic() + BROKER_SECONDS
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


def start_others() -> list[Child]:
    """Start the watcher, the sweeper and the API."""
    children = [Child(role, module(f"services.{role}")) for role in OTHERS]
    for child in children:
        child.start()
    return children
