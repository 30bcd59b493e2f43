"""Families that are hard to tell apart, or to keep together, by the whole way of a decision."""

from __future__ import annotations

import random

import pytest

from tests.unit.workers.dedup.alike.test_similarity import ARABIC, CHINESE, GERMAN, JAPANESE
from tests.unit.workers.dedup.book import Book
from tests.unit.workers.dedup.builders import article

WEATHER = (
    "{day}: {sky} in the morning, with a high near {a}. {wind} wind {b} to {c} mph. Tonight {sky},"
    " with a low around {d}. Chance of rain is {e} percent, the weather office said at {f}."
)
PRICES = (
    "Cocoa closed at {a} a tonne on {day}, {b} more than the day before, dealers in the port said."
    " The turnover was {c} lots. Coffee stood at {d}, sugar at {e} and cotton at {f} at the end."
)
SCORES = (
    "{home} {a}, {away} {b}. Halftime: {c}-{d}. Attendance: {e}. {home} had {f} shots on goal in"
    " the game on {day}, the referee showed the yellow card twice, and the home side stays."
)
TEAMS = ("Harbour", "Valley", "Rovers", "Miners", "Athletic", "Forest", "United", "Wanderers")
TEMPLATES = {"weather": WEATHER, "prices": PRICES, "box scores": SCORES}
COUNT = 60


def filled(template: str, chosen: random.Random) -> str:
    """Return a template with figures of its own."""
    home, away = chosen.sample(TEAMS, 2)
    figures = {name: chosen.randrange(1, 9000) for name in "abcdef"}
    words = {"day": chosen.choice(["Monday", "Tuesday", "Friday"]), "home": home, "away": away}
    words |= {
        "sky": chosen.choice(["rain", "snow", "sun"]),
        "wind": chosen.choice(["West", "East"]),
    }
    return template.format(**figures, **words)


def stories(book: Book) -> list[set[object]]:
    found: dict[object, set[object]] = {}
    for entry in book.entries.values():
        found.setdefault(entry.story_id, set()).add(entry.article_id)
    return list(found.values())


@pytest.mark.parametrize("hours", [24.0, 1.0, None], ids=["daily", "hourly", "undated"])
@pytest.mark.parametrize("kind", TEMPLATES)
def test_what_comes_again_with_other_figures_is_another_story(kind, hours):
    """Sixty of a kind under one headline are sixty stories, with a date or without one."""
    chosen = random.Random(kind)
    book = Book()
    for at in range(COUNT):
        when = None if hours is None else hours * at
        book.add([article(f"{at}", kind.title(), (filled(TEMPLATES[kind], chosen),), hours=when)])
    assert len(stories(book)) == COUNT


def test_briefs_and_the_round_up_that_holds_them_all_are_stories_of_their_own():
    """The round-up's headline speaks of none of them."""
    chosen = random.Random(1)
    briefs = [" ".join(f"word{chosen.randrange(5000)}" for _ in range(50)) for _ in range(6)]
    book = Book()
    book.add([article(str(at), " ".join(b.split()[:6]), (b,)) for at, b in enumerate(briefs)])
    book.add([article("all", "News in brief from the region", briefs, hours=3)])
    assert len(stories(book)) == 7


def test_a_live_blog_is_one_story_however_far_it_moves():
    """Each state holds the ten newest of forty posts; its address makes it one item."""
    chosen = random.Random(2)
    posts = [" ".join(f"word{chosen.randrange(5000)}" for _ in range(40)) for _ in range(40)]
    states = [
        article(str(at), "The storm as it happens", posts[at : at + 10], item="blog", hours=at)
        for at in range(30)
    ]
    chosen.shuffle(states)
    book = Book()
    for state in states:
        book.add([state])
    assert len(stories(book)) == 1
    ordinals = sorted(standing.ordinal for standing in book.standings.values())
    assert ordinals == list(range(1, 31))


def units(sample: str) -> tuple[list[str], str]:
    """Return what texts of a script are made of, and what stands between."""
    return (sample.split(), " ") if sample.count(" ") > 10 else (list(sample), "")


@pytest.mark.parametrize(
    "sample", [CHINESE, JAPANESE, ARABIC, GERMAN], ids=["zh", "ja", "ar", "de"]
)
@pytest.mark.parametrize("dated", [True, False])
def test_copies_are_found_in_every_script(sample, dated):
    """Thirty texts with a cut, a changed and a lengthened copy and a reprint are thirty stories."""
    parts, space = units(sample)
    book, sets = Book(), []
    for at in range(30):
        chosen = random.Random(at)
        words = [chosen.choice(parts) for _ in range(260)]
        title = space.join(words[:8])
        edited = [chosen.choice(parts) if chosen.random() < 0.04 else word for word in words]
        added = [chosen.choice(parts) for _ in range(20)]
        days = (0, 1, 2, 3, 24 * 200)
        texts = [words, words[:80], edited, [*words, *added], [*words, *added[:10]]]
        built = [
            article(f"{at} {n}", title, (space.join(text),), hours=days[n] if dated else None)
            for n, text in enumerate(texts)
        ]
        sets.append({entry.article_id for entry, _ in built})
        for one in built:
            book.add([one])
    assert sorted(stories(book), key=str) == sorted(sets, key=str)
