"""What is like another text and no copy of it: subjects, parts of round-ups, captions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.workers.dedup.book import Book
from tests.unit.workers.dedup.builders import FLOOD, article
from workers.dedup.alike.measures import Measures
from workers.dedup.alike.partings import parted_by
from workers.dedup.marks.round_ups import gathers

FLOODED = (
    "The river rose above the quay shortly before dawn and took the fish market with it. Two"
    " hundred families were brought to the school on the hill, where the mayor's office had put up"
    " beds and a kitchen. Engineers said that the old sluice had given way after nine days of rain."
)
MINISTER = (
    "The minister for housing resigned on Monday after a newspaper reported that she had taken an"
    " interest-free loan of 240,000 from a builder. The prime minister thanked her for five years"
    " of service and named her deputy, Tom Hale, to succeed her."
)
COCOA = (
    "Cocoa rose for the fifth day running to 8,120 a tonne as traders bet on a poor harvest in the"
    " west of the growing zone, where the rains have come late. Grinders have stocks for six weeks."
)
LORRY = (
    "A lorry struck the railway bridge at Harrow Lane on Monday evening and closed the line to the"
    " coast for six hours. Nobody was hurt, the police said. It was the ninth lorry in four years."
)
CUP = (
    "Rovers won the cup for the first time since 1956 when Jan Petit scored from the spot in the"
    " last minute of extra time. The town hall opened its balcony to the team on Sunday night."
)
STORIES = {
    "River floods the old town": FLOODED,
    "Housing minister resigns over loan": MINISTER,
    "Cocoa rises on harvest fears": COCOA,
    "Lorry closes railway line": LORRY,
    "Rovers win the cup": CUP,
}
GREETING = "Good morning. Here is what happened while you slept, and what the day will bring."


def stories(*built) -> int:
    book = Book()
    for one in built:
        book.add([one])
    return len({entry.story_id for entry in book.entries.values()})


@pytest.mark.parametrize("hours", [6, 1, None], ids=["evening", "soon", "undated"])
@pytest.mark.parametrize("headings", [True, False], ids=["headings", "plain"])
@pytest.mark.parametrize(
    "headline",
    [
        "Monday morning: River floods old town, minister resigns over loan",
        "Morning briefing: River floods old town, minister resigns",
        "Minister resigns over loan; cocoa rises on fears; Rovers win cup",
        "Your Monday: lorry closes railway line, cocoa rises",
        "News in brief",
    ],
)
def test_a_round_up_is_none_of_the_stories_that_it_holds(headline, headings, hours):
    """Though its headline names two of them, and whatever it names them by."""
    when = None if hours is None else 0
    own = [article(title, title, (body,), hours=when) for title, body in STORIES.items()]
    parts = [
        part for title, body in STORIES.items() for part in ((title, body) if headings else (body,))
    ]
    built = [*own, article("all", headline, (GREETING, *parts), hours=hours)]
    assert stories(*built) == stories(*reversed(built)) == len(own) + 1


def test_whole_articles_in_a_weeks_newsletter_stay_stories_of_their_own():
    """Long texts are more than a day's brief, and a copy of none either."""
    long = {title: " ".join(f"{word}{n}" for n in range(3) for word in body.split())
            for title, body in STORIES.items()}  # fmt: skip
    own = [article(title, title, (body,)) for title, body in long.items()]
    letter = article("all", "The best of the week", tuple(long.values()), hours=90)
    assert stories(*own, letter) == len(own) + 1


def test_two_copies_of_one_round_up_are_one_story():
    """One paper leaves out the last brief; the other's greeting is missing."""
    bodies = tuple(STORIES.values())
    one = article("one", "News in brief", (GREETING, *bodies))
    other = article("other", "News in brief", bodies[:4], hours=1, provider="paper")
    assert stories(one, other) == 1


def test_a_live_blog_is_not_the_stories_that_it_tells_on_its_way():
    """It joins none of them to another."""
    posts = ("16.20 The match is off, the club says. Tickets stay valid.", LORRY, COCOA, FLOODED)
    own = [
        article("flood", "Storm: river floods the old town", (FLOODED,)),
        article("lorry", "Storm: lorry closes railway line", (LORRY,), hours=1),
    ]
    blog = article("blog", "Storm live: river floods old town, line closed", posts, hours=2)
    assert stories(*own, blog) == 3


SENTENCES = [each for text in (FLOODED, COCOA, MINISTER, LORRY) for each in text.split(". ")]


def test_a_story_that_lost_most_of_its_sentences_is_a_copy_under_another_headline():
    """It lies over the whole of it, where a brief lies in one place."""
    headlines = "River floods kitchen and school: sluice to blame", "Two hundred families in school"
    whole = article("whole", headlines[0], [*SENTENCES, CUP, GREETING])
    cut = article("cut", f"{headlines[1]}, and who is to blame", SENTENCES[1::2], hours=1)
    assert stories(whole, cut) == 1


@pytest.mark.parametrize("hours", [3, None])
def test_of_two_stories_that_were_merged_the_second_does_not_join_the_first(hours):
    """Though it is more than half of what they were merged into."""
    first = article("first", "Rovers win the cup", (CUP, LORRY), hours=hours and 0)
    second = article("second", "River floods the old town", FLOOD, hours=hours and 0)
    merged = article("merged", "Rovers win the cup", (CUP, LORRY, *FLOOD), hours=hours)
    assert stories(first, second, merged) == 2


def test_a_page_with_its_menu_above_is_the_story_that_it_shows():
    """The headline says so."""
    menu = tuple(f"Section {n} of our paper and all that it holds" for n in range(30))
    page = article("page", body=(*menu, *FLOOD), hours=1, provider="crawl")
    assert stories(article("story"), page) == 1


DIVIDEND = (
    "{} said its board declared a regular quarterly cash dividend of 12 cents a share, payable on"
    " April 15 to shareholders of record on March 31. The company said the dividend is unchanged"
    " from the previous quarter."
)
ABOUT = (
    "About Norvik ASA: Norvik is a leading maker of bearings and drives, with 5,200 employees in"
    " 21 countries and revenue of NOK 11.4 billion in 2025. Founded in 1923 in Drammen, the company"
    " is listed on the Oslo exchange under the ticker NORV. This release contains forward-looking"
    " statements that are subject to risks and uncertainties, and actual results may differ"
    " materially. Norvik assumes no obligation to update them. For further information, please"
    " contact the investor relations department at the head office in Drammen."
)


def test_the_same_words_of_two_firms_are_two_stories():
    """Their figures are the same; each headline's names stand in its own text alone."""
    both = [
        article(name, f"{name} declares quarterly dividend", (DIVIDEND.format(name),))
        for name in ("Harbour Bancorp", "Valley Foods")
    ]
    assert stories(*both) == 2


def test_two_releases_of_a_firm_are_two_stories():
    """Most of each is what the firm says of itself below all that it sends."""
    plant = "Norvik ASA today opened a new plant in Gdansk that will make bearings, it said."
    chief = "Norvik ASA today appointed Kari Moen, 47, chief financial officer from June 1."
    both = [
        article("plant", "Norvik opens plant in Gdansk", (plant, ABOUT)),
        article("chief", "Norvik has a new finance chief", (chief, ABOUT), hours=5),
    ]
    assert stories(*both) == 2


FIRE = (
    "Los bomberos sofocaron esta madrugada un incendio en una vivienda de {}. No hubo que lamentar"
    " daños personales. El fuego se originó en la cocina, según las primeras investigaciones, y"
    " obligó a desalojar a los vecinos del inmueble, que pudieron regresar a primera hora."
)
CRASH = (
    "{} people died when a bus left the road near Harrow on Monday evening, the police said. It"
    " carried {} school friends home from a match. The road to the coast was closed until midnight."
)


@pytest.mark.parametrize("towns", [("Vigo", "Lugo"), ("Santiago", "Ferrol")])
def test_a_text_of_another_town_under_a_headline_of_the_same_form_is_another_story(towns):
    """One name is enough where all other words of the headlines are the same."""
    both = [
        article(town, f"Incendio en una vivienda de {town}", (FIRE.format(town),)) for town in towns
    ]
    assert stories(*both) == 2


RELEASE = (
    (
        "{0}, which makes software for ports and railways, said on Tuesday that it had been named"
        " a leader in the Lodestar report on planning. The report looks at what vendors aim at and"
        " at how far they are able to deliver it."
    ),
    (
        "We believe that this confirms our strategy and the trust that our customers place in us,"
        " said {1}, chief executive of {0}. We will go on to invest in what helps companies to"
        " plan with confidence in times that are not certain."
    ),
    (
        "Lodestar does not endorse any vendor, product or service that it writes of and does not"
        " advise users to choose only those with the best marks. What it publishes is the opinion"
        " of its own staff and should not be taken for a statement of fact."
    ),
)


def released(firm: str, chief: str):
    body = [part.format(firm, chief) for part in RELEASE]
    return article(firm + chief, f"{firm} named a leader in planning by Lodestar", body)


def test_one_release_that_two_firms_fill_in_is_two_stories():
    """However long: beside its name each has for itself who speaks for it."""
    assert stories(released("Cyntech", "Ann Holm"), released("Deltona", "Jan Petit")) == 2


def test_a_firm_under_another_name_alone_parts_no_long_text():
    """It may be a spelling, or a mistake that was put right."""
    assert stories(released("Cyntech", "Ann Holm"), released("Deltona", "Ann Holm")) == 1


def test_a_toll_in_words_that_rose_is_no_other_subject():
    """A number of a headline is no name, however it is written."""
    both = [
        article(toll, f"{toll} dead in bus crash near Harrow", (CRASH.format(toll, "thirty"),))
        for toll in ("Three", "Five")
    ]
    assert stories(*both) == 1


def test_a_name_that_a_paper_spells_in_its_own_way_parts_no_long_text():
    """The more words are common, the less one tells."""
    text = " ".join(f"{part} Kiev said so." for part in FLOOD)
    one = article("one", "Kiev talks end without result", (text,))
    other = article("other", "Kyiv talks end without result", (text.replace("Kiev", "Kyiv"),))
    assert stories(one, other) == 1


SCENE = (
    "{} the site of a Russian drone attack on a residential building in Kharkiv, Ukraine, Monday,"
    " March 2, 2026. (AP Photo/Andrii Marienko)"
)
SCENES = tuple(
    SCENE.format(who)
    for who in ("Firefighters work at", "Rescuers carry a woman from", "A dog sits near")
)


def test_captions_of_a_series_below_one_headline_are_a_story_each():
    """Place, day and photographer are all that they share."""
    assert stories(*(article(text, "Ukraine War", (text,)) for text in SCENES)) == 3


def test_the_same_caption_with_another_credit_is_a_copy():
    """It begins alike."""
    copy = SCENES[0].replace("(AP Photo/Andrii Marienko)", "Photo: Andrii Marienko")
    both = [article(text, "Ukraine War", (text,)) for text in (SCENES[0], copy)]
    assert stories(*both) == 1


@pytest.mark.parametrize("dateline", ["LONDON, March 2 (Agency) - ", "By Ada Brook, Harrow. "])
def test_a_short_brief_behind_a_dateline_of_another_house_is_a_copy(dateline):
    """A place and an agency are not three words of a scene."""
    brief = LORRY.split(". Nobody", maxsplit=1)[0]
    one = article("one", "Lorry closes railway line", (f"COAST (Press) - {brief}",))
    other = article("other", "Lorry closes railway line", (dateline + brief,), provider="paper")
    assert stories(one, other) == 1


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


marked = st.builds(
    lambda **measures: Measures(**measures, marked=True),
    jaccard=st.floats(0, 1),
    containment=st.floats(0, 1),
    title=st.none() | st.floats(0, 1),
    support=st.none() | st.floats(0, 1),
    shared_numbers=st.integers(0, 9),
    missing_numbers=st.integers(0, 9),
    length=st.integers(0, 900),
    days=st.none() | st.floats(0, 9),
    wording=st.floats(0, 1),
    share=st.floats(0, 1),
    ahead=st.integers(0, 900),
    known=st.none() | st.floats(0, 1),
    of_many=st.booleans(),
    own_names=st.integers(0, 9),
    own_share=st.floats(0, 1),
    own_words=st.integers(0, 90),
    own_opening=st.booleans(),
)


@given(marked)
def test_what_is_marked_is_parted_by_none_of_them(found):
    """It says itself that it is a correction or an update."""
    assert parted_by(found) is None
