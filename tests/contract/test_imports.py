"""Imports in the ledger: fed by turns, paused, resumed, cancelled, and reported on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from shared.domain.delivery import Lane, Outcome, OutcomeWord
from shared.domain.imports import ImportState
from shared.errors import Reason
from tests.builders import at, delivery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.delivery import Delivery
    from shared.domain.imports import ImportStanding
    from shared.storage import Storage


def begin(storage: Storage, count: int, *, minutes: float = 0) -> tuple[UUID, list[UUID]]:
    """Begin an import of so many files and register them all; return its id and theirs."""
    import_id = uuid4()
    files = [
        delivery(lane=Lane.BULK, import_id=import_id, received_at=at(minutes + number / 1000))
        for number in range(count)
    ]
    with storage.unit_of_work() as uow:
        uow.imports.begin(import_id, paths=["/archive"], provider=None, at=at(minutes))
        uow.deliveries.register(files)
        uow.imports.note(
            import_id, files=count, size=100, skipped={"symlink": 2}, expected=count, at=at(minutes)
        )
        uow.imports.read(import_id, at=at(minutes))
        uow.commit()
    return import_id, [each.id for each in files]


def waiting(storage: Storage, limit: int = 100, *, lane: Lane = Lane.BULK) -> list[UUID]:
    with storage.unit_of_work() as uow:
        found = uow.deliveries.waiting(lane, now=at(9), hinted_before=None, limit=limit)
    return [each.id for each in found]


def claim(storage: Storage, ids: Sequence[UUID]) -> list[Delivery]:
    with storage.unit_of_work() as uow:
        claimed = uow.deliveries.claim(ids, owner="one", now=at(9), until=at(10))
        uow.commit()
    return claimed


def finish(storage: Storage, *outcomes: Outcome) -> None:
    with storage.unit_of_work() as uow:
        uow.deliveries.finish(outcomes, at=at(9))
        uow.commit()


def import_waits(storage: Storage) -> bool:
    with storage.reading() as reading:
        return reading.import_waits()


def standing(storage: Storage, import_id: UUID) -> ImportStanding:
    with storage.reading() as reading:
        about = reading.import_(import_id)
        assert about is not None
        return reading.import_standing(about, at(9.5))


def steer(storage: Storage, import_id: UUID, how: str) -> bool:
    with storage.unit_of_work() as uow:
        match how:
            case "pause":
                done = uow.imports.pause(import_id, at(5))
            case "resume":
                done = uow.imports.resume(import_id)
            case _:
                done = uow.imports.cancel(import_id, at(5))
        uow.commit()
    return done


def test_a_small_import_does_not_wait_for_a_large_ones_end(storage: Storage) -> None:
    """Each import has its turn, and so has what belongs to none."""
    _large, many = begin(storage, 50)
    _small, few = begin(storage, 3, minutes=1)
    replayed = delivery(lane=Lane.BULK, received_at=at(2))
    with storage.unit_of_work() as uow:
        uow.deliveries.register([replayed])
        uow.commit()

    fed = waiting(storage, 9)

    assert len(fed) == 7, "three shares of three, and one has but one file"
    assert set(fed) == {*few, *many[:3], replayed.id}


def test_a_paused_import_is_not_begun(storage: Storage) -> None:
    """Neither by a new message nor by one that was in the queue already; others go on."""
    paused, files = begin(storage, 3)
    _other, others = begin(storage, 2)
    with storage.unit_of_work() as uow:
        uow.deliveries.hinted(files[:1], at(1))
        uow.commit()

    assert steer(storage, paused, "pause")

    assert set(waiting(storage)) == set(others)
    assert [each.id for each in claim(storage, files)] == []
    assert {each.id for each in claim(storage, others)} == set(others)
    assert standing(storage, paused).state is ImportState.PAUSED


def test_a_resumed_import_goes_on_at_once(storage: Storage) -> None:
    """Also with the files whose messages came and were passed over meanwhile."""
    paused, files = begin(storage, 3)
    with storage.unit_of_work() as uow:
        uow.deliveries.hinted(files, at(1))
        uow.commit()
    steer(storage, paused, "pause")

    assert steer(storage, paused, "resume")

    assert set(waiting(storage)) == set(files)
    assert len(claim(storage, files)) == 3
    assert standing(storage, paused).state is ImportState.READING


def test_a_cancelled_import_ends_what_was_not_begun(storage: Storage) -> None:
    """What a worker has in hand is finished; each file has one outcome, and the bytes stay."""
    cancelled, files = begin(storage, 5)
    _other, others = begin(storage, 2)
    claim(storage, files[:1])

    assert steer(storage, cancelled, "cancel")
    with storage.unit_of_work() as uow:
        first = uow.imports.discard_cancelled(at(9), limit=3)
        second = uow.imports.discard_cancelled(at(9), limit=3)
        assert uow.imports.finish(at(9)) == [], "one is in hand"
        uow.commit()
    finish(storage, Outcome(delivery_id=files[0], word=OutcomeWord.NEW))
    with storage.unit_of_work() as uow:
        assert uow.imports.finish(at(9)) == [cancelled]
        uow.commit()

    assert (len(first), len(second)) == (3, 1)
    assert set(first + second) == set(files[1:])
    report = standing(storage, cancelled)
    assert report.outcomes == {"new": 1, "discarded": 4}
    assert report.reasons == {"discarded": {"cancelled": 4}}
    assert report.state is ImportState.CANCELLED
    assert set(waiting(storage)) == set(others)


def test_what_is_opened_again_leaves_its_cancelled_import(storage: Storage) -> None:
    """Else the next sweep would discard it, as it does with what was not begun."""
    cancelled, files = begin(storage, 2)
    claim(storage, files)
    steer(storage, cancelled, "cancel")
    finish(
        storage,
        Outcome(delivery_id=files[0], word=OutcomeWord.NEW),
        Outcome(delivery_id=files[1], word=OutcomeWord.QUARANTINED, reason=Reason.EMPTY),
    )
    with storage.unit_of_work() as uow:
        assert uow.deliveries.read_again(files) == files[:1]
        assert uow.deliveries.reopen(files, words=[OutcomeWord.QUARANTINED]) == files[1:]
        assert uow.imports.discard_cancelled(at(9), limit=3) == []
        uow.commit()
    assert {each.id: each.rereading for each in claim(storage, files)} == {
        files[0]: True,
        files[1]: False,
    }


def test_an_import_that_is_over_cannot_be_steered(storage: Storage) -> None:
    """Nor one that does not exist; a pause twice is one."""
    done, files = begin(storage, 1)
    finish(storage, Outcome(delivery_id=files[0], word=OutcomeWord.NEW))
    with storage.unit_of_work() as uow:
        assert uow.imports.finish(at(9)) == [done]
        uow.commit()
    going, _files = begin(storage, 1)

    assert not steer(storage, done, "pause")
    assert not steer(storage, done, "cancel")
    assert not steer(storage, going, "resume")
    assert steer(storage, going, "pause")
    assert not steer(storage, going, "pause")
    assert steer(storage, going, "cancel")
    assert not steer(storage, going, "cancel")
    assert not steer(storage, uuid4(), "cancel")


def test_a_cancelled_import_is_taken_up_by_the_same_command(storage: Storage) -> None:
    """Its discarded files are opened again; other discarded ones are left."""
    cancelled, files = begin(storage, 2)
    thrown = Outcome(delivery_id=files[0], word=OutcomeWord.DISCARDED, reason=Reason.EMPTY)
    finish(storage, thrown)
    steer(storage, cancelled, "cancel")
    with storage.unit_of_work() as uow:
        uow.imports.discard_cancelled(at(9), limit=10)
        uow.imports.begin(cancelled, paths=["/archive"], provider=None, at=at(9))
        opened = uow.deliveries.reopen(
            files, words={OutcomeWord.DISCARDED}, reason=Reason.CANCELLED
        )
        uow.commit()

    assert opened == files[1:]
    assert waiting(storage) == files[1:]
    assert standing(storage, cancelled).state is ImportState.REGISTERING


def test_the_report_adds_up(storage: Storage) -> None:
    """Outcomes and reasons, what is in hand, what waits, the rate and the time left."""
    import_id, files = begin(storage, 7)
    claim(storage, files[4:5])
    finish(
        storage,
        Outcome(delivery_id=files[0], word=OutcomeWord.NEW),
        Outcome(delivery_id=files[1], word=OutcomeWord.NEW, reason=Reason.TOO_LARGE),
        Outcome(delivery_id=files[2], word=OutcomeWord.QUARANTINED, reason=Reason.EMPTY),
        Outcome(delivery_id=files[3], word=OutcomeWord.QUARANTINED, reason=Reason.NOT_TEXT),
    )

    report = standing(storage, import_id)

    assert report.outcomes == {"new": 2, "quarantined": 2, "processing": 1, "received": 2}
    assert report.reasons == {
        "new": {"too_large": 1},
        "quarantined": {"empty": 1, "not_text": 1},
    }
    assert (report.done, report.open) == (4, 3)
    assert report.rate == 4 / 60
    assert report.seconds_left == 45
    assert report.about.skipped == {"symlink": 2}


def test_a_silent_registering_is_interrupted(storage: Storage) -> None:
    """Its process died; until then it is registering, and the uncounted time is not guessed."""
    import_id = uuid4()
    with storage.unit_of_work() as uow:
        uow.imports.begin(import_id, paths=["/archive"], provider="wire", at=at())
        uow.commit()

    with storage.reading() as reading:
        about = reading.import_(import_id)
        assert about is not None
        assert about.state(at(4)) is ImportState.REGISTERING
        assert about.state(at(6)) is ImportState.INTERRUPTED
        assert reading.import_standing(about, at(4)).seconds_left is None


def test_imports_are_found_by_their_last_digits(storage: Storage) -> None:
    """The newest first in the list."""
    first, _files = begin(storage, 1)
    second, _files = begin(storage, 1, minutes=1)

    with storage.reading() as reading:
        assert [each.id for each in reading.imports()] == [second, first]
        assert [each.id for each in reading.imports_ending_in(first.hex[-8:].upper())] == [first]
        assert reading.import_(uuid4()) is None


def test_the_rate_of_a_young_import_is_over_its_age(storage: Storage) -> None:
    """Ten seconds old, it is not measured over a minute."""
    import_id, files = begin(storage, 2, minutes=9)
    finish(storage, *(Outcome(delivery_id=each, word=OutcomeWord.NEW) for each in files))

    with storage.reading() as reading:
        about = reading.import_(import_id)
        assert about is not None
        young = reading.import_standing(about, at(9) + timedelta(seconds=10))
    assert young.rate == 0.2


def test_an_import_waits_until_the_last_of_its_files_is_begun(storage: Storage) -> None:
    """Whatever else is in the ledger: the sweeper asks this in its rests."""
    with storage.unit_of_work() as uow:
        uow.deliveries.register([delivery(lane=Lane.BULK), delivery()])
        uow.commit()
    before = import_waits(storage)
    _, files = begin(storage, 2)
    registered = import_waits(storage)
    claim(storage, files[:1])
    half = import_waits(storage)
    claim(storage, files[1:])

    assert [before, registered, half, import_waits(storage)] == [False, True, True, False]
