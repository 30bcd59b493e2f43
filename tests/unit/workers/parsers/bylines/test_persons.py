"""What is written like a person's name, and what only looks like one."""

from __future__ import annotations

from workers.parsers.bylines.persons import is_person_like, looks_like_person, names_nobody


def test_two_to_four_capitalised_words_may_be_a_person() -> None:
    """The page must say more (a date beside it) before that is believed."""
    assert looks_like_person("Sarah E. Needleman")
    assert not looks_like_person("US POLITICS")
    assert not looks_like_person("Weather and tides")
    assert not looks_like_person("Mail Mail")


def test_words_that_the_page_has_in_small_letters_are_no_name() -> None:
    """`Current Issue` is what the magazine calls its current issue."""
    assert is_person_like("Current Issue")
    assert not is_person_like("Current Issue", {"the", "current", "issue"})
    assert is_person_like("Mark Ek", {"the", "mark"})


def test_where_every_noun_has_a_capital_the_first_word_decides() -> None:
    """German headings look like names: their adjective is known from the text."""
    assert not is_person_like("Deutsche Sprache", {"und", "der", "die", "nicht", "deutsche"})


def test_a_name_has_two_particles_too() -> None:
    """`von` alone is the word before a name; in `von der` it was taken for that."""
    assert is_person_like("Anna von der Heide")
    assert not names_nobody("Anna von der Heide")
