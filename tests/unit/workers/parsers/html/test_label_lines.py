"""Lines that labels open in pages of many scripts."""

# ruff: noqa: RUF001 - the letters of many scripts are meant
from __future__ import annotations

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.html.signed.signed_lines.pages import gathered
from workers.normalise.bylines.authors import people
from workers.parsers.html.body.closing import is_note
from workers.parsers.html.label_lines import author_label, label_fields


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("الكاتب: ليلى حداد", Field.AUTHOR, "ليلى حداد"),
        ("लेखक: राम शर्मा", Field.AUTHOR, "राम शर्मा"),
        ("ผู้เขียน: สมชาย ใจดี", Field.AUTHOR, "สมชาย ใจดี"),
        ("نویسنده: علی رضایی", Field.AUTHOR, "علی رضایی"),
        ("Редактор: Ольга Кузнецова", Field.EDITOR, "Ольга Кузнецова"),
        ("Επιμέλεια: Άννα Κώστα", Field.EDITOR, "Άννα Κώστα"),
        ("Editör: Elif Kaya", Field.EDITOR, "Elif Kaya"),
        ("Edited by: Ravi Kumar", Field.EDITOR, "Ravi Kumar"),
        ("編集：鈴木一郎", Field.EDITOR, "鈴木一郎"),
        ("المصدر: صحيفة الميناء", Field.SOURCE, "صحيفة الميناء"),
    ],
)
def test_labels_of_plain_text_are_read_in_pages(line: str, field: Field, value: str) -> None:
    """In all their languages; an author's in writing with capitals is the byline's to read."""
    assert (field, value) in label_fields(line)
    assert author_label(line) == (value if field is Field.AUTHOR else None)


@pytest.mark.parametrize(
    "line", ["Editor: see the note below", "Редакция: контакты", "Text: 12", "x" * 200, "No label"]
)
def test_a_value_that_is_no_name_is_none(line: str) -> None:
    """A sentence, a number, a line too long for a label."""
    assert all(field is not Field.EDITOR or " " not in value for field, value in label_fields(line))
    assert author_label(line) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("تاريخ النشر: ١٤ مارس ٢٠٢٤", "١٤ مارس ٢٠٢٤"),
        ("प्रकाशित: 14 मार्च 2024, 06:30 PM", "14 मार्च 2024, 06:30 PM"),
        ("14 มี.ค. 2567 18:30 น.", "14 มี.ค. 2567 18:30"),
        ("เผยแพร่: 14 มีนาคม พ.ศ. 2567", "14 มีนาคม พ.ศ. 2567"),
        ("令和6年3月14日", "令和6年3月14日"),
        ("תאריך: 14 במרץ 2024", "14 במרץ 2024"),
    ],
)
def test_days_in_other_digits_and_calendars_are_claimed(line: str, day: str) -> None:
    """As they stand: normalising counts the years."""
    assert gathered(f"<p>{line}</p>").values(Field.PUBLISHED)[0].startswith(day)


def test_a_writer_beside_who_took_the_pictures_stands_alone() -> None:
    """Labels for pictures are known in the same languages."""
    evidence = gathered("<p>Tekst: Anna Kowalska, zdjęcia: Piotr Zieliński</p>")
    assert people(evidence.values(Field.AUTHOR)) == ("Anna Kowalska",)
    assert people(gathered("<p>Haber: Ayşe Yılmaz</p>").values(Field.AUTHOR)) == ("Ayşe Yılmaz",)


@pytest.mark.parametrize(
    "text",
    [
        "Редактор: Ольга Кузнецова",
        "Editör: Elif Kaya",
        "저작권자 © 항구일보 무단전재 및 재배포 금지",
        "جميع الحقوق محفوظة لصحيفة الميناء",
        "Wszelkie prawa zastrzeżone.",
    ],
)
def test_an_editor_s_line_and_reserved_rights_are_no_text(text: str) -> None:
    """They stand in the text's element and below its last paragraph."""
    assert is_note(text)


def test_an_editor_behind_the_last_sentence_does_not_take_it_along() -> None:
    """His label stands in brackets there; alone it is a credit."""
    last = "选手们希望今后多举办这样的活动，让大家远离各种骗局。"
    assert not is_note(f"{last}（责任编辑：李明）")
    assert is_note("（责任编辑：李明）")


def test_a_labelled_time_without_a_year_claims_nothing() -> None:
    """An update's time in the head is all that such a page states then."""
    for line in ("发布时间：10-0812:00优质原创作者", "发布时间：01-1417:58"):
        assert Field.PUBLISHED not in gathered(f"<p>{line}</p>").claims


def test_labels_in_ideographs_are_read_at_the_start_of_a_longer_line() -> None:
    """What a site writes to its readers goes on in the same element."""
    line = (
        "编辑|何一舟 校对|李铭 来源|江城发布 扫描下方二维码解锁更多技能 " + "回复查看最新消息 " * 20
    )
    told = [value for field, value in label_fields(line) if field is Field.EDITOR]
    assert told == ["何一舟", "李铭"]
    assert not is_note(line)
