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
    ],
)
def test_what_a_story_tells_of_such_things_is_text(line: str) -> None:
    """Of others, in whole sentences."""
    assert kept(f"<p>{line}</p>") == [line]


def test_a_line_that_leads_on_is_none_where_it_is_a_link() -> None:
    """Or announces one; a sentence that begins so is text."""
    assert kept("<p>Le puede interesar: <a href='/a'>El puente se abrió de noche</a></p>") == []
    assert kept("<p>Lesen Sie auch die folgenden Beiträge:</p>") == []
    line = "Read more than one paper, and you will know the harbour."
    assert kept(f"<p>{line}</p>") == [line]
