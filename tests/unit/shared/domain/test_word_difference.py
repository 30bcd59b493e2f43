"""What changed between two texts, as a reader would tell it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.word_difference import (
    BREAK,
    PieceKind,
    count_words,
    is_changed,
    passages,
    pieces,
)

SIGNS = {PieceKind.KEPT: "{}", PieceKind.ADDED: "+({})", PieceKind.REMOVED: "-({})"}

paragraphs = st.lists(
    st.lists(
        st.sampled_from(["the", "cat", "sat.", "北京", "ไทย", "1,200", "It\u2019s"]), min_size=1
    ).map(" ".join),
    min_size=1,
    max_size=6,
)


def told(found):
    """Return passages as marked lines."""
    return ["".join(SIGNS[piece.kind].format(piece.text) for piece in each) for each in found]


def side(found, kind):
    """Return the words that one side has, without spaces."""
    kinds = (PieceKind.KEPT, kind)
    return ["".join(p.text for p in each if p.kind in kinds) for each in found]


def bare(texts):
    return "".join("".join(texts).split())


@given(paragraphs, paragraphs)
def test_both_texts_can_be_read_from_the_pieces(before, after):
    """Kept and removed is how it was, kept and added how it is; nothing is lost or made up."""
    found = passages(before, after)
    assert bare(side(found, PieceKind.REMOVED)) == bare(before)
    assert bare(side(found, PieceKind.ADDED)) == bare(after)
    rows = [text for text in side(found, PieceKind.ADDED) if text]
    assert len(BREAK.join(rows).split(BREAK)) >= len(after)


@given(paragraphs)
def test_a_text_beside_itself_is_kept_whole(text):
    """One piece for each paragraph."""
    assert told(passages(text, text)) == text
    assert not any(map(is_changed, passages(text, text)))


def test_a_changed_word_stands_beside_the_one_it_replaced():
    """First what went, then what came."""
    assert told([pieces("Five died on Monday.", "Six died on Tuesday.")]) == [
        "-(Five)+(Six) died on-( Monday)+( Tuesday)."
    ]


def test_paragraphs_that_came_and_went_stand_by_themselves():
    """Those around them are kept."""
    assert told(passages(["One.", "Two is gone.", "Three."], ["One.", "Three.", "Four came."])) == [
        "One.",
        "-(Two is gone.)",
        "Three.",
        "+(Four came.)",
    ]


def test_a_removed_paragraph_beside_a_changed_one():
    """The change stays with its own paragraph."""
    before = ["Twelve people died in the flood.", "A paragraph that nobody needs any more."]
    assert told(passages(before, ["Twelve people were killed in the flood."])) == [
        "Twelve people-( died)+( were killed) in the flood.",
        "-(A paragraph that nobody needs any more.)",
    ]


def test_a_parted_paragraph_shows_its_break():
    """The words did not change."""
    [row] = passages(["One two. Three four."], ["One two.", "Three four."])
    assert [piece.text for piece in row if piece.kind is PieceKind.ADDED] == [BREAK]


def test_words_that_two_sentences_share_by_chance_count_as_changed():
    """The eye reads two phrases, not confetti."""
    assert told([pieces("Council of the city met on it", "Prices of cocoa went up on Friday")]) == [
        "-(Council of the city met on it)+(Prices of cocoa went up on Friday)"
    ]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("北京昨日宣布新政策", "北京今日宣布新的政策", "北京-(昨)+(今)日宣布新+(的)政策"),
        ("東京で地震があった", "大阪で地震があった", "-(東京)+(大阪)で地震があった"),
        ("ราคาข้าวขึ้น", "ราคาน้ำมันขึ้น", None),
        (
            "قال الوزير يوم الاثنين",
            "قال الوزير يوم الثلاثاء",
            "قال الوزير يوم-( الاثنين)+( الثلاثاء)",
        ),
        ("Der Bürgermeister trat zurück", "Die Bürgermeisterin trat zurück", None),
        (
            "It rose 3.5% to 1,200",
            "It rose 3.6% to 1,250",
            "It rose-( 3.5)+( 3.6)% to-( 1,200)+( 1,250)",
        ),
    ],
)
def test_any_language_is_compared_by_what_its_readers_call_a_word(before, after, shown):
    """A character where a script has no spaces; a number in one piece."""
    found = pieces(before, after)
    assert is_changed(found)
    if shown:
        assert told([found]) == [shown]


def test_words_are_counted_and_punctuation_is_not():
    """Each character where a script has no spaces."""
    found = [pieces("Ship aground", "Ship aground, two tugs sent")]
    assert count_words(found, PieceKind.ADDED) == 3
    assert count_words(found, PieceKind.REMOVED) == 0
    assert count_words([pieces("昨日", "今日")], PieceKind.ADDED) == 1
