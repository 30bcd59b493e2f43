"""What a site sets between an article's paragraphs for its own machinery is no text of it."""

from __future__ import annotations

import pytest

from workers.parsers.html.body.notices import without_notices
from workers.parsers.html.walk.tree import parse

TEXT = "The council met on Monday, and it voted for the bridge. Then all went home."


def kept(markup: str) -> list[str]:
    page = parse(f"<html><body><p>{TEXT}</p>{markup}</body></html>")
    return [block.text for block in without_notices(page.blocks)][1:]


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Article continues after this ad",
        "- Werbung -",
        "Nach der Werbung geht es weiter",
        "CONTINUA DEPOIS DA PUBLICIDADE",
        "Continúa después de la publicidad",
        "La suite après cette publicité",
        "Het artikel gaat verder onder de advertentie",
        "Loading...",
        "Views: 1,203",
        "Text size: A A A",
        "Short URL: https://harbour.example/?p=12",
        "Filed under: <a href='/a'>Bridges</a>, <a href='/b'>Council</a>",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Please login to comment",
        "Add Harbour News as a preferred source on Google",
        "We need your consent to load this YouTube content. By clicking you agree.",
        "An dieser Stelle befindet sich ein externer Inhalt von YouTube, der den Artikel ergänzt.",
        "Pour afficher ce contenu, vous devez accepter les cookies.",
        "Download the Harbour News app for iOS or Android to get breaking news alerts.",
        "Do you have a story? Email us at tips@harbour.example.",
        "Melden Sie sich hier für unseren kostenlosen Newsletter an.",
    ],
)
def test_such_a_line_is_none(line: str) -> None:
    """Marks of advertisements, forms, counters, folders, what stands for a film."""
    assert kept(f"<p>{line}</p>") == []


@pytest.mark.parametrize(
    "line",
    [
        "The advertisement ran on Monday, and nobody knew who had paid for it.",
        "Advertisement for a bridge",
        "Views: the council is split",
        "Tags: the new fashion in the harbour",
        "To see this film you need patience.",
        "“Do you have a story? Call us,” the council said.",
        "Download the app and open its settings.",
        "Publicité, a film of 1967, is shown again.",
    ],
)
def test_a_sentence_with_such_words_stays(line: str) -> None:
    """Articles tell of advertisements, of apps and of those who ask for stories."""
    assert len(kept(f"<p>{line}</p>")) == 1


def test_a_quotation_of_the_text_in_large_letters_is_not_said_again() -> None:
    """With who is quoted. One that says something of its own stays."""
    pulled = "<div class='pull-quote'><p>{}</p><cite>Ada Brook</cite></div>"
    assert kept(pulled.format("“It voted for the bridge.”")) == []
    assert kept(pulled.format("“We shall cross it.”")) == ["“We shall cross it.”", "Ada Brook"]


def test_a_page_of_such_lines_alone_keeps_them() -> None:
    """There would be nothing left."""
    page = parse("<body><p>Advertisement</p><p>Leave a comment</p></body>")
    assert len(without_notices(page.blocks)) == 2
