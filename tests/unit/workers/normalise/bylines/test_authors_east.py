"""Bylines in Chinese, Japanese and Korean."""

from __future__ import annotations

import pytest

from workers.normalise.bylines.authors import people


def test_a_japanese_name_may_have_a_space_in_it() -> None:
    """Two Chinese names side by side are two persons."""
    assert people(("山田 太郎",)) == ("山田 太郎",)
    assert people(("李晓明 王芳",)) == ("李晓明", "王芳")


def test_an_office_written_on_to_an_east_asian_name_is_no_part_of_it() -> None:
    """`記者` and `기자` mean reporter; a desk keeps its word."""
    assert people(("山本太郎記者",)) == ("山本太郎",)
    assert people(("김민수기자",)) == ("김민수",)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("江城晚报记者 李晓明", ("李晓明",)),
        ("江城晚报记者李晓明", ("李晓明",)),
        ("石佳/江城青年报", ("石佳",)),
        ("未知", ()),
        ("网络整理", ()),
        ("相关文章", ()),
        ("name, email@harbour.example", ()),
        ("江城日报", ("江城日报",)),
    ],
)
def test_an_employer_is_no_part_of_a_chinese_name(byline: str, names: tuple[str, ...]) -> None:
    """Neither before the name nor behind a stroke; words for nobody are no name at all."""
    assert people([byline]) == names


def test_a_source_beside_the_writer_is_no_author() -> None:
    """`Źródło` and its like name a paper; a platform of pictures is nobody."""
    assert people(["Paulina Nowak", "Źródło Dziennik Portowy"]) == ("Paulina Nowak",)
    assert people(["Pixabay, Twitter"]) == ()


def test_a_chinese_office_stands_back_behind_persons() -> None:
    """A paper, a party's office, a word for both: where somebody is named they wrote nothing."""
    assert people(["江城日报、李晓明"]) == ("李晓明",)
    assert people(["医技药剂党支部、李晓明"]) == ("李晓明",)


@pytest.mark.parametrize(
    "byline",
    ["김민수 나무 칼럼니스트", "김민수 서울대 교수", "김민수 경제부 선임기자", "김민수 소설가"],
)
def test_what_a_korean_writer_is_stands_behind_the_name(byline: str) -> None:
    """Columns name the writer's subject, house and office, with nothing but spaces between."""
    assert people([byline]) == ("김민수",)


def test_a_town_before_its_office_is_no_name() -> None:
    """It has three letters as most names do, and the letter of towns or authorities last."""
    for byline in ("서울시 문화부", "한겨레 논설위원"):
        assert people([byline]) == (byline,)
