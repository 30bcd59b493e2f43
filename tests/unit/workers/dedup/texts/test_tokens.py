"""What counts of a text when two are compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.dedup.texts.hashing import Encoded
from workers.dedup.texts.spellings import in_one_alphabet
from workers.dedup.texts.tokens import _foreign, carries_meaning, encoded_tokens, tokens_of


@pytest.mark.parametrize(
    ("dressed", "plain"),
    [
        ("The MAYOR said", "the mayor said"),
        ("the  mayor\n\tsaid\u00a0so", "the mayor said so"),
        (
            "\u201cNo,\u201d she said \u2013 \u2018never\u2019\u2026",
            "\"No\", she said - 'never'...",
        ),
        ("Marks &amp; Spencer&#8217;s", "Marks & Spencer's"),
        ("\uff22\uff22\uff23 \ufb01led \u2460", "BBC filed 1"),
        ("STRASSE", "stra\u00dfe"),
        ("co\u00adoperate", "cooperate"),
        ("cafe\u0301", "caf\u00e9"),
        ("\u0643\u064e\u062a\u064e\u0628\u0640\u0640", "\u0643\u062a\u0628"),
        ("\u0662\u0660\u0662\u0666", "2026"),
    ],
    ids=str,
)
def test_the_dress_of_a_text_does_not_count(dressed, plain):
    """Case, spaces, punctuation, quotes, entities, forms, vowel signs and digit shapes are gone."""
    assert tokens_of(dressed) == tokens_of(plain)


def test_a_number_is_one_token_with_its_points_and_commas():
    """So that two numbers can be compared as numbers."""
    assert tokens_of("up 1.5 pct, to 12,800 at 9:30. Then 16bn.") == [
        *("up", "1.5", "pct", "to", "12,800", "at", "9:30", "then", "16bn")
    ]


def tokens_text(text: str) -> str:
    """Return the letters of a text as they are compared."""
    return unicodedata.normalize("NFKC", text).replace(" ", "")


def test_a_text_without_spaces_becomes_pairs_of_characters():
    """Chinese and Japanese have no words that a machine could see."""
    assert tokens_of("洪水毁坏了2座桥") == ["洪水", "水毁", "毁坏", "坏了", "2", "座桥"]


THAI = "สภาประชุมเมื่อวันจันทร์ สภาลงมติเห็นชอบให้สร้างสะพาน จากนั้นจึงเลิกประชุมและกลับบ้านก่อนค่ำ"


def test_letters_without_spaces_become_pieces_as_long_as_words():
    """Pairs of letters are the same few hundred in any two texts."""
    pieces = tokens_of(THAI)

    assert "".join(pieces) == tokens_text(THAI)
    assert 2.5 < len("".join(pieces)) / len(pieces) < 6


def test_a_change_in_letters_without_spaces_changes_the_pieces_beside_it_alone():
    changed = THAI.replace("สะพาน", "โรงเรียน")

    assert len(set(tokens_of(THAI)) - set(tokens_of(changed))) <= 5


def test_a_single_character_between_others_is_a_token():
    """A run of one has no pair."""
    assert tokens_of("A 桥 B") == ["a", "桥", "b"]


def test_a_line_break_inside_a_text_without_spaces_parts_nothing():
    """A copy that was wrapped at another width is the same text."""
    assert tokens_of("洪水毁\n坏了桥") == tokens_of("洪水毁坏了桥")


def test_an_indic_word_keeps_its_vowel_signs():
    """They are marks to Unicode, and part of the word to its reader."""
    assert tokens_of("हिन्दी में") == ["हिन्दी", "में"]


@given(st.text(st.sampled_from("aZ09.,:;_-'\n \x1e%"), max_size=30))
def test_the_fast_way_for_plain_text_finds_what_the_general_way_finds(text):
    """A pound sign somewhere in a text must not change the tokens of the rest."""
    assert tokens_of(text) == _foreign(text)


WESTERN = "".join(bytes([code]).decode("cp1252", "ignore") for code in range(256))


@given(st.text(st.sampled_from(WESTERN.replace("&", "")) | st.sampled_from("a1.,½²üß")))
def test_texts_in_western_letters_have_the_tokens_that_the_general_way_finds(text):
    """A table for each of their letters folds them as all texts are folded."""
    assert tokens_of(text) == _foreign(text)
    assert encoded_tokens(text).tokens == [token.encode() for token in _foreign(text)]


@given(
    st.lists(
        st.text(st.sampled_from("aZ09.,:\x1a-") | st.characters(), max_size=6)
        | st.sampled_from(["river", "The", "1.5", "12:30,", "für", "e\u0301,", "洪水", "ﾊﾟ", "²5"]),
        max_size=12,
    ),
    st.sampled_from([" ", "\n", "\u3000", "\x1f", "\u2028"]),
)
def test_words_folded_one_by_one_are_those_of_the_whole_text(words, space):
    """Whether a text has few words beyond ASCII or many must not change any of them."""
    text = space.join(words).replace("&", " ")
    assert tokens_of(text) == _foreign(in_one_alphabet(text))


@given(st.text(max_size=60))
def test_no_token_is_empty_or_holds_a_space(text):
    """Tokens are joined by line breaks to be hashed: none may hold one."""
    assert all(token and not any(map(str.isspace, token)) for token in tokens_of(text))


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text):
    """The tokens of tokens are the tokens."""
    once = tokens_of(text.replace("&", " "))
    spaced = [token for token in once if not any(c >= "\u0e00" for c in token)]
    assert [again for token in spaced for again in tokens_of(token)] == spaced


@pytest.mark.parametrize("token", ["river", "12", "洪水"])
def test_words_numbers_and_pairs_carry_a_headline(token):
    """They say what the story is of."""
    assert carries_meaning(token)


@pytest.mark.parametrize("token", ["the", "für", "и"])
def test_small_words_do_not_carry_a_headline(token):
    """In languages with spaces they are mostly articles and prepositions."""
    assert not carries_meaning(token)


@given(st.text(st.sampled_from("aZ09.,:;_-'\n \x1c\x1e%&\ud800") | st.characters(), max_size=40))
def test_encoded_tokens_are_the_same_tokens(text):
    """Whichever way they are made."""
    assert encoded_tokens(text) == Encoded.of(tokens_of(text))
