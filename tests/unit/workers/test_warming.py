"""What a worker does before its first file."""

from __future__ import annotations

import gc

from workers.parsers.html.body import body, forest
from workers.warming import warm_up


def test_the_garbage_collector_passes_over_what_was_there_before_the_first_file() -> None:
    """Both models are loaded by then, and are among it."""
    try:
        warm_up()
        assert gc.get_freeze_count() > 0
        table = forest.load(body.NAMES)
        assert not any(kept is table for kept in gc.get_objects())
    finally:
        gc.unfreeze()
