"""Which short lines are sentences of a text, and which are what a page has around it."""

from __future__ import annotations

import pytest

from workers.parsers.text.sentences import is_short_sentence


@pytest.mark.parametrize(
    "line",
    [
        "Terms were not disclosed.",
        "Shares rose 3 percent.",
        "He declined to comment.",
        "Harbour Lines declined to comment.",
        "Ein Kommentar wurde nicht abgegeben.",
        "Er gab keinen Kommentar ab.",
        "La publicité fut interdite.",
        "Nobody was hurt.",
    ],
)
def test_a_sentence_that_narrates_may_have_a_word_of_furniture(line: str) -> None:
    """It closes many a report of an agency."""
    assert is_short_sentence(line)


@pytest.mark.parametrize(
    "line",
    [
        "Comments are closed.",
        "Comments were closed.",
        "The comments were closed.",
        "Alle Kommentare wurden gelöscht.",
        "Os comentários foram encerrados.",
        "Kommentarer er nu lukket.",
        "Cookies were not accepted.",
        "All rights reserved.",
        "Log in to comment.",
        "Your comment was sent.",
        "Please follow us on Twitter.",
        "Share this article.",
        "Die Artikel empfehlen und teilen.",
    ],
)
def test_what_a_page_asks_or_offers_is_none(line: str) -> None:
    """It is about its reader, or about its own parts."""
    assert not is_short_sentence(line)
