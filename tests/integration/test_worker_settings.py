"""A worker of one lane, whose children are replaced when they hold too much memory."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from shared.domain.delivery import Lane
from tests.builders import json_lines
from tests.e2e.running import descendants, wait_for
from tests.integration.works import Works

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.servers.valkey import Valkey


def test_a_worker_of_the_bulk_lane_leaves_live_files_to_others_and_replaces_its_children(
    tmp_path: Path, migrated_sqlite_url: str, broker: Valkey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its settings say so: one lane, and a megabyte, which every child has after its first task."""
    monkeypatch.setenv("COPYDESK_LANES", "bulk")
    monkeypatch.setenv("COPYDESK_CHILD_MEMORY_MB", "1")
    with contextlib.closing(Works(tmp_path / "home", migrated_sqlite_url, broker)) as works:
        children = set(descendants(works.process.pid))
        live, first, second = (works.receive(json_lines(1, first=number)) for number in range(3))
        works.hints.send(Lane.LIVE, [[live]])
        works.hints.send(Lane.BULK, [[first]])
        wait_for("the first is done", lambda: works.row(first)["state"] == "done")
        wait_for(
            "another child is there",
            lambda: (now := set(descendants(works.process.pid))) and not now & children,
        )
        works.hints.send(Lane.BULK, [[second]])
        wait_for("the second is done", lambda: works.row(second)["state"] == "done")

        assert works.row(live)["state"] == "received"
        assert works.hints.depth(Lane.LIVE) == 1
