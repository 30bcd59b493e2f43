"""What servers show in the place of an article is none."""

from __future__ import annotations

import pytest

from shared.errors import Reason
from tests.unit.workers.parsers.reading import PAGE, TEXT, read
from workers.parsers.not_articles.walls import instead

WENT = "The page that you asked for is not here."
STORY = "The council closed the old harbour site on Monday, and 40 people protested at its gates."
COOKIES = (
    "We and our partners use cookies to store and access data on your device.",
    "If you consent, we use cookies for advertising and to measure what is read.",
)


@pytest.mark.parametrize(
    "title",
    [
        "404 Not Found",
        "Error 404",
        "HTTP Error 503. The service is unavailable",
        "502 Bad Gateway",
        "Page not found \u2013 Harbour Weekly",
        "Harbour Weekly | Access Denied",
        "Oops! That page can't be found.",
        "Seite nicht gefunden",
        "Страница не найдена",
        "ページが見つかりません",
        "Just a moment...",
        "Attention Required! | Cloudflare",
        "Are you a robot?",
        "Checking your browser before accessing harbour.example.",
    ],
)
def test_a_short_text_under_an_error_s_title_is_none(title: str) -> None:
    """Of a server, of a system that keeps sites, of a check."""
    assert instead([title], [WENT]) is not None
    assert instead([title], [STORY] * 20) is None


@pytest.mark.parametrize(
    "said",
    [
        "Please enable JS and disable any ad blocker",
        "The requested URL was not found on this server.",
        "You don't have permission to access /news on this server.",
        "The page you were looking for doesn't exist.",
    ],
)
def test_what_only_such_pages_say_needs_no_title(said: str) -> None:
    """Where nothing else is said; quoted in an article it is text."""
    assert instead(["harbour.example"], [said]) is not None
    assert instead(["Ferries fail"], [STORY, f"The site said: {said}"]) is None


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "500",
        "Gate 404 closed",
        "404 men arrested",
        "500 service members return home",
        "400 gone missing after ferry sinks",
        "404 errors found in voter rolls",
        "Access denied to old harbour",
        "Not now",
    ],
)
def test_numbers_and_words_of_headlines_are_no_errors(title: str) -> None:
    """A code alone is one beside an error's words only."""
    assert instead([title], [STORY]) is None
    assert instead(["404"], ["The requested URL was not found on this server."]) is not None


@pytest.mark.parametrize(
    "title", ["Access denied", "Forbidden", "Just a moment", "Server error", "Zugriff verweigert"]
)
def test_a_headline_of_an_error_s_words_is_one_above_a_story(title: str) -> None:
    """Below an error's title something is said of a page, to its reader, or next to nothing."""
    assert instead([title], [STORY]) is None
    assert instead([title], [f"{STORY} Your request was blocked."]) is not None
    assert instead([title], [title]) is not None


def test_a_notice_about_cookies_is_none() -> None:
    """News about cookies does not speak of its own."""
    assert instead(["Before you continue"], COOKIES) == "a notice about cookies"
    assert instead(["Before you continue"], [*COOKIES, STORY * 3]) is None
    law = "A court ruled that sites must ask for consent before they set cookies for advertising."
    assert instead(["Court rules on cookies"], [law]) is None
    quoted = f'{law} "We use cookies" is not enough of a question, the judges said.'
    assert instead(["Court rules on cookies"], [quoted]) is None


def test_pages_and_texts_of_errors_are_refused_with_their_name() -> None:
    """A page that states when it was published is a page."""
    body = f"<h1>Not Found</h1><p>{WENT} It may have moved to another place on this site.</p>"
    head = "<!DOCTYPE html><html><head><title>404 Not Found</title>{}</head>"
    found = read("a.html", f"{head.format('')}<body>{body}</body></html>".encode())
    assert found.reason is Reason.NO_ARTICLE
    assert found.rejected is not None
    assert "404 Not Found" in found.rejected.detail
    stated = '<meta property="article:published_time" content="2024-05-02T10:00:00Z">'
    assert read("a.html", f"{head.format(stated)}<body>{body}</body></html>".encode()).items
    assert read("a.txt", f"404 Not Found\n\n{WENT}\n".encode()).reason is Reason.NO_ARTICLE
    assert read("b.html", PAGE.encode()).items
    assert read("b.txt", TEXT.encode()).items
