"""Captions, prompts and whispers of links go from the body; the lead and refrains stay."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import pytest

from workers.parsers.text.body.intruders import is_prompt, without_intruders, without_whispers
from workers.parsers.text.marks.page import study
from workers.parsers.text.typesetting.lines import passages, split

LEAD = "The tide came late on Sunday and took the pier with it, the harbour master said."
CAPTION = "The pier of Lowick before the storm, seen from the east in an undated picture."
END = "Nobody was hurt, and the ferry sails again on Monday at six in the morning, he said."
MORE = "The council met in the evening and voted to rebuild what the sea had taken away."


def _kept(*lines: str) -> list[str]:
    page = study(passages(split("\n\n".join(lines))))
    places = without_intruders(page, range(len(page.passages)))
    return [page.passages[at].text for at in places]


def test_a_caption_printed_twice_is_left_out() -> None:
    """Both copies go: neither is a sentence of the article."""
    assert _kept(LEAD, CAPTION, MORE, MORE[::-1], LEAD[::-1], CAPTION, END, END[::-1]) == [
        LEAD, MORE, MORE[::-1], LEAD[::-1], END, END[::-1]
    ]  # fmt: skip


def test_the_lead_stays_though_it_is_said_again_below() -> None:
    """A teaser often repeats the first paragraph of the article itself."""
    assert _kept(LEAD, MORE, END, MORE[::-1], END[::-1], LEAD)[0] == LEAD


def test_a_list_with_refrains_stays_and_an_article_that_is_held_twice_is_read_once() -> None:
    """Recipes say the same line again and again; a page may hold its article for print too."""
    others = [
        f"On day {day} the sea stood higher at the wall, the keeper wrote." for day in range(40)
    ]
    listed = [line for day in range(8) for line in (*others[day * 5 : day * 5 + 5], CAPTION)]
    assert _kept(*listed).count(CAPTION) == 8
    assert _kept(LEAD, MORE, END, LEAD, MORE, END) == [LEAD, MORE, END]
    assert len(_kept(LEAD, MORE, LEAD, MORE)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Please enter a valid email address.",
        "Plus special access to select articles and other content with your account.",
        "Sie können hier unseren Newsletter bestellen, er kommt am Morgen.",
        "Inscrivez-vous gratuitement, la lettre part le matin.",
    ],
)
def test_prompts_of_many_languages_are_left_out(text: str) -> None:
    """They stand between two paragraphs and ask the reader for something."""
    assert is_prompt(text)
    assert _kept(LEAD, text, END) == [LEAD, END]


def test_a_quoted_prompt_and_a_long_paragraph_are_the_article() -> None:
    """An article may tell of a newsletter."""
    assert not is_prompt('"Read our newsletter," the mayor said.')
    assert not is_prompt(f"{MORE * 4} The note was in our newsletter.")


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe to the fund, the mayor asked, before the winter takes the roof as well.",
        "He urged members to sign up now, and not to wait for the letter of the council.",
        "Jetzt anmelden, riet der Trainer den Eltern, sonst seien die Plätze vergeben.",
        "Inscrivez-vous avant lundi, a demandé le maire aux habitants du port.",
        "Suscríbete antes del lunes, pidió el alcalde a los vecinos.",
        "Many economists subscribe to the view that rates have to fall before the summer.",
        "Investors have until Friday to subscribe to the offering of the shipyard.",
    ],
)
def test_what_somebody_says_or_others_do_is_the_article(text: str) -> None:
    """A prompt speaks to its reader; reported speech has its verb, and a story its own people."""
    assert not is_prompt(text)
    assert _kept(LEAD, text, END) == [LEAD, text, END]


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe to the Morning Post for more stories like this.",
        "If you like what you read, subscribe to the Harbour Post.",
        "You will be asked to enter your email before the download begins.",
    ],
)
def test_a_prompt_that_speaks_of_a_paper_or_of_asking_is_one(text: str) -> None:
    assert is_prompt(text)


def test_wire_copy_begins_at_its_dateline() -> None:
    """What stands above it is a caption; a dash behind a name is no dateline, a list stays."""
    filed = f"LOWICK, May 4 (Reuters) - {MORE}"
    assert _kept(CAPTION, filed, END) == [filed, END]
    assert _kept(CAPTION, f"Smith - who was there - agreed. {MORE}", END)[0] == CAPTION
    assert _kept(f"* {CAPTION}", filed, END) == [CAPTION, filed, END]
    assert _kept(LEAD, MORE, END, LEAD[::-1], filed)[0] == LEAD


def test_what_a_link_tells_of_its_tab_is_no_text() -> None:
    """It stands for those who cannot see the sign of the link, in the middle of a sentence."""
    said = "Shares of Harbour (HBR.L) , opens new tab rose, a note (opens in a new window) says."
    assert without_whispers(said) == "Shares of Harbour (HBR.L) rose, a note says."
    assert without_whispers("The shop opens new doors.") == "The shop opens new doors."


def test_a_text_begins_below_its_picture() -> None:
    """A first line that ends with whose picture it is; a line that is the text's dateline stays."""
    assert _kept("The pier before the storm. Photo: Ann Ek/AFP", LEAD, END) == [LEAD, END]
    assert _kept("月曜日、港に停泊するフェリー＝長崎市、佐藤光撮影", LEAD, END) == [LEAD, END]
    assert _kept(LEAD, "The pier before the storm. Photo: Ann Ek/AFP")[0] == LEAD
