"""What is told of an import: outcomes and reasons, rate and time left."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from shared.domain.delivery import Outcome, OutcomeWord
from shared.domain.imports import ImportState
from shared.errors import Reason
from tests.builders import at
from tests.contract.imports.ledger import begin, claim, finish, standing

if TYPE_CHECKING:
    from shared.storage import Storage


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
