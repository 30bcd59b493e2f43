"""Times that complete each other, dates of open order, and updates that are none."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from shared.domain.article import Claim, Field
from tests.unit.workers.normalise.article.items import item, read


def test_a_clock_completes_the_day_that_weighs_more() -> None:
    """A date, a clock and a zone that fit together are one moment."""
    article = read(
        item(
            published=(
                Claim("18 November 2020", "visible", 0.9),
                Claim("2020-11-18 16:42", "meta", 0.5),
                Claim("2020-11-18T16:42:00+01:00", "meta", 0.3),
                Claim("2020-11-17T10:00:00Z", "json-ld", 0.7),
            )
        )
    )
    assert article.published_at == datetime(2020, 11, 18, 15, 42, tzinfo=UTC)
    assert article.provenance[Field.PUBLISHED].assumed is None


def test_a_page_prints_the_minute_of_what_its_data_has_to_the_second() -> None:
    """The heavier claim is believed to the second, and the printed one speaks for it."""
    told = (
        Claim("2020-11-18T16:42:31Z", "json-ld", 0.9),
        Claim("18 November 2020, 16:42 UTC", "visible date", 0.6),
        Claim("2020-11-19T10:00:00Z", "meta", 0.92),
    )
    article = read(item(published=told))
    assert article.published_at == datetime(2020, 11, 18, 16, 42, 31, tzinfo=UTC)


def test_the_same_source_supports_no_fuller_time() -> None:
    """A place that states day and clock apart is still one place."""
    claims = (
        Claim("2020-11-18", "meta", 0.6),
        Claim("2020-11-18 16:42", "meta", 0.5),
        Claim("2020-11-17", "url", 0.7),
    )
    assert read(item(published=claims)).published_at == datetime(2020, 11, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "month"),
    [("https://news.example.co.uk/a", 4), ("https://news.example.com/a", 3), ("not an address", 3)],
)
def test_english_dates_are_read_as_their_country_writes_them(url: str, month: int) -> None:
    """`03/04/2020` on a British page is in April."""
    published = read(item(url=url, published="03/04/2020")).published_at
    assert published is not None
    assert published.month == month


@pytest.mark.parametrize(
    ("zone", "month"),
    [("Europe/Dublin", 4), ("Asia/Manila", 3), ("America/Chicago", 3), ("Etc/UTC", 3)],
)
def test_the_provider_s_zone_tells_how_its_english_dates_are_written(zone: str, month: int) -> None:
    """Records have no address; their provider's zone was set by someone who knows it."""
    published = read(item(published="03/04/2020"), zone=zone).published_at
    assert published is not None
    assert published.month == month


def test_a_date_of_open_order_is_the_one_that_another_place_states() -> None:
    """`01/11/2023` in the data, `1 November 2023` in print: both are one day."""
    claims = (Claim("01/11/2023 12:43", "meta", 0.65), Claim("1 November 2023", "visible", 0.35))
    article = read(item(published=claims))
    assert article.published_at == datetime(2023, 11, 1, 12, 43, tzinfo=UTC)
    assert "as another place states it" in str(article.provenance[Field.PUBLISHED].assumed)
    alone = read(item(published=claims[:1]))
    assert alone.published_at == datetime(2023, 1, 11, 12, 43, tzinfo=UTC)


def test_what_was_saved_before_the_publication_is_no_update() -> None:
    """Systems publish at an hour that was set when an article was saved for the last time."""
    planned: dict[str, Any] = {
        "published": "2024-03-14T09:00:00Z",
        "updated": "2024-03-13T17:20:00Z",
    }
    article = read(item(**planned))
    assert (article.updated_at, article.published_at) == (
        None,
        datetime(2024, 3, 14, 9, tzinfo=UTC),
    )
    assert "before the publication" in str(article.provenance[Field.UPDATED].assumed)
    same = read(item(published="2024-03-14T09:00:00Z", updated="2024-03-14T10:00:00+01:00"))
    assert same.updated_at == same.published_at
