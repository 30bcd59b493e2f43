"""Authors that the names of elements tell, and those of other articles."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html import visible
from workers.parsers.html.walk.tree import parse

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


def test_a_link_to_the_author_s_page_elsewhere_names_nobody() -> None:
    """`rel=author` stood at links to networks: `Google+`."""
    below = "<p>Follow Ada Brook and <a rel=author href=x>Google+</a></p>"
    assert gathered("<h1>Headline</h1><div class=by_line>by Ada Brook</div>", below).values(
        Field.AUTHOR
    ) == ["Ada Brook"]
    assert Field.AUTHOR not in gathered("<h1>Headline</h1>", below).claims


def test_who_signs_a_box_among_the_text_did_not_write_the_rest() -> None:
    """`At the scene`, `Analysis`: a text in the text. A byline among its paragraphs counts."""
    line = "<p>The body goes on, and it has a long sentence or two, as bodies have.</p>"
    name = "<div class=byline>Ada Brook</div>"
    box = f"<div><h2>At the scene</h2>{name}{line * 2}</div>"
    page = "<h1>Headline</h1>{}<p>The body ends here, as bodies do when they are long enough.</p>"
    assert Field.AUTHOR not in gathered("", page.format(line * 5 + box + line)).claims
    assert gathered("", page.format(line * 5 + name + line)).values(Field.AUTHOR) == ["Ada Brook"]


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
    assert claim.value == "Ada Brook"
    assert claim.weight == pytest.approx(0.6)
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
        ("Reuters in Boston", "Reuters"),
        ("Autor Ada Brook: EN", "Ada Brook"),
        ("Walter von Oslo", "Walter von Oslo"),
    ],
)
def test_the_text_of_an_author_element_is_freed_of_what_is_no_name(text: str, names: str) -> None:
    """A `von` inside a name is no `by`, a name given oneself no weekday."""
    markup = f"<h1>Headline</h1><div class=author>{text}</div>"
    assert gathered(markup).values(Field.AUTHOR) == [names]


@pytest.mark.parametrize(
    "markup",
    [
        "<span class=byline>von <a rel=author href=x><b itemprop=name>webteam nord</b></a></span>",
        "<div class=author><p>Ada Brook</p><p>All articles</p></div>",
        "<div class=author>Ada Brook (gardener, who writes about soil)</div>",
    ],
)
def test_an_element_that_says_no_name_hides_none_around_it(markup: str) -> None:
    """The outer one is asked, its first line alone, or what stands before a bracket."""
    (names,) = set(gathered(f"<h1>Headline</h1>{markup}").values(Field.AUTHOR))
    assert names in {"webteam nord", "Ada Brook"}


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=postAuthor>Translated by <a class=author href=x>Ben Carr</a></div>",
        "<figure><figcaption>A tree. <span class=author>Ben Carr</span></figcaption></figure>",
        "<div class=license-info><span class=author-name>Ben Carr</span></div>",
        "<div class=profile>Registration</div>",
    ],
)
def test_who_made_the_picture_or_the_translation_is_no_author(markup: str) -> None:
    """Nor is an item of a menu in a box for persons."""
    page = gathered(f"<h1>Headline</h1><p class=author>Ada Brook</p>{markup}")
    assert page.values(Field.AUTHOR) == ["Ada Brook"]


def test_readers_who_review_a_thing_are_no_authors() -> None:
    """Their names are microdata as well; those of a review that is the article are the author's."""
    review = "<div itemprop=review><p itemprop=author>Ben Carr</p><p>Good!</p></div>"
    assert Field.AUTHOR not in gathered("<h1>Headline</h1>", review).claims
    own = "<div itemprop=review><h1>Headline</h1><p itemprop=author>Ben Carr</p></div>"
    assert gathered(own).values(Field.AUTHOR) == ["Ben Carr"]


def test_a_link_to_a_page_of_authors_names_one() -> None:
    """Where it leads says what it is, whatever its class; the site's menu has such links too."""
    link = "<p class=x1><a href='/autor/ada-brook/a/'>Ada Brook</a></p>"
    menu = "<ul><li><a href='/author/ben-carr'>Ben Carr</a></li></ul><p>Menu</p>"
    (claim,) = gathered(f"{menu}<h1>Headline</h1>{link}").claims[Field.AUTHOR]
    assert (claim.value, claim.source) == ("Ada Brook", "link to an author's page")


def test_a_user_of_a_forum_is_its_author_in_the_head_alone() -> None:
    """Below the text a user's name is a commenter's."""
    user = "<p><a class='username' href='/members/7'>Catch more fish</a></p>"
    assert gathered(f"<h1>Headline</h1>{user}").values(Field.AUTHOR) == ["Catch more fish"]
    assert Field.AUTHOR not in gathered("<h1>Headline</h1>", user).claims


def test_a_byline_far_below_counts_where_the_page_has_no_other() -> None:
    """Some builders put it behind the related articles."""
    far = "<p>Line</p>" * 20 + "<div class=post-author>By Ada Brook</div>"
    assert gathered("<h1>Headline</h1>", far).values(Field.AUTHOR) == ["Ada Brook"]
    two = far + "<div class=byline>By Ben Carr</div>"
    assert Field.AUTHOR not in gathered("<h1>Headline</h1>", two).claims


def test_who_wrote_and_took_the_pictures_is_the_author() -> None:
    """`Text & Fotos:` is a label of both."""
    above = "<h1>Headline</h1><p class=author>Text &amp; Fotos: Ada Brook</p>"
    assert gathered(above).values(Field.AUTHOR) == ["Ada Brook"]


def test_who_is_quoted_is_no_author() -> None:
    """A quotation names its speaker in an element that is called an author."""
    above = "<h1>Headline</h1>"
    quoted = "<blockquote><p>It is hard.</p><cite class=author>Ada Brook</cite></blockquote>"
    assert Field.AUTHOR not in gathered(above + quoted).claims


def test_bylines_of_teasers_above_the_headline_yield_to_one_below_it() -> None:
    """A strip of the most read articles stands close above many a headline."""
    teasers = "".join(
        f"<li><a href=x>Title of another</a><span class=byline>{name}</span></li>"
        for name in ("Ben Carr", "Cem Dorn")
    )
    own = "<span class=byline><a rel=author href=y>Ada Brook</a></span>"
    assert gathered(f"<ul>{teasers}</ul><h1>Headline</h1>{own}").values(Field.AUTHOR) == [
        "Ada Brook"
    ]


@pytest.mark.parametrize(
    "element",
    [
        "<li class='menu-item menu-item-object-autor'><a href='/autor/bo-li/'>By Bo Li</a></li>",
        "<nav><div class=author>Bo Li</div></nav>",
        "<ul class=navigation--list><li class='navigation--entry author'>Bo Li</li></ul>",
        "<a rel=author href='/humans.txt'>humans.txt</a>",
        "<div class=byline>입력 2024.03.14 17:30</div>",
        "<div class=byline>更新 2024年3月14日 17時30分</div>",
    ],
)
def test_an_item_of_a_menu_is_no_author(element: str) -> None:
    """Columns and prizes are called after authors; a day's label stands in their elements."""
    assert Field.AUTHOR not in gathered(f"<h1>Headline</h1>{element}").claims


def test_elements_for_persons_and_teams_count_in_the_head_alone() -> None:
    """Below it they hold politicians and clubs."""
    person = "<div class=persons>Ada Brook</div>"
    assert gathered(f"<h1>Headline</h1>{person}").values(Field.AUTHOR) == ["Ada Brook"]
    assert Field.AUTHOR not in gathered("<h1>Headline</h1>", person).claims


def test_an_element_that_is_not_shown_is_believed_half() -> None:
    """It is of a film that the page shows later, or shown by a script."""
    (claim,) = gathered(
        "<h1>Headline</h1><div class=byline style='display:none'>By Ada Brook</div>"
    ).claims[Field.AUTHOR]
    assert claim.weight == 0.4


def test_the_folder_in_a_byline_s_line_is_no_author() -> None:
    """Themes call each part of the line after it: `byline-element category`."""
    above = (
        "<h1>Headline</h1><div class='byline'><div class='post-author byline-element'>Ada Brook"
        "</div><div class='post-category byline-element'>Harbour</div></div>"
    )
    assert gathered(above).values(Field.AUTHOR) == ["Ada Brook"]


@pytest.mark.parametrize(
    "called", ["article-section__byline", "section byline", "topic-byline", "byline"]
)
def test_a_byline_is_one_wherever_it_stands(called: str) -> None:
    """Blocks are named for what holds them: the last word tells what they are."""
    above = f"<h1>Headline</h1><div class='{called}'>Ada Brook</div>"
    assert gathered(above).values(Field.AUTHOR) == ["Ada Brook"]


def test_of_links_to_authors_those_in_a_row_nearest_to_the_text_are_its_own() -> None:
    """Teasers above have one each, and a sentence tells of somebody by one."""
    teaser = "<p><a href=/author/robin>Robin Vogt</a></p>" + "<p>Some line</p>" * 4
    own = "<p><a href=/author/maren>Maren Oakes</a></p><p><a href=/author/bo>Bo Lind</a></p>"
    named = gathered(f"<h1>Headline</h1>{teaser}{own}").values(Field.AUTHOR)
    assert named == ["Maren Oakes", "Bo Lind"]
    guest = "<a href=/author/guest>Tobias Lindqvist</a>"
    sentence = f"<p>{'We spoke of many things that day, as people do. ' * 5}With {guest}.</p>"
    assert "Tobias Lindqvist" not in gathered(f"<h1>H</h1>{own}{sentence}").values(Field.AUTHOR)


def test_a_box_for_the_byline_and_the_comments_above_the_text_names_its_author() -> None:
    """Readers' comments stand below a text."""
    box = "<div class=byline_comments><span class=author>Maren Oakes</span> 12 comments</div>"
    assert gathered(f"<h1>Headline</h1>{box}").values(Field.AUTHOR) == ["Maren Oakes"]
