"""Lines that a word for writing opens, in scripts of their own."""

# ruff: noqa: RUF001 - the letters of many scripts are meant
from __future__ import annotations

import pytest

from workers.parsers.bylines.marked import byline_in, byline_of
from workers.parsers.bylines.worded import byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("[항구일보=김민수 기자]", "김민수"),
        ("이영희 선임기자", "이영희"),
        ("글 김민수 · 사진 이영희", "김민수"),
        ("기자명 박지민", "박지민"),
        ("기자 김민수", "김민수"),
        ("ผู้เขียน สมชาย ใจดี", "สมชาย ใจดี"),
        ("Иван Петров, корреспондент отдела экономики", "Иван Петров"),
        ("โดย สมชาย ใจดี", "สมชาย ใจดี"),
        ("Γράφει ο Νίκος Γεωργίου", "Νίκος Γεωργίου"),
        ("Της Μαρίας Παπαδοπούλου", "Μαρίας Παπαδοπούλου"),
        ("Материал подготовила Анна Смирнова", "Анна Смирнова"),
        ("14.03.2024 | 18:30 ч. | от Мария Георгиева", "Мария Георгиева"),
        ("כתב: יוסי לוי", "יוסי לוי"),
        ("oprac. Jan Nowak", "Jan Nowak"),
        ("Nga Ilir Kulla", "Ilir Kulla"),
        ("Rašė Jonas Šimkus", "Jonas Šimkus"),
        ("Toimittaja Matti Öhman | 14.3.2024", "Matti Öhman"),
        ("Από την Μαρία Παπαδοπούλου", "Μαρία Παπαδοπούλου"),
    ],
)
def test_a_line_that_such_a_word_opens_names_its_writer(line: str, names: str) -> None:
    """Whole, or as one part between strokes; for pages and for texts."""
    assert byline(line) == names
    assert byline_in(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "김민수 기자는 항구를 찾았다.",
        "от вчера в страната се извършват проверки",
        "Της πόλης το λιμάνι άνοιξε ξανά μετά από χρόνια",
        "подготовила проект закона о портах",
        "oprac. nowy plan portu",
        "Nga Tirana në Durrës shkon një tren i ri",
        "Toimittaja kertoi asiasta",
        "By the harbour",
    ],
)
def test_the_same_words_in_a_sentence_name_nobody(line: str) -> None:
    """Behind them stand other things than names in full."""
    assert byline(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("記者陳小明／台北報導", "陳小明"),
        ("〔記者李曉明／台北報導〕", "李曉明"),
        ("記者 陳小明 報導", "陳小明"),
        ("2024-03-14 18:30 港口日報 記者陳小明／即時報導", "陳小明"),
        ("山田太郎記者", "山田太郎"),
        ("記者会見の報道", None),
    ],
)
def test_a_reporter_in_ideographs_stands_before_his_place_or_his_office(
    line: str, names: str | None
) -> None:
    """As papers of Taiwan and Japan print it; a press conference is nobody."""
    assert byline_in(line) == names


def test_such_a_line_is_a_byline_from_its_first_word_to_its_last() -> None:
    """It is left out of a text then."""
    assert byline_of("Γράφει ο Νίκος Γεωργίου") == "Νίκος Γεωργίου"
