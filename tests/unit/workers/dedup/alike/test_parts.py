"""What is a part of another text and no copy of it: of round-ups, live blogs, merged stories."""

from __future__ import annotations

import pytest

from tests.unit.workers.dedup.book import stories
from tests.unit.workers.dedup.builders import FLOOD, LORRY, article

FLOODED = (
    "The river rose above the quay shortly before dawn and took the fish market with it. Two"
    " hundred families were brought to the school on the hill, where the mayor's office had put up"
    " beds and a kitchen. Engineers said that the old sluice had given way after nine days of rain."
)
MINISTER = (
    "The minister for housing resigned on Monday after a newspaper reported that she had taken an"
    " interest-free loan of 240,000 from a builder. The prime minister thanked her for five years"
    " of service and named her deputy, Tom Hale, to succeed her."
)
COCOA = (
    "Cocoa rose for the fifth day running to 8,120 a tonne as traders bet on a poor harvest in the"
    " west of the growing zone, where the rains have come late. Grinders have stocks for six weeks."
)
CUP = (
    "Rovers won the cup for the first time since 1956 when Jan Petit scored from the spot in the"
    " last minute of extra time. The town hall opened its balcony to the team on Sunday night."
)
STORIES = {
    "River floods the old town": FLOODED,
    "Housing minister resigns over loan": MINISTER,
    "Cocoa rises on harvest fears": COCOA,
    "Lorry closes railway line": LORRY,
    "Rovers win the cup": CUP,
}
GREETING = "Good morning. Here is what happened while you slept, and what the day will bring."


@pytest.mark.parametrize("hours", [6, 1, None], ids=["evening", "soon", "undated"])
@pytest.mark.parametrize("headings", [True, False], ids=["headings", "plain"])
@pytest.mark.parametrize(
    "headline",
    [
        "Monday morning: River floods old town, minister resigns over loan",
        "Morning briefing: River floods old town, minister resigns",
        "Minister resigns over loan; cocoa rises on fears; Rovers win cup",
        "Your Monday: lorry closes railway line, cocoa rises",
        "News in brief",
    ],
)
def test_a_round_up_is_none_of_the_stories_that_it_holds(headline, headings, hours):
    """Though its headline names two of them, and whatever it names them by."""
    when = None if hours is None else 0
    own = [article(title, title, (body,), hours=when) for title, body in STORIES.items()]
    parts = [
        part for title, body in STORIES.items() for part in ((title, body) if headings else (body,))
    ]
    built = [*own, article("all", headline, (GREETING, *parts), hours=hours)]
    assert stories(*built) == stories(*reversed(built)) == len(own) + 1


def test_whole_articles_in_a_weeks_newsletter_stay_stories_of_their_own():
    """Long texts are more than a day's brief, and a copy of none either."""
    long = {title: " ".join(f"{word}{n}" for n in range(3) for word in body.split())
            for title, body in STORIES.items()}  # fmt: skip
    own = [article(title, title, (body,)) for title, body in long.items()]
    letter = article("all", "The best of the week", tuple(long.values()), hours=90)
    assert stories(*own, letter) == len(own) + 1


def test_two_copies_of_one_round_up_are_one_story():
    """One paper leaves out the last brief; the other's greeting is missing."""
    bodies = tuple(STORIES.values())
    one = article("one", "News in brief", (GREETING, *bodies))
    other = article("other", "News in brief", bodies[:4], hours=1, provider="paper")
    assert stories(one, other) == 1


def test_a_live_blog_is_not_the_stories_that_it_tells_on_its_way():
    """It joins none of them to another."""
    posts = ("16.20 The match is off, the club says. Tickets stay valid.", LORRY, COCOA, FLOODED)
    own = [
        article("flood", "Storm: river floods the old town", (FLOODED,)),
        article("lorry", "Storm: lorry closes railway line", (LORRY,), hours=1),
    ]
    blog = article("blog", "Storm live: river floods old town, line closed", posts, hours=2)
    assert stories(*own, blog) == 3


SENTENCES = [each for text in (FLOODED, COCOA, MINISTER, LORRY) for each in text.split(". ")]


def test_a_story_that_lost_most_of_its_sentences_is_a_copy_under_another_headline():
    """It lies over the whole of it, where a brief lies in one place."""
    headlines = "River floods kitchen and school: sluice to blame", "Two hundred families in school"
    whole = article("whole", headlines[0], [*SENTENCES, CUP, GREETING])
    cut = article("cut", f"{headlines[1]}, and who is to blame", SENTENCES[1::2], hours=1)
    assert stories(whole, cut) == 1


@pytest.mark.parametrize("hours", [3, None])
def test_of_two_stories_that_were_merged_the_second_does_not_join_the_first(hours):
    """Though it is more than half of what they were merged into."""
    first = article("first", "Rovers win the cup", (CUP, LORRY), hours=hours and 0)
    second = article("second", "River floods the old town", FLOOD, hours=hours and 0)
    merged = article("merged", "Rovers win the cup", (CUP, LORRY, *FLOOD), hours=hours)
    assert stories(first, second, merged) == 2


def test_a_page_with_its_menu_above_is_the_story_that_it_shows():
    """The headline says so."""
    menu = tuple(f"Section {n} of our paper and all that it holds" for n in range(30))
    page = article("page", body=(*menu, *FLOOD), hours=1, provider="crawl")
    assert stories(article("story"), page) == 1
