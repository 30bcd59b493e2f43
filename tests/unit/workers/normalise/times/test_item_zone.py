"""Clocks without a zone beside times that have one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from shared.domain.article import Claim, Field, RawItem
from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile
from workers.normalise.times.moments import UNPLACED

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def updated(
    published: tuple[str, ...], change: str, zone: str | None = None
) -> tuple[str, str | None]:
    """Return the hour and minute of the last change in UTC, and what was assumed for it."""
    claims = {
        Field.PUBLISHED: tuple(Claim(text, f"place {at}") for at, text in enumerate(published)),
        Field.UPDATED: (Claim(change, "date element"),),
    }
    item = RawItem(body=("A text about the harbour.",), body_source="test", claims=claims)
    article = normalise(item, Profile(zone=zone), now=NOW)
    assert article.updated_at is not None
    return f"{article.updated_at:%H:%M}", article.provenance[Field.UPDATED].assumed


@pytest.mark.parametrize(
    "published",
    [
        ("2024-03-14T14:57:27+01:00",),
        ("2024-03-14T13:57:27Z", "14 March 2024, 14:57"),
        ("2024-03-14T14:57:27+01:00", "14 March 2024, 14:57"),
    ],
)
def test_a_clock_is_in_the_zone_that_the_other_times_state_or_show(
    published: tuple[str, ...],
) -> None:
    """The change at 16:10 on the same wall was an hour before 16:10 in UTC."""
    found = updated(published, "14 March 2024, 16:10")
    assert found == ("15:10", "zone +01:00: of the item's other times")


@pytest.mark.parametrize(
    "published",
    [
        ("2024-03-14T13:57:27Z",),
        ("14 March 2024, 14:57",),
        ("2024-03-14T14:57:27+01:00", "2024-03-14T08:57:27-05:00"),
        ("2024-03-14T13:57:27Z", "2024-03-14T13:57:27", "14 March 2024, 14:57"),
        ("2024-03-14T14:10:27Z",),
        ("2024-03-14T13:57:27Z", "10 March 2024, 9:10 PST"),
    ],
)
def test_a_clock_stays_where_it_is_if_nothing_or_too_much_places_it(
    published: tuple[str, ...],
) -> None:
    """
    Programs write UTC whatever people see, and some write it without saying so.

    A change half hours away from the publication is another time, and a picture that the page
    shows was posted days before.
    """
    assert updated(published, "14 March 2024, 16:10") == ("16:10", UNPLACED)


def test_the_providers_zone_comes_first() -> None:
    """Who set it knows of clocks that state none."""
    found = updated(("2024-03-14T14:57:27+01:00",), "14 March 2024, 16:10", "America/New_York")
    assert found == ("20:10", "zone America/New_York: the provider's")


def test_a_zone_west_of_greenwich_is_told_with_its_sign() -> None:
    """`zone -05:30`, not hours of another day."""
    found = updated(("2024-03-14T14:57:27-03:30",), "14 March 2024, 16:10")
    assert found == ("19:40", "zone -03:30: of the item's other times")


def test_an_embargo_is_in_the_zone_of_a_release_days_before_it() -> None:
    """What is sent ahead is published with the zone, and held back by a clock of the same wall."""
    claims = {
        Field.PUBLISHED: (Claim("2024-03-11T14:57:27+01:00", "issued"),),
        Field.EMBARGO: (Claim("14 March 2024, 16:10", "label"),),
    }
    item = RawItem(body=("A text about the harbour.",), body_source="test", claims=claims)
    until = normalise(item, Profile(), now=NOW).embargoed_until
    assert until == datetime(2024, 3, 14, 15, 10, tzinfo=UTC)


def published(text: str) -> str | None:
    """Return how the time of publication was written, as an article keeps it."""
    claims = {Field.PUBLISHED: (Claim(text, "meta date"),)}
    item = RawItem(body=("A text about the harbour.",), body_source="test", claims=claims)
    return normalise(item, Profile(), now=NOW).provenance[Field.PUBLISHED].written


def test_a_time_is_kept_as_it_was_written_with_its_zone_and_its_day() -> None:
    """In UTC it was the day before: which day the paper printed is told by its own clock."""
    assert published("2024-03-14T00:57:27+01:00") == "2024-03-14T00:57:27+01:00"
    assert published("14 March\n2024, 00:57 CET") == "14 March 2024, 00:57 CET"


def test_a_time_that_was_written_in_utc_is_kept_once() -> None:
    """`published_at` has it already."""
    assert published("2024-03-13T23:57:27Z") is None
    assert published("2024-03-13T23:57:27+00:00") is None
    assert published("2024-03-13T23:57:27.000Z") is None
    assert published("Wed, 13 Mar 2024 23:57:27 GMT") is None
    assert published("1710374247") is None
    assert published("2024-03-13T23:57:27") == "2024-03-13T23:57:27"
