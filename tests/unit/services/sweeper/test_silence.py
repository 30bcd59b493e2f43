"""An owner is silent when its lease no longer changes, whatever the clocks say."""

from __future__ import annotations

from services.sweeper.silence import Silence
from shared.processes.owners import Presence
from tests.builders import at

FAR = {"far": at(0)}


def elsewhere(_owner: str) -> Presence:
    return Presence.UNKNOWN


def test_who_renews_is_not_silent() -> None:
    """Each change of the lease begins the wait anew."""
    silence = Silence(10, 600, elsewhere)
    for second in range(0, 60, 4):
        assert silence.silent({"far": at(second)}, second) == {}


def test_who_does_not_renew_is_silent_after_the_lease() -> None:
    silence = Silence(10, 600, elsewhere)

    assert silence.silent(FAR, 100) == {}
    assert silence.silent(FAR, 110) == {}
    assert silence.silent(FAR, 110.1) == FAR


def test_clocks_do_not_matter() -> None:
    """A lease far in the past or in the future is no sign: clocks differ and are set back."""
    silence = Silence(10, 600, elsewhere)
    skewed = {"behind": at(days=-1), "ahead": at(days=1)}

    assert silence.silent(skewed, 0) == {}
    assert silence.silent({"behind": at(1, days=-1), "ahead": at(days=1)}, 11) == {
        "ahead": at(days=1)
    }


def test_who_is_gone_is_silent_at_once() -> None:
    assert Silence(10, 600, lambda _owner: Presence.GONE).silent(FAR, 0) == FAR


def test_who_is_there_is_not_silent_as_long_as_it_may_hang() -> None:
    """A parser that holds the interpreter renews nothing; its process must not be doubled."""
    silence = Silence(10, 600, lambda _owner: Presence.THERE)

    assert silence.silent(FAR, 0) == {}
    assert silence.silent(FAR, 600) == {}


def test_what_a_process_that_is_there_has_forgotten_is_taken_from_it() -> None:
    """It would be nobody's until the process ends, and that may be in a month."""
    silence = Silence(10, 600, lambda _owner: Presence.THERE)
    silence.silent(FAR, 0)

    assert silence.silent(FAR, 601) == FAR


def test_who_let_go_is_forgotten() -> None:
    """An owner that comes again has its whole time again."""
    silence = Silence(10, 600, elsewhere)
    silence.silent(FAR, 0)
    silence.silent({}, 5)

    assert silence.silent(FAR, 11) == {}
