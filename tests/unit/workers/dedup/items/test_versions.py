"""Which articles are versions of one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import PubStatus
from shared.domain.story import ExactDuplicate, NearDuplicate, New, NewVersion, Stale
from tests.unit.workers.dedup.book import Book
from tests.unit.workers.dedup.builders import FLOOD, article, named

if TYPE_CHECKING:
    from uuid import UUID

HEADLINE = "River floods the old town"
LONGER = (*FLOOD, "The harbour master had warned of it for years, and nobody had listened to him.")
COCOA = (
    "Cocoa rose for the fifth day running as dealers in the port bought what was left of the old",
    "crop, and growers held back their beans in the hope of more. Rain has come late this year.",
)


def book(*built):
    found = Book()
    for each in built:
        found.add([each])
    return found


def word(found, built):
    """Add one article; return its verdict."""
    return found.add([built]).verdicts[built[0].article_id]


def items(found):
    """Return the names of the articles of each item with more than one."""
    groups: dict[UUID | None, set[UUID]] = {}
    for entry in found.entries.values():
        groups.setdefault(entry.item_id, set()).add(entry.article_id)
    return [members for item, members in groups.items() if item and len(members) > 1]


def test_a_correction_of_a_like_text_is_a_version_of_it():
    """One provider, a mark, a like text: no guid is needed."""
    stored = book(article("a"))
    correction = article("b", f"CORRECTED: {HEADLINE}", LONGER, hours=3)
    assert word(stored, correction) == NewVersion(named("a"))
    assert not stored.standings[named("a")].current


def test_updates_are_versions_in_their_own_order():
    """Whatever the order of arrival, and without any date: `UPDATE 2` comes after `UPDATE 1`."""
    stored = book(
        article("two", f"UPDATE 2-{HEADLINE}", LONGER, hours=None, at=1),
        article("one", f"UPDATE 1-{HEADLINE}", (*FLOOD, "More soon."), hours=None, at=2),
    )
    assert word(stored, article("first", hours=None, at=9)) == Stale(named("two"))
    assert [stored.standings[named(name)].ordinal for name in ("first", "one", "two")] == [1, 2, 3]


def test_an_undated_correction_comes_last():
    """Of several texts it is the one to read."""
    stored = book(article("fixed", f"Korrektur: {HEADLINE}", LONGER, hours=None, at=1))
    assert word(stored, article("first", hours=None, at=9)) == Stale(named("fixed"))


def test_a_like_text_without_a_mark_is_no_version():
    """It stays a near-duplicate, and both can be read."""
    stored = book(article("a"))
    assert isinstance(word(stored, article("b", body=LONGER, hours=3)), NearDuplicate)
    assert items(stored) == []


def test_a_like_text_that_comes_after_a_correction_is_no_version():
    """A cut copy must not take the place of what was corrected."""
    stored = book(article("a"), article("b", f"CORRECTED: {HEADLINE}", LONGER, hours=3))
    assert isinstance(word(stored, article("c", body=FLOOD[:4], hours=5)), NearDuplicate)
    assert stored.standings[named("b")].current


def test_another_providers_correction_is_no_version_of_ours():
    """Each paper corrects its own."""
    stored = book(article("a"))
    other = article("b", f"CORRECTED: {HEADLINE}", LONGER, hours=3, provider="paper")
    assert isinstance(word(stored, other), NearDuplicate)


def test_a_correction_takes_the_place_of_its_own_papers_text_alone():
    """One folder may hold many papers: where both name a source, it decides."""
    stored = book(article("a", source="post"), article("b", body=LONGER, hours=1, source="times"))
    word(stored, article("c", f"CORRECTED: {HEADLINE}", LONGER[1:], hours=3, source="the post"))
    assert items(stored) == [{named("a"), named("c")}]
    assert stored.standings[named("b")].current


def test_a_short_name_inside_another_s_word_is_another_house():
    """Whole words of a name are the same house: `ap` and `ap news`, and no `japan times`."""
    for source, verdict in (("ap news", NewVersion), ("japan times", NearDuplicate)):
        stored = book(article("a", source="ap"))
        correction = article("b", f"CORRECTED: {HEADLINE}", LONGER, hours=3, source=source)
        assert isinstance(word(stored, correction), verdict)


def test_a_correction_without_a_source_is_of_the_folders_one_house():
    """So is one of a text that names none."""
    stored = book(article("a", source="post"))
    correction = article("b", f"CORRECTED: {HEADLINE}", LONGER, hours=3)
    assert word(stored, correction) == NewVersion(named("a"))


def test_a_mark_after_weeks_is_another_storys():
    """An update comes within a week."""
    stored = book(article("a"))
    late = article("b", f"UPDATE 1-{HEADLINE}", LONGER, hours=24 * 30)
    assert not isinstance(word(stored, late), NewVersion)


def test_a_repeat_of_a_version_is_a_copy():
    """`RPT-` before the headline changes nothing."""
    stored = book(article("a", item="i"))
    assert word(stored, article("b", f"RPT-{HEADLINE}", item="i", hours=2)) == ExactDuplicate(
        named("a")
    )


def test_a_correction_joins_the_item_of_what_it_corrects():
    """All versions share one id, that which the provider gave."""
    stored = book(article("a", item="i"), article("b", body=LONGER, item="i", hours=1))
    word(stored, article("c", f"CORRECTED: {HEADLINE}", (*LONGER, "It was 1912."), hours=2))
    assert items(stored) == [{named("a"), named("b"), named("c")}]
    assert stored.entries[named("c")].item_id == stored.entries[named("a")].identity


def test_strangers_with_one_small_name_stay_strangers():
    """Two files number their lines from 1."""
    stored = book(article("a", local="1"))
    assert word(stored, article("b", "Cocoa rises", COCOA, local="1")) == New()
    assert items(stored) == []


def test_like_texts_with_one_small_name_are_versions():
    """Then the name says what it seems to say."""
    stored = book(article("a", local="1"))
    assert word(stored, article("b", body=LONGER, local="1", hours=1)) == NewVersion(named("a"))


def test_the_same_text_with_one_small_name_is_a_copy_of_the_version():
    """Under another headline, a version."""
    stored = book(article("a", local="1"))
    assert word(stored, article("b", local="1", hours=1)) == ExactDuplicate(named("a"))
    assert word(stored, article("c", "Quay under water", local="1", hours=2)) == NewVersion(
        named("a")
    )


def test_numbered_versions_with_one_small_name_are_versions():
    """The provider counts them itself, however different the texts."""
    stored = book(article("a", local="1", version=1))
    assert word(stored, article("b", "Cocoa", COCOA, local="1", version=2)) == NewVersion(
        named("a")
    )


def test_a_kill_reaches_all_that_have_its_small_name():
    """It must not miss, whichever came first."""
    kill = article(
        "kill", "Kill", ("Kill this.",), local="1", hours=5, pub_status=PubStatus.CANCELED
    )
    after, before = book(article("a", local="1"), kill), book(kill, article("a", local="1"))
    for stored in (after, before):
        assert not stored.standings[named("a")].current
    assert after.lasting == before.lasting
