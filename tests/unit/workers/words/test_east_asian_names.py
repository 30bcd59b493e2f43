"""Names in Chinese, Japanese and Korean writing are known by their family names."""

from __future__ import annotations

import pytest

from workers.words.east_asian_names import chinese_names, is_person


@pytest.mark.parametrize("name", ["李晓明", "王芳", "欧阳建国", "山田太郎", "小野寺 楓", "김민수"])
def test_a_name_is_known(name: str) -> None:
    """With two signs or five, with a space or without."""
    assert is_person(name)


@pytest.mark.parametrize("word", ["金融", "社会新闻", "国际", "経済部", "ランキング", "사회부"])
def test_a_menu_entry_is_no_name(word: str) -> None:
    """Not even where it begins with the sign of a family."""
    assert not is_person(word)


def test_two_names_without_a_space_are_parted_where_only_one_way_makes_two() -> None:
    """Programs that print pages as text leave no space between ideographs."""
    assert chinese_names("段彦超廖艳") == ("段彦超", "廖艳")
    assert chinese_names("李明王小川、陈智") == ("李明", "王小川", "陈智")
    assert chinese_names("李明 会见市民") == ()
    assert chinese_names("周末") == ()
