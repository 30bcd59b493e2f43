"""What identifies an item, and what does so only beside other evidence."""

from __future__ import annotations

from uuid import UUID

import pytest

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
