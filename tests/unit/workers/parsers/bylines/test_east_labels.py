"""Labels of lines in writing without spaces: where a value ends, and what names nobody."""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.bylines.east_labels import authors_of, fields_of, is_labelled

_AUTHOR, _EDITOR, _SOURCE = Field.AUTHOR, Field.EDITOR, Field.SOURCE


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "2021-03-04 12:11来源：江城日报作者：李晓明",
            [(_SOURCE, "江城日报"), (_AUTHOR, "李晓明")],
        ),
        ("2021-03-04 12:11 来源：江城日报举报", [(_SOURCE, "江城日报")]),
        ("作者：王芳 责任编辑：陈小雨", [(_AUTHOR, "王芳"), (_EDITOR, "陈小雨")]),
        ("（责编：汤若云、丁海）", [(_EDITOR, "汤若云、丁海")]),
        ("【编辑：何一舟】", [(_EDITOR, "何一舟")]),
        ("发布日期：2021-03-06 责任编辑：龙云", [(_EDITOR, "龙云")]),
        ("本文来源：江城周刊 责任编辑：杨帆_JC4425", [(_SOURCE, "江城周刊"), (_EDITOR, "杨帆")]),
    ],
)
def test_a_value_ends_at_the_next_label(line: str, fields: list[tuple[Field, str]]) -> None:
    """With a space between them or without, in brackets, with the desk's number behind a name."""
    assert fields_of(line) == fields


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("编辑|何一舟 校对|李铭 来源|江城发布 扫描下方二维码", "编校源"),
        ("发表于2021-03-04 21:30| 1164次阅读| 来源江城网| 0 条评论| 作者王芳", "源作"),
    ],
)
def test_a_bar_is_a_sign_behind_a_label_and_stands_between_fields(line: str, fields: str) -> None:
    """`编辑|何一舟` is a label with its value, `164次阅读|` a count with the next field behind."""
    kinds = {"编": _EDITOR, "校": _EDITOR, "源": _SOURCE, "作": _AUTHOR}
    assert [field for field, _ in fields_of(line)] == [kinds[sign] for sign in fields]


def test_editors_without_a_sign_have_to_be_names() -> None:
    """`编辑 刘晓阳 校对 李铭` names two; `编辑 部门` is an entry of a menu."""
    assert fields_of("编辑 刘晓阳 校对 李铭") == [(_EDITOR, "刘晓阳"), (_EDITOR, "李铭")]
    assert fields_of("编辑 部门") == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("采写：江城见习记者 林子木", "林子木"),
        ("【文/江城网专栏作者 王文】", "王文"),
        ("文/李晓明 2021-03-04", "李晓明"),
        ("执笔/叨叨姐、胡一刀&小飞", "叨叨姐、胡一刀、小飞"),
        ("記者:王芳 通訊員:李娜", "王芳、李娜"),
        ("作者：本报记者 陈小明 通讯员 李晓", "陈小明、李晓"),
        ("著者：山田 太郎（港大学教授）", "山田 太郎"),
        ("文・写真＝山田太郎", "山田太郎"),
        ("執筆：佐藤 花子", "佐藤 花子"),
    ],
)
def test_authors_stand_behind_a_label_without_their_office(line: str, names: str) -> None:
    """For whom somebody reports stands before his name."""
    assert authors_of(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "作者：未知",
        "时间：2021-03-04 作者：网络整理 阅读：1644",
        "来源：本站原创",
        "作者： 转载请注明： 江城开展活动 | 江城日报",
        "（责任编辑： JC666）",
        "重要文章：把新的要求推向前进",
    ],
)
def test_what_names_nobody_is_no_value(line: str) -> None:
    """An unknown author, the site itself, an empty value before the next label, a number."""
    assert fields_of(line) == []


def test_a_line_is_labelled_by_what_it_begins_with() -> None:
    """A sentence with a label in it is text."""
    assert is_labelled("（责任编辑：何一舟）")
    assert not is_labelled("江城日报的责任编辑何一舟说，来源：不能公开。")
