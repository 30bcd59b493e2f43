"""What is tidied away at the start of a body that was chosen by chances."""

from __future__ import annotations

import pytest

from workers.parsers.html.body import without_headline
from workers.parsers.html.tree import parse

TEXT = "The council met on Monday, and it voted for the bridge. Then all went home."


def kept(markup: str) -> list[str]:
    page = parse(f"<html><body>{markup}<p>{TEXT}</p></body></html>")
    return [block.text for block in without_headline(page.blocks)]


def test_a_kicker_above_the_headline_goes_with_it() -> None:
    """A few words that are no sentence; a sentence there is the standfirst."""
    assert kept("<p>City Council</p><h1>Bridge voted for</h1>") == [TEXT]
    lead = "After two years the city has its bridge."
    assert kept(f"<p>{lead}</p><h1>Bridge voted for</h1>") == [lead, TEXT]


@pytest.mark.parametrize(
    "credit",
    ["Ada Brook / AFP / Getty Images", "© Ada Brook/dpa", "AP", "Harbour at dawn | Reuters"],
)
def test_a_credit_above_the_first_sentence_is_a_pictures(credit: str) -> None:
    """It ends with the agency that it is from."""
    assert kept(f"<p>{credit}</p>") == [TEXT]


def test_a_sentence_that_ends_with_an_agency_is_text() -> None:
    """It has a full stop, or no sign before the name."""
    line = "The minister spoke to Reuters"
    assert kept(f"<p>{line}</p>") == [line, TEXT]
