"""Until when an article may not be shown, and what becomes of an embargo that nobody can read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shared.domain.article import Field, PubStatus
from tests.unit.workers.normalise.article.items import NOW, item, read
from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile


@pytest.mark.parametrize(
    "embargo", ["until delivery of the speech", "9999-12-31T00:00:00Z", "2099-01-01", "true"]
)
def test_an_embargo_that_names_no_time_at_hand_withholds(embargo: str) -> None:
    """What was shown too early cannot be taken back; why is told."""
    article = read(item(embargo=embargo))
    assert article.pub_status is PubStatus.WITHHELD
    assert article.embargoed_until is None
    told = article.provenance[Field.PUB_STATUS]
    assert (told.source, told.assumed) == ("embargo", f"its end is no time at hand: {embargo}")


@pytest.mark.parametrize(
    "embargo",
    [
        "none",
        "No",
        "false",
        "0",
        "For immediate release",
        "0001-01-01T00:00:00Z",
        "1970-01-01",
        "-",
        "—",
        "N/A.",
        "No embargo",
        "[]",
        "PT0S",
        "lifted",
        "release immediately",
        "keine Sperrfrist",
        "ab sofort",
        "aucun",
        "sin embargo",
        "geen",
        "нет",
        "无",
        "なし",
    ],
)
def test_an_embargo_that_is_none_holds_nothing_back(embargo: str) -> None:
    """As programs write it, and people."""
    assert read(item(embargo=embargo)).pub_status is PubStatus.USABLE


def test_a_kill_under_an_embargo_stays_a_kill() -> None:
    """The provider's own status outdoes it."""
    killed = read(item(embargo="until further notice", pub_status="canceled"))
    assert killed.pub_status is PubStatus.CANCELED


def test_a_profiles_embargo_frees_nothing_that_is_withheld() -> None:
    """It begins with the receipt, and is no answer to the item's own."""
    profile = Profile(embargo=timedelta(minutes=30))
    article = normalise(item(embargo="until delivery of the speech"), profile, now=NOW)
    assert article.embargoed_until == NOW + timedelta(minutes=30)
    assert article.pub_status is PubStatus.WITHHELD
    assert normalise(item(), profile, now=NOW).pub_status is PubStatus.USABLE
