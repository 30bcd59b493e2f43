"""Authors that the names of elements tell, and those of other articles."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.html import visible
from workers.parsers.html.evidence import Evidence
from workers.parsers.html.tree import parse

BODY = "<p>The body begins here, and it has a long sentence or two, as bodies have.</p>" * 3


def gathered(above: str, below: str = "", standfirst: str = "") -> Evidence:
    page = parse(f"<html><body>{above}{standfirst}{BODY}{below}</body></html>")
    places = [block.at for block in page.blocks if block.text.startswith("The body")]
    evidence = Evidence()
    visible.gather(page, evidence, places[0] - bool(standfirst), places[-1])
    return evidence


def test_a_link_to_the_author_in_the_head_makes_those_below_needless() -> None:
    """They are of the articles that a page links to."""
    above = "<h1>Headline</h1><a rel=author href=x>Ada Brook</a>"
    below = "<div><a rel=author href=y>Ben Carr</a></div>"
    assert gathered(above, below).values(Field.AUTHOR) == ["Ada Brook"]
    assert gathered("<h1>Headline</h1>", below).values(Field.AUTHOR) == ["Ben Carr"]


def test_bylines_in_a_row_below_the_body_are_of_other_articles() -> None:
    """One may be the author's; several in their places are a list."""
    below = "".join(
        f"<div class=author>{name}</div>" for name in ("Ada Brook", "Ben Carr", "Cem Dorn")
    )
    assert Field.AUTHOR not in gathered("<h1>Headline</h1>", below).claims


@pytest.mark.parametrize(
    "markup",
    [
        "<ul class=prev><li class=author>von Ada Brook</li></ul><h1>Headline</h1>",
        "<h1>Headline</h1><ul class=teaser><li class=teaser-author>Ada Brook</li></ul>",
    ],
)
def test_a_byline_in_a_teaser_counts_where_no_other_does(markup: str) -> None:
    """Heads of articles are made of the same parts as teasers."""
    (claim,) = gathered(markup).claims[Field.AUTHOR]
    assert (claim.value, claim.weight) == ("Ada Brook", pytest.approx(0.6))
    own = gathered(f"{markup}<div class=byline>By Ben Carr</div>")
    assert own.values(Field.AUTHOR) == ["Ben Carr"]


def test_a_byline_after_the_standfirst_is_in_the_head() -> None:
    """The body begins with the standfirst; its author stands behind it, in a card."""
    standfirst = (
        "<p>The standfirst says, in a sentence or two, what the article is about, as they do.</p>"
        "<ul class=teaser><li class=author>Ada Brook</li></ul>"
    )
    page = gathered("<h1>Headline</h1>", standfirst=standfirst)
    assert page.values(Field.AUTHOR) == ["Ada Brook"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada von Brook", "Ada von Brook"),
        ("Ada von Brook im Gespräch mit Ben Carr", "Ada von Brook im Gespräch mit Ben Carr"),
        ("Ada Brook | Publicado hace 3 horas", "Ada Brook"),
        ("fri.garden", "fri.garden"),
        ("Autor Ada Brook: EN", "Ada Brook"),
        ("Walter von Oslo", "Walter von Oslo"),
    ],
)
def test_the_text_of_an_author_element_is_freed_of_what_is_no_name(text: str, names: str) -> None:
    """A `von` inside a name is no `by`, a name given oneself no weekday."""
    markup = f"<h1>Headline</h1><div class=author>{text}</div>"
    assert gathered(markup).values(Field.AUTHOR) == [names]
