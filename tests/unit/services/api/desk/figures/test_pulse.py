"""The events that keep open pages up to date."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from typing import TYPE_CHECKING, Any, cast

from services.api.desk.figures import pulse
from services.api.desk.figures.pulse import Pulse
from shared.errors import Retryable

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest


class Ledger:
    """A store in which things move when a test says so."""

    def __init__(self) -> None:
        self.moved = 0
        self.away = False

    @contextlib.contextmanager
    def reading(self) -> Iterator[Ledger]:
        """Open a look."""
        if self.away:
            raise Retryable("the database is away")
        yield self

    def pulse(self) -> tuple[int]:
        """Return what differs after a movement."""
        return (self.moved,)


async def _taken(ledger: Ledger, ending: threading.Event) -> list[str]:
    """Take the events of a ledger that moves, goes away, comes back, and of an end."""
    beat = Pulse(cast("Any", ledger), ending).beat()
    taken = [await anext(beat), await anext(beat)]
    ledger.moved += 1
    taken.append(await anext(beat))
    ledger.away = True
    taken.append(await anext(beat))
    ledger.away = False
    taken.append(await anext(beat))
    ending.set()
    return [*taken, *[each async for each in beat]]


def test_each_movement_is_one_event_until_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first comes at once; a database that is away is a movement too, and ends nothing."""
    monkeypatch.setattr(pulse, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr("services.api.desk.figures.settled.YOUNG", 0.0)
    monkeypatch.setattr("services.api.desk.figures.settled.Settled.get.__defaults__", (30.0,))
    retry, first, moved, away, back = asyncio.run(_taken(Ledger(), threading.Event()))
    assert retry.startswith("retry: ")
    assert {each.partition("\n")[0] for each in (first, moved, away, back)} == {"event: moved"}
    assert away.endswith("data: away\n\n")
    assert first != moved == back


def test_a_silent_connection_gives_signs_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    """A comment, which no page hears, for proxies that close what is silent."""
    monkeypatch.setattr(pulse, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(pulse, "SILENT_SECONDS", 0.02)

    async def third() -> str:
        beat = Pulse(cast("Any", Ledger()), threading.Event()).beat()
        taken = [await anext(beat) for _ in range(3)]
        await beat.aclose()  # type: ignore[attr-defined]  # it is a generator
        return taken[-1]

    assert asyncio.run(third()) == ": still here\n\n"
