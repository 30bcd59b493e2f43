"""Titles and days that take turns are a list of other stories, wherever it stands in a page."""

from __future__ import annotations

from shared.domain.article import Field
from workers.parsers.text.reading import read_text
from workers.parsers.text.teasers import teasers, without_own
from workers.parsers.text.typesetting.lines import passages, split

_LIST = (
    "Ferry line asks for a subsidy\nTue, May 14 2013\nNew crane for the old quay\nWed, May 8 2013\n"
    "Council votes on the mole\nThu, Apr 18 2013\n"
)


def titles(text: str) -> list[str]:
    parts = passages(split(text))
    return [parts[at].text for at in sorted(teasers(parts)) if at + 1 in teasers(parts)][::2]


def test_below_a_word_or_two_all_of_a_list_are_other_stories() -> None:
    """`Related News` stands above it."""
    assert titles(f"Tide comes late\nRelated News\n{_LIST}By Ann Ek") == [
        "Ferry line asks for a subsidy", "New crane for the old quay", "Council votes on the mole"
    ]  # fmt: skip


def test_the_first_of_a_list_may_be_the_page_s_own_headline() -> None:
    """Without such words above it."""
    assert titles(f"The harbour's own paper since 1902\n{_LIST}By Ann Ek")[:1] == [
        "New crane for the old quay"
    ]


def test_the_last_of_a_list_is_the_page_s_own_where_a_text_follows() -> None:
    """Its day stands below it as those of the others do."""
    assert titles(f"Latest\n{_LIST}{'The tide came late. ' * 20}") == [
        "Ferry line asks for a subsidy", "New crane for the old quay"
    ]  # fmt: skip


def test_below_a_word_or_two_two_days_are_a_list() -> None:
    """A clock stands for today's; `Published` and `Updated` are no other stories'."""
    pair = "Ferry line asks for a subsidy\n{}\nNew crane for the old quay\n{}\nBy Ann Ek"
    assert (
        len(titles("Tide comes late\nRelated News\n" + pair.format("1:43pm EDT", "8 May 2013")))
        == 2
    )
    assert not teasers(
        passages(split("News\n" + pair.format("Published 7 May 2013", "Updated 8 May 2013")))
    )


def test_the_page_s_own_story_in_a_list_is_none_of_the_others() -> None:
    """Its day is told there alone at times."""
    parts = passages(split(f"New crane for the old quay\nLatest\n{_LIST}More"))
    own = {parts[at].text for at in without_own(parts, teasers(parts), 0)}
    assert "Council votes on the mole" in own
    assert not own & {"New crane for the old quay", "Wed, May 8 2013"}


def test_two_days_are_no_list() -> None:
    """A headline, its day and its update's take turns with it too."""
    assert (
        titles("Tide comes late again\n3 May 2021\nChanged since it was written\n4 May 2021") == []
    )


def test_a_story_below_a_list_has_its_own_headline_byline_and_day() -> None:
    """They may be far apart: the byline stands at the text."""
    shares = "Tweet\nEmail\nPrint\n" * 10
    text = "The tide came late to the harbour, and nobody knew why it did. " * 3
    reading = read_text(
        f"Home\nNews\nTide comes late to the harbour\n{shares}Related News\n{_LIST}Topics\n"
        f"By Andrew Ek\nOSLO | Fri May 17, 2013 5:01pm EDT\n" + f"{text}\n" * 5
    )
    assert [claim.value for claim in reading.claims[Field.HEADLINE]] == [
        "Tide comes late to the harbour"
    ]
    assert [claim.value for claim in reading.claims[Field.AUTHOR]] == ["Andrew Ek"]
    assert [claim.value for claim in reading.claims[Field.PUBLISHED]] == ["May 17, 2013 5:01pm EDT"]


def test_who_answers_below_a_page_s_text_has_not_written_it() -> None:
    """Labels stand there as they do above."""
    text = "The tide came late to the harbour, and nobody knew why it did. " * 3
    teased = "More about boats\n" * 8
    reading = read_text(
        "Home\nNews\nTide comes late to the harbour\nAndrew Ek\nMay 17, 2013\n"
        + f"{text}\n" * 5
        + f"{teased}Comments (1)\nby: Plain Mirror from: Elsewhere\nMay 18, 2013\nReply"
    )
    assert [claim.value for claim in reading.claims[Field.AUTHOR]] == ["Andrew Ek"]
