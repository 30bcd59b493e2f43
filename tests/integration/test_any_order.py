"""One answer: whatever the order, the number of pool children, and the kills on the way."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from shared.domain.delivery import OutcomeWord
from tests.integration.any_order import newsroom, run
from tests.integration.works import Works
from tests.servers.valkey import Valkey

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 4


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_every_way_gives_one_answer(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """One child in one order, and three children in another with kills, agree to the last link."""
    answers = set()
    for seed, (children, kills) in enumerate([(1, 0), (3, KILLS)]):
        home = tmp_path / str(seed)
        home.mkdir()
        url = f"sqlite:///{home / 'test.db'}"
        if kind == "postgres":
            server = request.getfixturevalue("postgres")
            url = server.url(server.create())
        with contextlib.closing(Valkey()) as broker:
            works = Works(home, url, broker.start(), children=children)
            try:
                answers.add(run(works, seed=seed, kills=kills))
                with works.storage.reading() as reading:
                    words = reading.outcomes()
            finally:
                works.close()
        assert sum(words.values()) == len(newsroom())
        assert {OutcomeWord.NEW_VERSION, OutcomeWord.NEAR_DUPLICATE} <= words.keys()

    assert len(answers) == 1
