from __future__ import annotations

from typing import TYPE_CHECKING

from structlog.testing import capture_logs

from services.watcher import left_in_inbox as said
from services.watcher.arrivals.access import Why
from services.watcher.left_in_inbox import Said

if TYPE_CHECKING:
    import pytest


def test_a_file_that_is_left_is_said_once():
    speaker = Said()
    with capture_logs() as lines:
        for _ in range(3):
            speaker.leave("a\n.txt", Why.SYMLINK)

    assert [(line["event"], line["name"], line["reason"]) for line in lines] == [
        ("file_ignored", r"a\n.txt", "symlink")
    ]


def test_another_reason_is_another_word():
    speaker = Said()
    with capture_logs() as lines:
        speaker.leave("a", Why.UNREADABLE)
        speaker.leave("a", Why.SYMLINK)

    assert len(lines) == 2


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(said, "MOST_REMEMBERED", 2)
    speaker = Said()
    with capture_logs() as lines:
        for name in ("a", "b", "c", "a"):
            speaker.leave(name, Why.SYMLINK)

    assert [line["name"] for line in lines] == ["a", "b", "c", "a"]
