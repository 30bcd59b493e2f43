"""Label lines: the value stands on the same line, on the next, or among others on one line."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.text.labels import labelled
from workers.parsers.text.typesetting.lines import passages, split


def pairs(text: str) -> list[tuple[Field, str]]:
    return [(one.name, one.value) for one in labelled(passages(split(text)))]


def test_values_below_their_labels_are_read() -> None:
    """Labels without a colon count where several stand together."""
    text = "Source\nHarbour Times\nEditor\nJo Lind\nTime\n2020-02-03 04:05:06"
    assert pairs(text) == [
        (Field.SOURCE, "Harbour Times"),
        (Field.EDITOR, "Jo Lind"),
        (Field.PUBLISHED, "2020-02-03 04:05:06"),
    ]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Source: Harbour Times", Field.SOURCE, "Harbour Times"),
        ("Quelle: Küstenbote", Field.SOURCE, "Küstenbote"),
        ("来源：江岸晚报", Field.SOURCE, "江岸晚报"),
        ("出典：みなと新報", Field.SOURCE, "みなと新報"),
        ("المصدر: صحيفة الوادي", Field.SOURCE, "صحيفة الوادي"),
        ("Fuente: Agencia Austral", Field.SOURCE, "Agencia Austral"),
        ("Auteur : Camille Roussel", Field.AUTHOR, "Camille Roussel"),
        ("（责任编辑：沈一舟）", Field.EDITOR, "沈一舟"),
        ("Aktualisiert: 21.09.2022 17:05", Field.UPDATED, "21.09.2022 17:05"),
        ("Link: https://wire.example.org/a", Field.URL, "https://wire.example.org/a"),
        ("Źródło: Kurier Doliny", Field.SOURCE, "Kurier Doliny"),
        ("Zdroj: Přístavní noviny", Field.SOURCE, "Přístavní noviny"),
        ("Penulis: Dewi Lestari", Field.AUTHOR, "Dewi Lestari"),
        ("Συντάκτης: Μαρία Παπαδοπούλου", Field.AUTHOR, "Μαρία Παπαδοπούλου"),
        ("लेखक: अनिल शर्मा", Field.AUTHOR, "अनिल शर्मा"),
        ("Nguồn: Báo Bến Cảng", Field.SOURCE, "Báo Bến Cảng"),
        ("نویسنده: مریم احمدی", Field.AUTHOR, "مریم احمدی"),
        ("Yayınlanma Tarihi: 14 Mayıs 2023, 09:45", Field.PUBLISHED, "14 Mayıs 2023, 09:45"),
        ("Tagi: młyn, rolnictwo", Field.KEYWORD, "młyn, rolnictwo"),
        ("Rubrik: Fyren tänds igen efter tio år", Field.HEADLINE, "Fyren tänds igen efter tio år"),
        ("Rubrik: Politik", Field.SECTION, "Politik"),
        ("Published: 1714731300", Field.PUBLISHED, "1714731300"),
    ],
)
def test_a_label_is_read_in_the_languages_that_people_use(
    line: str, field: Field, value: str
) -> None:
    """English, German, Chinese, Japanese, Arabic, Spanish and French label words are known."""
    assert pairs(line) == [(field, value)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Autor: Ann Ek Freitag, 12.05.2023", "Ann Ek"),
        ("Autor: Rex Sonntag, 12.05.2023", "Rex Sonntag"),
        ("Author: Joe Friday, 12 May 2023", "Joe Friday"),
    ],
)
def test_a_weekday_before_the_day_is_no_name_but_a_last_one(line: str, name: str) -> None:
    """Behind a first and a last name it belongs to the day."""
    assert pairs(line)[0] == (Field.AUTHOR, name)


def test_several_labels_on_one_line_are_taken_apart() -> None:
    """`Source: A | Editor: B` holds two."""
    assert pairs("Source: Herald | Editor: Jo Lind") == [
        (Field.SOURCE, "Herald"),
        (Field.EDITOR, "Jo Lind"),
    ]


def test_a_paragraph_that_begins_like_a_label_is_none() -> None:
    """`Update:` followed by a sentence tells no moment and stays in the text."""
    assert pairs("Update: The company has since said that nobody was hurt in the fire.") == []


def test_a_menu_entry_that_is_a_label_word_is_none() -> None:
    """`Date` among other entries has no moment below it."""
    assert pairs("* Home\n* Date\n* Weather") == []


def test_labels_behind_a_moment_are_read() -> None:
    """Chinese pages print the time first and without a label."""
    assert pairs("2023年05月12日 10:30 来源：江城日报 作者：李晓明") == [
        (Field.PUBLISHED, "2023年05月12日 10:30"),
        (Field.SOURCE, "江城日报"),
        (Field.AUTHOR, "李晓明"),
    ]


def test_a_word_of_menus_is_a_label_only_with_a_colon() -> None:
    """`Media` above `Contact` is no source, `Media: Kompas` is one."""
    assert pairs("Media\nContact\nLocal\nSports") == []
    assert pairs("Media: Kompas") == [(Field.SOURCE, "Kompas")]


@pytest.mark.parametrize("line", ["Text: A | A | A", "From: ______ To: ______"])
def test_signs_to_press_and_fields_to_fill_in_name_nobody(line: str) -> None:
    """A page's larger letters, and the form of its search."""
    assert not pairs(line)


@pytest.mark.parametrize(
    "line", ["EDITORS: please kill 'River floods'", "Editor: do not use this", "Redaktion: Achtung"]
)
def test_what_is_said_to_editors_is_no_editors_name(line: str) -> None:
    """A kill notice must not lose the line that says what it kills."""
    assert not pairs(line)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "2021-03-04 12:11来源：江城日报作者：李晓明",
            [
                (Field.PUBLISHED, "2021-03-04 12:11"),
                (Field.SOURCE, "江城日报"),
                (Field.AUTHOR, "李晓明"),
            ],
        ),
        (
            "2021-03-04 12:11 来源: 江城日报 举报",
            [(Field.PUBLISHED, "2021-03-04 12:11"), (Field.SOURCE, "江城日报")],
        ),
        ("作者：网络整理 时间：2021-03-04 阅读：16", [(Field.PUBLISHED, "2021-03-04")]),
        ("作者：王芳 责任编辑：陈小雨", [(Field.AUTHOR, "王芳"), (Field.EDITOR, "陈小雨")]),
    ],
)
def test_labels_that_no_space_parts_are_fields_apart(
    line: str, fields: list[tuple[Field, str]]
) -> None:
    """A value ends at the next label or at a space; what names nobody is no field."""
    assert [(name, value.partition(" 阅读")[0]) for name, value in pairs(line)] == fields


def test_a_line_with_labels_that_name_nobody_is_a_label_line_still() -> None:
    """The site's own editor is no text of the article's; normalising drops the word."""
    assert pairs("责任编辑：系统管理员") == [(Field.EDITOR, "系统管理员")]


def test_a_headline_below_a_widget_is_nobodys_name() -> None:
    """`Text` (its size) and `By` are labels of an author; most words of names are capital."""
    text = "Text\nCouncil keeps the ferry to the outer isles\nBy\nAnn Ek"
    assert (Field.AUTHOR, "Council keeps the ferry to the outer isles") not in pairs(text)
    assert pairs("Text\nWill the council keep the ferry?\nBy\nAnn Ek") == []


def test_the_next_label_of_a_form_is_no_value() -> None:
    """`From: To:` are the days of a search."""
    assert pairs("From: To:") == []


@pytest.mark.parametrize(
    ("line", "author", "day"),
    [
        ("Author: Ann Ek on 3 May 2021", "Ann Ek", "3 May 2021"),
        ("Autor: Ann Ek, 3. Mai 2021 14:00", "Ann Ek", "3. Mai 2021 14:00"),
        ("Autorin: Ann Ek am Freitag, 3. Mai 2021", "Ann Ek", "3. Mai 2021"),
        ("Author: Bo2man Am 29.12.2010, 13:36 Uhr", "Bo2man", "29.12.2010, 13:36 Uhr"),
    ],
)
def test_a_day_behind_the_names_of_a_label_is_no_part_of_them(
    line: str, author: str, day: str
) -> None:
    """Boards print both behind one label."""
    assert pairs(line) == [(Field.AUTHOR, author), (Field.PUBLISHED, day)]


def test_two_entries_of_a_menu_are_no_label_and_its_headline() -> None:
    """`标题` above `简介`: where a search is to look; with a colon it is a headline."""
    menu = labelled(passages(split("标题\n简介\n内容")))
    assert [one.name for one in menu] == []
    stated = labelled(passages(split("标题：春天\n作者：李明\n\n春天来了。")))
    assert [one.value for one in stated if one.name is Field.HEADLINE] == ["春天"]
