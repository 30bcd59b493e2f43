"""What a site says of itself and its pictures among an article's paragraphs is no text of it."""

from __future__ import annotations

import pytest

from workers.parsers.html.body.asides import without_asides
from workers.parsers.html.walk.tree import parse

TEXT = "The council met on Monday, and it voted for the bridge. Then all went home."


def kept(markup: str) -> list[str]:
    page = parse(f"<html><body><p>{TEXT}</p>{markup}</body></html>")
    return [block.text for block in without_asides(page.blocks)][1:]


@pytest.mark.parametrize(
    "line",
    [
        "Beitragsbild: Maren Oakes",
        "Crédits photos : Agence du Port",
        "Featured image by Ada Brook/Harbour Images",
        "Quelle: Harbour Institute (HI), 02. Februar 2022, Bergen",
        "Publiziert: 03.04.2020, 12:35",
        "Der Beitrag wurde am Mittwoch, den 27. November 2019 veröffentlicht",
        "War der Artikel nützlich? (95 Stimmen: 4,73)",
        "(Noch keine Bewertungen) Loading...",
        "Was this page helpful?",
        "Advertising disclosure: We may receive compensation for some of the links in our stories.",
        "This post may contain affiliate links, which cost you nothing.",
        "Als Amazon Associate verdienen wir an qualifizierten Käufen.",
        "¿Ya sabías que en Puerto.com tenemos canal de Telegram? Únete desde tu celular.",
        "Join our WhatsApp channel for the latest of the harbour.",
        "Folgen Sie uns auf WhatsApp!",
        "Quellenangaben:",
        "Síguenos en WhatsApp",
        "Photo by Ada Brook on Unsplash",
        "Join the Harbour News channel on <a href='/a'>WhatsApp</a>",
        "Fotos: Ada Brook und Bo Li, dpa",
        "Photos by Ada Brook/Harbour Images",
        "Source: Centers for Ferries and Bridges, https://harbour.example/report-2",
        "If you buy something through our links, we may earn a commission.",
        "Some of the links on Harbour News are affiliate links. We may earn from them.",
        "*Die Affiliate-Links sind mit einem Stern gekennzeichnet.",
    ],
)
def test_credits_ratings_disclosures_and_channels_are_none_of_the_text(line: str) -> None:
    """Wherever they stand, in an element made as any paragraph is."""
    assert kept(f"<p>{line}</p>") == []


@pytest.mark.parametrize(
    "line",
    [
        "The programme pays affiliates a commission for links, Ada Brook of the shop union said.",
        "Sellers in the amazon associates programme were told to leave by the harbour.",
        "They found the video on YouTube, and watched it until the police came.",
        "Photos of the bridge were shown to the jury on the second day.",
        "Sources: nobody would speak on the record. The mayor was asked. He left.",
        "Votes were counted until two in the morning.",
        "51 votes were needed to pass the bill.",
        "12,345 votes",
        "Fotos: 12",
        "Créditos: 3",
        "No votes so far have been counted in the east.",
        "Ist der Beitrag zur Krankenkasse zu hoch?",
        "Rate this year's harvest as the worst of all.",
        "Posted a 3.50 ERA in May.",
        "Veröffentlicht wurden 20 Fotos.",
        "Der Artikel wurde am 3. Mai 2019 in der Hafenzeitung veröffentlicht.",
        "Photos by Ada Brook show the bridge before the fall.",
        "Fotos de Ada en la playa recorren el mundo.",
        "Bild: Die Regierung plant ein Verbot",
        "Sources: Harbour close to a trade for the centre",
        "Source: the boy's father told police.",
        "Affiliate links are how the bloggers you follow make money.",
        "Affiliate links have changed how we shop.",
        "You'll get a percentage of every purchase back with this card.",
        "You may receive compensation for the faulty products.",
        "When I sell a car, I get a cut of the purchase price.",
        "Jetzt hat die Gruppe auf Telegram 10.000 Mitglieder.",
        "Entre os membros do grupo no Telegram havia três policiais.",
        "Join the Telegram group and you see what hatred is.",
    ],
)
def test_what_a_story_tells_of_such_things_is_text(line: str) -> None:
    """Of others, in whole sentences; counts of votes are its own, too."""
    assert kept(f"<p>{line}</p>") == [line]


@pytest.mark.parametrize("line", ["Photography by Drone", "Source: The River", "Bild: Ada Brook"])
def test_a_heading_is_no_credit(line: str) -> None:
    """What stands below it is what it names."""
    assert kept(f"<h2>{line}</h2>") == [line]
