"""What stands below East Asian texts goes, and what is said there stays."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.wire.east import name_reporters, without_below

KOREAN = "시의회는 오래된 여객선 노선을 닫기로 결정했다."
CHINESE = "议会决定在冬天之前关闭旧渡轮航线。"


@pytest.mark.parametrize(
    ("text", "below"),
    [
        (KOREAN, "hong@news.example"),
        (KOREAN, "▶ 제보를 기다립니다"),
        (KOREAN, "<저작권자 항구일보, 무단 전재 및 재배포를 금지합니다>"),
        (CHINESE, "责编：李华"),
        (CHINESE, "编辑：小王"),
        (CHINESE, "来源：江城日报 编辑：李华"),
    ],
)
def test_who_edited_and_whose_it_is_goes(text: str, below: str) -> None:
    """A short line of labels, an address, a note on rights."""
    assert without_below([text, below], Evidence()) == [text]


@pytest.mark.parametrize(
    ("text", "below"),
    [
        (KOREAN, "▶ 다음 회의는 6월 3일에 열리며 뉴스로 전한다"),
        (KOREAN, "저작권자 보호를 위한 법이 시행된다고 정부가 밝혔다."),
        (CHINESE, "主编：他说的不对"),
    ],
)
def test_a_sentence_below_stays(text: str, below: str) -> None:
    """A report's verb ends it; what an editor says in an interview is no name."""
    assert without_below([text, below], Evidence()) == [text, below]


@pytest.mark.parametrize(
    ("last", "authors"),
    [
        ("市长说，桥会建成。（李晓明）", ["李晓明"]),
        ("“人生如梦。”（苏轼）", []),
        ("„Über die See.“ (Anna Ek)", []),
        ("Der Rat tagt über die Fähre. (Anna Ek)", ["Anna Ek"]),
    ],
)
def test_who_is_named_behind_a_quotation_signs_nothing(last: str, authors: list[str]) -> None:
    """Behind a sentence of the text a name is its writer's."""
    evidence = Evidence()
    name_reporters([CHINESE, last], evidence)
    assert list(evidence.values(Field.AUTHOR)) == authors
