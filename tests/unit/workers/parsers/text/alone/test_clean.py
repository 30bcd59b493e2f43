"""A text without a page's furniture is kept from its lead to its last line."""

# ruff: noqa: RUF001 - full-width signs are meant

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.text.marks.shapes import is_caption
from workers.parsers.text.reading import read_text

TEXT = (
    "The tide came late on Monday, and the boats in the harbour of Lowick waited until noon.",
    "Nobody complained: the fish was late as well, said Ida Holm, who has sailed for forty years.",
)
LEAD = "Boats of the whole northern coast had to wait until noon"


def body(*lines: str) -> list[str]:
    return list(read_text("\n\n".join(lines)).body)


@pytest.mark.parametrize(
    "above",
    [
        (),
        ("By Ada Brook",),
        ("Mary Brook", "3 hours ago", "4 min read"),
    ],
)
def test_a_lead_below_the_headline_is_text(above: tuple[str, ...]) -> None:
    """It has no stop; the byline may stand below it, and is none of the text."""
    assert body("The tide comes late at Lowick", LEAD, *above, *TEXT) == [LEAD, *TEXT]


@pytest.mark.parametrize(
    "line", ["Residents fear noise", "Mary Brook, Lowick", "The Harbour Post of Lowick and Northby"]
)
def test_offices_and_headings_are_no_lead(line: str) -> None:
    """They are short, or written as names are."""
    assert body("The tide comes late at Lowick", line, *TEXT, *TEXT) == [*TEXT, *TEXT]


def test_a_last_line_without_a_stop_is_text() -> None:
    """Several of them are the headlines of other stories."""
    last = "That is how it has always been, and I like it 😉"
    assert body("The tide comes late at Lowick", *TEXT, last) == [*TEXT, last]
    others = ("How the fish of the north came to be late", "Why the boats of Lowick are all blue")
    assert body("The tide comes late at Lowick", *TEXT, *others) == list(TEXT)


@pytest.mark.parametrize(
    "caption",
    [
        "Boats in the harbour of Lowick on Monday, waiting for the tide. REUTERS/Ada Brook",
        "File photo of a boat. | Getty Images",
        "Boats that wait (AP Photo/Ada Brook)",
    ],
)
def test_a_caption_between_the_paragraphs_is_no_text(caption: str) -> None:
    """Whose picture it is stands at its end."""
    assert body("The tide comes late at Lowick", TEXT[0], caption, TEXT[1]) == list(TEXT)
    assert body("The tide comes late at Lowick", caption, *TEXT) == list(TEXT)


def test_a_heading_that_names_an_agency_is_text() -> None:
    """It has no sign before the name; nor is a headline a caption."""
    heading = "How Reuters told the story"
    assert body("The tide (epa) – late again", TEXT[0], heading, TEXT[1]) == [
        TEXT[0],
        heading,
        TEXT[1],
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "1865: a scoop for Reuters",
        "1984/85: the float of Reuters",
        "Five things to know (and forget) about AP",
        "What to see, and how to go (by bus) to the Getty",
        "Environmental Protection Agency (EPA)",
        "Adding photos: the easy way",
        "Schritt 3: Bilder von Menschen",
    ],
)
def test_a_heading_with_signs_is_text_where_no_names_alone_stand_behind_them(heading: str) -> None:
    """Nor is a word for pictures a credit where no name follows."""
    assert body("The tide comes late at Lowick", TEXT[0], heading, TEXT[1]) == [
        TEXT[0],
        heading,
        TEXT[1],
    ]


def test_words_in_brackets_behind_the_last_sentence_do_not_open_it() -> None:
    """Agencies write there that a text ends, or who they are."""
    chinese = (
        "新华社北京5月9日电（记者李晓明）港务局周二表示，新防波堤将于六月开放，比原计划晚两年。",
        "曾威胁离开港口的渡轮公司对此表示欢迎，但要求在旧码头重建期间降低收费。（完）",
    )
    assert len(body(*chinese)) == len(chinese)
    assert body("Tide", TEXT[0], "The boats waited. (dpa)") == [TEXT[0], "The boats waited. (dpa)"]
    assert not is_caption("港湾局は火曜日、新しい防波堤が六月に開くと発表した。(c)AFP/Ann EK")
    assert is_caption("港の防波堤(2023年5月9日撮影)。(c)AFP/Ann EK")


def test_a_paragraph_alone_is_text() -> None:
    """It heads nothing, whatever stands below it."""
    assert body(TEXT[0], "Harbour", "Home", "News", "Sport", "Weather", "Contact us")[:1] == [
        TEXT[0]
    ]


def test_what_a_speaker_says_at_the_end_names_nobody() -> None:
    """Several lines begin with the same word before a colon."""
    said = ("Reporter: When does it open, mayor?", "Mayor: In June, and not a day later.")
    lines = ("Mayor meets press", *said * 3, TEXT[0], "Reporter: Thank you")
    assert Field.AUTHOR not in read_text("\n\n".join(lines)).claims


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("PORTSMOUTH, N.H., May 9, 2023 — ", "May 9, 2023"),
        ("Le Havre, 9 mai 2023 (AFP) - ", "9 mai 2023"),
        ("Paris, le 9 mai 2023 – ", "9 mai 2023"),
        ("Kiel, 9. Mai 2023. ", "9. Mai 2023"),
    ],
)
def test_a_day_with_its_year_in_the_dateline_is_the_text_s(opening: str, day: str) -> None:
    """Where no other line tells one."""
    claims = read_text(
        "\n\n".join(("The tide comes late at Lowick", opening + TEXT[0], TEXT[1]))
    ).claims
    assert [claim.value for claim in claims[Field.PUBLISHED]] == [day]


def test_a_dateline_is_read_below_a_lead_too() -> None:
    """The lead is a line of the text without a stop."""
    opening = f"LOWICK, May 9, 2023 (Reuters) - {TEXT[0]}"
    lines = ("The tide comes late at Lowick", LEAD, LEAD + " again", opening, TEXT[1])
    claims = read_text("\n\n".join(lines)).claims
    assert claims[Field.DATELINE][0].value.startswith("LOWICK, May 9, 2023")
    assert claims[Field.PUBLISHED][0].value == "May 9, 2023"
    assert claims[Field.SOURCE][0].value == "Reuters"


@pytest.mark.parametrize(
    "opening",
    ["On May 9, 2023, ", "Am 9. Mai 2023. ", "May 9, 2023 was it. ", "Berlin, 8 May 1945. "],
)
def test_a_day_in_the_first_sentence_is_not(opening: str) -> None:
    """It is when something happened."""
    claims = read_text(
        "\n\n".join(("The tide comes late at Lowick", opening + TEXT[0], TEXT[1]))
    ).claims
    assert Field.PUBLISHED not in claims


def test_a_byline_in_italics_is_one() -> None:
    """The signs of Markdown stand around it."""
    byline = "*By Ada Brook* | *9 May 2023*"
    claims = read_text("\n\n".join(("The tide comes late at Lowick", byline, *TEXT))).claims
    assert claims[Field.AUTHOR][0].value == "Ada Brook"


def test_a_line_of_stars_signs_nothing() -> None:
    """Nothing is left of it without the signs of italics."""
    assert body("***", "The tide comes late at Lowick", *TEXT) == list(TEXT)


def test_when_somebody_was_born_and_died_signs_nothing() -> None:
    """The name is in the headline as well."""
    lived = "Mary Brook, captain, born 3 May 1932; died 9 May 2023"
    claims = read_text("\n\n".join(("Mary Brook, captain, dies at 91", *TEXT, lived))).claims
    assert Field.AUTHOR not in claims


TABLE = (
    "Town      Votes    Share",
    "Lowick    1,204    41",
    "Share       300    11",
    "Ash   455   12",
)


@pytest.mark.parametrize("below", [(), (TEXT[0],)])
def test_a_word_of_menus_among_the_figures_of_a_table_is_text(below: tuple[str, ...]) -> None:
    """It names a column, or a row; alone between paragraphs it is a button."""
    rows = [" ".join(row.split()) for row in TABLE]
    told = [*TEXT, *rows, *below]
    assert body("Boats of Lowick vote on the tide", *TEXT, "\n".join(TABLE), *below) == told
    assert body("Boats of Lowick vote on the tide", TEXT[0], "Share", TEXT[1]) == list(TEXT)
