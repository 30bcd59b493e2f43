"""Headlines of what gathers many stories."""

from __future__ import annotations

import pytest

from workers.dedup.marks.round_ups import gathers


@pytest.mark.parametrize(
    "headline",
    [
        "World news in brief",
        "Business briefs",
        "Your Monday briefing: flood, loan, cup",
        "PRESS DIGEST- Financial Times - March 2",
        "Weekend newsletter",
        "Ten things to know about today",
        "Storm live updates: river rises",
        "Budget 2026 - live",
        "Live: the minister speaks",
        "Kurz gemeldet",
        "Liveticker: Sturm im Norden",
        "Presseschau: Zum Haushalt",
        "En bref : les infos du lundi",
        "Brèves de la région",
        "EN DIRECT - Tempête : la Seine monte",
        "Resumen de noticias del lunes",
        "Rassegna stampa di oggi",
        "Enchente: acompanhe ao vivo",
        "Kort nieuws uit de regio",
        "Nyheter i korthet",
        "Дайджест: главное за день",
        "Обзор прессы",
        "موجز الأخبار",
        "今日要闻",
        "早报:河水漫过码头",
        "今日の主なニュース",
        "지역 단신",
        "This week in space",
        "Les faits divers en bref",
        "Guerre en Ukraine, en direct : trois morts",
        "Local briefs for March 2",
        "The Daily Digest",
        "财经早报 3月2日",
        "+++ Fluss steigt +++ Ministerin geht +++",
        "Minister resigns over loan; cocoa rises on fears; Rovers win cup",
    ],
)
def test_a_standing_headline_of_many_stories_is_known(headline):
    """In the words of the trade, in some fifteen languages."""
    assert gathers(headline)


@pytest.mark.parametrize(
    "headline",
    [
        "River floods the old town",
        "Families live in the school after the flood",
        "Minister briefs the press on the loan",
        "Soy harvest is half complete - newsletter",
        "Bank starts investment newsletter",
        "Fed holds rates; stocks rise",
        "Robinson out of Six Nations",
        "Kurz vor dem Ziel gestürzt",
        "Fed to meet this week in Washington",
        "Spokeswoman clashes with reporters at daily briefing",
        "Police brief ministers on terror threat",
        "Court briefs filed in search engine case",
        "Live-streamed attack kills three",
        "Maker shows new phone, watch and more",
        "Ten things to know about the new pope",
        "Il meurt en direct à la télévision",
        "El Gobierno anunciará en breve nuevas medidas",
        "Cantora passa mal ao vivo e é levada ao hospital",
        "Чиновники назвали главное за год событие",
        "نشرة حمراء من الإنتربول بحق الوزير السابق",
        "联合早报:中国经济增长放缓",
        "政府要闻发布会取消",
        "단신 공격수, 올해의 선수상 수상",
        "",
    ],
)
def test_a_headline_of_one_story_is_none_of_them(headline):
    """Words of the trade are words like others."""
    assert not gathers(headline)
