"""The log: one shape for our lines and for those of libraries."""

from __future__ import annotations

import errno
import io
import json
import logging
import sys
from typing import TYPE_CHECKING, Any

import pytest
import structlog

from shared import logs
from shared.config import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def configured(home: Path) -> Iterator[Settings]:
    """Give settings whose log is set up, and put logging back afterwards."""
    settings = Settings(home=home)
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    root.handlers = []
    logs.configure("test", settings, console=False)
    yield settings
    for handler in root.handlers:
        handler.close()
    root.handlers = before
    root.setLevel(level)
    structlog.reset_defaults()


def lines(settings: Settings) -> list[dict[str, Any]]:
    text = (settings.logs / logs.LOG_FILE).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_a_line_is_one_json_object_with_its_role_and_time(configured: Settings) -> None:
    """Event, level, role and an aware UTC time are on every line."""
    structlog.get_logger("copydesk.test").info("file_claimed", name="ä.txt")

    [line] = lines(configured)
    assert (line["event"], line["level"], line["role"], line["name"]) == (
        "file_claimed",
        "info",
        "test",
        "ä.txt",
    )
    assert line["at"].endswith("Z")


def test_what_is_bound_once_is_on_every_line(configured: Settings) -> None:
    """A delivery's id needs no repeating, and is gone after its block."""
    log = structlog.get_logger("copydesk.test")
    with logs.bind(delivery_id="d1"):
        log.info("first")
        logging.getLogger("some.library").warning("a library's %s line", "own")
    log.info("second")

    assert [line.get("delivery_id") for line in lines(configured)] == ["d1", "d1", None]


def test_a_line_of_a_library_has_an_event_that_never_varies(configured: Settings) -> None:
    """What it says in its own words is the message; its logger's name is beside it."""
    logging.getLogger("celery.worker").warning("a library's %s line", "own")

    [line] = lines(configured)
    assert (line["event"], line["logger"]) == ("library_line", "celery.worker")
    assert (line["message"], line["level"]) == ("a library's own line", "warning")
    assert line["role"] == "test"


def test_an_error_keeps_its_traceback_as_data(configured: Settings) -> None:
    """A traceback is part of its line, not lines of its own."""
    try:
        1 / 0  # noqa: B018
    except ZeroDivisionError:
        structlog.get_logger("copydesk.test").exception("broke")

    [line] = lines(configured)
    assert line["exception"][0]["exc_type"] == "ZeroDivisionError"


def test_a_traceback_shows_no_values_of_variables(configured: Settings) -> None:
    """They may be passwords, or whole articles."""

    def connect(password: str) -> None:
        raise ConnectionError

    try:
        connect("open sesame")
    except ConnectionError:
        structlog.get_logger("copydesk.test").exception("broke")

    assert "sesame" not in (configured.logs / logs.LOG_FILE).read_text(encoding="utf-8")
    assert "connect" in json.dumps(lines(configured)[0]["exception"])


def test_a_rotated_log_is_opened_anew(configured: Settings) -> None:
    """When the sweeper moves the file aside, the next line begins a new one."""
    log = structlog.get_logger("copydesk.test")
    log.info("old")
    path = configured.logs / logs.LOG_FILE
    path.rename(path.with_suffix(".1"))
    log.info("new")

    assert [line["event"] for line in lines(configured)] == ["new"]


def test_a_name_that_is_no_text_can_be_logged(configured: Settings) -> None:
    """A file name of broken bytes breaks no line."""
    structlog.get_logger("copydesk.test").info("file_claimed", name="bad\udcff.txt")

    [line] = lines(configured)
    assert line["name"].startswith("bad")


def test_a_full_disk_stops_nobody_even_where_standard_error_lies_on_it_too(
    configured: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`./copydesk up 2> home/up.log`: neither the line nor the word about it can be written."""

    class Full(io.TextIOBase):
        def write(self, _text: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    [handler] = logging.getLogger().handlers[0]._handlers  # type: ignore[attr-defined]
    handler.stream.close()
    monkeypatch.setattr(sys, "stderr", Full())
    with monkeypatch.context() as full:
        full.setattr(handler, "_open", Full)
        handler.stream = None
        structlog.get_logger("copydesk.test").error("lost")

    structlog.get_logger("copydesk.test").info("written")
    assert [line["event"] for line in lines(configured)] == ["written"]


def test_lines_of_a_block_reach_the_file_at_its_end(configured: Settings) -> None:
    """Those of a batch are one write; each keeps its own time, and they stay in order."""
    log = structlog.get_logger("copydesk.test")
    with logs.together():
        log.info("first")
        with logs.together():
            log.info("second")
        assert lines(configured) == []

    assert [line["event"] for line in lines(configured)] == ["first", "second"]


def test_a_warning_in_a_block_comes_after_what_was_said_before_it(configured: Settings) -> None:
    """A warning waits for no block, and the order of lines is that in which they were said."""
    log = structlog.get_logger("copydesk.test")
    with logs.together():
        log.info("first")
        log.warning("second")
        assert [line["event"] for line in lines(configured)] == ["first", "second"]
        log.info("third")

    assert [line["event"] for line in lines(configured)] == ["first", "second", "third"]


def test_what_was_said_in_a_block_that_failed_is_written(configured: Settings) -> None:
    """The lines before an error are those that explain it."""

    def fail() -> None:
        with logs.together():
            structlog.get_logger("copydesk.test").info("first")
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert [line["event"] for line in lines(configured)] == ["first"]


def test_a_line_below_the_level_is_not_written(configured: Settings) -> None:
    """`debug` is off unless it is asked for."""
    structlog.get_logger("copydesk.test").debug("details")

    assert lines(configured) == []


def test_a_plain_line_and_a_warning_have_the_same_shape(configured: Settings) -> None:
    """They go two ways to the file; who reads it cannot tell them apart."""
    log = structlog.get_logger("copydesk.test")
    log.info("said", name="ä", at_once={"new": 1}, path=configured.home)
    log.warning("said", name="ä", at_once={"new": 1}, path=configured.home)

    plain, warning = lines(configured)
    assert list(plain) == list(warning)
    assert {**plain, "at": 0, "level": 0} == {**warning, "at": 0, "level": 0}


def test_a_password_is_masked_in_a_plain_line_too(configured: Settings) -> None:
    """An address may stand in any line."""
    structlog.get_logger("copydesk.test").info("said", url="redis://user:secret@host/0")

    assert "secret" not in (configured.logs / logs.LOG_FILE).read_text(encoding="utf-8")
