"""What is like another text and no copy of it: other subjects in the same words, captions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.workers.dedup.book import stories
from tests.unit.workers.dedup.builders import FLOOD, LORRY, article
from workers.dedup.alike.measures import Measures
from workers.dedup.alike.partings import parted_by

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
