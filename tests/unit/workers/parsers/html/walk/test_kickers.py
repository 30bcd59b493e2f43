"""A kicker inside the headline's own heading is no part of the headline."""

# ruff: noqa: RUF001 - an apostrophe and a dash as they are set
from __future__ import annotations

import re

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.headline.headings import gather
from workers.parsers.html.walk.tree import parse

TEXT = "<p>The ferry line between the two towns runs again after a year of repairs, people say.</p>"


def headline(heading: str) -> list[str]:
    """Return the headline of a page with a heading, and what the blocks before its text are."""
    page = parse(f"<html><body>{heading}{TEXT * 3}</body></html>")
    first = next(block.at for block in page.blocks if block.text.startswith("The ferry line"))
    evidence = Evidence()
    gather(page, evidence, first)
    best = max(evidence.claims[Field.HEADLINE], key=lambda claim: claim.weight)
    return [best.value, *(block.text for block in page.blocks[:first])]


@pytest.mark.parametrize(
    "kicker",
    [
        '<span class="article-heading__kicker">Harbour</span><span class="hidden">: </span>',
        '<span class="dachzeile">Harbour</span>',
        '<a class="label label--blue" href="/harbour">Harbour</a> | ',
        "<small>Harbour</small><br>",
    ],
)
def test_it_is_a_line_of_its_own_by_its_name_and_place(kicker: str) -> None:
    """What parts the two goes as well: a colon that only screen readers say."""
    heading = f"<h1>{kicker}<span>Ferry line reopens</span></h1>"
    assert headline(heading) == ["Ferry line reopens", "Harbour", "Ferry line reopens"]


def test_so_it_is_for_what_the_markup_calls_the_headline() -> None:
    """`itemprop=headline` is at the element around both."""
    heading = '<h1 itemprop="headline"><b class="kicker">Harbour</b> Ferry line reopens</h1>'
    page = parse(f"<html><body>{heading}{TEXT}</body></html>")
    assert [mark.text for mark in page.marks] == ["Ferry line reopens"]


def test_a_heading_that_holds_nothing_else_keeps_it() -> None:
    """A class says `label` of the headline itself, with a mark behind it."""
    label = '<span class="section-label">Ferry line reopens</span>'
    assert headline(f"<h1>{label}</h1>") == ["Ferry line reopens"] * 2
    assert headline(f"<h1>{label} (Film)</h1>") == ["Ferry line reopens (Film)"] * 2


def test_a_part_of_the_headline_that_is_set_otherwise_stays() -> None:
    """The title of a film in italics, the first words in another colour, a label behind it."""
    for heading in (
        "<h1><i>The Ferry</i>: a film about a harbour</h1>",
        '<h1><span class="blue">The Ferry</span>: a film about a harbour</h1>',
        '<h1>The Ferry: a film <span class="label">about a harbour</span></h1>',
    ):
        assert headline(heading) == ["The Ferry: a film about a harbour"] * 2


def test_an_element_that_is_all_a_heading_has_is_the_headline() -> None:
    """Alone, or beside a kicker; a byline in a heading that was never closed is none."""
    title = "<div>Ferry line reopens</div>"
    assert headline(f"<h1>{title}</h1>") == ["Ferry line reopens"] * 2
    kicker = '<div class="topic-label">Harbour</div>'
    assert headline(f"<h1>{kicker}{title}</h1>") == ["Ferry line reopens", "Harbour", title[5:-6]]
    found = headline("<div><h1>Ferry line reopens<h4>By Ada Brook, today</h4></div>")
    assert found == ["Ferry line reopens", "Ferry line reopens", "By Ada Brook, today"]


@pytest.mark.parametrize(
    "heading",
    [
        '<a class="topic" href="/ferry">Ferries</a> run again',
        '<a class="topic" href="/ferry">Harbour</a>’s ferry runs again',
        '<a class="topic" href="/ferry">Harbour</a>, a town of ferries',
        "<small>The</small> Ferry Line Reopens",
        "<small>A</small>nother ferry line reopens",
        '<span class="small-caps">The Ferry</span> Line Reopens',
        '<span class="badge">10</span> Ferries to Take This Summer',
    ],
)
def test_what_a_headline_goes_on_from_without_a_sign_is_its_beginning(heading: str) -> None:
    """A link, a capital in another size, an article or a number."""
    whole = re.sub(r"<[^>]+>", "", heading)
    assert headline(f"<h1>{heading}</h1>") == [whole] * 2


def test_the_signs_of_a_headline_without_a_kicker_stay() -> None:
    """A dash is a quotation in some languages, and a minus before a number."""
    for said in ("– Vi må handle nå, sier ordføreren", "-5 Grad: Frost im Norden"):
        assert headline(f"<h1>{said}</h1>") == [said] * 2


def test_of_several_that_could_be_kickers_the_last_is_the_headline() -> None:
    """With those before it that are made alike: each line of it may stand in one."""
    lines = '<b class="section-title">Ferry line</b> <b class="section-title">reopens</b>'
    assert headline(f"<h1>{lines}</h1>") == ["Ferry line reopens"] * 2
    found = headline(f'<h1><span class="kicker">Harbour</span> {lines}</h1>')
    assert found == ["Ferry line reopens", "Harbour", "Ferry line reopens"]
    small = '<i class="section-title">Ferry line reopens</i><small>A year of work ends</small>'
    assert headline(f"<h1>{small}</h1>")[0] == "Ferry line reopens"


def test_who_is_named_in_a_heading_is_told_by_his_own_element() -> None:
    """What is a kicker to the headline is the text of its own mark."""
    for tag in ("small", "div"):
        author = f'<{tag} class="author">Ada Brook</{tag}>'
        page = parse(f"<html><body><h1>{author} Ferry line reopens</h1>{TEXT}</body></html>")
        assert [mark.text for mark in page.marks] == ["Ada Brook"]


@pytest.mark.parametrize(
    "below", ["<small>A service ends</small>", "<span class='sub-title'>A service ends</span>"]
)
def test_a_line_below_the_headline_in_its_own_heading_is_none_of_it(below: str) -> None:
    """What stands behind it in small letters tells more."""
    heading = f"<h1>Ferry line closes {below}</h1>"
    assert headline(heading) == ["Ferry line closes", "Ferry line closes", "A service ends"]
    around = f"<h1>Ferry line {below} closes now</h1>"
    assert headline(around)[0] == "Ferry line A service ends closes now"
