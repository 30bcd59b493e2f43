"""Names in Chinese, Japanese and Korean writing are known by their family names."""

from __future__ import annotations

import pytest

from workers.words.east_asian_names import is_person


@pytest.mark.parametrize("name", ["李晓明", "王芳", "欧阳建国", "山田太郎", "小野寺 楓", "김민수"])
def test_a_name_is_known(name: str) -> None:
    """With two signs or five, with a space or without."""
    assert is_person(name)


@pytest.mark.parametrize("word", ["金融", "社会新闻", "国际", "経済部", "ランキング", "사회부"])
def test_a_menu_entry_is_no_name(word: str) -> None:
    """Not even where it begins with the sign of a family."""
    assert not is_person(word)
