"""The desk's pages over a stored day, on each database."""

from __future__ import annotations

import pytest
import structlog
from structlog.testing import capture_logs

from services.api.access import guard
from services.telling import room
from shared.broker.hints import Look
from shared.broker.presence import Sign
from shared.errors import Retryable
from shared.raw import FolderStore
from tests.builders import article, at
from tests.integration.desking import SCRIPT, Pages, Quiet
from tests.stored import BROKEN, DAY, WAITING, article_id, delivery_id, store_one

NOBODY = "00000000-0000-7000-8000-000000000000"
"""An id that nothing has."""


def test_the_front_door_leads_to_the_desk(day: Pages) -> None:
    """Whoever types the address of `up` is where he wants to be."""
    answer = day.ask("/")
    assert (answer.status_code, answer.headers["location"]) == (307, "/desk/")


def test_the_first_page_has_what_came_last_and_the_figures(day: Pages) -> None:
    """The counts are those of `status`, which come from the same question."""
    said = day.text("/desk/")
    assert WAITING in said
    assert "waiting" in said
    assert "Worker not running" in said
    assert "No watcher runs" in said
    assert "Articles 9" in said
    assert "In quarantine 1" in said
    assert "Being read 0" in said


def test_a_watcher_on_another_machine_is_one(desk: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container of its own, too, it takes what is handed in here."""
    signs = [Sign("watcher", "elsewhere", 7, at())]
    monkeypatch.setattr(Quiet, "look", lambda _self: Look({"live": 0, "bulk": 0}, signs))
    said = desk.text("/desk/")
    assert "Watcher running" in said
    assert "No watcher runs" not in said


def test_no_watcher_is_missed_while_the_broker_is_away(
    desk: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of other machines nothing is known then."""

    def away(_self: Quiet) -> Look:
        raise Retryable("the broker cannot be reached")

    monkeypatch.setattr(Quiet, "look", away)
    assert "No watcher runs" not in desk.text("/desk/")


def test_the_first_page_says_when_the_disk_has_no_room(
    day: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that wait for room look like files that nobody reads."""
    monkeypatch.setattr(room, "TOO_LITTLE", 10**18)  # more than any disk here has
    assert "free: make room, what waits goes on by itself" in day.text("/desk/")


@pytest.mark.parametrize(
    ("query", "there", "missing"),
    [
        ("", "forest cut.txt", "no such"),
        ("?outcome=quarantined", BROKEN, WAITING),
        ("?reason=not_text", BROKEN, WAITING),
        ("?reason=empty", "Nothing like this has come in", BROKEN),
        ("?provider=wire", "wire/forest.txt", BROKEN),
        ("?name=FOREST", "wire/forest.txt", BROKEN),
        (f"?name={BROKEN}&outcome=new", "Nothing like this", "not text: "),
        ("?state=received", WAITING, BROKEN),
        ("?since=2026-03-14T13:41&until=", WAITING, BROKEN),
        ("?outcome=&reason=&provider=&name=", WAITING, "no such"),
    ],
)
def test_deliveries_are_narrowed_by_what_the_form_asks(
    day: Pages, query: str, there: str, missing: str
) -> None:
    """A field that is left empty asks for nothing."""
    said = day.text(f"/desk/deliveries{query}").partition("Show")[2]
    assert there in said
    assert missing not in said


def test_a_delivery_tells_its_whole_way(day: Pages) -> None:
    """Times, stages, the article beside the bytes, each field with where it was read."""
    forest = DAY["forest"]
    store = FolderStore(day.settings.raw)
    with day.storage.reading() as reading:
        row = reading.delivery(delivery_id("forest"))
    assert row is not None
    path = store.path(row["sha256"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{forest.headline}\nBy Ida Holm\n\n{forest.body[0]}")
    said = day.text(f"/desk/deliveries/{row['id']}")
    for told in ("received from wire", "new after 1 min", "headline line", "Ida Holm", "task-1"):
        assert told in said
    assert "assumed zone UTC: none stated" in said
    page = day.ask(f"/desk/deliveries/{row['id']}").text
    assert 'id="raw-headline">City buys old forest</mark>' in page
    assert 'href="#raw-headline"' in page
    raw = day.ask(f"/desk/deliveries/{row['id']}/raw")
    assert raw.content == path.read_bytes()
    assert raw.headers["content-type"] == "application/octet-stream"
    assert raw.headers["content-disposition"].startswith("attachment")


def test_a_delivery_that_was_not_taken_says_why(day: Pages) -> None:
    """The reason, its items, and what can be done."""
    said = day.text(f"/desk/deliveries/{delivery_id(BROKEN)}")
    assert "Not text. the bytes are neither text" in said
    assert "What to do: drop the text or the document" in said
    assert "What to do: drop the text" in day.text("/desk/quarantine?reason=not_text")
    assert "random bytes" in said
    assert "Replay" in said
    assert "raw store does not have its bytes" in said


def test_stories_lead_to_their_articles_side_by_side(day: Pages) -> None:
    """The list, the narrowed list, the story, any two of its articles."""
    listed = day.text("/desk/stories")
    assert "City buys old forest" in listed
    several = day.text("/desk/stories?several=true")
    assert "4 articles" in several or "3 articles" in several
    assert "Prize" not in several
    story = day.text(f"/desk/articles/{article_id('forest')}")
    assert "this one is shown" in story
    with day.storage.reading() as reading:
        row = reading.article(article_id("forest"))
    assert row is not None
    cut = article_id("forest cut")
    said = day.text(f"/desk/stories/{row['story_id']}?right={cut}")
    assert "shown for the story" in said
    assert "Side by side" in said
    page = day.ask(f"/desk/stories/{row['story_id']}?right={cut}").text
    assert "City buys <del>old</del> forest" in page
    assert "<ins>" not in page.partition("compared")[2]
    versions = day.ask(f"/desk/articles/{article_id('ship v2')}").text
    link = f"left={article_id('ship v1')}&amp;right={article_id('ship v2')}"
    assert link in versions


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("killed", "Its provider withdrew this article"),
        ("embargoed", "Under embargo until"),
        ("ship v1", "There is a later version"),
        ("forest", "headline line"),
    ],
)
def test_an_article_says_what_readers_see_of_it(day: Pages, name: str, told: str) -> None:
    """The desk shows every article, and whether others do."""
    assert told in day.text(f"/desk/articles/{article_id(name)}")


def test_a_dateline_that_the_text_begins_with_is_shown_once(day: Pages) -> None:
    """Most texts keep theirs; where a field alone has it, it stands above the text."""
    for number, body in enumerate((("PORTO, Feb 12 - Bakers walked out.",), ("Bakers stay.",))):
        written = article(body=body, headline=f"Bakers {number}", dateline="Porto, Feb 12")
        store_one(day.storage, f"bakers {number}", written, 20 + number)
        with day.storage.reading() as reading:
            [row] = reading.of_deliveries([delivery_id(f"bakers {number}")])
        shown = day.ask(f"/desk/articles/{row['id']}").text.partition('class="text"')[2]
        assert shown.partition("</div>")[0].lower().count("porto, feb 12") == 1


def test_articles_are_listed_without_what_may_not_be_shown(day: Pages) -> None:
    """The same list as the API's."""
    said = day.text("/desk/articles")
    assert "City buys old forest" in said
    assert "Prize" not in said
    assert "No article is like this" in day.text("/desk/articles?language=xx")


def test_a_search_finds_words_and_says_what_it_cannot_do(day: Pages) -> None:
    """What the API's search finds; a question without a word is answered by a sentence."""
    with day.storage.unit_of_work() as uow:
        uow.search_index.catch_up(at(300))
        uow.commit()
    found = day.text("/desk/articles?q=walkers+-tugs").partition("Search ")[2]
    assert "City buys old forest" in found
    assert "Ship aground" not in found
    assert "No article is like this" in day.text("/desk/articles?q=zeppelin")
    assert "there is no word to search for" in day.text("/desk/articles?q=-")
    assert "This page of the list is gone" in day.text(f"/desk/articles?before={NOBODY}", 404)


def test_what_is_stored_stays_text(day: Pages) -> None:
    """On every page that shows it, a script is words (`words` looks for tags)."""
    with day.storage.reading() as reading:
        [row] = reading.of_deliveries([delivery_id(SCRIPT)])
    for path in (
        "/desk/",
        "/desk/deliveries",
        f"/desk/deliveries/{delivery_id(SCRIPT)}",
        "/desk/stories",
        f"/desk/stories/{row['story_id']}",
        "/desk/articles",
        f"/desk/articles/{row['id']}",
        f"/desk/deliveries?name={SCRIPT}",
    ):
        assert SCRIPT in day.text(path), path


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/desk/nothing", 404, "There is no page /desk/nothing"),
        (f"/desk/deliveries/{NOBODY}", 404, "There is no delivery"),
        (f"/desk/articles/{NOBODY}", 404, "There is no article"),
        (f"/desk/stories/{NOBODY}", 404, "There is no story"),
        ("/desk/deliveries?outcome=lost", 422, "outcome"),
        ("/desk/deliveries?name=a%00b", 422, "name"),
        ("/desk/deliveries?until=0001-01-01T00:00%2B12:00", 422, "until"),
        ("/desk/articles/no-id", 422, "article_id"),
    ],
)
def test_errors_are_pages_that_lead_back(day: Pages, path: str, status: int, told: str) -> None:
    """What, which, and the way to the desk."""
    said = day.text(path, status)
    assert told in said
    assert "To the desk" in said


def test_open_pages_do_not_fill_the_log(day: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page asks of itself is `debug`; what a person did, and what failed, is `info`."""
    with capture_logs() as lines:
        monkeypatch.setattr(guard, "log", structlog.get_logger())
        for path in ("/desk/", "/desk/stories", "/desk/nothing"):
            day.ask(path)
        day.ask("/desk/quarantine", "POST", data={"action": "replay"})
    told = [(line["path"], line["log_level"]) for line in lines if line["event"] == "request"]
    assert told == [
        ("/desk/", "debug"),
        ("/desk/stories", "debug"),
        ("/desk/nothing", "info"),
        ("/desk/quarantine", "info"),
    ]
