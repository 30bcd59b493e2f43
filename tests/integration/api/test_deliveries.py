"""Deliveries: the list, its filters and pages, one with its whole way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.api.asking import get
from tests.stored import BROKEN, DAY, TIMINGS, WAITING, WORDS, article_id, delivery_id

if TYPE_CHECKING:
    import httpx


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"outcome": "quarantined"}, [BROKEN]),
        ({"reason": "not_text"}, [BROKEN]),
        ({"state": "received"}, [WAITING]),
        ({"provider": "wire"}, ["forest"]),
        ({"name": BROKEN}, [BROKEN]),
        ({"lane": "bulk"}, []),
    ],
)
def test_filters_choose_deliveries(
    api: httpx.Client, query: dict[str, Any], names: list[str]
) -> None:
    """Each filter of the ledger leaves the deliveries that it names."""
    found = get(api, "/deliveries", **query)["deliveries"]
    assert {each["id"] for each in found} == {str(delivery_id(name)) for name in names}


def test_pages_of_deliveries_hold_each_once(api: httpx.Client) -> None:
    """Following `next` gives every row of the ledger once."""
    seen: list[str] = []
    before: dict[str, Any] = {}
    while True:
        page = get(api, "/deliveries", limit=4, **before)
        seen += [each["id"] for each in page["deliveries"]]
        if page["next"] is None:
            break
        before = {"before": page["next"]}
    assert sorted(seen) == sorted(str(delivery_id(name)) for name in (*DAY, BROKEN, WAITING))


def test_a_delivery_does_not_name_what_may_not_be_shown_yet(api: httpx.Client) -> None:
    """Its headline is under the embargo too; that the file was taken is not."""
    taken = get(api, f"/deliveries/{delivery_id('embargoed')}")
    assert (taken["state"], taken["articles"]) == ("done", [])


def test_a_delivery_tells_its_whole_way(api: httpx.Client) -> None:
    """What came of it and what was not taken are with it."""
    taken = get(api, f"/deliveries/{delivery_id('forest cut')}")
    assert (taken["state"], taken["outcome"]) == ("done", WORDS["forest cut"])
    assert [each["id"] for each in taken["articles"]] == [str(article_id("forest cut"))]
    assert taken["timings"] == TIMINGS
    refused = get(api, f"/deliveries/{delivery_id(BROKEN)}")
    assert refused["reason"] == "not_text"
    assert refused["rejected_items"] == [
        {"item": "1", "reason": "not_text", "detail": "random bytes"}
    ]
