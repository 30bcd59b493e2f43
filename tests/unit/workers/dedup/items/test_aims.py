"""Kills by headline: what they take back, what they leave alone, in any order of arrival."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from shared.domain.article import Article, PubStatus
from shared.domain.story import ExactDuplicate, New, NewVersion, Stale
from tests.unit.workers.dedup.book import Book
from tests.unit.workers.dedup.builders import FLOOD, article, named
from workers.dedup.marks.notices import headline_of
from workers.dedup.texts.fingerprint import fingerprint

RIVER = "River floods the old town"
NEW_TEXT = ("Nobody was brought to a school, the mayor said on Tuesday. " * 12,)


def kill(name="kill", *, hours=2.0, of=RIVER, **more):
    return article(
        name, f"KILL NOTICE: '{of}' is withdrawn", ("The mayor denies it.",), hours=hours, **more
    )


def in_every_order(*built):
    """Yield a book for each order of arrival, one by one."""
    for order in permutations(built):
        book = Book()
        for one in order:
            book.add([one])
        yield book


def shown(book):
    """Return what readers see: current and usable."""
    return {
        entry.article_id
        for entry in book.entries.values()
        if book.standings[entry.article_id].current and entry.pub_status is PubStatus.USABLE
    }


def test_a_kill_takes_back_the_article_that_it_names():
    """Whichever came first."""
    for book in in_every_order(article("story", hours=0), kill()):
        assert shown(book) == set()
        assert book.standings[named("kill")].item_id == book.standings[named("story")].item_id


def test_a_kill_that_arrives_first_waits_for_its_article():
    """It is new, shows nothing, and the article is stale when it comes."""
    book = Book()
    book.add([kill()])
    assert isinstance(book.verdicts[named("kill")], New)
    assert shown(book) == set()
    book.add([article("story", hours=0)])
    assert isinstance(book.verdicts[named("story")], Stale)


def test_a_kill_is_a_new_version_of_what_it_takes_back():
    """As one with an id is."""
    book = Book()
    book.add([article("story", hours=0)])
    book.add([kill()])
    assert isinstance(book.verdicts[named("kill")], NewVersion)


def test_a_late_redelivery_of_what_was_killed_stays_dead():
    """Also when it is dated after the kill, even by months."""
    late = article("late", hours=24 * 60)
    for book in in_every_order(article("story", hours=0), kill(), late):
        assert shown(book) == set()
    assert isinstance(book.verdicts[named("story")], ExactDuplicate | Stale | NewVersion)


def test_a_new_text_after_the_kill_lives():
    """A corrected story under the same headline is not the one that was killed."""
    for book in in_every_order(
        article("story", hours=0), kill(), article("again", body=NEW_TEXT, hours=3)
    ):
        assert shown(book) == {named("again")}


def test_a_correction_after_the_kill_lives():
    """Its mark says that it takes the place of what was there."""
    corrected = article("fixed", f"CORRECTED: {RIVER}", (*FLOOD[:4], "Nobody died."), hours=3)
    for book in in_every_order(article("story", hours=0), kill(), corrected):
        assert shown(book) == {named("fixed")}


def test_marks_before_the_headline_do_not_save_it():
    """`UPDATE 1-X` is an article under the headline X."""
    update = article("update", f"UPDATE 1-{RIVER}", (*FLOOD, "More to come."), hours=1)
    for book in in_every_order(article("story", hours=0), update, kill()):
        assert shown(book) == set()


@pytest.mark.parametrize("hours", [-24.0 * 8, 3.0])
def test_what_is_not_of_the_week_before_is_left_alone(hours):
    """Another day's article of the headline is another article."""
    for book in in_every_order(article("story", hours=hours), kill()):
        assert shown(book) == {named("story")}


def test_another_house_is_left_alone():
    """A paper's copy of a wire's story is its own to withdraw."""
    paper = article("copy", provider="paper", hours=1)
    for book in in_every_order(article("story", hours=0), paper, kill()):
        assert shown(book) == {named("copy")}
        assert book.entries[named("copy")].story_id == book.entries[named("story")].story_id


def test_an_agencys_kill_reaches_its_articles_in_other_feeds():
    """Both name the agency as their source."""
    paper = article("copy", provider="paper", hours=1, source="agency")
    for book in in_every_order(article("story"), paper, kill(source="agency", provider="feed")):
        assert shown(book) == {named("story")}


def test_articles_without_a_date_are_taken_back_whenever_they_came():
    """Their receipt proves nothing; a marked one speaks of another and lives."""
    undated = article("story", hours=None, at=5)
    for book in in_every_order(undated, kill(hours=2)):
        assert shown(book) == set()
    marked = article("fixed", f"CORRECTED: {RIVER}", NEW_TEXT, hours=None, at=5)
    for book in in_every_order(undated, kill(hours=2), marked):
        assert shown(book) == {named("fixed")}


def test_two_notices_of_one_form_stay_apart():
    """Their words are the same but for the headline: their stories have nothing in common."""
    one = article("story", hours=0)
    two = article("other", "Cocoa firm", NEW_TEXT, hours=0)
    form = (
        "Editors, please kill the story above from all systems, online and in print, now. " * 3,
    )
    kills = [
        article(f"kill {of}", f"Mandatory Kill: {of}", form, hours=2)
        for of in (RIVER, "Cocoa firm")
    ]
    for book in in_every_order(one, two, *kills):
        stories = {entry.story_id for entry in book.entries.values()}
        assert len(stories) == 2
        assert shown(book) == set()


def test_a_versions_kill_takes_back_the_whole_item():
    """The earlier versions had other headlines."""
    first = article("v1", "River rises", FLOOD[:3], hours=0, item="river", version=1)
    second = article("v2", RIVER, hours=1, item="river", version=2)
    third = article("v3", RIVER, NEW_TEXT, hours=5, item="river", version=3)
    for book in in_every_order(first, second, kill()):
        assert shown(book) == set()
    for book in in_every_order(first, second, kill(), third):
        assert shown(book) == {named("v3")}


def test_a_kill_without_an_id_speaks_of_its_own_headline():
    """A canceled item of a feed that has no ids; one with an id has said what it means."""
    canceled = Article(headline=RIVER, body=FLOOD, provider="wire", pub_status=PubStatus.CANCELED)
    notice = fingerprint(canceled).notice
    assert notice is not None
    assert notice.headline == headline_of(RIVER)
    assert fingerprint(replace(canceled, guid="urn:river")).notice is None
    assert fingerprint(replace(canceled, headline="")).notice is None


def test_a_text_that_replaces_another_is_the_one_to_read():
    """The old one is no longer current; a kill is not what it is."""
    after = article("new", f"ANNULE ET REMPLACE: {RIVER}", NEW_TEXT, hours=2)
    for book in in_every_order(article("story", hours=0), after):
        assert shown(book) == {named("new")}
        assert book.standings[named("new")].ordinal == 2
