"""Sentences that a program tore at their links are joined; no other text is touched."""

from __future__ import annotations

from workers.parsers.text.printers.pieces import joined
from workers.parsers.text.printers.programs import plain

TORN = """\
Harbour

Ship seized off the coast

The coast guard reported that
the Aurora
, a trawler of
Ek & Sons
, had been seized on
 Monday
. It carried no papers (
see the register
) and no crew.

By
Ann Ek
"""


def test_sentences_torn_at_their_links_are_one_line_again():
    """Commas, full stops and brackets close up, words keep a space."""
    lines = joined(TORN).split("\n")
    sentence = (
        "The coast guard reported that the Aurora, a trawler of Ek & Sons, had been seized on"
        " Monday. It carried no papers (see the register) and no crew."
    )
    assert sentence in lines


def test_a_heading_stays_apart_from_the_paragraph_below_it():
    """Empty lines part, and what begins with a capital below a short line begins anew."""
    text = f"{TORN}\nFishing\nThe fleet stayed in port.\n"
    assert {"Harbour", "Ship seized off the coast", "Fishing"} <= set(joined(text).split("\n"))


def test_a_name_between_two_halves_of_a_sentence_joins_both():
    """A name that is a link stands alone in its line, with small letters below it."""
    text = f"{TORN}\nThe ministry's spokesman told\nVerdens Gang\nthat no ship was missing.\n"
    assert "The ministry's spokesman told Verdens Gang that no ship was missing." in joined(text)


def test_a_line_of_spaces_between_two_links_parts_nothing():
    """It is the space between them."""
    text = f"{TORN}\nAmong the owners that were named are\nEk\n \nand\n \nBerg of Stavanger.\n"
    assert "Among the owners that were named are Ek and Berg of Stavanger." in joined(text)


def test_a_possessive_closes_up():
    """As does the apostrophe of a plural."""
    text = f"{TORN}\nThe papers of the\nAurora\n's owners and the\nEks\n' lawyers are missing.\n"
    assert "The papers of the Aurora's owners and the Eks' lawyers are missing." in joined(text)


def test_a_text_without_lines_that_begin_with_a_comma_is_returned_as_it_is():
    """Hard-wrapped text and menus in small letters have none."""
    text = "home\nsports\nThe coast guard reported that\nthe Aurora had been seized.\n" * 3
    assert joined(text) is text


def test_lines_with_carriage_returns_are_joined_alike():
    """Their empty lines are borders too."""
    text = TORN.replace("\n", "\r\n")
    assert joined(text).split("\n") == joined(TORN).split("\n")


def test_printed_pages_are_joined_before_they_are_read():
    """It is one of the signs of programs that are taken off."""
    assert "the Aurora, a trawler" in plain(TORN).text
