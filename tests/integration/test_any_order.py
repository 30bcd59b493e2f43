"""One answer: whatever the order, the number of pool children, and the kills on the way."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import signal
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from shared.clock import now
from shared.domain.delivery import Lane
from shared.processes import is_alive
from shared.storage.tables import articles, links, story_heads
from tests.builders import at
from tests.e2e.running import descendants, wait_for
from tests.integration.works import Works
from tests.servers.valkey import Valkey

if TYPE_CHECKING:
    from pathlib import Path

FAMILIES = 30
KILLS = 4


def newsroom() -> list[str]:
    """Return deliveries of stories with copies, cuts, corrections and versions, all dated."""
    made = []
    for family in range(FAMILIES):
        chosen = random.Random(family)
        words = [f"w{chosen.randrange(10**5)}" for _ in range(160)]
        headline = " ".join(words[:6])
        texts = [words, words[:120], words[:60], [*words[:100], "corrected", *words[101:]]]
        for number, text in enumerate(texts):
            item = {
                "headline": headline if number < 3 else f"CORRECTED {headline}",
                "body": " ".join(text),
                "published": at(family * 60 + number).isoformat(),
            }
            if number in {0, 3}:
                item |= {"guid": f"urn:story:{family}"}
            made.append(json.dumps(item))
    return made


def answer(works: Works) -> str:
    """Return a digest of all that must not depend on the way: stories, standings, links, heads."""
    with works.storage.engine.connect() as connection:

        def rows(*columns: sa.Column[object]) -> list[str]:
            return sorted(repr(tuple(row)) for row in connection.execute(sa.select(*columns)))

        found = (
            rows(
                articles.c.id,
                articles.c.story_id,
                articles.c.ordinal,
                articles.c.supersedes,
                articles.c.current,
            ),
            rows(links.c.left_id, links.c.right_id, links.c.rule),
            [
                row
                for row in rows(story_heads.c.id, story_heads.c.canonical_id, story_heads.c.members)
                if ", 0)" not in row
            ],
        )
    return hashlib.sha256(repr(found).encode()).hexdigest()


def run(works: Works, *, seed: int, kills: int) -> str:
    """Work off the newsroom's day in an order of its own, with so many kills on the way."""
    chosen = random.Random(seed)
    day = newsroom()
    chosen.shuffle(day)
    ids = [works.receive(text, name=f"{number}.jsonl") for number, text in enumerate(day)]
    batch = chosen.choice([1, 7, 40])
    works.hints.send(Lane.LIVE, [ids[at : at + batch] for at in range(0, len(ids), batch)])
    for _ in range(kills):
        children = wait_for("a pool child", lambda: descendants(works.process.pid))
        victim = chosen.choice(children)
        with contextlib.suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
        wait_for("it is dead", lambda pid=victim: not is_alive(pid))
        works.sweeper.sweep(now())

    def done() -> bool:
        works.sweeper.sweep(now())
        with works.storage.reading() as reading:
            return reading.outcomes().keys().isdisjoint({"received", "processing"})

    wait_for("all is done", done)
    with works.storage.reading() as reading:
        outcomes = reading.outcomes()
    assert sum(outcomes.values()) == len(day)
    assert "quarantined" not in outcomes
    return answer(works)


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
            finally:
                works.close()

    assert len(answers) == 1
