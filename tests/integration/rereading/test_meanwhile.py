"""What happens while a file is read again: its bytes come once more, its worker dies."""

from __future__ import annotations

import pytest

from tests.builders import FOREST, FOREST_TEXT, json_lines
from tests.integration.rereading.desks import MENU, Desk, as_menu
from workers.batches.rebuild import rebuild
from workers.batches.steps import Step


class Died(BaseException):
    """Stands for a kill: nothing catches it."""


def test_a_redelivery_meanwhile_is_one(desk: Desk) -> None:
    """Its bytes are known, though just being read again; both end, in either order."""
    delivery = desk.receive(FOREST_TEXT)
    desk.process([delivery], as_menu)
    desk.read_again([delivery])
    twin, later = desk.receive(FOREST_TEXT, "twin.txt"), desk.receive(FOREST_TEXT, "later.txt")
    desk.process([twin])
    desk.process([later, delivery])

    assert desk.row(twin)["outcome"] == "redelivery"
    assert desk.row(later)["outcome"] == "redelivery"
    assert desk.row(delivery)["outcome"] == "new"
    [after] = desk.articles()
    assert after["body"] == "\n\n".join(FOREST)


@pytest.mark.parametrize("step", Step)
def test_a_worker_that_dies_at_any_step_leaves_what_can_be_read_again(
    desk: Desk, step: Step
) -> None:
    """The next one comes to the same: one article, changed once."""
    delivery = desk.receive(json_lines(2), "two.jsonl")
    desk.process([delivery], as_menu)
    end = len(desk.changes())
    desk.read_again([delivery])

    def dies(at: Step) -> None:
        if at is step:
            raise Died

    with pytest.raises(Died):
        desk.process([delivery], after=dies)
    with desk.storage.reading() as reading:
        holders = reading.leases()
    with desk.storage.unit_of_work() as uow:
        uow.deliveries.expire(holders, 1000)
        uow.commit()
    desk.process([delivery])

    assert all(row["body"] != "\n\n".join(MENU) for row in desk.articles())
    changed = [each["kind"] for each in desk.changes(end) if each["kind"] == "article_reread"]
    assert len(changed) == 2
    assert desk.row(delivery)["items"] == {"new": 1, "exact_duplicate": 1}
    assert rebuild(desk.storage) == 0
