"""Times of publication that are the last change's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from shared.domain.article import Claim, Field, RawItem
from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile

NOW = datetime(2030, 1, 1, tzinfo=UTC)


def published(told: dict[str, float], updated: str) -> str:
    """Return the day of publication that claims of some weights come to."""
    claims = tuple(Claim(value, f"place {at}", told[value]) for at, value in enumerate(told))
    item = RawItem(
        body=("The ferry sank at noon, and everybody on board was saved by fishermen.",),
        body_source="test",
        claims={Field.PUBLISHED: claims, Field.UPDATED: (Claim(updated, "meta", 0.8),)},
    )
    article = normalise(item, Profile(), now=NOW)
    assert article.published_at is not None
    return article.published_at.date().isoformat()


@pytest.mark.parametrize("updated", ["2022-11-17T10:32:18Z", "2022-11-17T10:40:00Z"])
def test_a_publication_in_the_minutes_of_a_change_yields_to_a_sure_earlier_day(
    updated: str,
) -> None:
    """Systems write the moment at which an old article was saved again in both places."""
    told = {"2022-11-17T10:33:13Z": 0.88, "2022-03-09": 0.8}
    assert published(told, updated) == "2022-03-09"
    assert published(told, "2022-11-19T08:00:00Z") == "2022-11-17"


def test_a_day_that_is_a_change_s_yields_too() -> None:
    """Data and page state the day of the change alone."""
    told = {"2020-02-19": 0.9, "2017-04-12T18:33:59+02:00": 0.88}
    assert published(told, "2020-02-19T15:24:33+01:00") == "2017-04-12"


def test_a_day_before_and_a_doubtful_one_change_nothing() -> None:
    """The one can be the same moment elsewhere, the other another article's."""
    assert published({"2022-11-17T04:11:44Z": 0.88, "2022-11-16": 0.8}, "2022-11-17T04:11:44Z") == (
        "2022-11-17"
    )
    assert published({"2022-11-17T10:33:13Z": 0.88, "2022-03-09": 0.3}, "2022-11-17T10:33:13Z") == (
        "2022-11-17"
    )


def test_an_article_that_was_never_changed_keeps_its_moment() -> None:
    """Its publication is its last change, and nothing earlier is stated."""
    assert published({"2022-11-17T10:33:13Z": 0.88}, "2022-11-17T10:33:13Z") == "2022-11-17"


@pytest.mark.parametrize("days", [("2024-03-14", "2024-03-17"), ("2024-03-17", "2024-03-14")])
def test_of_two_days_below_a_headline_the_earlier_is_the_publication(days: tuple[str, str]) -> None:
    """Whatever the language calls them: an update comes after it. Other claims stay as they are."""
    body = ("The ferry sank at noon, and everybody on board was saved by fishermen.",)
    for source, day in (("date line", "2024-03-14"), ("label line", days[0])):
        claims = {Field.PUBLISHED: tuple(Claim(each, source, 0.7) for each in days)}
        item = RawItem(body=body, body_source="test", claims=claims)
        article = normalise(item, Profile(), now=NOW)
        assert str(article.published_at).startswith(day)


@pytest.mark.parametrize(
    "days",
    [
        ("2024-03-17", "2024-03-14", "2024-03-12"),
        ("2024-03-17 09:30", "2024-03-14"),
        ("2024-03-17", "2008-10-08"),
    ],
)
def test_more_days_and_others_below_a_headline_are_those_of_other_stories(
    days: tuple[str, ...],
) -> None:
    """So is one that is told less exactly, or was long before: the first of them counts."""
    body = ("The ferry sank at noon, and everybody on board was saved by fishermen.",)
    claims = {Field.PUBLISHED: tuple(Claim(each, "date line", 0.7) for each in days)}
    article = normalise(RawItem(body=body, body_source="test", claims=claims), Profile(), now=NOW)
    assert str(article.published_at).startswith("2024-03-17")
