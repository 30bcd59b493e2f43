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
        (["tax; budget, spending"], ("tax", "budget", "spending")),
        (
            ["port, mill, bridge, road, rail and sea"],
            ("port", "mill", "bridge", "road", "rail and sea"),
        ),
    ],
)
def test_a_term_that_ends_as_a_list_does_is_one(values: list[str], found: tuple[str, ...]) -> None:
    """Of one string, too, where no more than three parts stand before its `and`."""
    assert terms(values) == found
