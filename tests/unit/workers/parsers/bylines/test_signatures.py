"""Names inside and below the text: in its first words, behind its last, in a credit."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import pytest

from workers.parsers.bylines.signatures import (
    agency_alone,
    closing_author,
    credits_of,
    opening_authors,
    signature_in,
)


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("江城5月12日电（记者李晓明）灯光秀本周末开放。", "李晓明"),
        ("本报讯（记者 李晓明、王芳）灯光秀本周末开放。", "李晓明、王芳"),
        ("江城网10月4日讯（记者陈智 整合） 灯光秀本周末开放。", "陈智"),
        ("本站讯（职工通讯员李琴雯刘会）灯光秀本周末开放。", "李琴雯、刘会"),
        ("本站讯（职工通讯员 李琴 刘会）灯光秀本周末开放。", "李琴、刘会"),
        ("(서울=항구통신) 김민수 기자 = 옛 등대가 불을 밝혔다.", "김민수"),
        ("江城5月12日电（记者从会上获悉）灯光秀本周末开放。", None),
        ("The lamp was lit (again) on Friday.", None),
    ],
)
def test_the_first_words_name_the_reporter(paragraph: str, names: str | None) -> None:
    """Chinese and Korean agencies do so; what is no name is none."""
    assert opening_authors(paragraph) == names


def test_a_japanese_name_in_brackets_ends_the_text() -> None:
    """Other words in brackets are text."""
    assert closing_author("町に灯が戻った。（山田太郎）") == "山田太郎"
    assert closing_author("町に灯が戻った。（続きは明日）") is None
    assert closing_author("【山田太郎】") == "山田太郎"
    assert closing_author("（社会部　山田太郎）") == "山田太郎"


def test_chinese_names_in_brackets_end_the_text_too() -> None:
    """One or several; that it is whole (`完`) is nobody's name."""
    assert closing_author("灯光秀周末开放。（张巨云）") == "张巨云"
    assert closing_author("灯光秀周末开放。（张巨云、李晓明）") == "张巨云、李晓明"
    assert closing_author("灯光秀周末开放。（完）") is None


def test_a_closing_credit_names_writers_and_editors() -> None:
    """Who only helped is left out, and so is where somebody was."""
    line = "(Reporting by Ann Ek in Oslo and Bo Li; Additional reporting by X Y; Editing by Di Su)"
    assert list(credits_of(line)) == [(False, "Ann Ek and Bo Li"), (True, "Di Su")]
    assert list(credits_of("Reporting by the committee will begin in May.")) == []


def test_a_credit_without_signs_between_its_parts_is_read_too() -> None:
    """Pages print the parts below each other, and their text on one line."""
    line = "Reporting by Ann Ek Writing by Bo Li Editing by Di Su"
    assert list(credits_of(line)) == [(False, "Ann Ek"), (False, "Bo Li"), (True, "Di Su")]


def test_agencies_of_east_asia_sign_in_english_behind_the_last_sentence() -> None:
    """With their mark of the end, or none."""
    assert closing_author("The pier opens on Monday. (By Ann Ek) Enditem/kb") == "Ann Ek"
    assert (
        closing_author("The pier opens. (By Chen Chun-hua and Bo Li)") == "Chen Chun-hua and Bo Li"
    )
    assert closing_author("The pier opens on Monday. (By the way)") is None


def test_a_name_in_brackets_behind_the_last_sentence_signs_it() -> None:
    """In pages and in plain text; a word in brackets is text."""
    assert closing_author("Das Ergebnis bleibt offen. (Maren Oakes)") == "Maren Oakes"
    assert closing_author("Das Ergebnis bleibt offen (noch).") is None


def test_a_name_alone_below_the_text_signs_it_where_it_stands_out() -> None:
    """In bold letters, or behind a dash."""
    assert signature_in("– Maren Oakes", bold=False) == "Maren Oakes"
    assert signature_in("Maren Oakes, dpa", bold=True) == "Maren Oakes"
    assert signature_in("Maren Oakes", bold=False) is None


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("JIJI", "JIJI"),
        ("(dpa/lno)", "dpa/lno"),
        ("Von: det/dpa", "det/dpa"),
        ("Quelle: kathpress", "kathpress"),
        ("Reuters, AFP", "Reuters, AFP"),
        ("AP Photo/Ann Ek", None),
        ("Ann Ek / AFP / Getty Images", None),
        ("Reuters reported on Friday", None),
        ("Ann Ek, dpa, Oslo, Bergen und Harbour News", None),
    ],
)
def test_agencies_that_stand_alone_in_a_line_are_told(line: str, agencies: str | None) -> None:
    """With the initials of who edited it, or a label; in a sentence or credit they are none."""
    assert agency_alone(line) == agencies


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (
            "The harbour is open. (Reporting by Ann Ek and Bo Li; Editing by Di Su)",
            [(False, "Ann Ek and Bo Li"), (True, "Di Su")],
        ),
        ("— By Ann Ek in Northby, with files from Bo Li in Southby.", [(False, "Ann Ek")]),
        ("She wrote a book (editing by night was hard).", []),
        ("- by the end of May the harbour will be open", []),
    ],
)
def test_a_credit_may_end_the_last_paragraph(last: str, told: list[tuple[bool, str]]) -> None:
    """Some wires set it behind the last sentence, some below it with a dash."""
    assert list(credits_of(last)) == told
