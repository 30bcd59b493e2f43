"""Lines become passages: hard-wrapped ones are joined, others are left alone."""

from __future__ import annotations

import textwrap

from workers.parsers.text.typesetting.lines import passages, split
from workers.parsers.text.typesetting.wrapping import wrap_width

PROSE = (
    (
        "The council met on Monday to hear what the engineers had found under the market square,"
        " and nobody who came expected the answer to be water."
    ),
    (
        "Beneath the paving runs a stream that no map shows. It was walled in some time before 1840"
        " and forgotten by everyone except the damp cellars of three houses."
    ),
    (
        "The stream will stay where it is. The fountain above it, which has been dry for a"
        " generation, will be fed from it by the summer."
    ),
)


def texts(text: str) -> list[str]:
    return [passage.text for passage in passages(split(text))]


def test_a_line_of_a_page_dump_is_a_passage_of_its_own() -> None:
    """Long lines that end where their paragraph ends are not joined with their neighbours."""
    assert texts("\n".join(PROSE)) == list(PROSE)


def test_hard_wrapped_lines_are_joined() -> None:
    """Text that was filled to 72 columns comes back in its paragraphs."""
    wrapped = "\n\n".join(textwrap.fill(part, 72) for part in PROSE)
    assert texts(wrapped) == list(PROSE)


def test_one_broken_line_is_joined_where_nothing_is_left_out() -> None:
    """A brief has no more of them; its sentence goes on in a small letter, and ends."""
    broken = "The makers were told of it on Monday, and the office says that\nnobody was in danger."
    brief = f"Fault found in harbour ferry\n\n{broken}\n\nIt sails again on Friday."
    assert texts(brief)[1:] == [broken.replace("\n", " "), "It sails again on Friday."]


def test_a_headline_and_who_signs_below_it_are_no_broken_line() -> None:
    """The byline begins with a small letter, but ends no sentence."""
    head = ["Fault found in the old ferry of the harbour last week", "by Ann Ek"]
    assert texts("\n".join(head) + "\n\nIt sails again on Friday.")[:2] == head


def test_an_indented_line_begins_a_paragraph() -> None:
    """Wire copy without blank lines marks its paragraphs by indenting their first lines."""
    wrapped = "\n".join(textwrap.fill(part, 66, initial_indent="   ") for part in PROSE)
    assert texts(wrapped) == list(PROSE)


def test_an_entry_goes_on_below_its_words() -> None:
    """Its sign stands before them; what stands further in begins anew."""
    text = (
        "The old harbour opens three weeks late, since the cranes are yet to\n"
        "be tried by the port, as its master said on Monday to all who came.\n\n"
        "  * Ferries will leave the harbour every forty minutes in the morning\n"
        "    and hourly after noon.\n"
        "  * A second entry.\n"
    )
    entries = [passage for passage in passages(split(text)) if passage.bullet]
    assert [entry.text for entry in entries] == [
        "Ferries will leave the harbour every forty minutes in the morning and hourly after noon.",
        "A second entry.",
    ]
    assert [len(entry.lines) for entry in entries] == [2, 1]


def test_a_short_list_is_not_taken_for_wrapped_text() -> None:
    """Menu entries below each other stay apart."""
    menu = ["Home", "News from the county", "Sport", "Weather and tides", "Contact"]
    assert wrap_width(split("\n".join(menu))) is None
    assert texts("\n".join(menu)) == menu


def test_chinese_lines_are_joined_without_a_space() -> None:
    """Between Chinese signs no space stood where the line broke."""
    text = "清晨五点第一批客人已经坐在竹椅上等着掌柜提来头一壶水茶馆建于一九二三年木楼临江而立去年夏天的洪水泡坏了柱脚。"  # noqa: E501
    wrapped = "\n".join(text[at : at + 30] for at in range(0, len(text), 30))
    assert texts(wrapped + "\n\n" + wrapped) == [text, text]


def test_a_hyphen_at_the_end_of_a_line_keeps_the_compound_whole() -> None:
    """`state-` above `owned` is `state-owned`."""
    text = (
        "The ministry said on Tuesday that it would not sell its part of the state-\n"
        "owned shipyard before the harbour has been deepened, which may take until the\n"
        "end of the decade according to the last of four reports about the channel.\n"
    )
    assert "state-owned shipyard" in texts(text)[0]


def test_bullets_are_taken_off_and_remembered() -> None:
    """`* News` is the passage `News` with a bullet."""
    (one, two) = passages(split("* News\n+ Town"))
    assert (one.text, one.bullet, two.text, two.bullet) == ("News", True, "Town", True)


def test_passages_without_a_blank_line_between_them_share_a_group() -> None:
    """A label and the value below it can be told from a headline above a blank line."""
    groups = [passage.group for passage in passages(split("Head\n\nSource\nHerald\n\n\nText"))]
    assert groups == [0, 1, 1, 2]


def test_every_kind_of_line_end_ends_a_line() -> None:
    """CR LF, lone CR and the Unicode separators count as one line end each."""
    assert [line.text for line in split("a\r\nb\rc\u2028d\n e ")] == ["a", "b", "c", "d", "e"]


def test_a_page_with_whole_paragraphs_was_not_broken_at_the_length_of_its_teasers() -> None:
    """Its teasers go on in small letters by chance; nobody broke those lines."""
    teaser = "The council of the northern coast voted on Monday to\nkeep the ferry to the isles"
    paragraph = "The council voted to keep the ferry, after two days of debate in the old hall."
    teasers = "\n\n".join([teaser] * 5)
    assert wrap_width(split(teasers)) is not None
    assert wrap_width(split(f"{teasers}\n\n{paragraph} {paragraph}")) is None


def test_two_dashes_begin_an_entry() -> None:
    """Companies' news has lists so; an entry goes on below its words."""
    first = "Profit rose by an eighth, to four million crowns, in the first quarter of"
    text = f"    -- {first}\n       the year\n    -- Debt fell\n"
    wrapped = "\n\n".join(textwrap.fill(part, 78) for part in PROSE)
    assert texts(f"{wrapped}\n\n{text}")[-2:] == [f"{first} the year", "Debt fell"]


def test_a_line_broken_at_a_dash_of_two_hyphens_goes_on() -> None:
    """A small letter stands behind it, as in no list of companies."""
    told = "The firm cut what it expects of the shares by 9.5 percent to 1.9 million -- citing slow"
    wrapped = "\n\n".join(textwrap.fill(part, 72) for part in (*PROSE, f"{told} demand for boats."))
    assert "\n-- citing" in wrapped
    assert texts(wrapped)[-1] == f"{told} demand for boats."
