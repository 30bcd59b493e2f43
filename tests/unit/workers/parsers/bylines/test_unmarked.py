"""Names without a word before them, in lines beside the headline and in elements for authors."""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

import pytest

from workers.parsers.bylines.unmarked import named, names_beside_date, names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Maren Oakes", "Maren Oakes"),
        ("By Maren Oakes and Tobias Lindqvist", "Maren Oakes and Tobias Lindqvist"),
        ("Friederike Vogt, 14. März 2024", "Friederike Vogt"),
        ("Maren Oakes, who has reported from the coast for years", "Maren Oakes"),
        ("gardenfox", "gardenfox"),
        ("沈若兰", "沈若兰"),
        ("扬眼 江城号 关注", "扬眼 江城号"),
        ("原创 南风窗外 阅读", "南风窗外"),
        ("石佳/江城青年报 字号 超大 大 标准 小", "石佳"),
        ("作者：沈若兰 责任编辑：何一舟", "沈若兰"),
        ("Maren Di Oakes", "Maren Di Oakes"),
        ("Maren von der Oakes", "Maren von der Oakes"),
        ("Maren K. van den Oakes-Brook", "Maren K. van den Oakes-Brook"),
        ("Maren Oakes Yesterday 2:30pm", "Maren Oakes"),
        ("Maren Oakes Senior Harbour Correspondent", "Maren Oakes"),
        ("Min Ji Park", "Min Ji Park"),
        ("Kim Min-seo | 5 Min", "Kim Min-seo"),
        ("Oleh Marchenko", "Oleh Marchenko"),
        ("Oleh Dewi Lestari", "Dewi Lestari"),
        ("Bobby Gillespie", "Bobby Gillespie"),
        ("Olaf Brook", "Olaf Brook"),
        ("Gustav Oakes", "Gustav Oakes"),
        ("Postedby Maren Oakes", "Maren Oakes"),
        ("Thomas More", "Thomas More"),
        ("Paul Read", "Paul Read"),
    ],
)
def test_names_are_taken_out_of_an_author_element(text: str, names: str) -> None:
    """Without the word before them, the date beside them and what is told of them."""
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text", ["Log out", "Posted on", "3 Comments", "Who wrote this?", "12 minutes read", ""]
)
def test_labels_in_an_author_element_are_no_names(text: str) -> None:
    """Menus and counters carry the same class names as bylines do."""
    assert names_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "标签 现金贷爬虫",
        "微信号 harbour",
        "功能介绍 江城的行业思考",
        "责任编辑：何一舟",
        "我已授权",
        "关注",
    ],
)
def test_values_and_entries_in_an_author_element_name_nobody(text: str) -> None:
    """Profiles tell an account and what it writes of; an editor is no author."""
    assert names_in(text) is None


def test_a_sentence_in_an_element_that_is_hardly_an_author_s_names_nobody() -> None:
    """Only an element that is surely called so may hold a long name, or one in kana."""
    assert names_in("わかりやすいことばで", sure=False) is None
    assert names_in("やさしいことばの会", sure=True) == "やさしいことばの会"
    assert names_in("「海」を伝える。", sure=True) is None


def test_a_name_that_shares_its_line_with_a_date_alone_is_a_byline() -> None:
    """`14.03.2024 | 13:10 Uhr | Ada Brook` has no word for it and needs none."""
    assert names_beside_date("14.03.2024 | 13:10 Uhr | Ada Brook") == "Ada Brook"
    assert names_beside_date("14.03.2024 | 13:10 Uhr | all the news of the day") is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Ek @annek / 2 days", "Ann Ek"),
        ("17/11/2019 ~ Ann Ek", "Ann Ek"),
        ("28. Juni 2019 | Ann Ek-Lind", "Ann Ek-Lind"),
        ("Ann Ek , Bo Lind , Cleo Marsh", "Ann Ek, Bo Lind, Cleo Marsh"),
        ("Ann Ek Stand: 05. Februar 2020", "Ann Ek"),
        ("AYŞE KAYA / İZMİR", "AYŞE KAYA"),
        ("Ayşe Nur KAYA/İZMİR, (DHA)", "Ayşe Nur KAYA"),
        ("Yazı işleri / HABER", None),
        ("Mayor Ann Ek / AP", None),
        ("Published Monday, November 18, 2019", None),
        ("Neueste Beiträge", None),
        ("Zum Angebot »", None),
    ],
)
def test_names_without_a_by_stand_alone_in_their_part_of_the_line(
    line: str, names: str | None
) -> None:
    """Who is in a picture, the heading of a list and a thing to press are nobody."""
    assert named(line) == names
