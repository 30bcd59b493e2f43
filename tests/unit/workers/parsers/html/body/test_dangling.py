"""What ends a body and announces what is not in it."""

from __future__ import annotations

import pytest

from workers.parsers.html.body.dangling import without_dangling
from workers.parsers.html.walk.tree import parse

TEXT = "The ferry sank at night, and nobody knew of it until the morning came."


def left(*last: str) -> list[str]:
    """Return what is left of a body with elements at its end."""
    page = parse(f"<body><p>{TEXT}</p><p>{TEXT}</p>{''.join(last)}</body>")
    return [block.text for block in without_dangling(list(page.blocks), page.blocks)][2:]


@pytest.mark.parametrize(
    "line",
    [
        "Read next:",
        "You may also like...",
        "Related articles",
        "Diese Artikel könnten dich auch interessieren:",
        "Verwandte Themen auf unserem Blog:",
        "Audios et vidéos sur le sujet",
        "Seguir leyendo:",
        "Te puede interesar",
        "Lue seuraavaksi:",
        "Читайте также:",
        "相关阅读",
    ],
)
def test_a_line_that_leads_on_ends_no_body(line: str) -> None:
    """The links that it announced are none of it."""
    assert left(f"<p>{line}</p>") == []
    assert left(f"<div>{line}</div>", "<h3>More of this</h3>") == []


@pytest.mark.parametrize(
    "line",
    [
        "Follow the latest updates below:",
        "Read more of his letters in the archive of the town.",
        "More than nine boats came.",
        "See you on Monday.",
        "Keep talking!",
        "Names have been changed",
        "相關人員已送醫。",
        "Related stories were told “of every ship.”",
    ],
)
def test_a_last_line_of_the_text_stays(line: str) -> None:
    """Also one that announces what the page itself shows."""
    assert left(f"<p>{line}</p>") == [line]


def test_a_heading_with_nothing_below_goes() -> None:
    """Unless the text is made of headings, or it is a sentence of its own."""
    assert left("<h2>Pictures of the harbour</h2>") == []
    assert left("<h2>Day two</h2>", "<p>All was quiet.</p>") == ["Day two", "All was quiet."]
    assert left("<h4>The first</h4>", "<h4>The second</h4>") == ["The first", "The second"]
    whole = "The captain wrote of it in the log. It was the last that was heard of him."
    assert left(f"<h4>{whole}</h4>") == [whole]
    assert left("<h3>He was 85.</h3>") == ["He was 85."]


def test_a_line_that_leads_on_goes_from_the_midst_with_its_links() -> None:
    """Where they stand in the body, it stays above them."""
    links = "<ul><li><a href='/'>One</a></li></ul>"
    page = parse(f"<body><p>{TEXT}</p><p>Read more of it</p>{links}<p>{TEXT}</p></body>")
    blocks = list(page.blocks)
    assert without_dangling(blocks, blocks) == blocks
    rest = without_dangling(blocks[:2] + blocks[3:], blocks)
    assert [block.text for block in rest] == [TEXT, TEXT]


def test_a_line_that_leads_on_goes_where_it_is_a_link() -> None:
    """Or announces one with a colon; a sentence that begins so is text."""
    pointers = "<p>Le puede interesar: <a href='/a'>El puente se abrió de noche</a></p>"
    pointers += "<p>Lesen Sie auch die folgenden Beiträge:</p>"
    line = "Read more than one paper, and you will know the harbour."
    assert left(pointers, f"<p>{line}</p>", f"<p>{TEXT}</p>") == [line, TEXT]


def test_a_heading_that_begins_so_stays_above_a_picture() -> None:
    """Its caption went, and the text goes on below it."""
    figure = "<figure><figcaption>The ferry in 1950.</figcaption></figure>"
    page = parse(f"<body><p>{TEXT}</p><h2>More about the ferry</h2>{figure}<p>{TEXT}</p></body>")
    chosen = [block for block in page.blocks if block.node.tag != "figcaption"]
    assert without_dangling(chosen, page.blocks) == chosen


def test_a_body_is_never_emptied() -> None:
    """What is left may be all that was found."""
    page = parse("<body><p>Read next:</p></body>")
    assert len(without_dangling(list(page.blocks), page.blocks)) == 1


def test_a_list_of_other_articles_with_their_beginnings_ends_no_body() -> None:
    """A heading that leads on stands above it, a link in each entry before its text."""
    entry = f"<li><a href='/a'>The bridge is late again</a><p>{TEXT}</p></li>"
    page = parse(f"<body><p>{TEXT}</p><h4>You may also like</h4><ul>{entry * 3}</ul></body>")
    chosen = [block for block in page.blocks if block.prose]
    assert without_dangling(chosen, page.blocks) == chosen[:1]


@pytest.mark.parametrize(
    "markup",
    [
        f"<h3>Related stories</h3><ul><li><a href='/a'>Late again</a></li></ul><p>{TEXT}</p>",
        f"<h3>The routes</h3><ul><li><a href='/a'>By the bridge</a><p>{TEXT}</p></li></ul>",
    ],
)
def test_a_text_below_such_a_list_or_in_one_of_its_own_stays(markup: str) -> None:
    """Lists of links stand amid a text, and are a text's own."""
    assert left(markup)[-1] == TEXT
