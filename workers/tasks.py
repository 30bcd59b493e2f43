"""The one task: a message names deliveries, the pipeline takes them to their outcomes."""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING

import structlog

from shared import logs
from shared.broker import messages
from shared.observing import metrics
from shared.raw import open_raw
from shared.storage import Storage
from workers.limits.watchdog import Watchdog
from workers.outcome import Quarantine
from workers.pipeline import Pipeline
from workers.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from celery import Celery, Task

    from shared.config import Settings
    from workers.batches.steps import Step

log = structlog.get_logger(__name__)


class Tools:
    """What tasks need, made at the first use: after the fork, never before."""

    def __init__(self, settings: Settings) -> None:
        """Take the settings; nothing is opened yet."""
        self._settings = settings
        self.after: Callable[[Step], None] = lambda _step: None
        """Given to the pipeline when it is made."""

    @cached_property
    def storage(self) -> Storage:
        """The database of this process."""
        return Storage.open(self._settings.database)

    @cached_property
    def pipeline(self) -> Pipeline:
        """The pipeline of this process."""
        raw = open_raw(self._settings)
        return Pipeline(
            settings=self._settings,
            storage=self.storage,
            raw=raw,
            reader=Reader(self._settings, Watchdog(self._settings.task_seconds)),
            quarantine=Quarantine(self._settings.quarantine, raw),
            after=self.after,
        )

    def close(self) -> None:
        """Let go of what was opened."""
        if "storage" in self.__dict__:
            self.storage.close()


def register(app: Celery, settings: Settings) -> Tools:
    """Give the app its task; return the tools that the task will use."""
    tools = Tools(settings)

    @app.task(name=messages.PROCESS, bind=True)  # type: ignore[untyped-decorator]  # Celery has no types
    def process(task: Task, ids: list[str]) -> None:
        with logs.bind(task_id=task.request.id):
            try:
                deliveries = messages.decode(ids)
            except ValueError as error:
                log.warning("message_refused", reason=str(error))
                return
            started = time.perf_counter()
            try:
                tools.pipeline.process(deliveries, task.request.id)
            finally:
                metrics.count("copydesk_busy_seconds", amount=time.perf_counter() - started)

    return tools
