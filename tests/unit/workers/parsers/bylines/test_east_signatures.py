"""Who signs in brackets behind the last sentence of a Chinese text."""

# ruff: noqa: RUF001 - full-width signs are meant

from __future__ import annotations

import pytest

from workers.parsers.bylines.east_signatures import signed_in_brackets, signed_in_line

LAST = "活动结束后，选手们纷纷表示收获很大。"


@pytest.mark.parametrize(
    ("brackets", "names"),
    [
        ("（记者 李明）", ("李明",)),
        ("（记者：李明）", ("李明",)),
        ("（本报记者李明、王伟）", ("李明", "王伟")),
        ("（全媒体记者 李明 通讯员王伟 报道）", ("李明", "王伟")),
        ("（文/图 刘玺东 易赛楠）", ("刘玺东", "易赛楠")),
        ("（图/文：李明）", ("李明",)),
        ("（文：李明 图：王伟）", ("李明",)),
        ("（文 李明 图 王伟）", ("李明",)),
        ("（李明 王伟/文 张丽/图）", ("李明", "王伟")),
        ("（李明 摄影报道）", ("李明",)),
        ("（李晓明 供稿）", ("李晓明",)),
        ("（李明记者）", ("李明",)),
        ("（记者 李明 编辑 王伟）", ("李明",)),
        ("[记者 李明]", ("李明",)),
        ("（李明、王伟）", ("李明", "王伟")),
    ],
)
def test_whoever_wrote_it_is_told_from_the_picture_and_the_desk(
    brackets: str, names: tuple[str, ...]
) -> None:
    """The task stands before the names or behind them, with a sign between or none."""
    assert signed_in_brackets(LAST + brackets) == names
    assert signed_in_brackets(brackets) == names


@pytest.mark.parametrize(
    "brackets",
    [
        "（记者 李明 摄）",  # signs a picture
        "（李明 摄）",
        "（图片：李明）",
        "（责任编辑：李明）",
        "（综合新华社、央视报道）",
        "（见本报记者报道）",
        "（德清县发改局）",
        "（完）",
    ],
)
def test_brackets_without_a_writer_name_nobody(brackets: str) -> None:
    assert signed_in_brackets(LAST + brackets) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("澎湃新闻记者贺梨萍", "贺梨萍"),
        ("江城日报记者段彦超廖艳", "段彦超、廖艳"),
        ("石佳/中国青年报", "石佳"),
        ("江城晚报记者会在周三举行", None),
        ("周末/江城日报", None),
        ("李明/文", None),
    ],
)
def test_a_reporter_s_line_has_his_house_before_him_or_behind_a_stroke(
    line: str, names: str | None
) -> None:
    """Programs that print a page as text take the space between two names away."""
    assert signed_in_line(line) == names


def test_brackets_within_a_sentence_are_no_signature() -> None:
    """Behind a stop they sign; behind a word they explain it."""
    assert signed_in_brackets("选手们的老师（记者 李明）") == ()
    assert signed_in_brackets(f"{LAST}（记者 李明）随后离开。") == ()
