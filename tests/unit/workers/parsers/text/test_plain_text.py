"""The plain text parser reads dumps, labelled texts and wire copy, and says why it refuses."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import Limits, ParseContext, RawFile
from workers.parsers.text.plain_text import PlainText

SEEDS = Path(__file__).parents[5] / "seeds"
NOTED = "City buys old forest"
NOTED_TEXT = """NORTHBY (Norwire) - The city council voted late on Tuesday to buy the old forest.

Mayor Ida Holm said the purchase would cost 4.2 million and end a dispute of eleven years."""


def parse(data: str | bytes, limits: Limits | None = None) -> RawItem:
    content = data.encode() if isinstance(data, str) else data
    file = RawFile(name="story.txt", content=content)
    (item,) = PlainText().parse(file, ParseContext(limits=limits or Limits()))
    assert isinstance(item, RawItem)
    return item


def seed(name: str) -> str:
    return (SEEDS / "plain_text" / f"{name}.txt").read_text("utf-8")


def refusal(data: bytes, limits: Limits | None = None) -> Rejected:
    with pytest.raises(Rejected) as caught:
        parse(data, limits)
    return caught.value


def test_a_dump_with_labels_on_the_next_line_is_read_whole() -> None:
    """Headline, source, editor and time are claims; four paragraphs and nothing else are body."""
    item = parse(seed("labels_next_line"))
    assert item.first(Field.HEADLINE) == "Harbour towns agree on shared ferry timetable"
    assert item.first(Field.SOURCE) == "Northern Coast Herald"
    assert item.first(Field.EDITOR) == "Marit Solheim"
    assert item.first(Field.AUTHOR) is None
    assert item.first(Field.PUBLISHED) == "2023-05-09 08:15:40"
    assert len(item.body) == 4
    assert item.body[0].startswith("Three harbour towns")
    assert item.body[-1].endswith("will not begin before the autumn.")


@pytest.mark.parametrize(
    "body",
    [
        ("A fault has been found in a ferry.", "", "Nobody was in danger.", "", "It sails again."),
        (
            "The society of the old harbour has found a fault in a ferry of",
            "Southwest Lines, an inspector said.",
        ),
    ],
)
def test_the_first_sentence_below_a_stated_headline_is_text(body: tuple[str, ...]) -> None:
    """Short as the text is, none of its lines is a headline: the label has that."""
    item = parse("Headline: Ferry out of service\n\n" + "\n".join(body) + "\n")
    assert item.first(Field.HEADLINE) == "Ferry out of service"
    assert item.body == tuple(filter(None, body))


def test_other_white_space_and_quotes_change_no_field() -> None:
    """A copy with CR LF, indents, tabs and straight quotes reads the same."""
    plain = seed("labels_next_line")
    other = (
        plain.replace("“", '"').replace("”", '"').replace("\n", "  \r\n\t ").replace(" on", "  on")
    )
    item, copy = parse(plain), parse(other)
    assert copy.claims == item.claims
    assert len(copy.body) == len(item.body)


def test_a_truncated_copy_is_an_article() -> None:
    """A dump that breaks off in the middle of a sentence keeps what there is of it."""
    text = seed("labels_next_line")
    item = parse(text[: text.index("eleven kinds")])
    assert item.first(Field.SOURCE) == "Northern Coast Herald"
    assert len(item.body) == 3
    assert item.body[-1].endswith("is to replace the")


def test_wire_copy_gives_byline_and_dateline() -> None:
    """Hard-wrapped paragraphs are joined; the byline loses its `By`."""
    item = parse(seed("wire_copy"))
    assert item.first(Field.AUTHOR) == "Ines Calheiros and Tom Adeyemi"
    assert item.first(Field.DATELINE) == "PORTO, Feb 12 (Meridian)"
    assert len(item.body) == 4


def test_bare_paragraphs_are_an_article_without_a_headline() -> None:
    """Nothing is taken out of a text that has no furniture."""
    item = parse(seed("bare_paragraphs"))
    assert len(item.body) == 3
    assert item.first(Field.HEADLINE) is None


def test_a_brief_of_one_paragraph_is_an_article() -> None:
    """One sentence is enough."""
    assert len(parse(seed("one_paragraph_brief")).body) == 1


def test_the_speakers_of_an_interview_are_no_labels() -> None:
    """In the middle of a text `Editor: …` is what somebody says, at its end it is a label."""
    line = "The harbour has been dredged twice since the war; twice the sand came back."
    item = parse(
        f"{line}\n\n{line}\n\n{line}\n\nEditor: And why is that?\n\n{line}\n\nEditor: Jo Lind"
    )
    assert item.body[3] == "Editor: And why is that?"
    assert [claim.value for claim in item.claims[Field.EDITOR]] == ["Jo Lind"]


def test_random_bytes_are_not_text() -> None:
    """The reason says so in words that a person understands."""
    refused = refusal(random.Random(7).randbytes(5000))
    assert refused.reason is Reason.NOT_TEXT
    assert "neither text nor a format" in refused.detail


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n  "])
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    """An empty file is refused as `empty`."""
    assert refusal(data).reason is Reason.EMPTY


def test_a_menu_is_no_article() -> None:
    """A list of links has no paragraphs."""
    assert refusal((SEEDS / "broken" / "menu_only.txt").read_bytes()).reason is Reason.NO_ARTICLE


def test_a_list_of_addresses_is_no_article() -> None:
    """However long they are."""
    links = "".join(
        f"http://news.example/2024/03/05/the-tide-was-late-by-{n}-minutes.html?from=list&n={n}\n"
        for n in range(40)
    )
    assert refusal(links.encode()).reason is Reason.NO_ARTICLE


def test_a_text_above_the_limit_is_too_large() -> None:
    """The sentence names the size and the limit."""
    refused = refusal(b"word " * 1000, limits=Limits(file_bytes=1000))
    assert refused.reason is Reason.TOO_LARGE


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("text", "is_article"),
    [
        ("a " * 2_000_000, True),
        ("A-" * 1_000_000, True),
        (("A-" * 80 + "\n") * 3_000, True),
        ("Source: " * 200_000, True),
        ("2020-01-01 " * 200_000, True),
        ("(" * 2_000_000, True),
        ("Menu\n" * 300_000, False),
        ("Menu\n" * 5_000, False),
    ],
    ids=["words", "dashes", "dash lines", "labels", "dates", "brackets", "long menu", "menu"],
)
def test_a_hostile_text_is_read_or_refused_in_good_time(text: str, *, is_article: bool) -> None:
    """Work grows with the size and no faster: quadratic work on these would take hours."""
    if is_article:
        assert parse(text).body
    else:
        assert refusal(text.encode()).reason in (Reason.TOO_LARGE, Reason.NO_ARTICLE)


def test_a_page_dump_is_parted_from_its_furniture() -> None:
    """Of a whole page the article's paragraphs are left, with its headline, author and time."""
    item = parse(seed("page_dump"))
    text = "\n".join(item.body)
    assert item.first(Field.HEADLINE) == "Old railway bridge to open for walkers in spring"
    assert item.first(Field.AUTHOR) == "Harriet Osei"
    assert item.first(Field.PUBLISHED) == "3 November 2023, 6:45 pm"
    assert item.body[0].startswith("The old railway bridge above the gorge will open")
    assert item.body[-1].endswith("with a brass band, if the boards arrive in time.")
    for furniture in (
        "Sign in",
        "Share on",
        "Photo:",
        "Read more",
        "Most read",
        "inbox",
        "rights reserved",
    ):
        assert furniture not in text


def test_a_japanese_page_is_read_like_any_other() -> None:
    """Marks of writing without spaces count too."""
    item = parse(seed("japanese_page"))
    assert item.first(Field.HEADLINE) == "無人駅の古本市、来月で百回目"
    assert item.first(Field.AUTHOR) == "小野寺 楓"
    assert len(item.body) == 3


def test_any_text_is_worth_a_last_resort() -> None:
    """Text scores low, by its name a little higher; bytes that are no text next to nothing."""
    score = PlainText().score
    assert score(RawFile(name="a.txt", content=b"words")) == 0.3
    assert 0 < score(RawFile(name="a.xyz", content=b"words")) < 0.3
    assert score(RawFile(name="a.txt", content=bytes(range(32)) * 40)) < 0.1


@pytest.mark.parametrize("kind", ["VCALENDAR", "VCARD"])
def test_a_calendar_or_a_card_is_no_article(kind: str) -> None:
    """Its lines look like labels with sentences behind them."""
    content = f"BEGIN:{kind}\r\nSUMMARY:The tide is late on Monday, the office says.\r\n".encode()
    with pytest.raises(Rejected) as refused:
        list(PlainText().parse(RawFile(name="a", content=content), ParseContext()))
    assert refused.value.reason is Reason.NO_ARTICLE


def test_a_note_of_the_desk_above_the_text_is_kept_as_a_note() -> None:
    """It says that the text comes again; broken over two lines too."""
    told = f"{NOTED}\n\n(Corrects spelling of the mayor's\nname in paragraph 2)\n\n{NOTED_TEXT}"
    item = parse(told)
    assert item.notes[-1] == "edNote: Corrects spelling of the mayor's name in paragraph 2"
    assert parse(f"{NOTED}\n\n(Ida Holm is the mayor)\n\n{NOTED_TEXT}").notes == ()
