"""Whose page it is, where nobody signs."""

# ruff: noqa: RUF001 - dashes are meant
from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.signed import owner
from workers.parsers.html.walk.tree import parse

BODY = "<p>The body stands here, and it has a long sentence or two, as bodies have.</p>"
BETWEEN = "".join(f"<p>Line {number}</p>" for number in range(8))


def told(
    below: str, *, url: str = "https://harbour.example/post", above: str = "", signed: str = ""
) -> list[str]:
    page = parse(f"<html><body>{above}{BODY}{below}</body></html>")
    body = next(block.at for block in page.blocks if block.text.startswith("The body"))
    evidence = Evidence()
    evidence.add(Field.AUTHOR, signed, "byline pattern", 0.5)
    owner.gather(page, evidence, url, body)
    return evidence.values(Field.AUTHOR)


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 Martin Brook",
        "Copyright (c) 2012- Martin Brook. All rights reserved. Design by Paper Themes.",
        "(c) Martin Brook • Further rights: imprint",
        "Imprint | Privacy | COPYRIGHT MARTIN BROOK | MADE IN OSLO",
        "© 2004–2024 by Martin Brook",
        "Copyright © Martin Brook, 2024",
    ],
)
def test_a_person_in_the_copyright_line_of_the_foot_wrote_what_nobody_signs(line: str) -> None:
    """The line stands at the end of the page; years and `by` are no part of the name."""
    assert [name.title() for name in told(f"{BETWEEN}<p>{line}</p>")] == ["Martin Brook"]


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 Harbour News",
        "© Stadt Oslo",
        "© 2024 Martin Brook GmbH",
        "Photo: © Martin Brook",
        "Ferry in the fog © Martin Brook / Agency",
        "Martin Brook",
    ],
)
def test_a_firm_a_town_or_a_photographer_in_such_a_line_is_no_author(line: str) -> None:
    """Only a given name that is known says that two words are a person."""
    assert told(f"{BETWEEN}<p>{line}</p>") == []


def test_a_copyright_without_a_year_close_below_the_text_is_a_picture_s() -> None:
    """In the middle of the page it needs a year; in a picture's element nothing helps."""
    assert told(f"<p>© Martin Brook</p>{BETWEEN}") == []
    assert told(f"<p>© 2024 Martin Brook</p>{BETWEEN}") == ["Martin Brook"]
    assert told(f'<p class="caption">© 2024 Martin Brook</p>{BETWEEN}') == []


def test_two_holders_of_rights_are_no_owner() -> None:
    """Those are the photographers of a gallery."""
    assert told("<p>© 2024 Martin Brook</p><p>© 2024 Eva Holm</p>") == []


@pytest.mark.parametrize(
    "url",
    [
        "https://martinbrook.example/2024/post",
        "https://www.martin-brook.co.uk/post",
        "https://martinbrook.wordpress.com/post",
    ],
)
def test_a_host_that_is_the_name_of_a_person_on_the_page_names_the_author(url: str) -> None:
    """As the page spells it: in its heading, its motto, its title."""
    assert told("", url=url, above="<div>Harbour Walks Martin Brook</div>") == ["Martin Brook"]
    assert told("", url=url, above="<div>Martin Brook's Harbour</div>") == ["Martin Brook"]
    assert told("", url=url, above="<div>Harbour Walks</div>") == []


def test_a_school_that_is_called_after_a_person_is_no_author() -> None:
    """Nor is anything else whose host has more than a first name and a last one."""
    url = "https://www.martin-brook-berufsschule.example/post"
    assert told("", url=url, above="<div>Martin Brook Berufsschule</div>") == []


def test_a_person_that_a_wiki_is_about_keeps_it_not() -> None:
    """Below hosts where many write, the first label is a topic."""
    assert (
        told("", url="https://martinbrook.fandom.example/wiki", above="<p>Martin Brook</p>") == []
    )


def test_who_signs_outdoes_the_owner() -> None:
    """A guest writes on somebody's page."""
    line = f"{BETWEEN}<p>© 2024 Martin Brook</p>"
    assert told(line, signed="Ada Brook") == ["Ada Brook"]


@pytest.mark.parametrize("form", ["AG", "GmbH & Co. KG", "Ltd.", "S.p.A.", "Inc."])
def test_a_firm_that_is_called_after_a_person_wrote_nothing(form: str) -> None:
    """Somewhere its page has the firm's legal form behind the name."""
    foot = f"{BETWEEN}<p>© 2024 Martin Brook</p>"
    assert told(foot, above=f"<p>Shares of MARTIN BROOK {form} rise</p>") == []
    url = "https://www.martinbrook.example/news/1"
    assert told("", url=url, above=f"<p>About us: Martin Brook, {form}</p>") == []
    assert told(foot, above="<p>Martin Brook se va</p>") == ["Martin Brook"]


def test_whose_the_photos_are_does_not_tell_whose_the_page_is() -> None:
    """`Photos | © …` in the foot."""
    assert told(f"{BETWEEN}<p>Photos | © Martin Brook</p>") == []
