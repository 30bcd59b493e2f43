"""Forms that are filled in anew: the same words with other figures are never one story."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import pytest

from tests.unit.workers.dedup.book import stories
from tests.unit.workers.dedup.builders import article

FED = (
    "The Federal Reserve entered the government securities market to arrange {a} billion dlrs of"
    " customer repurchase agreements, a Fed spokeswoman said. Dealers said federal funds were"
    " trading at {b} pct when the Fed began its temporary and indirect supply of reserves."
)
FORMS = {
    "reserves": FED,
    "lottery": (
        "The numbers drawn on Saturday night in the lottery of the northern counties were {a}, {b},"
        " {c} and {d}, with the bonus ball {e}. Nobody guessed all of them, the lottery said."
    ),
    "exchange rates": (
        "The dollar stood at {a} marks, {b} yen and {c} francs at noon in Frankfurt. The pound was"
        " quoted at {d} dollars. Gold was fixed at {e} dollars an ounce, dealers said, in a calm"
        " market with little turnover before the holiday."
    ),
    "Wetter": (
        "In der Stadt bleibt es am Vormittag trocken bei Werten um {a} Grad, am Nachmittag sind bis"
        " zu {b} Grad möglich. Der Wind weht schwach mit {c} Kilometern in der Stunde, in der Nacht"
        " kühlt es auf {d} Grad ab, teilte der Wetterdienst mit."
    ),
    "天气": (
        "市气象台发布天气预报：今天白天晴转多云，最高气温{a}度，最低气温{b}度，偏北风{c}级，相对湿度百分之"
        "{d}，明天多云，气温略有下降，请市民注意添衣保暖，出行注意交通安全。"
    ),
    "株価": (
        "東京株式市場の終値は{a}円で、前日より{b}円高かった。出来高は{c}万株だった。市場では買い戻しの"
        "動きが続いたとの見方が出ており、輸出関連の銘柄が広く買われた。"
    ),
    "الطقس": (
        "تتوقع هيئة الأرصاد أن تبلغ درجة الحرارة العظمى {a} درجة والصغرى {b} درجة مع رياح شمالية"
        " سرعتها {c} كيلومترا في الساعة ورطوبة تصل إلى {d} في المئة خلال ساعات الليل والنهار."
    ),
}
FIRST = {"a": "12", "b": "6.5", "c": "31", "d": "47", "e": "408"}
OTHER = {"a": "14", "b": "7.1", "c": "38", "d": "52", "e": "411"}


@pytest.mark.parametrize("hours", [None, 0.0, 3.0, 24.0], ids=["undated", "now", "soon", "daily"])
@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("changed", ["abcde", "ab"], ids=["all", "two"])
def test_a_form_with_other_figures_is_another_story(kind, hours, changed):
    """On the same day, at the same hour, and where no date is known."""
    other = FIRST | {name: OTHER[name] for name in changed}
    texts = [(FORMS[kind].format(**figures),) for figures in (FIRST, other)]
    dates = (None, None) if hours is None else (0.0, hours)
    both = [article(f"{n}", kind, texts[n], hours=dates[n]) for n in range(2)]
    assert stories(*both) == 2


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_with_the_same_figures_is_a_copy(kind):
    """Another headline and a line of another paper part nothing."""
    text = FORMS[kind].format(**FIRST)
    copy = article("copy", kind, (text, "dpa"), hours=1, provider="paper")
    assert stories(article("first", kind, (text,)), copy) == 1


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_whose_figure_was_corrected_is_a_version(kind):
    """The mark says that it is the same form."""
    wrong, right = (FORMS[kind].format(**FIRST | {"a": value}) for value in ("12", "13"))
    fixed = article("fixed", f"CORRECTED: {kind}", (right,), hours=1)
    assert stories(article("first", kind, (wrong,)), fixed) == 1


def test_one_figure_of_a_long_text_parts_nothing():
    """A toll that rose is an update, marked or not."""
    words = " ".join(f"word{number % 90}x" for number in range(120))
    both = [
        article(f"{toll}", "Quake in the hills", (f"The quake killed {toll} people. {words}",))
        for toll in (12, 14)
    ]
    assert stories(*both) == 1
