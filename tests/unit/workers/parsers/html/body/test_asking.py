"""What a site asks of its readers is no part of its articles."""

# ruff: noqa: RUF001 - apostrophes are meant
from __future__ import annotations

import pytest

from tests.unit.workers.parsers.reading import read
from workers.parsers.html.body.asking import is_appeal, is_meter, is_wall

SAID = tuple(
    f"The council of Norrholm spoke of the bridge for {hours} hours on Monday, and then it agreed "
    "that nothing should be changed before the end of the summer, whatever it costs."
    for hours in ("two", "three", "four", "five")
)


def body_of(*inner: str) -> tuple[str, ...]:
    text = "".join(inner)
    page = f"<html><title>Old bridge closes</title><body><h1>Old bridge closes</h1>{text}</body>"
    (item,) = read("a.html", page.encode()).items
    return item.body


def lines(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "text",
    [
        "You have 2 free articles left this month.",
        "You’ve read 3 of 5 free articles this month. Register to keep reading.",
        "Sie haben noch 2 kostenlose Artikel in diesem Monat.",
        "Il vous reste 72.5% de cet article à lire. La suite est réservée aux abonnés.",
        "Te quedan 2 artículos gratis este mes",
        "Ti restano 3 articoli gratuiti",
    ],
)
def test_a_line_that_counts_what_may_be_read_is_a_meter(text: str) -> None:
    """In the middle of a text too."""
    assert is_meter(text)
    assert body_of(lines(*SAID[:2], text, *SAID[2:])) == SAID


@pytest.mark.parametrize(
    "text",
    [
        "To continue reading this article, subscribe or log in.",
        "Subscribe now to continue reading",
        "Already a subscriber? Sign in",
        "This article is for subscribers only",
        "Dieser Artikel ist nur für Abonnenten verfügbar.",
        "Cet article est réservé aux abonnés.",
        "Contenido exclusivo para suscriptores",
        "Já é assinante? Entre aqui",
        "この記事は有料会員限定です",
    ],
)
def test_a_wall_is_no_text_and_neither_is_the_offer_beside_it(text: str) -> None:
    """Where it stands in an element of its own, as at the end of a preview."""
    assert is_wall(text)
    offer = "Read every story, on every device, for 30 days free of charge. Cancel any time."
    assert body_of(lines(*SAID), f"<div><h2>{text}</h2><p>{offer}</p></div>") == SAID


@pytest.mark.parametrize(
    "text",
    [
        "You have to read three of his articles before you understand what he is free to say.",
        "The story is for subscribers of the old faith only in name, he said.",
        "Subscribers left the paper when its free articles were counted.",
        "She went on reading.",
    ],
)
def test_a_sentence_about_papers_is_text(text: str) -> None:
    """It does not speak to its reader."""
    assert not is_meter(text)
    assert not is_wall(text)


@pytest.mark.parametrize(
    "text",
    [
        "Already a member of the council, Moss had little to lose by the vote.",
        "This story is for members of the crew who did not come back.",
        "Jetzt testen Forscher ein neues Mittel an Freiwilligen in Norrholm.",
        "Um weiter zu lesen, setzte er die Brille auf.",
        "L’accès au pont est désormais réservé aux piétons et aux cyclistes.",
        "Register with the council by Monday to access the scheme.",
        "Register online by 5 May to keep your place, or sign up at the library for more details.",
        "You have read three articles about free ferries, she told him.",
    ],
)
def test_what_a_story_tells_its_reader_to_do_is_text(text: str) -> None:
    """How to vote, what became of a member, a bridge that is closed: nobody asks to be paid."""
    assert not is_wall(text)
    assert body_of(lines(*SAID[:2], text, *SAID[2:])) == (*SAID[:2], text, *SAID[2:])


@pytest.mark.parametrize(
    "text",
    [
        "If you find an injured bat, don’t touch it and ring the warden, whatever the hour.",
        "If you want to help, donations can be left at the harbour church until Sunday evening.",
        "Help our neighbours, the mayor asked on Monday, and donate blankets for the winter.",
        "Wenn Sie spenden wollen, können Sie das im Rathaus tun: Jede Spende ist absetzbar.",
    ],
)
def test_a_last_paragraph_on_what_readers_can_do_is_text(text: str) -> None:
    """A site asks for itself: `our`, `us`, its journalism."""
    assert not is_appeal(text)
    assert body_of(lines(*SAID, text)) == (*SAID, text)


@pytest.mark.parametrize(
    "text",
    [
        "If you value our reporting, please consider a small monthly donation.",
        "Unterstützen Sie unseren Journalismus mit einer Spende.",
        "Sign up for our weekly newsletter, and never miss a story from the coast.",
    ],
)
def test_an_appeal_ends_a_body(text: str) -> None:
    """For money or an address."""
    assert is_appeal(text)
    assert body_of(lines(*SAID, text)) == SAID
    assert not is_appeal("If you want to see the bridge, come before the summer ends.")


def test_a_newsletter_s_box_among_the_text_is_none_of_it() -> None:
    """Its name tells it, whatever it says."""
    box = "<div class=inline-newsletter><h4>The Tide</h4><p>The coast, every weekday.</p></div>"
    assert body_of(lines(*SAID[:2]), box, lines(*SAID[2:])) == SAID


def test_the_time_that_many_walls_take_grows_with_their_number() -> None:
    """Each was compared with all of the body: a megabyte of them took minutes."""
    wall = "<p>Already a subscriber? Sign in</p>"
    days = [f"{SAID[0]} That was on day {day}." for day in range(6000)]
    assert body_of("".join(f"{lines(day)}{wall}" for day in days)) == tuple(days)
