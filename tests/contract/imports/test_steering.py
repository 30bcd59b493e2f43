"""Imports are paused, resumed, cancelled and taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from shared.domain.delivery import Outcome, OutcomeWord
from shared.domain.imports import ImportState
from shared.errors import Reason
from tests.builders import at
from tests.contract.imports.ledger import begin, claim, finish, standing, steer, waiting

if TYPE_CHECKING:
    from shared.storage import Storage


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
    assert (report.done, report.read) == (5, 1)
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
