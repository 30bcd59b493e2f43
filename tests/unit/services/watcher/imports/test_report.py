"""What an import tells of itself while it waits."""

from __future__ import annotations

from uuid import uuid4

from services.watcher.imports.report import ImportReport
from shared.errors import Retryable


def test_an_import_tells_what_it_waits_for_and_when_that_is_over() -> None:
    """A command that stands still without a word is taken for dead."""
    told: list[str | None] = []
    report = ImportReport(uuid4(), on_progress=lambda report: told.append(report.waits_for))
    failures = [Retryable("the disk is full"), Retryable("the disk is full")]

    def work() -> str:
        if failures:
            raise failures.pop()
        return "done"

    assert report.patiently(work) == report.patiently(work) == "done"
    assert told == ["the disk is full", "the disk is full", None]
