"""When the words for the search are made."""

from __future__ import annotations

from services.sweeper.putting_off import PuttingOff


def caught_up(seconds: float = 15) -> PuttingOff:
    """Return what was begun a while ago and found none missing."""
    words = PuttingOff(seconds, 0.5)
    words.caught_up()
    return words


def test_words_are_made_at_once_where_nothing_is_read() -> None:
    """A dropped file is found a moment after it can be read."""
    assert caught_up().is_due(100.0, in_hand=False)


def test_words_wait_while_files_are_read_but_not_for_longer_than_was_said() -> None:
    """The time counts from the first look that found some missing, however many come after."""
    words = caught_up()
    assert [words.is_due(now, in_hand=True) for now in (100.0, 107.0, 114.0)] == [False] * 3
    assert words.is_due(115.0, in_hand=True)


def test_words_that_waited_too_long_are_due_until_none_is_missing() -> None:
    """Chunk after chunk is made beside the reading; then the next ones wait anew."""
    words = caught_up()
    words.is_due(100.0, in_hand=True)
    assert words.is_due(116.0, in_hand=True)
    assert words.is_due(117.0, in_hand=True)
    words.caught_up()
    assert not words.is_due(118.0, in_hand=True)
    assert words.is_due(133.0, in_hand=True)


def test_a_burst_that_ends_and_begins_again_puts_nothing_off_anew() -> None:
    """What is missing since the first burst is late since then."""
    words = caught_up()
    looks = ((100.0, True), (110.0, False), (114.0, True), (115.0, True))
    assert [words.is_due(now, in_hand=held) for now, held in looks] == [False, True, False, True]


def test_nothing_is_put_off_by_no_second() -> None:
    """The setting's 0: words are made beside the reading."""
    assert caught_up(0).is_due(100.0, in_hand=True)


def test_what_is_put_off_is_looked_at_sooner() -> None:
    """The words are begun a moment after the last file was read."""
    words = caught_up()
    assert words.pause() == 0.5
    words.is_due(100.0, in_hand=True)
    assert words.pause() == 0.1
    words.caught_up()
    assert words.pause() == 0.5


def test_words_that_are_missing_at_the_start_wait_no_longer() -> None:
    """A sweeper that is killed every few seconds makes some each time, whatever is in hand."""
    words = PuttingOff(15, 0.5)
    assert words.is_due(100.0, in_hand=True)
    assert words.is_due(101.0, in_hand=True), "until there are none"
