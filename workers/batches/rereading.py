"""
Deliveries whose articles are stored, read once more: after a change of parsers (`reprocess`).

What is read otherwise now is written over what was, which is laid aside in `former_readings`. Then
the stories of all these articles are found anew from their members: a wrong reading may have joined
what has nothing in common. So a store that was read again answers as one that was filled anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.batches.rebuild import place_anew

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime
    from uuid import UUID

    from shared.domain.filing import Filing
    from shared.storage import UnitOfWork
    from workers.batches.batch import Batch
    from workers.batches.tally import Tally


def renew(
    uow: UnitOfWork, batch: Batch, filed: Sequence[Filing], *, held: Collection[UUID], at: datetime
) -> None:
    """Bring the stored articles of what is read again up to date; new ones are not written yet."""
    again = _again(batch.tallies, held)
    if not again:
        return
    ids = {tally.delivery.id for tally in again}
    differing = uow.rereading.compare([each for each in filed if each.delivery_id in ids])
    gone = _gone(uow, _again(batch.finished, held))
    touched = gone | {each.filing.entry.article_id for each in differing}
    if not touched:
        return
    uow.rebuilding.begin_some(uow.rereading.stories(touched))
    changes = uow.rereading.rewrite(differing, at) + uow.rereading.remove(gone, at)
    place_anew(uow)
    uow.changes.append(changes + uow.rebuilding.finish_some(), at)


def count(uow: UnitOfWork, batch: Batch, held: Collection[UUID]) -> None:
    """Let what is read again end with the words of all its stored articles."""
    for tally in _again(batch.finished, held):
        tally.stored = uow.rereading.words(tally.delivery.id)


def _again(tallies: Sequence[Tally], held: Collection[UUID]) -> list[Tally]:
    return [each for each in tallies if each.delivery.rereading and each.delivery.id in held]


def _gone(uow: UnitOfWork, ended: Sequence[Tally]) -> set[UUID]:
    """Return what is no longer read; of a file that was not read to its end, nothing is known."""
    gone: set[UUID] = set()
    for tally in ended:
        if tally.rejected is None and tally.failure is None:
            gone |= uow.rereading.of_delivery(tally.delivery.id) - tally.seen
    return gone
