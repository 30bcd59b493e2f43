"""The body says no field again; a headline that is missing is made of it."""

from __future__ import annotations

import pytest

from tests.unit.workers.normalise.article.items import BODY, item, read


def test_a_body_does_not_say_its_fields_again() -> None:
    """Headline, byline, date and dateline lines go from the start, a byline from the end."""
    article = read(
        item(
            body=(
                "Engineers Warn!",
                "By Jane Doe",
                "18 November 2020, 16:42",
                "LONDON",
                *BODY,
                "Jane Doe, Reporter",
            ),
            headline="Engineers warn",
            author="Jane Doe",
            dateline="London",
        )
    )
    assert article.body == BODY


def test_a_flash_may_be_its_headline_alone() -> None:
    """Where nothing else is left, the repeated headline stays as the body."""
    article = read(item(body=("Fed raises rates",), headline="Fed raises rates"))
    assert article.body == ("Fed raises rates",)


def test_sentences_with_a_name_or_a_date_are_no_bylines() -> None:
    """Only lines that say nothing else go."""
    body = (
        "Jane Doe said on Monday that she would not run again.",
        "On 18 November 2020 the council met in the town hall to hear all of the parties.",
    )
    assert read(item(body=body, author="Jane Doe", headline="Council meets")).body == body


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Mr. Smith went home. Then he slept.", "Mr. Smith went home."),
        ("No full stop here", "No full stop here"),
        ("政府表示将作出决定。之后再公布。", "政府表示将作出决定。"),
        ("【码头明天停航一天】请乘客注意。", "码头明天停航一天"),
        ("【新华社北京5月3日电】码头明天停航。", "【新华社北京5月3日电】码头明天停航。"),
        ("【観光ガイド付き】京都の旅は秋がよい。", "【観光ガイド付き】京都の旅は秋がよい。"),
        ("word " * 40 + "end.", ("word " * 24).strip()),
        ("x" * 200, "x" * 120),
    ],
)
def test_a_first_sentence_makes_a_headline(text: str, headline: str) -> None:
    """It ends at the sentence's end, or at a word within 120 characters."""
    assert read(item(body=(text, BODY[1]))).headline == headline


def test_a_first_sentence_is_the_site_s_name_where_nothing_else_is_left() -> None:
    """A sign alone is no headline: it would be none when the article is read again."""
    assert read(item(body=("{|Daily News",), source="Daily News")).headline == "Daily News"
    assert read(item(body=("…。 The tide is in",))).headline == "…。 The tide is in"


def test_what_stands_after_the_first_long_paragraph_stays() -> None:
    """A date or a name alone in its line is a heading there."""
    long = f"The city has seen three such days, and each of them is told here. {BODY[0]}"
    body = (f"{long} And more.", "18 November 2020", "Jane Doe", f"{long} And so on.")
    assert read(item(body=body, author="Jane Doe", headline="Three days")).body == body
    signed = read(item(body=(*body, "By Jane Doe"), author="Jane Doe", headline="Three days"))
    assert signed.body == body


def test_paragraphs_that_meet_when_a_line_goes_are_one() -> None:
    """The headline stood between two equal lines."""
    article = read(item(body=("Live", "Fed acts", "Live", "And more"), headline="Fed acts"))
    assert article.body == ("Live", "And more")


def test_an_abbreviation_at_the_end_ends_the_sentence() -> None:
    """There is nothing after it."""
    assert read(item(body=("He met Mr. Doe Jr.", BODY[1]))).headline == "He met Mr. Doe Jr."


def test_a_picture_called_as_its_article_is_not_in_the_text() -> None:
    """The headline once more, and whose picture it is."""
    caption = "Engineers warn (fot. harbour.example)"
    assert read(item(body=(caption, *BODY), headline="Engineers warn")).body == BODY
