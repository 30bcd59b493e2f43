"""What is told of a headline by itself, and what a menu does not tell."""

# ruff: noqa: RUF001 - full-width signs are meant
from __future__ import annotations

from workers.parsers.text.headline import headline_marks, may_be_headline
from workers.parsers.text.marks.page import study
from workers.parsers.text.reading import read_text
from workers.parsers.text.typesetting.lines import passages, split


def test_a_label_in_a_menu_names_nobody() -> None:
    """`Authors` above `Podcasts` are two entries; the byline below the headline speaks."""
    menu = "\n".join(f"* {word}" for word in ("Home", "Authors", "Podcasts", "Sections", "Sport"))
    story = "The harbour stayed closed on Monday because the ice had not gone. " * 4
    text = (
        f"{menu}\n" * 4
        + f"\nHarbour opens late\nBy Ann Ek\n3 May 2021\n\n{story}\n\n{story}\n\n{story}"
    )
    reading = read_text(text)
    assert [claim.value for claim in next(iter(reading.claims.values()))] == ["Harbour opens late"]
    assert "Podcasts" not in {c.value for told in reading.claims.values() for c in told}
    assert "Ann Ek" in {c.value for told in reading.claims.values() for c in told}


def test_a_path_a_link_a_button_a_menu_and_two_ideographs_are_no_headline() -> None:
    """Chinese pages print all of them right above the text."""
    lines = (
        "江城灯光秀本周末开放",
        "您的位置：新闻 > 江城",
        "点击进入专题>>",
        "简介",
        "分享到：",
        "设为首页 | 关于我们 | 添加收藏",
    )
    page = study(passages(split("\n\n".join(lines))))
    assert [may_be_headline(page, at) for at in range(6)] == [True, *[False] * 5]


def test_a_line_that_stands_again_is_marked_by_where_and_by_what_it_tells() -> None:
    """Other stories stand again below the text, the headline's trail and title above it."""
    story = "The harbour opens late because the ice held, and the ferries wait. " * 3
    text = (
        f"Harbour opens late\n\nHarbour opens late\n\nSkip\n\n{story}\n\n{story}\n\n{story}\n\nSkip"
    )
    page = study(passages(split(text)))
    upper, lower, skip = (headline_marks(page, at) for at in range(3))
    assert "again below" in upper
    assert "again above" in lower
    assert [mark for mark in lower if mark.startswith("repeated tells")] == ["repeated tells 3"]
    assert [mark for mark in skip if mark.startswith("repeated tells")] == ["repeated tells 0"]
    assert "foremost" in lower
    assert "foremost" not in skip
