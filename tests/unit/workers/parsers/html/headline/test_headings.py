"""Which heading is the headline."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.headline import headings
from workers.parsers.html.walk.tree import parse

BODY = "<p>The body begins here, and it has a long sentence or two, as bodies have.</p>"


def best(
    above: str, *, told: tuple[str, ...] = (), site: str = "", url: str | None = None
) -> str | None:
    page = parse(f"<html><body>{above}{BODY}</body></html>")
    evidence = Evidence()
    evidence.every(Field.HEADLINE, told, "title", 0.3)
    evidence.add(Field.SOURCE, site, "meta og:site_name", 0.8)
    at = next(block.at for block in page.blocks if block.text.startswith("The body"))
    headings.gather(page, evidence, at, url)
    claims = evidence.ordered().get(Field.HEADLINE, ())
    return claims[0].value if claims else None


def test_the_heading_that_the_title_repeats_wins_over_another_one() -> None:
    """The site's name beside it in `<title>` does not matter."""
    above = "<h1>Weather today</h1><h1>Bridge reopens</h1>"
    assert best(above, told=("Bridge reopens | The Post",)) == "Bridge reopens"


def test_a_heading_that_is_the_site_s_name_is_no_headline() -> None:
    """Some pages put their own name into the level-one heading and the headline below it."""
    above = "<h1>The Post</h1><h2>Bridge reopens</h2>"
    assert best(above, told=("Bridge reopens - The Post",), site="The Post") == "Bridge reopens"


def test_a_heading_that_the_page_s_title_has_whole_is_believed_over_a_shorter_one() -> None:
    """Sites cut headlines for other sites: `Harbour bridge reopens` is `Bridge reopens` there."""
    page = parse(
        "<html><head><title>Post News - Old harbour bridge reopens after years</title></head>"
        f"<body><h1>Old harbour bridge reopens after years</h1>{BODY}</body></html>"
    )
    evidence = Evidence()
    evidence.add(Field.HEADLINE, "Harbour bridge reopens after years", "meta og:title", 0.55)
    headings.gather(page, evidence, 1)
    best, *_ = evidence.ordered()[Field.HEADLINE]
    assert best.value == "Old harbour bridge reopens after years"


def test_words_before_the_headline_in_its_heading_are_left_to_the_head() -> None:
    """`Harbour` and the headline in one heading: the head of the page has it without."""
    above = "<h1><span>Harbour</span> Bridge reopens after years</h1>"
    assert best(above, told=("Bridge reopens after years",)) == "Harbour Bridge reopens after years"
    page = parse(f"<html><body>{above}{BODY}</body></html>")
    evidence = Evidence()
    evidence.add(Field.HEADLINE, "Bridge reopens after years", "meta og:title", 0.55)
    headings.gather(page, evidence, 1)
    assert evidence.ordered()[Field.HEADLINE][0].source == "meta og:title"


def test_a_heading_that_the_address_spells_is_the_site_s_name() -> None:
    """Blogs have their name at level one and the headline below, and state no name of a site."""
    above = "<h1>Harbour Post</h1><h2>Bridge reopens after years</h2>"
    told = ("Harbour Post » Archive » Bridge reopens after years",)
    for url in (
        "https://www.harbour-post.example/2024/bridge",
        "https://archive.example/web/2024/http://harbourpost.example/bridge",
    ):
        assert best(above, told=told, url=url) == "Bridge reopens after years"
    assert best(above, told=told, url="https://other.example/bridge") == "Harbour Post"
    assert best(
        "<h1>Harbour Post</h1>", told=("Harbour Post",), url="https://harbourpost.example"
    ) == ("Harbour Post")


def test_a_heading_of_a_lower_level_that_is_only_a_part_of_the_headline_is_none() -> None:
    """`Bridge` above the text, where the head of the page states the headline in full."""
    page = parse(f"<html><body><h2>Bridge</h2>{BODY}</body></html>")
    evidence = Evidence()
    evidence.add(Field.HEADLINE, "Bridge: it reopens after years", "json-ld headline", 0.65)
    headings.gather(page, evidence, 1)
    assert evidence.ordered()[Field.HEADLINE][0].source == "json-ld headline"


def test_a_kicker_glued_to_the_headline_is_left_to_a_title_with_the_site_s_name() -> None:
    """Elements without a space between them: only `<title>` has the headline alone."""
    evidence = Evidence()
    evidence.add(Field.HEADLINE, "Bridge reopens after years | The Post", "title", 0.3)
    page = parse("<h1><span>Works</span>Bridge reopens after years</h1><p>The body.</p>")
    headings.gather(page, evidence, 1)
    (told, heading) = evidence.ordered()[Field.HEADLINE]
    assert (told.source, heading.source) == ("title", "h1")


def test_the_heading_that_the_address_spells_is_the_headline() -> None:
    """Where neither title nor first heading says more than the site's name."""
    url = "https://harbour.example/2024/neuer-kai-fuer-luebeck/"
    above = "<h2>#Politik</h2><h2>Neuer Kai für Lübeck</h2>"
    assert best(above, told=("harbour.example",), url=url) == "Neuer Kai für Lübeck"
    assert best(f"<h1>The Harbour</h1>{above}", told=("The Harbour",), url=url) == (
        "Neuer Kai für Lübeck"
    )


def test_a_first_heading_that_the_address_spells_needs_no_other() -> None:
    """A heading of a lower level may have its words again."""
    url = "https://harbour.example/bridge-reopens-after-years"
    above = "<h1>Bridge reopens after ten years</h1><h2>Bridge reopens after years</h2>"
    assert best(above, told=("Bridge reopens after ten years",), url=url) == (
        "Bridge reopens after ten years"
    )


def test_a_badge_behind_the_headline_is_no_part_of_it() -> None:
    """`Subscribers` stands in the heading's element, and in no title of the head."""
    told = ("Bridge reopens after years | City | The Post", "Bridge reopens after years")
    above = "<h1>Bridge reopens after years <span>Subscribers</span></h1>"
    assert best(above, told=told) == "Bridge reopens after years"
    above = "<h1>Bridge reopens after years<small>The Post</small></h1>"
    assert best(above, told=told) == "Bridge reopens after years"


def test_a_heading_with_a_dash_is_whole_where_its_titles_write_another_dash() -> None:
    """The second half is the last part of a title, as a site's name would be, and is none."""
    heading = "Ferry line reopens – for a year"  # noqa: RUF001 - as editors set it
    told = ("Ferry line reopens - for a year", "Ferry line reopens - for a year | The Post")
    assert best(f"<h1>{heading}</h1>", told=told) == heading


def test_what_is_longer_than_the_rest_of_a_heading_is_no_badge() -> None:
    """A kicker stands in the heading's element, and in titles with a dash behind it."""
    told = ("Ferry line reopens - It Took a Whole Year", "Ferry line reopens - The Post")
    heading = "Ferry line reopens It Took a Whole Year"
    assert best(f"<h1><b>Ferry line reopens</b> {heading[19:]}</h1>", told=told) == heading


def test_a_title_that_is_cut_cuts_no_heading() -> None:
    """More than a badge, or what goes on in small letters, belongs to the headline."""
    told = ("Bridge reopens after years | City", "Bridge reopens after years")
    for rest in ("of closure", "Under New Management Today", ", says Ek"):
        heading = f"Bridge reopens after years {rest}"
        assert best(f"<h1>{heading}</h1>", told=told) == heading
    heading = "Bridge reopens after years Again"
    assert best(f"<h1>{heading}</h1>", told=told[1:]) == heading


def test_a_lower_heading_that_is_a_whole_title_wins_over_a_part_of_one() -> None:
    """The folder's name stands in `<title>` as well, and above the headline."""
    told = ("Why bridges reopen - The Lookout - The Post", "The reason that the bridge reopens")
    above = "<h3>The Lookout</h3><h2>The reason that the bridge reopens</h2>"
    assert best(above, told=told) == "The reason that the bridge reopens"


def test_a_heading_that_its_markup_calls_the_headline_is_one_whatever_a_line_says() -> None:
    """A teaser repeats the title of `<title>`; the page's own headline is longer."""
    page = parse(
        "<html><head><title>Ek: 'We are glad' - The Post</title></head><body>"
        "<h1 itemprop=headline>Mayor tells of the bridge that reopens after all these years</h1>"
        f"<p>Ek: 'We are glad'</p>{BODY}</body></html>"
    )
    evidence = Evidence()
    evidence.add(Field.HEADLINE, "Ek: 'We are glad'", "meta og:title", 0.55)
    headings.gather(page, evidence, len(page.blocks) - 1)
    best_claim = evidence.ordered()[Field.HEADLINE][0]
    assert best_claim.value.startswith("Mayor tells")


def test_the_greater_part_of_a_title_is_the_headline_among_lower_headings() -> None:
    """The site's name heads old pages, and the headline stands below it."""
    above = "<h2>Harbour News</h2><h3>Old bridge reopens to lorries</h3>"
    assert best(above, told=("Harbour News: Old bridge reopens to lorries",)) == (
        "Old bridge reopens to lorries"
    )


def test_the_line_above_the_day_is_the_headline_of_a_page_that_tells_its_site_s_name_alone() -> (
    None
):
    """Neither its title nor a heading has another."""
    told = ("The Post",)
    lines = "<p>The Post</p><div>Bridge reopens to lorries</div><p>14 March 2024</p>"
    assert best(f"<h1>The Post</h1>{lines}", told=told, site="The Post") == (
        "Bridge reopens to lorries"
    )
    assert best("<h1>The Post</h1><p>14 March 2024</p>", told=told, site="The Post") == "The Post"


def test_no_part_of_a_word_is_a_kicker() -> None:
    """`Hafengeschichte` has the title's `Geschichte` at its end, and nothing before it."""
    told = ("Geschichte - Verein der Hafenfreunde",)
    assert best("<h1>Hafengeschichte</h1>", told=told) == "Hafengeschichte"


def test_the_heading_right_above_the_text_is_the_headline_where_no_title_tells_one() -> None:
    """First headings below the text are those of boxes; a line for the author is no first one."""
    page = parse(
        "<html><body><h2>Upcoming events this week</h2><p>12 March</p>"
        "<h4>Bridge reopens after years</h4><h5>A report by Ada Brook</h5>"
        f"{BODY}<h1>Quick links and more</h1></body></html>"
    )
    evidence = Evidence()
    evidence.add(Field.HEADLINE, "Harbour Association", "title", 0.3)
    at = next(block.at for block in page.blocks if block.text.startswith("The body"))
    headings.gather(page, evidence, at)
    best, *_ = evidence.ordered()[Field.HEADLINE]
    assert best.value == "Bridge reopens after years"


def test_a_short_heading_above_the_text_heads_a_part_of_the_page() -> None:
    """`Main content` is for those who hear the page; its title tells more."""
    told = ("Bridge reopens after years",)
    assert best("<h2>Main content</h2>", told=told) == "Bridge reopens after years"


def test_a_heading_with_soft_hyphens_is_known_by_its_words() -> None:
    """Ministries put them into each long word of what they show, and none into the title."""
    above = "<h1>Quick links</h1><h2>Hafen\xadbrücke wieder&shy;er&#xAD;öffnet</h2>"
    assert best(above, told=("Hafenbrücke wiedereröffnet",)) == "Hafenbrücke wiedereröffnet"


def test_a_kicker_is_glued_to_words_that_have_no_spaces() -> None:
    """Chinese and Japanese part no words, and have no capitals that begin one."""
    assert headings.has_kicker("港口渡轮恢复航行的新规定", ["渡轮恢复航行的新规定"])
    assert headings.has_kicker("WorksBridge reopens", ["Bridge reopens"])
    assert not headings.has_kicker("Unbridged waters", ["bridged waters"])


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("Bridge reopens after years - The Post", "title"),
        ("Bridge reopens after years", "title"),
        ("Harbour Post of the North", "h3"),
        ("News - Bridges - The Post of the North", "h3"),
    ],
)
def test_a_heading_that_opens_the_text_is_none_of_the_page_whose_title_tells_it(
    title: str, source: str
) -> None:
    """`What the council said before` heads the text's first part; a site's name tells nothing."""
    heading = "<h3>What the council said before</h3>"
    page = parse(f"<html><head><title>{title}</title></head><body>{heading}{BODY}")
    evidence = Evidence()
    evidence.add(Field.HEADLINE, title, "title", 0.3)
    headings.gather(page, evidence, 1, "https://www.harbourpost.example/bridge")
    assert evidence.ordered()[Field.HEADLINE][0].source == source
