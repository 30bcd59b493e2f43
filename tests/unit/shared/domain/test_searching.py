"""The words that a search finds: the same for what is stored and what is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain import searching
from shared.domain.searching import BREAK, LONGEST_TEXT, Search, Term, parse, searchable
from shared.errors import UserError


def words(*parts: str) -> list[str]:
    return [word for word in searchable(parts).split() if word != BREAK]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The MAYOR's re-election", "the mayor s re election"),
        ("Müller in Ørsted, Łódź and Þór", "muller in orsted lodz and þor"),
        ("Straße, \ufb01ne, İstanbul", "strasse fine istanbul"),
        ("4.2 million\u00a0— “no”", "4 2 million no"),
        ("\u0661\u0662", "12"),
        ("Йод Ёлка", "иод елка"),
        ("한국어", "한국어"),
        ("co\u00adoperate", "cooperate"),
        ("שָׁלוֹם", "שלום"),
        ("हिन्दी समाचार", "हिन्दी समाचार"),
    ],
)
def test_case_accents_and_punctuation_do_not_matter(text: str, folded: str) -> None:
    """Words are runs of letters and digits, folded."""
    assert words(text) == folded.split()


@given(st.text(st.one_of(st.sampled_from("abC \u201cé"), st.characters(max_codepoint=0x17F))))
def test_a_text_in_latin_letters_folds_as_each_of_its_words_does(text: str) -> None:
    """The table of bytes says what Unicode says: of whole texts, and of a word by itself."""
    assert words(text) == [each for word in text.split() for each in words(f"{word} م")[:-1]]


def test_scripts_without_spaces_are_pairs_and_every_character_begins_a_word() -> None:
    """The last character of a run stands for itself; a line break parts nothing."""
    assert words("東京\n都は2026年") == ["東京", "京都", "都は", "は", "2026", "年"]


def test_a_phrase_does_not_run_from_one_field_into_the_next() -> None:
    """A word of its own ends each field; what is empty is no field."""
    assert searchable(["Old forest", "", "Ida Holm"]) == f"old forest {BREAK} ida holm {BREAK}"


def test_only_so_much_of_a_text_is_searched() -> None:
    """PostgreSQL refuses more than a megabyte of words."""
    assert len(searchable(["a b " * LONGEST_TEXT, "more"])) <= LONGEST_TEXT + 2 * len(BREAK) + 2


@given(st.text(st.characters(exclude_characters='*-"')))
def test_every_word_of_a_text_is_found_by_itself(text: str) -> None:
    """What is asked folds as what is stored, whatever the script."""
    stored = words(text)
    for word in {piece for piece in text.split() if words(piece)}:
        [[term]] = parse(f'"{word}"').groups
        for at, each in enumerate(term.words):
            last = term.prefix and at == len(term.words) - 1
            assert any(known.startswith(each) if last else known == each for known in stored)


def one(word: str, *, prefix: bool = False) -> tuple[Term, ...]:
    return (Term((word,), prefix=prefix),)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("old forest", Search((one("old"), one("forest")))),
        ('"Old Forest"', Search(((Term(("old", "forest")),),))),
        ('"old forest', Search(((Term(("old", "forest")),),))),
        ("re-elected", Search(((Term(("re", "elected")),),))),
        ("elect*", Search((one("elect", prefix=True),))),
        ("harbour OR port ship", Search(((*one("harbour"), *one("port")), one("ship")))),
        ("OR forest OR", Search((one("forest"),))),
        ('forest -fire -"old oak"', Search((one("forest"),), (*one("fire"), Term(("old", "oak"))))),
        ("東京都", Search(((Term(("東京", "京都")),),))),
        ("京", Search((one("京", prefix=True),))),
        ("forest - !", Search((one("forest"),))),
    ],
)
def test_what_is_asked_is_understood(asked: str, meant: Search) -> None:
    """Words, phrases, beginnings, alternatives, and what shall not be there."""
    assert parse(asked) == meant


@pytest.mark.parametrize(
    "asked", ["", " ", "-forest", "!?", '""', "a*", "x" * 1001, "語" + "\U00010330" * 600]
)
def test_what_cannot_be_searched_for_is_refused(asked: str) -> None:
    """Rather than answered with everything, or with nothing."""
    with pytest.raises(UserError):
        parse(asked)


@given(
    st.lists(
        st.sampled_from(
            ["city", "Müller's", "\u0301a", "ΣΑΣ", "Ꭰꭰ", "\u00a8", "3°C", "\u1100\u1161"]
        )
        | st.sampled_from(
            ["東京", "ｶﾅ", "\u200b", "\u0661-ok", "\u00a0", "\x1f", "e\u0323\u0301", "ǆ"]
        )
        | st.text(max_size=4)
        | st.text("abc-_ ", max_size=4)
    ),
    st.sampled_from(["", " ", " plain words "]),
)
def test_words_one_by_one_are_folded_as_a_whole_text_is(parts: list[str], between: str) -> None:
    """The shorter way gives the same words in the same order."""
    text = between.join(parts)
    assert searching._folded(text).split() == list(searching._words(text, whole=True))
