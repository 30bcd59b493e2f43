"""
The log: structlog for everything, one shape for all processes and libraries.

On a terminal a line is for people: coloured, short. In a container and in `logs/copydesk.jsonl`
it is one JSON object. Every line of a delivery's way carries its `delivery_id` (and, in a worker,
Celery's `task_id`), bound once with `bind`. Every event and its keys are listed in `docs/logs.md`.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

import structlog
from structlog.processors import ExceptionRenderer
from structlog.tracebacks import ExceptionDictTransformer

from shared.masking import masked
from shared.storms import SummingUp

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from contextlib import AbstractContextManager

    from structlog.typing import Processor

    from shared.config import Settings

LOG_FILE = "copydesk.jsonl"

LIBRARY_LINE = "library_line"
"""The event of what a library says in its own words; they are the line's `message`."""

log = structlog.get_logger(__name__)

QUIET = {
    # the broker's and the servers' own lines matter from here on
    "celery": logging.INFO,
    "celery.app.trace": logging.WARNING,  # one canonical line per delivery says more
    "celery.worker.strategy": logging.WARNING,
    "kombu": logging.WARNING,
    "amqp": logging.WARNING,
    "uvicorn": logging.INFO,
    "uvicorn.access": logging.WARNING,  # the API logs requests itself
    "alembic": logging.WARNING,
    "sqlalchemy": logging.WARNING,
    "opentelemetry": logging.WARNING,
    # it would say of each span that was dropped what the exporter said once
    "opentelemetry.sdk._shared_internal": logging.ERROR,
    "charset_normalizer": logging.WARNING,
    "asyncio": logging.WARNING,
    "httpx": logging.WARNING,
}


def configure(role: str, settings: Settings, *, console: bool = True) -> None:
    """
    Send all logging of this process to the log file and, with `console`, to standard output.

    `role` (`watcher`, `worker`, `api`, …) is on every line.
    """
    shared_steps: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        _with_role(role),
    ]
    structlog.configure(
        processors=[*shared_steps, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handlers: list[logging.Handler] = [_file_handler(settings.logs / LOG_FILE, shared_steps)]
    if console:
        handlers.append(_console_handler(shared_steps))
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
        old.close()
    root.addHandler(SummingUp(handlers))
    root.setLevel(settings.log_level.upper())
    for name, level in QUIET.items():
        logging.getLogger(name).setLevel(max(level, root.level))
    logging.captureWarnings(capture=True)
    if console:
        _catch_what_nobody_caught()


def _catch_what_nobody_caught() -> None:
    """Let the end of a process or a thread by an error be a line, and not forty lines of text."""

    def process_failed(_kind: object, error: BaseException, _trace: object) -> None:
        if not isinstance(error, KeyboardInterrupt):
            log.critical("process_failed", exc_info=error)

    def thread_failed(given: threading.ExceptHookArgs) -> None:
        thread = given.thread.name if given.thread else None
        log.critical("thread_failed", thread=thread, exc_info=given.exc_value)

    sys.excepthook = process_failed
    threading.excepthook = thread_failed


class PatientFileHandler(WatchedFileHandler):
    """
    Writes to the log file while that can be done, and stops nobody while it cannot.

    On a full disk, or where someone removed the folder or its permissions, the work goes on and
    its lines are lost; standard error is told so once.
    """

    failing = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; the file is opened again when it was moved or removed."""
        try:
            self.reopenIfNeeded()
            if self.stream is None:
                Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
                self.stream = self._open()
                self._statstream()
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except OSError as error:
            self._lose(error)
        except Exception:  # noqa: BLE001 - a line that cannot be rendered must not end the work
            self.handleError(record)
        else:
            self.failing = False

    def _lose(self, error: OSError) -> None:
        stream, self.stream = self.stream, None
        if stream is not None:
            with contextlib.suppress(OSError):  # what is buffered cannot be written either
                stream.close()
        if not self.failing:
            self.failing = True
            with contextlib.suppress(OSError):  # it may well go to a file on the same disk
                sys.stderr.write(f"the log cannot be written, lines are lost: {error}\n")
                sys.stderr.flush()


def bind(**context: Any) -> AbstractContextManager[None]:  # noqa: ANN401 - any loggable value
    """Return a block in which every line carries this context."""
    return structlog.contextvars.bound_contextvars(**context)


def _with_role(role: str) -> Processor:
    def add(_logger: object, _method: str, event: MutableMapping[str, Any]) -> Any:  # noqa: ANN401 - structlog's own type
        event.setdefault("role", role)
        return event

    return add


def _file_handler(path: Path, shared_steps: list[Processor]) -> logging.Handler:
    """Write JSON lines; the file is opened anew when the sweeper has rotated it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = PatientFileHandler(path, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(_formatter(_json_steps(), shared_steps))
    return handler


def _console_handler(shared_steps: list[Processor]) -> logging.Handler:
    """Write for people on a terminal, JSON lines anywhere else."""
    handler = logging.StreamHandler(sys.stdout)
    if sys.stdout.isatty():
        handler.setFormatter(_formatter([_for_people], shared_steps))
    else:
        handler.setFormatter(_formatter(_json_steps(), shared_steps))
    return handler


def _formatter(
    last_steps: list[Processor], shared_steps: list[Processor]
) -> structlog.stdlib.ProcessorFormatter:
    drop = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    return structlog.stdlib.ProcessorFormatter(
        # lines of libraries, which did not come through structlog
        foreign_pre_chain=[*shared_steps, structlog.stdlib.ExtraAdder(), _as_library_line],
        processors=[drop, *last_steps],
    )


def _as_library_line(_logger: object, _method: str, event: MutableMapping[str, Any]) -> Any:  # noqa: ANN401 - structlog's own type
    """Give a library's line an event that never varies, and its logger's name."""
    event["message"], event["event"] = event["event"], LIBRARY_LINE
    event["logger"] = event["_record"].name
    return event


def _json_steps() -> list[Processor]:
    return [
        # without the values of variables: they hold passwords, and whole articles
        ExceptionRenderer(ExceptionDictTransformer(show_locals=False, max_frames=20)),
        structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
        # the last look at a line: a library's error may quote the address that it was given
        _masked,
    ]


def _masked(_logger: object, _method: str, line: Any) -> Any:  # noqa: ANN401 - structlog's own type
    return masked(line)


_render = structlog.dev.ConsoleRenderer(colors=True, pad_event_to=24)


def _for_people(logger: Any, method: str, event: MutableMapping[str, Any]) -> str:  # noqa: ANN401 - structlog's own type
    """Render a line for a terminal: the time of day, and only what a person looks for."""
    shown = dict(event)
    shown["timestamp"] = str(shown.pop("at", ""))[11:19]
    shown.pop("task_id", None)
    delivery = shown.pop("delivery_id", None)
    if delivery:
        shown["delivery"] = str(delivery)[-8:]
    rendered = _render(logger, method, shown)
    return masked(rendered if isinstance(rendered, str) else str(rendered))
