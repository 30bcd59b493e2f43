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
from typing import TYPE_CHECKING, Any

import structlog
from structlog.processors import ExceptionRenderer
from structlog.tracebacks import ExceptionDictTransformer

from shared.config import folders
from shared.logs.handlers import ConsoleHandler, PatientFileHandler
from shared.logs.lines import PLAIN, Lines, Outlet, as_json, encoded
from shared.logs.masking import masked
from shared.logs.storms import LIBRARY_LINE, SummingUp

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from structlog.typing import Processor

    from shared.config import Settings

LOG_FILE = "copydesk.jsonl"

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
        processors=[
            structlog.stdlib.filter_by_level,
            *shared_steps,
            _the_short_way,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handlers = [_file_handler(settings.logs / LOG_FILE, shared_steps)]
    if console:
        handlers.append(_console_handler(shared_steps))
        _catch_what_nobody_caught()
    _send_all_to(handlers, settings.log_level.upper())


def _send_all_to(handlers: Sequence[tuple[logging.Handler, Outlet]], level: str) -> None:
    """Let these handlers, and none that was there before, have the lines of every library."""
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
        old.close()
    root.addHandler(
        SummingUp([each for each, _ in handlers], Lines([each for _, each in handlers]))
    )
    root.setLevel(level)
    for name, quiet in QUIET.items():
        logging.getLogger(name).setLevel(max(quiet, root.level))
    logging.captureWarnings(capture=True)


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


def _the_short_way(_logger: object, method: str, event: MutableMapping[str, Any]) -> Any:  # noqa: ANN401 - structlog's own type
    """Write a line below a warning without the library's detours."""
    lines = _lines()
    if lines is None or method not in PLAIN or "exc_info" in event:
        return event
    lines.write(event)
    raise structlog.DropEvent


def _lines() -> Lines | None:
    """Return what writes plain lines now: a fork may have configured the log anew."""
    ours = (each.plain for each in logging.root.handlers if isinstance(each, SummingUp))
    return next(ours, None)


def together() -> AbstractContextManager[None]:
    """Return a block whose plain lines reach the log in one write, at its end."""
    lines = _lines()
    return contextlib.nullcontext() if lines is None else lines.together()


class bind:  # noqa: N801 - used as a function is
    """
    A block in which every line carries this context.

    Twice for each file: structlog's own block looks through all context there is.
    """

    __slots__ = ("_before", "_context")

    def __init__(self, **context: Any) -> None:  # noqa: ANN401 - any loggable value
        """Take what the lines are to carry."""
        self._context = context

    def __enter__(self) -> None:
        """Begin."""
        self._before = structlog.contextvars.bind_contextvars(**self._context)

    def __exit__(self, *_error: object) -> None:
        """Return to what was bound before."""
        structlog.contextvars.reset_contextvars(**self._before)


def _with_role(role: str) -> Processor:
    def add(_logger: object, _method: str, event: MutableMapping[str, Any]) -> Any:  # noqa: ANN401 - structlog's own type
        event.setdefault("role", role)
        return event

    return add


def _file_handler(path: Path, shared_steps: list[Processor]) -> tuple[logging.Handler, Outlet]:
    """Write JSON lines; the file is opened anew when the sweeper has rotated it."""
    folders.make(path.parent)
    handler = PatientFileHandler(path, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(_formatter(_json_steps(), shared_steps))
    return handler, Outlet(as_json, handler.put)


def _console_handler(shared_steps: list[Processor]) -> tuple[logging.Handler, Outlet]:
    """Write for people on a terminal, JSON lines anywhere else."""
    handler = ConsoleHandler(sys.stdout)
    if sys.stdout.isatty():
        handler.setFormatter(_formatter([_for_people], shared_steps))
        return handler, Outlet(_shown_to_people, handler.put)
    handler.setFormatter(_formatter(_json_steps(), shared_steps))
    return handler, Outlet(as_json, handler.put)


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
        structlog.processors.JSONRenderer(encoded),
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
    return masked(str(_render(logger, method, shown)))


def _shown_to_people(line: Mapping[str, Any]) -> str:
    return _for_people(None, line["level"], dict(line))
