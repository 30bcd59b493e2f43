"""Sentences end in many scripts."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import pytest

from workers.parsers.lines.stops import (
    STOPS_AND_COLONS,
    commas,
    ends_sentence,
    inner_stops,
    is_closed,
    sentence_share,
    sentences_within,
)

TWO_SENTENCES = {
    "English": "The council met on Monday. It voted for the bridge.",
    "Chinese": "议会星期一开会。会议同意建桥。",
    "Urdu": "کونسل کا اجلاس پیر کو ہوا۔ اس نے پل کے حق میں ووٹ دیا۔",
    "Hindi": "परिषद की बैठक सोमवार को हुई। उसने पुल के पक्ष में मतदान किया।",
    "Burmese": "ကောင်စီသည် တနင်္လာနေ့တွင် တွေ့ဆုံသည်။ တံတားကို မဲပေးခဲ့သည်။",
    "Amharic": "ምክር ቤቱ ሰኞ ተሰበሰበ። ድልድዩን ደገፈ።",
    "Armenian": "Խորհուրդը հավաքվեց երկուշաբթի։ Այն քվեարկեց կամրջի օգտին։",
}


@pytest.mark.parametrize("language", TWO_SENTENCES)
def test_a_sentence_ends_with_the_sign_of_its_script(language: str):
    text = TWO_SENTENCES[language]

    assert is_closed(text)
    assert inner_stops(text) >= 1
    assert sentence_share(text) > 0.3


def test_thai_parts_its_sentences_by_spaces():
    text = "สภาประชุมเมื่อวันจันทร์ สภาลงมติเห็นชอบให้สร้างสะพาน จากนั้นจึงเลิกประชุม"

    assert inner_stops(text) == 2
    assert sentence_share(text) > 0.6
    assert sentences_within(text) == 2


def test_a_long_line_of_thai_ends_as_a_sentence_and_a_short_one_does_not():
    assert ends_sentence("สภาประชุมเมื่อวันจันทร์ สภาลงมติเห็นชอบให้สร้างสะพาน จากนั้นจึงเลิกประชุม")
    assert not ends_sentence("หน้าแรก ข่าว กีฬา")


def test_spaces_of_other_scripts_part_no_sentences():
    assert inner_stops("главная новости спорт") == 0


def test_commas_of_other_scripts_are_commas():
    assert [commas(text) for text in ("a, b", "甲，乙、丙", "أ، ب", "က၊ ခ")] == [1, 2, 1, 1]


@pytest.mark.parametrize("text", ["He said: “No!”", "(It was dark.)", "終わり。」"])
def test_quotation_marks_and_brackets_close_behind_a_stop(text: str):
    assert is_closed(text)


def test_a_colon_closes_nothing_but_where_it_is_asked_for():
    """Nor do signs before which no stop is."""
    assert not is_closed("The mayor said:")
    assert is_closed("The mayor said:”", STOPS_AND_COLONS)
    assert not is_closed("”)", STOPS_AND_COLONS)
    assert not is_closed("")
