"""One writer at a time: whoever comes meanwhile waits, and not for ever."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from shared.errors import Retryable
from shared.storage import Storage, engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONG = 60.0


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Storage]:
    """Give an empty SQLite store."""
    store = Storage.open(f"sqlite:///{tmp_path / 'turns.db'}")
    yield store
    store.close()


def test_a_writer_waits_for_the_one_before_it(sqlite: Storage) -> None:
    """Its transaction begins when the other has ended, without an error between."""
    order: list[str] = []
    came = threading.Event()

    def second() -> None:
        came.set()
        with sqlite.unit_of_work(exclusive=True):
            order.append("second")

    with sqlite.unit_of_work(exclusive=True):
        waiting = threading.Thread(target=second)
        waiting.start()
        assert came.wait(LONG)
        order.append("first")
    waiting.join(LONG)
    assert order == ["first", "second"]


def test_a_writer_that_does_not_end_is_waited_for_so_long_and_no_longer(
    sqlite: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is said to be busy then, and the lock is as it was."""
    with sqlite.unit_of_work(exclusive=True):
        monkeypatch.setattr(engine, "PATIENCE", 0.01)
        with pytest.raises(Retryable, match="locked"), sqlite.unit_of_work(exclusive=True):
            pass
        monkeypatch.undo()
    with sqlite.unit_of_work(exclusive=True):
        pass
