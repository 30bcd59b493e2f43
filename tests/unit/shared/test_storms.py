"""A storm of one failure is summed up, whoever says it."""

from __future__ import annotations

import logging
import os
import threading
from typing import TYPE_CHECKING, Any

import pytest
import structlog

from shared.logs.storms import MOST_LINES, RARE, SummingUp

if TYPE_CHECKING:
    from collections.abc import Iterator

log = structlog.get_logger("storm")


class Kept(logging.Handler):
    """Keeps what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Any] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what a line says."""
        self.lines.append(record.msg)

    def of(self, event: str) -> list[Any]:
        """Return our own lines of one event."""
        return [line for line in self.lines if isinstance(line, dict) and line["event"] == event]


@pytest.fixture
def kept() -> Iterator[Kept]:
    """Log through the handler, and give what came through."""
    structlog.configure(
        processors=[structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    inner, root = Kept(), logging.getLogger()
    before, level = root.handlers[:], root.level
    root.handlers = [SummingUp([inner], seconds=3600)]
    root.setLevel(logging.INFO)
    yield inner
    root.handlers[0].close()
    root.handlers = before
    root.setLevel(level)
    structlog.reset_defaults()


def sum_up() -> None:
    handler = logging.getLogger().handlers[0]
    assert isinstance(handler, SummingUp)
    handler.sum_up()


def test_a_storm_of_one_failure_is_twenty_lines_and_a_sum(kept: Kept) -> None:
    """The rest is counted, with what they had in common; when it is over all begins anew."""
    for number in range(1000):
        log.warning("scan_failed", reason="gone", name=str(number))
    sum_up()
    sum_up()
    log.warning("scan_failed", reason="gone", name="later")

    assert len(kept.of("scan_failed")) == MOST_LINES + 1
    [left_out] = kept.of("lines_left_out")
    assert left_out == {
        "event": "lines_left_out",
        "of": "scan_failed",
        "reason": "gone",
        "more": 1000 - MOST_LINES,
    }


def test_what_goes_on_for_hours_is_one_line_a_summary(kept: Kept) -> None:
    """A line each two seconds is never twenty in thirty, and would fill the disk all the same."""
    for _ in range(3):
        for _ in range(MOST_LINES - 5):
            log.error("lease_not_renewed", reason="disk full")
        sum_up()
    for _ in range(RARE):
        log.error("lease_not_renewed", reason="disk full")
    sum_up()
    log.error("lease_not_renewed", reason="disk full")

    assert len(kept.of("lease_not_renewed")) == MOST_LINES - 5 + 1
    told = [line["more"] for line in kept.of("lines_left_out")]
    assert told == [MOST_LINES - 5, MOST_LINES - 5, RARE]


def test_another_reason_is_another_failure(kept: Kept) -> None:
    """One failure's storm hides no other."""
    for reason in ("disk", "network"):
        for _ in range(MOST_LINES):
            log.error("scan_failed", reason=reason)

    assert len(kept.lines) == MOST_LINES * 2


def test_another_error_is_another_failure(kept: Kept) -> None:
    """The class of an error tells failures apart where there is no reason."""
    for error in (ValueError("a"), KeyError("b")):
        for _ in range(MOST_LINES):
            log.error("parser_failed", exc_info=error)

    assert len(kept.lines) == MOST_LINES * 2


def test_the_last_word_of_a_delivery_is_never_left_out(kept: Kept) -> None:
    """However many are quarantined, each has its line."""
    for _ in range(100):
        log.warning("delivery_done", outcome="quarantined", reason="empty")

    assert len(kept.lines) == 100


def test_what_is_no_failure_is_never_left_out(kept: Kept) -> None:
    """A thousand files are a thousand receipts."""
    for _ in range(100):
        log.info("delivery_received")

    assert len(kept.lines) == 100


def test_a_library_is_summed_up_by_what_it_says_not_by_its_values(kept: Kept) -> None:
    """`%s away` with a hundred hosts is one failure."""
    for number in range(100):
        logging.getLogger("kombu").error("%s away", number)
    sum_up()

    assert kept.lines.count("%s away") == MOST_LINES
    assert kept.of("lines_left_out")[0]["reason"] == "kombu %s away"


def test_what_is_left_out_is_said_at_the_end_of_the_process(kept: Kept) -> None:
    """`logging.shutdown` closes the handler, which has the last word."""
    for _ in range(MOST_LINES + 1):
        log.warning("scan_failed", reason="gone")
    logging.getLogger().handlers[0].close()

    assert kept.of("lines_left_out")[0]["more"] == 1


def test_the_sum_comes_by_itself_though_no_line_follows(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A timer says it: an operator reads of the storm while it is news."""
    timers = []

    class Timer:
        daemon = False

        def __init__(self, seconds: float, say: Any) -> None:
            timers.append((seconds, say))

        def start(self) -> None:
            """Run nothing: the test rings."""

        def cancel(self) -> None:
            """Nothing runs."""

    monkeypatch.setattr(threading, "Timer", Timer)
    for _ in range(MOST_LINES + 1):
        log.warning("scan_failed", reason="gone")
    [(seconds, ring)] = timers
    ring()

    assert seconds == 3600
    assert kept.of("lines_left_out")


def test_a_forked_process_counts_for_itself(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pool child does not say again what its parent left out."""
    for _ in range(MOST_LINES * 2):
        log.warning("scan_failed", reason="gone")
    child = os.getpid() + 1
    monkeypatch.setattr(os, "getpid", lambda: child)
    for _ in range(MOST_LINES + 1):
        log.warning("scan_failed", reason="gone")
    sum_up()

    assert [line["more"] for line in kept.of("lines_left_out")] == [1]
