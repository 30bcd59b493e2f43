"""Words of page furniture among the ordinary words of Chinese, Japanese and Korean."""

# ruff: noqa: RUF001 - full-width signs are meant

from __future__ import annotations

import pytest

from workers.parsers.lines.furniture_signs import furniture_signs


@pytest.mark.parametrize(
    "sentence",
    [
        "希望今后多举办这样的活动，让更多的人了解金融知识，远离各种骗局。（完）",
        "他将于周三返回北京，随后继续参加训练。",
        "该公司的广告收入去年下降了一成，今年没有回升。",
        "専門家はこのランキングについて、実態を反映していないと話した。",
    ],
)
def test_a_sentence_may_have_one_of_them(sentence: str) -> None:
    assert furniture_signs(sentence) == 0


@pytest.mark.parametrize(
    "line",
    [
        "更多新闻",
        "返回首页",
        "点击查看更多内容。",
        "扫描二维码，关注我们的微信公众号，获取更多精彩内容。",
    ],
)
def test_a_line_of_the_page_is_told(line: str) -> None:
    assert furniture_signs(line) > 0
