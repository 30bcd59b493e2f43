"""Nothing that other services were promised is lost: the views' columns, the API's document."""

from __future__ import annotations

import copy
import json
import re

from shared.config import ROOT
from tests.contract.frozen import FILE, contract, lost

HANDBOOK = ("reading.md", "metrics.md")


def test_nothing_that_was_promised_is_lost() -> None:
    """On purpose: `make contract`, and a line in the changelog."""
    frozen = json.loads(FILE.read_text(encoding="utf-8"))
    assert list(lost(frozen, contract())) == []
    assert {"published_articles", "changes"} <= set(frozen["views"])
    assert {"/articles", "/changes"} <= set(frozen["openapi"]["paths"])


def test_every_address_of_the_api_is_in_the_handbook() -> None:
    """Whoever reads over HTTP begins there; what Prometheus asks has a page of its own."""
    pages = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in HANDBOOK)
    told = "".join(pages)
    for path in contract()["openapi"]["paths"]:
        shown = re.sub(r"\{\w+\}", "{id}", path)
        assert f"`GET {shown}" in told, f"add a row for GET {shown} to docs/reading.md"


def test_what_is_lost_is_noticed() -> None:
    """A column, an address, a parameter, a key of an answer, another type."""
    frozen = json.loads(FILE.read_text(encoding="utf-8"))
    now = copy.deepcopy(frozen)
    now["views"]["changes"].remove("seq")
    del now["openapi"]["paths"]["/articles.atom"]
    del now["openapi"]["paths"]["/articles"]["get"]["parameters"]["query provider"]
    del now["openapi"]["components"]["schemas"]["Article"]["properties"]["headline"]
    now["openapi"]["components"]["schemas"]["Article"]["properties"]["version"]["type"] = "string"
    now["views"]["more"] = []
    found = list(lost(frozen, now))
    assert len(found) == 5, found
