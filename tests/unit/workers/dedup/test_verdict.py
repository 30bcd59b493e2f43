"""The word that each new article earns, and what it does to the stories that are there."""

from __future__ import annotations

from shared.domain.article import PubStatus
from shared.domain.story import ExactDuplicate, NearDuplicate, New, NewVersion, Stale
from tests.unit.workers.dedup.book import Book
from tests.unit.workers.dedup.builders import FLOOD, article, named

LONGER = (*FLOOD, "The harbour master had warned of it for years, and nobody had listened to him.")
COCOA = (
    "Cocoa rose for the fifth day running as dealers in the port bought what was left of the old",
    "crop, and growers held back their beans in the hope of more. Rain has come late this year.",
)
FED = (
    "The Fed entered the market to arrange 1.5 billion dollars of customer repurchase agreements",
    "in the afternoon, dealers in the city said on the day.",
)


def book(*built):
    found = Book()
    found.add(built)
    return found


def word(found, *built):
    """Add a batch; return the verdict of its last article."""
    return list(found.add(built).verdicts.values())[-1]


def test_an_article_like_no_other_is_new():
    """Nothing is stored, or nothing like it."""
    assert word(Book(), article("a")) == New()
    assert word(book(article("a")), article("b", "Cocoa rises", COCOA)) == New()


def test_the_same_text_under_another_headline_is_an_exact_duplicate():
    """Of the founder, when there are several."""
    stored = book(article("later", hours=5), article("first", hours=1))
    assert word(stored, article("copy", "Quay under water", hours=9)) == ExactDuplicate(
        named("first")
    )


def test_a_like_text_is_a_near_duplicate_of_the_likest():
    """Its link is the strongest evidence."""
    stored = book(article("half", body=FLOOD[:3]), article("whole"))
    verdict = word(stored, article("longer", body=LONGER, hours=1))
    assert isinstance(verdict, NearDuplicate)
    assert verdict.of == named("whole")
    assert {verdict.link.left, verdict.link.right} == {named("whole"), named("longer")}


def test_an_earlier_article_of_the_same_batch_counts_as_stored():
    """As if they had come one by one."""
    assert word(Book(), article("a"), article("b")) == ExactDuplicate(named("a"))


def test_a_later_article_of_the_same_batch_does_not():
    """The first to come is new, whatever follows."""
    decision = Book().add([article("a"), article("b", body=LONGER)])
    assert decision.verdicts[named("a")] == New()
    assert isinstance(decision.verdicts[named("b")], NearDuplicate)
    assert len(decision.links) == 1


def test_a_later_text_of_an_item_is_a_new_version():
    """It supersedes the version before."""
    stored = book(article("a", item="i", at=1))
    assert word(stored, article("b", body=LONGER, item="i", at=2)) == NewVersion(named("a"))


def test_an_earlier_text_of_an_item_is_stale():
    """It names the version that is current."""
    stored = book(article("b", body=LONGER, item="i", at=2))
    assert word(stored, article("a", item="i", at=1)) == Stale(named("b"))


def test_a_repeat_of_a_version_is_an_exact_duplicate_of_it():
    """Also of one that is not the current any more."""
    stored = book(article("a", item="i", at=1), article("b", body=LONGER, item="i", at=5))
    assert word(stored, article("c", item="i", at=2)) == ExactDuplicate(named("a"))


def test_a_kill_is_a_new_version():
    """It supersedes what it kills."""
    stored = book(article("a", item="i", at=1))
    kill = article("kill", item="i", at=2, pub_status=PubStatus.CANCELED)
    assert word(stored, kill) == NewVersion(named("a"))


def test_a_redelivery_after_a_kill_is_stale():
    """It names the kill."""
    stored = book(
        article("a", item="i", at=1),
        article("kill", item="i", at=2, pub_status=PubStatus.CANCELED),
    )
    assert word(stored, article("late", item="i", at=90)) == Stale(named("kill"))


def test_versions_of_one_item_are_one_story_however_different():
    """A live blog shares no word with its beginning."""
    stored = book(article("a", item="i", at=1))
    stored.add([article("b", "Cocoa rises", COCOA, item="i", at=2)])
    assert len({entry.story_id for entry in stored.entries.values()}) == 1


def test_an_article_that_joins_two_stories_merges_them():
    """The older founder names both."""
    left, right = article("left", body=FLOOD[:2]), article("right", body=FLOOD[3:], hours=1)
    stored = book(left, right)
    assert len({entry.story_id for entry in stored.entries.values()}) == 2
    decision = stored.add([article("whole", hours=2)])
    assert decision.merges == {named("right"): named("left")}
    assert decision.stories == {named("whole"): named("left")}


def test_an_older_article_takes_its_story_over():
    """The story is named after its founder, whenever that comes."""
    stored = book(article("copy", hours=5))
    decision = stored.add([article("original", hours=1)])
    assert decision.merges == {named("copy"): named("original")}


def test_copies_of_two_like_texts_are_all_linked():
    """Each pair, once: the links do not depend on which copy came first."""
    stored = book(article("a1"), article("b1", body=LONGER))
    stored.add([article("a2"), article("b2", body=LONGER, hours=1)])
    pairs = {frozenset(pair) for pair in stored.links}
    assert pairs == {frozenset({named(a), named(b)}) for a in ("a1", "a2") for b in ("b1", "b2")}


def test_versions_of_one_name_are_not_linked():
    """They are one item already; of a page that changes each minute there are half a million."""
    book = Book()
    states = [
        article(f"state {n}", body=(*FLOOD, f"State {n} of it."), hours=n, item="a")
        for n in range(4)
    ]
    book.add(states[:2])
    book.add(states[2:])
    assert not book.links
    book.add([article("copy", body=FLOOD, hours=5)])
    assert len(book.links) == len(states)
    assert len({entry.story_id for entry in book.entries.values()}) == 1


def test_copies_too_far_apart_in_time_are_not_linked_though_their_texts_are():
    """Verification is between articles: each has its own date."""
    stored = book(article("monday", "Fed adds reserves", FED))
    stored.add([article("noon", "Fed adds reserves", (*FED, "More to follow."), hours=1)])
    assert set(stored.links) == {tuple(sorted((named("monday"), named("noon"))))}
    stored.add([article("later", "Fed adds reserves", (*FED, "More to follow."), hours=24 * 9)])
    assert len(stored.links) == 1
