"""A newsroom's day, worked off by real workers in any order, and what must come out the same."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
from functools import partial
from typing import TYPE_CHECKING

from shared.clock import now
from shared.domain.delivery import Lane
from shared.processes.alive import is_alive
from tests.answers import answer
from tests.builders import at
from tests.e2e.running import descendants, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.integration.works import Works

FAMILIES = 30
KINDS = 6


def newsroom() -> list[str]:
    """
    Return deliveries of stories with copies, cuts and what their providers do with them.

    By turns: a correction under the same guid; updates known by their marks alone; a kill of what
    was sent twice; an embargo on the last version; small ids that strangers share; a kill that
    names a headline, with a late copy and a new text after it.
    """
    return [json.dumps(item) for family in range(FAMILIES) for item in _family(family)]


def _family(family: int) -> Iterator[dict[str, str]]:
    chosen = random.Random(family)
    words = [f"w{chosen.randrange(10**5)}" for _ in range(160)]
    headline = " ".join(words[:6])
    longer = [*words, *(f"w{chosen.randrange(10**5)}" for _ in range(40))]
    fixed = [*words[:100], "corrected", *words[101:]]
    kind = family % KINDS
    guid = {"guid": f"urn:story:{family}"}

    def item(minute: int, title: str, text: list[str], **more: str) -> dict[str, str]:
        moment = at(family * 60 + minute).isoformat()
        return {"headline": title, "body": " ".join(text), "published": moment, **more}

    yield item(0, headline, words, **(guid if kind in {0, 2, 3} else {}))
    yield item(1, headline, words[:120])
    yield item(2, headline, words[:60])
    if kind == 0:
        yield item(3, f"CORRECTED {headline}", fixed, **guid)
    elif kind == 1:
        yield item(3, f"UPDATE 1-{headline}", longer)
        yield item(4, f"UPDATE 2-{headline}", [*longer, "and", "more", "of", "it"])
        yield item(5, f"Berichtigung: {headline}", [*longer[:90], "fixed", *longer[91:]])
    elif kind == 2:
        yield item(3, headline, fixed, **guid)
        yield item(4, "Kill", ["Kill", "this", *words[:4]], **guid, pubstatus="canceled")
        yield item(5, headline, words, **guid)
    elif kind == 3:
        yield item(3, headline, fixed, **guid, embargoed=at(days=365_000).isoformat())
    elif kind == 5:
        yield item(3, "Kill notice", ["Please", "kill", f"'{headline}'", "It", "is", "wrong."])
        yield item(4, headline, words)
        yield item(5, headline, longer[60:])
    else:
        yield item(3, headline, fixed, id=str(family % 3), version="1")
        yield item(4, headline, longer, id=str(family % 3))


def is_dead(pid: int) -> bool:
    return not is_alive(pid)


def run(works: Works, *, seed: int, kills: int) -> str:
    """Work off the newsroom's day in an order of its own, with so many kills on the way."""
    chosen = random.Random(seed)
    day = newsroom()
    chosen.shuffle(day)
    ids = works.receive_all({f"{number}.jsonl": text for number, text in enumerate(day)})
    batch = chosen.choice([1, 7, 40])
    works.hints.send(Lane.LIVE, [ids[at : at + batch] for at in range(0, len(ids), batch)])
    for _ in range(kills):
        children = wait_for("a pool child", lambda: descendants(works.process.pid))
        victim = chosen.choice(children)
        with contextlib.suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
        wait_for("it is dead", partial(is_dead, victim))
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
    return answer(works.storage)
