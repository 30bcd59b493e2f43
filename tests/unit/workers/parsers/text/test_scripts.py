"""Page dumps in scripts that part no words, or write vowels as signs."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.bylines.eastern import byline
from workers.parsers.text.marks.features import own_marks
from workers.parsers.text.reading import read_text
from workers.parsers.text.typesetting.columns import size_of
from workers.parsers.text.typesetting.lines import Passage, passages, split


def marks(text: str) -> tuple[str, ...]:
    return own_marks(Passage(text, bullet=False, group=0))


@pytest.mark.parametrize(
    ("text", "letters"),
    [("The tide was late.", 18), ("渡轮恢复通航。", 16), ("フェリー再開", 14), ("여객선 운항", 13)],
)
def test_a_sign_that_says_more_counts_for_more(text: str, letters: int) -> None:
    """So that a sentence is long enough to be one in any script."""
    assert size_of(text) == letters


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("渡轮周一恢复了通往海岛的航线，三周前的风暴损坏了它的发动机。", "挪威运来发动机"),
        ("会社はその間、小さな船を借りていたが、トラックは運べなかった。", "新型エンジン到着"),
        ("회사는 그동안 작은 배를 빌렸지만 트럭은 실을 수 없었다.", "여객선 운항 재개"),
    ],
)
def test_little_words_tell_a_sentence_from_a_heading(sentence: str, heading: str) -> None:
    """They are particles and endings where nothing parts the words."""
    share = {"function 3", "function 4", "function 5", "function 6"}
    assert share.intersection(marks(sentence))
    assert "function 0" in marks(heading)


def test_vowel_signs_belong_to_their_word() -> None:
    """A word of Hindi is one word, however its vowels are written."""
    assert "len 2" in marks("नौका सेवा")


@pytest.mark.parametrize(
    "caption",
    ["周一，渡轮停靠在港口。 张光 摄", "港に停泊するフェリー＝佐藤光撮影",
     "항구의 여객선. /사진=이빛나 기자",
     "बंदरगाह पर नौका (फोटो: पीटीआई)", "El ferri, este lunes. / MAX LUZ (EFE)"],
)  # fmt: skip
def test_a_credit_ends_a_caption(caption: str) -> None:
    """Whose picture it is, as papers of each language print it."""
    assert "credited" in marks(caption)


def test_lines_that_count_up_are_a_list() -> None:
    """What readers read most; one number alone is none, nor are figures far apart."""
    lines = "1 Mayor resigns\n2 Rain on Sunday\n3 Boats return\n5 boats came\n\n17 May was a day"
    bullets = [one.bullet for one in passages(split(lines))]
    assert bullets == [True, True, True, False, False]


def test_paragraphs_of_one_length_are_no_wrapped_lines() -> None:
    """They all end as sentences do; wrapped lines seldom end so."""
    same = "The tide was late on Monday, and nobody knew why it was."
    assert [one.text for one in passages(split("\n".join([same] * 4)))] == [same] * 4


def test_who_did_something_else_is_no_reporter() -> None:
    """Editors and photographers stand behind the reporter's name."""
    assert byline("记者 李晓明 编辑 王芳") == "李晓明"
    assert byline("记者 编辑") is None


def test_a_text_of_short_sentences_is_read_whole() -> None:
    """Its lines beside the long ones are sentences, and no page's furniture."""
    long = "The ferry runs again since Monday, three weeks after the storm that broke it."
    short = [f"It takes {number} cars at once." for number in (12, 13, 14, 15, 16, 17)]
    text = "\n\n".join(["Ferry runs again", long, *short])
    read = read_text(text)
    assert read.body == (long, *short)
    assert read.claims[Field.HEADLINE][0].value == "Ferry runs again"
