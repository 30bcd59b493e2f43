"""Which two articles are one story: examples of what the rule must tell apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import fingerprint_of
from tests.unit.workers.dedup.builders import FLOOD
from workers.dedup.alike.similarity import Comparable, compare, hopeless, measure

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)

BRIDGE = (
    "A lorry struck the railway bridge at Harrow Lane on Monday evening and closed the line to the"
    " coast for six hours. Nobody was hurt, the police said. It was the ninth lorry in four years."
)
FED = (
    "The Federal Reserve entered the government securities market to arrange {} billion dollars of"
    " customer repurchase agreements, a spokesman said. Dealers said that federal funds were"
    " trading at {} percent when it began its temporary supply of reserves to the banks."
)
WEATHER = (
    "Tonight: {}, with a low around {}. {} wind {} to {} mph. Tomorrow: {}, with a high near {}."
    " {} wind {} to {} mph, with gusts as high as {} mph. Tomorrow night: {}, with a low around {}."
    " Chance of rain is {} percent."
)
CHINESE = (
    "周一清晨,河水漫过码头,冲走了鱼市场。两百户家庭被安置在山上的学校里,市长办公室在那里准备了床铺、毛毯和"
    "厨房。工程师表示,建于1911年的旧水闸在连续九天的降雨之后垮塌。地区委员会将于周四开会,决定由谁来支付"
    "修缮费用,初步估计为1400万元,相当于全镇年度预算的一半。"
)
JAPANESE = (
    "月曜日の明け方、川の水が岸壁を越え、魚市場を押し流した。二百世帯が丘の上の学校に避難し、市長の事務所が"
    "ベッドと毛布と炊き出しを用意した。技師によると、1911年に造られた古い水門が九日間の雨の後に崩れた。"
    "地方議会は木曜日に会合を開き、修理費を誰が払うかを決める。"
)
ARABIC = (
    "ارتفع منسوب النهر فوق الرصيف قبيل الفجر وجرف معه سوق السمك. نقلت مئتا عائلة إلى المدرسة"
    " على التل، حيث وفر مكتب رئيس البلدية الأسرة والبطانيات ومطبخا. وقال المهندسون إن البوابة"
    " القديمة التي بنيت عام 1911 انهارت بعد تسعة أيام من المطر. وسيجتمع المجلس يوم الخميس ليقرر"
    " من سيدفع تكاليف الإصلاح، التي تقدر بنحو 14 مليونا، أي نصف ميزانية المدينة في عام كامل."
)
GERMAN = (
    "Der Fluss trat kurz vor Sonnenaufgang über den Kai und riss den Fischmarkt mit sich."
    " Zweihundert Familien wurden in die Schule auf dem Hügel gebracht, wo das Bürgermeisteramt"
    " Betten, Decken und eine Küche bereitgestellt hatte. Ingenieure sagten, das 1911 gebaute"
    " Wehr habe nach neun Regentagen nachgegeben. Am Donnerstag berät der Rat über die Kosten."
)


def side(title: str, body: str, *, days: float | None = None) -> Comparable:
    # no article is without a text, but one may be without a word
    print_ = fingerprint_of(title, (body or "…").split("\n"))
    published = None if days is None else NOON + timedelta(days=days)
    return Comparable(print_.features, print_.title, published, print_.length)


def one_story(left: Comparable, right: Comparable) -> bool:
    return compare(left, right)[0]


WHOLE = " ".join(FLOOD)
TITLE = "River floods the old town"


def test_a_copy_with_an_agency_line_is_the_same_story():
    """What an agency puts before and after changes nothing."""
    copy = f"OLD TOWN, March 2 (Agency) - {WHOLE}\n(Reporting by A. Writer)"
    assert one_story(side(TITLE, WHOLE), side(TITLE, copy))


@pytest.mark.parametrize("share", [0.5, 0.3])
@pytest.mark.parametrize(
    ("title", "body"),
    [
        (TITLE, WHOLE),
        ("河水淹没老城", CHINESE),
        ("川が旧市街を浸水", JAPANESE),
        ("فيضان النهر في المدينة القديمة", ARABIC),
        ("Fluss überflutet die Altstadt", GERMAN),
    ],
    ids=["English", "Chinese", "Japanese", "Arabic", "German"],
)
def test_a_copy_cut_at_the_end_is_the_same_story(title, body, share):
    """In any language, without dates."""
    assert one_story(side(title, body), side(title, body[: int(len(body) * share)]))


@pytest.mark.parametrize(
    ("title", "body"),
    [("河水淹没老城", CHINESE), ("川が旧市街を浸水", JAPANESE)],
    ids=["Chinese", "Japanese"],
)
def test_a_copy_with_a_few_characters_changed_is_the_same_story(title, body):
    """One character in thirty is another."""
    changed = "".join(char if at % 30 else "某" for at, char in enumerate(body))
    assert one_story(side(title, body), side(title, changed))


def test_a_correction_of_one_figure_is_the_same_story():
    """Its number differs; all else is alike."""
    corrected = WHOLE.replace("14 million", "40 million")
    assert one_story(side(TITLE, WHOLE, days=0), side(f"CORRECTED: {TITLE}", corrected, days=0.2))


def test_an_agencys_story_under_a_papers_own_headline_is_the_same_story():
    """Almost the same from end to end: no headline need agree, and no date."""
    copy = f"(Agency) - {WHOLE} More follows."
    same, evidence = compare(
        side(TITLE, WHOLE, days=0), side("Sluice of 1911 gives way", copy, days=90)
    )
    assert same
    assert evidence.rule == "almost-whole/1"


def test_a_long_text_printed_again_after_months_is_the_same_story():
    """Reprints are copies."""
    assert one_story(side(TITLE, WHOLE * 3, days=0), side(TITLE, f"{WHOLE * 3} Ends.", days=200))


def test_the_next_days_figures_in_the_same_words_are_another_story():
    """A template is known by its numbers, and by coming again the next day."""
    title = "Fed adds reserves via customer repurchases"
    monday = side(title, FED.format("1.5", "6.19"), days=0)
    tuesday = side(title, FED.format("2.2", "6.25"), days=1)
    assert not one_story(monday, tuesday)


def test_another_forecast_in_the_same_words_is_another_story_even_without_dates():
    """All that a forecast says is in its numbers and a few words."""
    one = WEATHER.format(
        *("clear", 41, "North", 5, 9, "sunny", 63, "West", 6, 11, 18, "clouds", 44, 20)
    )
    other = WEATHER.format(
        *("rain", 38, "South", 12, 17, "showers", 52, "East", 14, 22, 31, "fog", 36, 80)
    )
    assert not one_story(side("Forecast for Harrow", one), side("Forecast for Harrow", other))


def test_a_round_up_that_holds_a_brief_is_not_the_brief():
    """It holds the text whole, under a headline of which the brief knows nothing."""
    round_up = f"{WHOLE}\n{BRIDGE}\nCocoa rose for the fifth day running, dealers said."
    assert not one_story(
        side("Lorry closes railway line at Harrow Lane", BRIDGE),
        side("River floods the old town", round_up),
    )


def test_two_stories_are_not_one():
    """Nothing in common."""
    assert not one_story(side(TITLE, WHOLE), side("Lorry strikes bridge", BRIDGE))


def test_short_pages_that_say_the_same_are_not_one_story_under_different_headlines():
    """`See video.` is all that they have in common."""
    assert not one_story(
        side("River floods the old town", "See video."),
        side("Minister resigns over loans", "See video."),
    )


def test_a_copy_without_a_headline_is_the_same_story():
    """A missing headline speaks neither for nor against."""
    assert one_story(side(TITLE, WHOLE), side("", WHOLE + " Ends."))


def test_empty_texts_are_not_one_story():
    """Nothing is like nothing, but does not make a story."""
    assert not one_story(side("", ""), side("", ""))


bodies = st.lists(st.sampled_from([*FLOOD, BRIDGE, CHINESE, "1.5 billion"]), max_size=6)
sides = st.builds(
    side,
    st.sampled_from([TITLE, "Lorry strikes bridge", ""]),
    bodies.map("\n".join),
    days=st.sampled_from([None, 0.0, 0.5, 2.0, 300.0]),
)


@given(sides, sides)
def test_the_answer_is_the_same_from_both_sides(left, right):
    """Which of the two came first must not matter."""
    assert compare(left, right) == compare(right, left)
    assert measure(left, right) == measure(right, left)


@given(sides, sides)
def test_every_share_is_between_none_and_all(left, right):
    """So that the weights mean what they say."""
    found = measure(left, right)
    for share in (found.jaccard, found.containment, found.numbers, found.title, found.support):
        assert share is None or 0 <= share <= 1


def test_the_evidence_says_what_was_found():
    """A person can see why."""
    same, evidence = compare(side(TITLE, WHOLE, days=0), side(TITLE, FLOOD[0], days=0.5))
    assert same
    assert evidence.rule == "weighed/1"
    assert evidence.containment == 1
    assert evidence.jaccard < 0.2
    assert evidence.title == 1
    assert evidence.days == 0.5


@given(sides, sides)
def test_what_is_passed_over_unmeasured_would_have_been_refused(left, right):
    """The short way changes no answer."""
    assert hopeless(left, right) == hopeless(right, left)
    if hopeless(left, right):
        assert not compare(left, right)[0]


def test_a_short_template_of_another_week_is_passed_over():
    """A family of them costs a look at each, not a comparison."""
    texts = [WEATHER.format("rain", at, "West", 5, 10, "sun", 9, "East", 2, 3, 4, "fog", 1, 50)
             for at in (3, 7)]  # fmt: skip
    assert hopeless(side("Weather", texts[0], days=0), side("Weather", texts[1], days=7))
    assert not hopeless(side("Weather", texts[0], days=0), side("Weather", texts[1], days=1))
    assert not hopeless(side("Weather", texts[0], days=0), side("Weather", texts[1]))
    assert not hopeless(
        side("Flood", "\n".join(FLOOD), days=0), side("Flood", "\n".join(FLOOD), days=9)
    )
