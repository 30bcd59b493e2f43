"""Pages of deliveries: newest first on both databases, whatever made their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from shared.domain.delivery import Lane, Outcome, OutcomeWord
from shared.errors import Reason
from shared.storage.reading import deliveries
from tests.builders import at, delivery

if TYPE_CHECKING:
    from shared.storage import Storage


def fill(storage: Storage, count: int = 9) -> list[UUID]:
    """Store deliveries a minute apart with random ids, as imports have; return newest first."""
    received = [
        delivery(
            id=uuid4(),
            name=f"part-{number % 2}/{number}.txt",
            provider=("wire", "agency", "default")[number % 3],
            received_at=at(number),
        )
        for number in range(count)
    ]
    reasons = (Reason.EMPTY, Reason.NOT_TEXT)
    outcomes = [
        Outcome(
            delivery_id=each.id,
            word=OutcomeWord.QUARANTINED if number % 2 else OutcomeWord.NEW,
            reason=reasons[number // 2 % 2] if number % 2 else None,
        )
        for number, each in enumerate(received)
    ]
    with storage.unit_of_work() as uow:
        uow.deliveries.register(received)
        uow.deliveries.finish(outcomes, at=at(count))
        uow.commit()
    return [each.id for each in reversed(received)]


@pytest.mark.parametrize(
    ("filters", "chosen"),
    [
        ({}, slice(None)),
        ({"outcome": OutcomeWord.QUARANTINED}, slice(1, None, 2)),
        ({"outcome": OutcomeWord.NEW}, slice(0, None, 2)),
        ({"outcome": OutcomeWord.QUARANTINED, "reason": Reason.EMPTY}, slice(3, None, 4)),
        ({"provider": "agency"}, slice(1, None, 3)),
    ],
)
def test_pages_follow_each_other_without_gaps(
    storage: Storage, filters: dict[str, str], chosen: slice
) -> None:
    """Two at a time, each page begins after the last of the one before."""
    expected, found = fill(storage)[chosen], []
    before: UUID | None = None
    with storage.reading() as reading:
        while page := reading.deliveries(filters=filters, before=before, limit=2):
            found += [row["id"] for row in page]
            before = found[-1]
    assert found == expected


def test_a_page_has_the_time_that_was_asked_for(storage: Storage) -> None:
    """From a moment on, and before another."""
    newest = fill(storage)
    with storage.reading() as reading:
        rows = reading.deliveries(received_from=at(2), received_to=at(5))
    assert [row["id"] for row in rows] == newest[4:7]


def test_a_part_of_a_name_is_looked_for_in_windows(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window without a find says where to go on; the last one says that it was the last."""
    monkeypatch.setattr(deliveries, "WINDOW", 4)
    newest = fill(storage)
    with storage.reading() as reading:
        rows, further = reading.deliveries_among(part="ART-0/2", limit=2)
        assert ([*rows], further) == ([], newest[3])
        rows, further = reading.deliveries_among(part="ART-0/2", before=further, limit=2)
        assert ([row["id"] for row in rows], further) == ([newest[6]], newest[7])
        assert reading.deliveries_among(part="art-0/2", before=further) == ([], None)
        rows, further = reading.deliveries_among(part="part", limit=3)
        assert ([row["id"] for row in rows], further) == (newest[:3], newest[2])


def test_a_second_filter_is_looked_for_in_windows_of_the_first(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However seldom both are true of one, a page costs no more than a window."""
    monkeypatch.setattr(deliveries, "WINDOW", 3)
    newest = fill(storage)
    held = {"outcome": OutcomeWord.QUARANTINED}
    with storage.reading() as reading:
        rows, further = reading.deliveries_among(filters=held, also={"provider": "wire"})
        assert ([row["id"] for row in rows], further) == ([newest[5]], newest[5])
        rows, further = reading.deliveries_among(
            filters=held, also={"provider": "wire"}, before=further
        )
        assert (rows, further) == ([], None)


@pytest.mark.parametrize(
    ("filters", "chosen"),
    [
        ({"reason": Reason.NOT_TEXT}, slice(1, None, 4)),
        ({"lane": "live"}, slice(None)),
        ({"lane": "bulk"}, slice(0, 0)),
        ({"provider": "wire", "outcome": OutcomeWord.QUARANTINED}, slice(5, 6)),
        ({"provider": "agency", "reason": Reason.EMPTY}, slice(7, 8)),
        ({"name": "part-0/4.txt", "lane": "live", "state": "done"}, slice(4, 5)),
    ],
)
def test_any_filters_are_paged_together(
    storage: Storage, monkeypatch: pytest.MonkeyPatch, filters: dict[str, str], chosen: slice
) -> None:
    """What no index leads to is looked for in windows: a short page names where to go on."""
    monkeypatch.setattr(deliveries, "WINDOW", 3)
    expected, found = fill(storage)[chosen], []
    before: UUID | None = None
    with storage.reading() as reading:
        for _turn in range(9):
            rows, before = reading.delivery_page(filters=filters, before=before, limit=2)
            found += [row["id"] for row in rows]
            if before is None:
                break
    assert found == expected


@pytest.mark.parametrize("window", [1, 100])
def test_open_deliveries_are_paged_however_many(
    storage: Storage, monkeypatch: pytest.MonkeyPatch, window: int
) -> None:
    """Few are sorted, many are met on the way; both give the newest first."""
    monkeypatch.setattr(deliveries, "WINDOW", window)
    fill(storage)
    waiting = [delivery(id=uuid4(), received_at=at(minute)) for minute in (1.5, 3.5, 20)]
    with storage.unit_of_work() as uow:
        uow.deliveries.register(waiting)
        uow.commit()
    newest = [each.id for each in reversed(waiting)]
    with storage.reading() as reading:
        rows = reading.deliveries(filters={"state": "received"}, limit=2)
        assert [row["id"] for row in rows] == newest[:2]
        rows = reading.deliveries(filters={"state": "received"}, before=newest[1])
        assert [row["id"] for row in rows] == newest[2:]


def test_every_provider_is_named_once(storage: Storage) -> None:
    """In the order of their names; an empty ledger has none."""
    with storage.reading() as reading:
        assert reading.providers() == []
    fill(storage)
    with storage.reading() as reading:
        assert reading.providers() == ["agency", "default", "wire"]


def test_dropped_files_are_found_at_once_behind_a_large_import(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No window of the import is looked through: what it brought is never in the live lane."""
    monkeypatch.setattr(deliveries, "WINDOW", 2)
    dropped = [delivery(id=uuid4(), name=f"{n}.txt", received_at=at(n)) for n in range(2)]
    imported = [
        delivery(name=f"i{n}.txt", received_at=at(3 + n), lane=Lane.BULK, import_id=UUID(int=7))
        for n in range(7)
    ]
    with storage.unit_of_work() as uow:
        uow.deliveries.register([*dropped, *imported])
        uow.commit()
    with storage.reading() as reading:
        rows, further = reading.delivery_page(filters={"lane": Lane.LIVE}, limit=1)
        assert ([row["name"] for row in rows], further) == (["1.txt"], dropped[1].id)
        rows, further = reading.delivery_page(filters={"lane": Lane.LIVE}, limit=1, before=further)
        assert [row["name"] for row in rows] == ["0.txt"]
