"""Which claim of authors is believed."""

from __future__ import annotations

from shared.domain.article import Claim
from workers.normalise.claims.persons import completes, weigh_persons


def best(*claims: tuple[str, str, float]) -> tuple[str, ...]:
    found = weigh_persons(Claim(value, source, weight) for value, source, weight in claims)
    return found[0].value


def test_the_name_in_full_is_taken_for_the_account() -> None:
    """A page's data often has the login of its writer, its byline the name."""
    assert best(("adabrook", "json-ld", 0.9), ("Ada Brook", "byline", 0.5)) == ("Ada Brook",)
    assert best(("Zoe_Muller", "json-ld", 0.9), ("Zoé Müller", "byline", 0.5)) == ("Zoé Müller",)


def test_a_first_name_alone_is_completed() -> None:
    """`Ada` in the data is `Ada Brook` in the line above the text."""
    assert best(("Ada", "meta", 0.6), ("Ada Brook", "byline", 0.4)) == ("Ada Brook",)


def test_what_stands_before_a_name_is_no_part_of_it() -> None:
    """Where another place has the name without it."""
    claims = ("Gartenexpertin Ada Brook", "json-ld", 0.9), ("Ada Brook", "rel=author", 0.5)
    assert best(*claims) == ("Ada Brook",)


def test_the_fuller_set_of_persons_is_taken() -> None:
    """Data often has the first of several authors; a guess does not count as more."""
    first = ("Ada Brook", "json-ld", 0.9)
    both = ("Ada Brook", "Ben Carr")
    assert best(first, ("Ada Brook and Ben Carr", "byline", 0.5)) == both
    assert best(first, ("Ada Brook and Ben Carr", "pattern", 0.2)) == ("Ada Brook",)
    assert best(first, ("Ada Brook; weiter", "byline", 0.5)) == ("Ada Brook",)


def test_a_person_outweighs_an_office() -> None:
    """`admin` and `Redaktion` are what systems write where nobody filled the form."""
    for office in ("admin", "Redaktion", "Daily News"):
        assert best((office, "json-ld", 0.9), ("Ada Brook", "byline", 0.5)) == ("Ada Brook",)
    assert best(("Redaktion", "json-ld", 0.9)) == ("Redaktion",)


def test_a_person_outweighs_what_the_data_calls_an_organisation() -> None:
    """Whatever its name looks like."""
    company = ("North", "json-ld author (organization)", 0.4)
    assert best(company, ("Ada Brook", "byline", 0.3)) == ("Ada Brook",)
    assert best(company) == ("North",)


def test_a_name_in_full_outweighs_the_account_of_somebody_else() -> None:
    """The one who put it online need not be the one who wrote it."""
    assert best(("ben-carr", "json-ld", 0.9), ("Ada Brook", "byline", 0.8)) == ("Ada Brook",)
    assert best(("ben-carr", "json-ld", 0.9), ("Ada Brook", "pattern", 0.3)) == ("ben-carr",)


def test_other_people_complete_nobody() -> None:
    """More names are no support where the first ones are not among them."""
    assert not completes(("Cem Dorn", "Eva Fink"), ("Ada Brook",))
    assert not completes(("Ada Brook",), ("Ada Brook",))


def test_the_site_is_no_person_beside_others() -> None:
    """`Ada Brook, Garden Weekly`, where the page says that the site has that name."""
    claims = [Claim("Ada Brook, Garden Weekly", "meta", 0.5)]
    assert weigh_persons(claims, ["GardenWeekly"])[0].value == ("Ada Brook",)
    claims = [Claim("Garden Weekly", "meta", 0.5)]
    assert weigh_persons(claims, ["GardenWeekly"])[0].value == ("Garden Weekly",)


def test_an_account_of_first_and_last_name_is_completed_by_the_one_with_an_initial() -> None:
    """`ada.brook` writes as `Ada P. Brook`."""
    claims = [Claim("ada.brook", "json-ld", 0.9), Claim("Ada P. Brook", "signature", 0.25)]
    assert weigh_persons(claims)[0].value == ("Ada P. Brook",)


def test_the_paper_behind_a_name_and_a_desk_beside_it_are_no_authors() -> None:
    """`sites` are the publisher's names."""
    sites = ("Harbour News",)
    for told in ("Ada Brook Harbour News", "Ada Brook, Harbour News Business"):
        found = weigh_persons([Claim(told, "byline", 0.5)], sites)
        assert found[0].value == ("Ada Brook",)
    alone = weigh_persons([Claim("Harbour News Business", "byline", 0.5)], sites)
    assert alone[0].value == ("Harbour News Business",)
