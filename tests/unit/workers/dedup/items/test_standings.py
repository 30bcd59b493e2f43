"""Versions of one item, whatever the order in which they came."""

from __future__ import annotations

from shared.domain.article import PubStatus
from tests.unit.workers.dedup.builders import FLOOD, article, named
from workers.dedup.items.standings import runs_of, standings_of

OTHER = (*FLOOD, "The council has met.")


def standings(*members):
    """Return standing by name of the given (name, entry) members."""
    entries = {name: built[0] for name, built in members}
    found = {s.article_id: s for s in standings_of(runs_of(list(entries.values())))}
    return {name: found[entry.article_id] for name, entry in entries.items()}


def test_a_later_text_is_the_next_version():
    """It supersedes the one before, and is current."""
    found = standings(
        ("b", article("b", body=OTHER, hours=0, at=2)), ("a", article("a", hours=0, at=1))
    )
    assert (found["a"].ordinal, found["a"].current) == (1, False)
    assert (found["b"].ordinal, found["b"].current) == (2, True)
    assert found["b"].supersedes == named("a")
    assert found["a"].supersedes is None


def test_the_providers_number_goes_before_the_time():
    """A version that was sent late is still the earlier one."""
    found = standings(
        ("one", article("one", body=OTHER, version=1, at=9)),
        ("two", article("two", version=2, at=1)),
    )
    assert found["two"].current
    assert found["two"].supersedes == named("one")


def test_equal_content_in_a_row_is_one_version():
    """A copy shares the number of the first of the run, and is not current."""
    found = standings(
        ("a", article("a", at=1)),
        ("b", article("b", body=OTHER, at=2)),
        ("c", article("c", body=OTHER, at=3)),
    )
    assert (found["c"].ordinal, found["c"].current) == (2, False)
    assert found["b"].current
    assert found["c"].supersedes == named("a")


def test_a_text_that_comes_back_is_a_version_of_its_own():
    """The provider took its change back: a third version, with the words of the first."""
    found = standings(
        ("a", article("a", at=1)),
        ("b", article("b", body=OTHER, at=2)),
        ("c", article("c", at=3)),
    )
    assert (found["c"].ordinal, found["c"].current) == (3, True)


def test_a_kill_leaves_no_version_current():
    """The item is taken back."""
    found = standings(
        ("a", article("a", at=1)),
        ("kill", article("kill", body=OTHER, at=2, pub_status=PubStatus.CANCELED)),
    )
    assert not any(standing.current for standing in found.values())


def test_a_kill_that_repeats_the_text_is_a_kill():
    """The same words without the right to be published are another version."""
    found = standings(
        ("a", article("a", at=1)),
        ("kill", article("kill", at=2, pub_status=PubStatus.CANCELED)),
    )
    assert found["kill"].ordinal == 2
    assert not found["a"].current


def test_a_kill_of_the_same_moment_comes_after_what_it_kills():
    """Providers stamp a kill with the time of the article."""
    for name in ("x", "y", "z"):
        found = standings(
            (name, article(name, at=1)),
            ("kill", article("kill", body=OTHER, at=1, pub_status=PubStatus.CANCELED)),
        )
        assert not found[name].current


def test_a_late_redelivery_does_not_undo_a_kill():
    """Without a date it seems to be the newest; it joins the version that it repeats."""
    found = standings(
        ("a", article("a", at=1)),
        ("kill", article("kill", body=OTHER, at=2, pub_status=PubStatus.CANCELED)),
        ("late", article("late", hours=None, at=50)),
    )
    assert found["late"].ordinal == 1
    assert not any(standing.current for standing in found.values())


def test_a_new_text_after_a_kill_is_a_version():
    """The provider publishes again, corrected."""
    found = standings(
        ("a", article("a", at=1)),
        ("kill", article("kill", body=("Kill this story.",), at=2, pub_status=PubStatus.CANCELED)),
        ("again", article("again", body=OTHER, at=3)),
    )
    assert (found["again"].ordinal, found["again"].current) == (3, True)


def test_a_higher_number_of_the_provider_brings_a_killed_text_back():
    """Only the provider can say so, and says it with a version."""
    found = standings(
        ("a", article("a", version=1, at=1)),
        ("kill", article("kill", version=2, at=2, pub_status=PubStatus.CANCELED)),
        ("again", article("again", version=3, at=3)),
    )
    assert (found["again"].ordinal, found["again"].current) == (3, True)


def test_a_kill_without_a_number_follows_the_numbers_that_were_out():
    """Notices often have no version of their own."""
    found = standings(
        ("two", article("two", version=2, at=1)),
        ("kill", article("kill", body=OTHER, at=2, pub_status=PubStatus.CANCELED)),
    )
    assert found["kill"].ordinal == 2
    assert not found["two"].current


def test_a_withheld_version_is_current_but_not_usable():
    """The version before is not shown in its place."""
    found = standings(
        ("a", article("a", at=1)),
        ("held", article("held", at=2, pub_status=PubStatus.WITHHELD)),
    )
    assert found["held"].current
    assert not found["a"].current


def test_the_same_text_without_its_embargo_lifts_it():
    """It is a version, and current: else the text would stay unseen until the embargo's end."""
    found = standings(("a", article("a", at=1, embargo=90)), ("b", article("b", at=2)))
    assert (found["b"].ordinal, found["b"].current) == (2, True)


def test_an_embargo_is_moved_by_a_numbered_version():
    """Also where its text stays."""
    found = standings(
        ("a", article("a", version=1, at=1, embargo=9)),
        ("b", article("b", version=2, at=2, embargo=90)),
    )
    assert found["b"].current


def test_an_embargo_that_begins_with_each_receipt_is_not_moved_by_a_copy():
    """A provider's profile gives every copy one of its own: the first counts."""
    found = standings(("a", article("a", at=1, embargo=9)), ("b", article("b", at=2, embargo=10)))
    assert (found["b"].ordinal, found["a"].current, found["b"].current) == (1, True, False)


def test_a_correction_with_the_time_of_what_it_corrects_comes_after_it():
    """Many keep the time of publication; an update stands between the two."""
    found = standings(
        ("fixed", article("fixed", "CORRECTED: River floods", OTHER, at=1)),
        ("more", article("more", "UPDATE: River floods", OTHER[1:], at=1)),
        ("first", article("first", at=1)),
    )
    assert [found[name].ordinal for name in ("first", "more", "fixed")] == [1, 2, 3]
    assert found["fixed"].current


def test_of_two_texts_at_one_time_the_longer_is_current():
    """A teaser and its page, which state no change."""
    for short in (FLOOD[:2], FLOOD[1:], FLOOD[:4]):
        found = standings(
            ("page", article("page", at=1)), ("teaser", article("t", body=short, at=1))
        )
        assert (found["teaser"].ordinal, found["page"].current) == (1, True)
