"""What those who save pages write into them is no text, and tells where a page came from."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS
from workers.parsers.html.reading import read_page
from workers.parsers.html.saving import saved_from, without_bar

URL = "https://news.example/ferry"
BROWSER = f"<!-- saved from url=(0026){URL} -->"
SINGLE_FILE = f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Tue Mar 05 2024\n-->"


@pytest.mark.parametrize("comment", [BROWSER, SINGLE_FILE])
def test_a_saved_page_tells_its_address(comment: str) -> None:
    """Where it says nothing else; its canonical link is surer."""
    page = PAGE.replace("<html", f"{comment}\n<html", 1)
    assert read_page(page, None).first(Field.URL) == URL
    surer = page.replace("<head>", '<head><link rel="canonical" href="https://news.example/1">')
    assert read_page(surer, None).first(Field.URL) == "https://news.example/1"


def test_a_mirrored_page_tells_its_address_without_a_scheme() -> None:
    """HTTrack leaves it out."""
    comment = "<!-- Mirrored from news.example/ferry by HTTrack Website Copier/3.x, Sat, 20 Apr -->"
    assert saved_from(f"<html>{comment}") == "http://news.example/ferry"


def test_other_comments_tell_no_address() -> None:
    """Nor does one far down in the page."""
    assert saved_from("<!-- see https://news.example/ferry -->") is None
    assert saved_from(" " * 5_000 + BROWSER) is None


def test_the_bar_of_an_archive_is_no_text() -> None:
    """It says when the page was kept; one that never ends is left."""
    bar = "<p>Twelve captures of this page from the fifth of March to the ninth of June.</p>"
    marked = f"<!-- BEGIN WAYBACK TOOLBAR INSERT -->{bar}<!-- END WAYBACK TOOLBAR INSERT -->"
    assert read_page(PAGE.replace("<body>", f"<body>{marked}"), None).body[-3:] == PARAGRAPHS
    assert without_bar(PAGE.replace("<body>", f"<body>{marked}")) == PAGE
    assert without_bar(marked[:60]) == marked[:60]
