"""The desk's lists before anything came in, and when much has, on each database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.config import Settings
from tests.builders import at, delivery
from tests.integration.desking import Pages
from tests.unit.services.api.access.doors import Kept

if TYPE_CHECKING:
    from shared.storage import Storage


def test_an_empty_desk_says_what_to_do(storage: Storage, home: object) -> None:
    """Each list has a word for a home where nothing has come in yet."""
    pages = Pages(storage, Settings(), Kept())
    for path, told in (
        ("/desk/", "Nothing has come in yet"),
        ("/desk/deliveries", "Nothing has come in yet"),
        ("/desk/stories", "There are no stories yet"),
        ("/desk/stories?several=true", "No story has more than one article yet"),
        ("/desk/articles", "There are no articles yet"),
        ("/desk/quarantine", "Nothing is held"),
        ("/desk/imports", "Nothing was imported yet"),
    ):
        assert told in pages.text(path), path


def test_lists_have_pages(storage: Storage, home: object) -> None:
    """Fifty of them, a link to the older ones, and one back to the newest."""
    with storage.unit_of_work() as uow:
        uow.deliveries.register(
            [delivery(name=f"n{number}.txt", received_at=at(number)) for number in range(60)]
        )
        uow.commit()
    pages = Pages(storage, Settings(), Kept())
    first = pages.ask("/desk/deliveries?state=received").text
    link = first.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    assert first.count("<tr id=") == 50
    second = pages.ask(f"/desk/deliveries{link}").text
    assert second.count("<tr id=") == 10
    assert "state=received" in link
    assert 'rel="next"' not in second
    assert ">Newest</a>" in second
