"""Pages that text browsers and converters printed are read without what these add."""

from __future__ import annotations

import textwrap

import pytest

from workers.parsers.text.printers.programs import plain
from workers.parsers.text.typesetting.lines import HOLDER, passages, split

LYNX = """\
   [1]Home
     * [2]Ports
   (BUTTON) Menu

   Harbour opens [3]late this year

   A reader asks why [sic] it took 12 days [99].

References

   Visible links:
   1. https://coast.example/
   2. https://coast.example/ports
   3. https://coast.example/late
"""
HTML2TEXT = """\
[![logo](https://coast.example/a-
b.svg)](/)

  * [Ports](/ports/)
  * [Ships](/ships/ "All ships")

# Harbour opens
late this year

By **Ann Ek**

The [ferries](https://coast.example/f_(2)) wait _outside_ for a second
week\\. Nobody knows why\\- so far.

* * *

> It is [cold](https://coast.example/cold).
"""


def test_the_numbers_and_the_list_of_a_text_browser_are_taken_off() -> None:
    """What stands in brackets and is no number of a link stays."""
    text = plain(LYNX).text.replace(HOLDER, "")
    assert "Harbour opens late this year" in text
    assert "why [sic] it took 12 days [99]." in text
    assert "References" not in text
    assert "[2]" not in text
    assert "BUTTON" not in text


def test_numbers_in_brackets_without_a_list_of_addresses_stay() -> None:
    """They are footnotes, or somebody's own."""
    text = "The tide [1] came late [2].\n\nReferences\n\n1. A. Ek, Tides, 1999.\n2. B. Li, 2001.\n"
    assert plain(text).text == text


ELINKS = """\
   Link: [1]canonical
   Link: [2]feed (alternate)

     • [3][IMG]

   The ferries to the islands wait outside the [4]harbour for a second week
   because the new [5]gate does not open, say the towns on the coast and the
   islands.

References

   Visible links
   1. https://coast.example/ferries
   2. https://coast.example/feed
   3. Home
   \thttps://coast.example/
   4. https://coast.example/harbour
   5. https://coast.example/gate
"""
OLD_HTML2TEXT = """\
    * Ports_and_ships
    * Weather

****** Harbour opens late: the ferries wait outside for a
second week ******
by Ann_Ek

The new gate of the harbour does not open, and nobody in the two towns at
the mouth of the river, where the fishing boats lie in rows three deep at
the old mole, knows when it will, says the harbour master, who has called
the builders.
The ferries to the islands wait outside the harbour for a second week, as
Port_Ek_and_Holm_Ferries_of_Ness say. Write to ann_ek@coast.example.

** Other_news **
"""


def told(text: str) -> list[str]:
    """Return the passages of a text without the signs of a program."""
    return [part.text for part in passages(split(plain(text).text)) if part.text]


def test_the_links_of_a_head_and_titles_of_a_list_are_taken_off() -> None:
    """A text browser may print a link's title over its address, and the links of the head."""
    assert " ".join(told(ELINKS)) == (
        "The ferries to the islands wait outside the harbour for a second week because the new "
        "gate does not open, say the towns on the coast and the islands."
    )


def test_lines_that_a_number_made_full_are_joined() -> None:
    """The program broke the line with the number in it; without it the next word would fit."""
    words = (
        "The [1]gate of the [2]harbour at [3]Port [4]Ek stays shut. [5]Nobody knows why, says the "
        "[6]mayor of the [7]town, who waits for the [8]ferry. He adds that [9]boats are slow."
    )
    listed = "".join(f"\n{at}. https://coast.example/{at}" for at in range(1, 10))
    wrapped = "\n\n".join([textwrap.fill(words, 58)] * 3)
    bare = "".join(sign for sign in words if sign not in "[]" and not sign.isdigit())
    assert told(f"{wrapped}\n\nReferences\n{listed}\n") == [bare] * 3


def test_headings_between_stars_and_underlined_links_become_words() -> None:
    """An address keeps its underlines."""
    gate = "The new gate of the harbour does not open, and nobody in the two towns at the mouth of"
    shut = "the river, where the fishing boats lie in rows three deep at the old mole, knows when"
    waiting = "The ferries to the islands wait outside the harbour for a second week"
    assert told(OLD_HTML2TEXT) == [
        "Ports and ships",
        "Weather",
        "Harbour opens late: the ferries wait outside for a second week",
        "by Ann Ek",
        f"{gate} {shut} it will, says the harbour master, who has called the builders.",
        f"{waiting}, as Port Ek and Holm Ferries of Ness say. Write to ann_ek@coast.example.",
        "Other news",
    ]


def test_fields_and_pictures_in_brackets_are_taken_off_where_a_program_printed() -> None:
    """`[Applause]` in the record of a speech stays: there are no fields beside it."""
    page = "[logo]\n[          ] [Go ]\n[ ] Remember me\n\n□ [IMG]\n\nHarbour opens\n"
    assert told(page) == ["[ ] Remember me", "Harbour opens"]
    speech = "[Applause]\n\nI thank you.\n\n[Applause]\n\nGood night.\n\n[Music]\n"
    assert plain(speech).text == speech


def test_markdown_of_a_page_becomes_its_words() -> None:
    """Wrapped lines are joined, links and pictures lose their addresses."""
    lines = [line.strip() for line in plain(HTML2TEXT).text.split("\n") if line.strip()]
    assert lines == [
        "* Ports",
        "* Ships",
        "Harbour opens late this year",
        "By Ann Ek",
        "The ferries wait outside for a second week. Nobody knows why- so far.",
        "It is cold.",
    ]


def test_one_heading_of_the_first_rank_is_the_headline() -> None:
    """Of two nobody knows which; without links it is no page."""
    assert plain(HTML2TEXT).heading == "Harbour opens late this year"
    assert plain(f"{HTML2TEXT}\n# Other news\n").heading is None
    assert plain("# Harbour opens\n\nThe text.\n").heading is None


@pytest.mark.parametrize(
    "text",
    [
        "A plain text.\n\nWith [brackets] and (signs) and a_name_with_lines.\n",
        "One [link](https://coast.example/) is no habit.\n",
    ],
)
def test_a_text_without_such_signs_stays_as_it_is(text: str) -> None:
    """Byte for byte."""
    assert plain(text).text == text


def test_a_line_with_a_rule_below_it_is_a_heading() -> None:
    """The older form of headings, which some programs write."""
    links = "[a](/a) [b](/b) [c](/c)\n\n"
    printed = plain(f"{links}Harbour opens\n=====\n\nWhy so late\n---\n\nIt is cold.\n")
    assert printed.heading == "Harbour opens"
    lines = [line for line in printed.text.split("\n") if line.strip()]
    assert lines[1:] == ["Harbour opens", "Why so late", "It is cold."]


def test_scripts_and_data_between_the_tags_are_no_text() -> None:
    """Some programs take whatever stands between two tags."""
    data = '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harbour"}' * 3
    sentence = "The council {as it calls itself} met; nobody (not even the mayor) came. " * 4
    assert plain(f"{data}\n{sentence}").text == sentence


def test_what_was_done_once_changes_nothing_the_second_time() -> None:
    """The words of a page are no Markdown any more."""
    for text in (LYNX, HTML2TEXT):
        assert plain(plain(text).text).text == plain(text).text


def test_brackets_without_end_take_no_time() -> None:
    """A hostile text is as quick as any other."""
    assert plain("[a](b) " * 4 + "[" * 200_000).text
    assert plain("[a](b) " * 4 + "](" * 100_000).text
    assert plain("[a](b) " * 4 + "\n" + " " * 100_000).text
    assert plain("[ ]\n" * 3 + "[a] " * 100_000 + "x").text
    assert plain("** a **\n" * 3 + "** " * 100_000 + "a_" * 100_000 + "/").text
    assert plain("[1]x\nReferences\n" + "1. http://a\n" * 50_000 + "and more").text


def test_pictures_beside_words_are_taken_off_where_a_program_printed() -> None:
    """By the name of a file or without a word; what a person put into brackets stays."""
    page = "[logo.png]\n[]\n[]\n\nHarbour opens [arrow-small.gif]\n\nThe mayor [sic] came []\n"
    assert told(page) == ["Harbour opens", "The mayor [sic] came"]


def test_a_link_of_the_older_html2text_is_known_by_its_underlines() -> None:
    """Of a link of one word nothing tells."""
    page = "** Harbour **\n\nThe_new_ferries sail\n\nA plain line\n\n** Ships **\n"
    parts = [part for part in passages(split(plain(page).text)) if part.text]
    assert [part.text for part in parts] == [
        "Harbour",
        "The new ferries sail",
        "A plain line",
        "Ships",
    ]
    assert [part.lines[0].led for part in parts] == [False, True, False, False]
