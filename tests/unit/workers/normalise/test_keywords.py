"""A comma parts keywords, or belongs to one."""

from __future__ import annotations

import pytest

from workers.normalise.keywords import terms


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (["harbour, ferry, council"], ("harbour", "ferry", "council")),
        (["economy, business and finance"], ("economy, business and finance",)),
        (["Ekonomi, affärer och finans"], ("Ekonomi, affärer och finans",)),
        (
            ["arts, culture, entertainment and media"],
            ("arts, culture, entertainment and media",),
        ),
        (["crime, law and justice", "tax"], ("crime, law and justice", "tax")),
        (["Konflikte, Krieg und Frieden"], ("Konflikte, Krieg und Frieden",)),
        (["tax; budget, spending"], ("tax", "budget", "spending")),
        (["travel, food and drink"], ("travel", "food and drink")),
        (["Bremen, Kiel und Husum"], ("Bremen", "Kiel und Husum")),
        (
            ["port, mill, bridge, road, rail and sea"],
            ("port", "mill", "bridge", "road", "rail and sea"),
        ),
    ],
)
def test_a_topic_with_commas_is_one_term(values: list[str], found: tuple[str, ...]) -> None:
    """Of one string, too, where the IPTC names it so; a site's list of words parts at each."""
    assert terms(values) == found


def test_codes_are_no_keywords() -> None:
    """Those of machines have the sign of their list before them; words with a colon stay."""
    assert terms(["N2:BLR", "R:GULL.X", "tides", "Ports: north"]) == ("tides", "Ports: north")
