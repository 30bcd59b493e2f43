"""A pool child killed with -9 at each step of a batch's way: nothing is lost, nothing is twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from shared.domain.delivery import Lane
from tests.builders import json_lines
from tests.e2e.running import descendants, wait_for
from tests.integration.works import Works, works_of_a_module
from workers.batches.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = 6
ITEMS = 20
"""Of a container that the doomed worker writes in three pieces."""

LATER = [(Step.READ, 3), (Step.DECIDED, 1), (Step.COMMITTED, 1), (Step.ANNOUNCED, 1)]
"""In the middle of the batch, or between the pieces of its container."""

DOOMED = """
import json, os, signal, sys
from workers.app import settings, tools
from workers.batches import batch
from workers.serve import serve

batch.FULL = 8
doom = settings.home / "doom.json"

def after(step):
    if not doom.exists():
        return
    told = json.loads(doom.read_text())
    if told["step"] != step:
        return
    if told["later"]:
        doom.write_text(json.dumps({**told, "later": told["later"] - 1}))
    else:
        doom.unlink()
        os.kill(os.getpid(), signal.SIGKILL)

tools.after = after
sys.exit(serve())
"""
"""A real worker whose pool child kills itself at the step that the file names."""


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def works(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Works]:
    """Start one worker for all steps: each kills a child, and the worker makes another."""
    with works_of_a_module(request, tmp_path_factory, program=("-c", DOOMED)) as made:
        yield made


@pytest.mark.parametrize(("step", "later"), [(step, 0) for step in Step] + LATER)
def test_killed_at_any_step_it_loses_nothing_and_stores_nothing_twice(
    works: Works, step: Step, later: int, request: pytest.FixtureRequest
) -> None:
    """A batch of single files, a copy, noise, and a container that is written in pieces."""
    seed = 10**6 * request.node.callspec.indices["step"] + 10**7 * (later + 1)
    texts = [json_lines(1, first=seed + number) for number in range(FILES)]
    texts += [texts[0], "\0" * 50 + str(seed), json_lines(ITEMS, words=30, first=seed + 99)]
    [child] = wait_for("a pool child", lambda: descendants(works.process.pid))
    doom = works.settings.home / "doom.json"
    doom.write_text(json.dumps({"step": step, "later": later}))
    ids = [works.receive(each, name=f"{number}.jsonl") for number, each in enumerate(texts)]
    works.hints.send(Lane.LIVE, [ids])

    wait_for("the child died", lambda: child not in descendants(works.process.pid))
    assert not doom.exists()
    rows = [works.swept_until_done(each) for each in ids]

    words = [row["outcome"] for row in rows]
    assert words == ["new"] * FILES + ["redelivery", "quarantined", "new"]
    assert rows[-1]["items"] == {"new": ITEMS}
    assert max(row["attempts"] for row in rows) <= 2
    with works.storage.reading() as reading:
        found = reading.of_deliveries(ids)
    assert len(found) == FILES + ITEMS
