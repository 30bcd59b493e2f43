"""What identifies an item, and what does so only beside other evidence."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from shared.domain.article import DAY_ALONE, Field, Provenance, PubStatus
from shared.domain.filing import article_id, former_id
from tests.builders import article, filed

GLOBAL = ["urn:newsml:example.org:20260314:1", "https://example.org/1", "ship", "20260314-17-wood",
          "nf-2026-000017", "123456789"]  # fmt: skip
LOCAL = ["1", "17", "a-3", "42001", "#7", "id 12345678"]


def entry(**given):
    return filed(article(**given), delivery_id=UUID(int=1)).entry


@pytest.mark.parametrize("guid", GLOBAL)
def test_a_guid_identifies_an_item_of_its_provider(guid):
    """Two providers may use the same."""
    one = entry(guid=guid, provider="wire")
    assert one.identity == entry(guid=guid, provider="wire", headline="Other").identity
    assert one.identity != entry(guid=guid, provider="paper").identity
    assert one.local_id is None


@pytest.mark.parametrize("guid", LOCAL)
def test_a_short_number_is_no_identity(guid):
    """It counts the lines of some file."""
    assert entry(guid=guid).identity is None
    assert entry(guid=guid).local_id == entry(guid=guid, headline="Other").local_id


def test_an_address_identifies_where_the_guid_says_little():
    """Both are kept."""
    both = entry(guid="17", url="https://example.org/2026/forest")
    assert both.identity == entry(url="https://example.org/2026/forest").identity
    assert both.local_id == entry(guid="17").local_id


SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ("", "9f86d081-0000-8b75-b010-17dc024d71d7"),
        ("17", "9f86d081-0000-8aa6-bd11-0ca0034f7e6b"),
        ("news/4217.xml", "9f86d081-002a-88a0-8ca4-cafff93410f1"),
    ],
)
def test_the_same_bytes_give_the_same_id_in_every_copydesk(item, wanted):
    """Another id for an item that is stored would be another article."""
    assert str(article_id(SHA256, item)) == wanted


def test_what_came_in_one_file_lies_together_in_the_order_of_its_hundreds():
    """Item 1 beside 99, and before 250; strangers elsewhere."""
    of = [article_id(SHA256, str(number)) for number in (1, 99, 250, 30_000)]
    assert of == sorted(of, key=lambda one: one.int >> 80)
    assert of[0].int >> 80 == of[1].int >> 80 < of[2].int >> 80 < of[3].int >> 80
    assert {one.int >> 96 for one in of} == {0x9F86D081}


def test_an_id_ends_as_the_former_one_did():
    """Whoever looks for an article by the last digits finds it under either."""
    for item in ("", "1", "a/b.xml", "5000000000"):
        one, other = article_id(SHA256, item), former_id(SHA256, item)
        assert one.hex[-20:] == other.hex[-20:]
        assert one.version == other.version == 8


@pytest.mark.parametrize(
    "given",
    [
        {"headline": "CORRECTED: City buys old forest"},
        {"headline": "EDITORS: please kill 'City buys old forest'", "body": ("It is wrong.",)},
        {"pub_status": PubStatus.CANCELED, "guid": "urn:forest"},
    ],
)
def test_what_takes_anothers_place_and_states_its_day_alone_is_of_that_days_end(given):
    """At 00:00 it would come before what it speaks of; where a clock is stated, that counts."""
    day = datetime(2026, 3, 14, tzinfo=UTC)
    assumed = {Field.PUBLISHED: Provenance(source="label", assumed=f"time 00:00 UTC: {DAY_ALONE}")}
    end = datetime(2026, 3, 14, 23, 59, 59, tzinfo=UTC)
    assert entry(published_at=day, provenance=assumed, **given).versioned_at == end
    assert entry(published_at=day, **given).versioned_at == day
    assert entry(published_at=day, provenance=assumed).versioned_at == day
