"""A word that a line's end broke is whole again; a compound keeps its hyphen."""

from __future__ import annotations

from workers.parsers.text.typesetting.hyphens import broken_words
from workers.parsers.text.typesetting.lines import passages, split

WRAPPED = """\
The harbour board said on Monday that the investigat-
ion into the fire at the old fish market would go on
until the summer, and that the well-known auction hall
would stay closed while the insurers and the fire ser-
vice look at what is left of it. The board's chair, a
well-
known engineer, said that each investigation costs mon-
ey and time.
"""


def _text(text: str) -> str:
    (only,) = (part.text for part in passages(split(text)) if part.text)
    return only


def test_a_word_that_the_text_writes_whole_elsewhere_loses_its_hyphen():
    """`investigat-` above `ion`: `investigation` stands further down."""
    assert "the investigation into the fire" in _text(WRAPPED)


def test_a_word_with_a_hyphen_elsewhere_keeps_it():
    """`well-` above `known`: the text writes `well-known`."""
    assert "a well-known engineer" in _text(WRAPPED)


def test_a_text_that_breaks_words_often_breaks_those_it_says_once_too():
    """`ser-` above `vice` stands nowhere else; three lines in eight end so."""
    assert "the fire service look" in _text(WRAPPED)


def test_where_one_line_ends_with_a_hyphen_it_is_kept():
    """Nothing says that anybody broke the word: it may be a compound."""
    text = (
        "The harbour board said on Monday that the second-\n"
        "hand cranes were sold to a yard in the next town over\n"
        "and that the money would be spent on the old fish hall\n"
        "which has had no roof since the great storm of the year\n"
        "in which the mayor was born and the first ship was lost.\n"
    )
    assert "the second-hand cranes" in _text(text)


def test_a_hyphen_that_stands_for_a_word_to_come_keeps_its_space():
    """`Vor- und Nachteile` is no word that was broken."""
    text = (
        "Der Rat der Stadt hat am Montag lange über die Vor-\n"
        "und Nachteile der neuen Brücke über den Hafen beraten\n"
        "und will im Herbst noch einmal über das Geld sprechen\n"
        "das der Bau des neuen Hafens die Stadt gekostet hat.\n"
    )
    assert "die Vor- und Nachteile" in _text(text)


def test_an_address_keeps_its_hyphens():
    """Nobody breaks the words of an address, though the text has the word elsewhere."""
    text = WRAPPED.replace("fire ser-\nvice", "papers at\nhttps://a.example/news/investigat-\nion")
    assert "news/investigat-ion" in _text(text)


def test_soft_hyphens_and_the_signs_of_scanners_always_go():
    """Neither stands in a word that nobody broke."""
    for sign in "\u00ad\u00ac":
        assert "the investigation into" in _text(WRAPPED.replace("gat-\n", f"gat{sign}\n"))


def test_a_text_without_hyphens_at_its_ends_breaks_nothing():
    """The words of a text are looked at only where some line ends with a hyphen."""
    assert broken_words(split("One line\nand another\n")) == ()
