from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.watcher.arrivals import stability
from services.watcher.arrivals.stability import Arrivals, Look, Sign, Writers

LOOK = Look(inode=7, size=100, stamps=(1, 1), writers=Writers.NONE)
SETTLE = 2.0


@pytest.fixture
def arrivals() -> Arrivals:
    return Arrivals(SETTLE)


def whole_after(arrivals: Arrivals, look: Look, *, start: float = 0.0) -> float:
    """Return at which time a file that always looks the same is whole."""
    for _ in range(1000):
        at = max(start, arrivals.next_due() or start)
        for path in list(arrivals.due(at)):
            if arrivals.judge(path, look, at):
                return at
        start = at
    pytest.fail("it was never whole")


def test_a_file_moved_in_that_nobody_writes_is_whole_at_once(arrivals: Arrivals):
    arrivals.notice("a", Sign.MOVED, 5.0)

    assert list(arrivals.due(5.0)) == ["a"]
    assert arrivals.judge("a", LOOK, 5.0)
    assert len(arrivals) == 0
    assert arrivals.next_due() is None


def test_a_closed_file_is_left_to_its_writer_for_a_moment(arrivals: Arrivals):
    """Programs that copy set the times of the copy by its path, after they closed it."""
    arrivals.notice("a", Sign.CLOSED, 5.0)

    assert list(arrivals.due(5.0)) == []
    assert whole_after(arrivals, LOOK) == 5.0 + stability.CLOSED_GRACE


def test_a_file_closed_again_and_again_is_looked_at_when_that_ends(arrivals: Arrivals):
    for number in range(100):
        arrivals.notice("a", Sign.CLOSED, number / 1000)
        assert list(arrivals.due(number / 1000)) == []

    assert whole_after(arrivals, LOOK) == 0.099 + stability.CLOSED_GRACE


def test_a_found_file_that_nobody_writes_is_whole_at_once(arrivals: Arrivals):
    """It may have lain there for days before the watcher started."""
    arrivals.notice("a", Sign.FOUND, 0.0)

    assert whole_after(arrivals, LOOK) == 0.0


def test_a_written_file_is_not_whole_however_long_it_stands_still(arrivals: Arrivals):
    """A slow download may pause for minutes."""
    arrivals.notice("a", Sign.CLOSED, 0.0)
    busy = replace(LOOK, writers=Writers.SOME)

    now = 0.0
    while now < 600:
        now = max(now, arrivals.next_due() or 0)
        for path in arrivals.due(now):
            assert not arrivals.judge(path, busy, now)


def test_after_a_close_the_writer_is_asked_for_again_within_milliseconds(arrivals: Arrivals):
    """The kernel tells of the close a moment before it lets go of the writer."""
    arrivals.notice("a", Sign.MOVED, 0.0)
    list(arrivals.due(0.0))

    arrivals.judge("a", replace(LOOK, writers=Writers.SOME), 0.0)

    assert arrivals.next_due() == stability.FIRST_RETRY


def test_a_writer_that_stays_is_asked_for_ever_less_often(arrivals: Arrivals):
    arrivals.notice("a", Sign.MOVED, 0.0)
    looks, now = 0, 0.0
    while now < 3600:
        for path in arrivals.due(now):
            arrivals.judge(path, replace(LOOK, writers=Writers.SOME), now)
            looks += 1
        now = arrivals.next_due() or pytest.fail("it was forgotten")

    assert looks < 3600 / stability.LAST_RETRY + 20


def test_a_close_ends_the_long_wait(arrivals: Arrivals):
    arrivals.notice("a", Sign.CREATED, 0.0)
    for now in (0.25, 0.5, 1.0, 2.0, 5.0, 10.0):
        for path in arrivals.due(now):
            arrivals.judge(path, replace(LOOK, writers=Writers.SOME), now)

    arrivals.notice("a", Sign.MOVED, 11.0)

    assert list(arrivals.due(11.0)) == ["a"]


def test_a_created_file_is_given_time_to_be_closed(arrivals: Arrivals):
    """Its close event follows; a file that was linked in has none and is looked at then."""
    arrivals.notice("a", Sign.CREATED, 0.0)

    assert list(arrivals.due(0.0)) == []
    assert whole_after(arrivals, LOOK) == stability.CREATED_GRACE


@pytest.mark.parametrize("sign", list(Sign))
@pytest.mark.parametrize("writers", [Writers.NONE, Writers.UNKNOWN])
def test_an_empty_file_must_stand_still_first(arrivals: Arrivals, sign: Sign, writers: Writers):
    """Between creation and first byte every file is empty, and for a moment without a writer."""
    arrivals.notice("a", sign, 0.0)

    assert whole_after(arrivals, replace(LOOK, size=0, writers=writers)) >= SETTLE


def test_an_empty_file_that_is_filled_meanwhile_is_judged_by_what_it_became(arrivals: Arrivals):
    arrivals.notice("a", Sign.MOVED, 0.0)
    list(arrivals.due(0.0))
    assert not arrivals.judge("a", replace(LOOK, size=0), 0.0)

    arrivals.notice("a", Sign.MOVED, 0.5)

    assert list(arrivals.due(0.5)) == ["a"]
    assert arrivals.judge("a", LOOK, 0.5)


def test_without_leases_a_found_file_must_stand_still(arrivals: Arrivals):
    arrivals.notice("a", Sign.FOUND, 0.0)

    assert whole_after(arrivals, replace(LOOK, writers=Writers.UNKNOWN)) == SETTLE


def test_without_leases_a_close_shortens_the_wait(arrivals: Arrivals):
    arrivals.notice("a", Sign.CLOSED, 0.0)

    whole = whole_after(arrivals, replace(LOOK, writers=Writers.UNKNOWN))

    assert whole == stability.CLOSED_GRACE + SETTLE * stability.CLOSED_SHARE


def test_without_leases_a_created_file_is_waited_for_much_longer(arrivals: Arrivals):
    """Its writer is at work on this very machine, and may pause."""
    arrivals.notice("a", Sign.CREATED, 0.0)

    assert whole_after(arrivals, replace(LOOK, writers=Writers.UNKNOWN)) >= 10 * SETTLE


@pytest.mark.parametrize(
    "other", [replace(LOOK, size=101), replace(LOOK, stamps=(1, 2)), replace(LOOK, inode=8)]
)
def test_any_change_begins_the_stillness_anew(arrivals: Arrivals, other: Look):
    arrivals.notice("a", Sign.FOUND, 0.0)
    list(arrivals.due(0.0))
    arrivals.judge("a", replace(LOOK, writers=Writers.UNKNOWN), 0.0)
    list(arrivals.due(2.0))

    assert not arrivals.judge("a", replace(other, writers=Writers.UNKNOWN), 2.0)
    assert arrivals.next_due() == 2.0 + SETTLE


def test_a_path_with_two_signs_is_looked_at_once(arrivals: Arrivals):
    arrivals.notice("a", Sign.CREATED, 0.0)
    arrivals.notice("a", Sign.MOVED, 0.0)
    arrivals.notice("a", Sign.MOVED, 0.0)
    arrivals.notice("a", Sign.FOUND, 0.0)

    assert list(arrivals.due(0.0)) == ["a"]
    assert list(arrivals.due(0.0)) == []


def test_a_batch_cut_short_leaves_the_rest_due(arrivals: Arrivals):
    for name in "abc":
        arrivals.notice(name, Sign.MOVED, 0.0)

    assert next(arrivals.due(0.0)) == "a"
    assert arrivals.next_due() == 0.0
    assert list(arrivals.due(0.0)) == ["b", "c"]


def test_what_is_forgotten_does_not_come_back(arrivals: Arrivals):
    arrivals.notice("a", Sign.CREATED, 0.0)
    arrivals.forget("a")

    assert list(arrivals.due(100.0)) == []


def test_what_is_put_off_comes_back_after_its_delay(arrivals: Arrivals):
    arrivals.notice("a", Sign.MOVED, 0.0)
    list(arrivals.due(0.0))

    arrivals.later("a", 3.0, 0.0)

    assert list(arrivals.due(2.9)) == []
    assert list(arrivals.due(3.0)) == ["a"]


def test_the_scan_pauses_when_too_many_are_in_hand(
    arrivals: Arrivals, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(stability, "MOST_TRACKED", 2)
    arrivals.notice("a", Sign.FOUND, 0.0)
    assert not arrivals.full

    arrivals.notice("b", Sign.FOUND, 0.0)

    assert arrivals.full


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "b", "c"]),
            st.sampled_from(list(Sign)),
            st.floats(0, 3),
            st.sampled_from(list(Writers)),
        ),
        max_size=40,
    )
)
def test_no_sign_is_ever_lost(story: list[tuple[str, Sign, float, Writers]]):
    """Whatever happens before: once nobody writes and it stands still, each file is whole."""
    arrivals, now, waiting = Arrivals(SETTLE), 0.0, set()
    for path, sign, pause, writers in story:
        arrivals.notice(path, sign, now)
        waiting.add(path)
        now += pause
        for due in arrivals.due(now):
            if arrivals.judge(due, replace(LOOK, writers=writers), now):
                waiting.discard(due)
    for _ in range(200):
        now += 0.25
        for due in arrivals.due(now):
            if arrivals.judge(due, LOOK, now):
                waiting.discard(due)

    assert waiting == set()
