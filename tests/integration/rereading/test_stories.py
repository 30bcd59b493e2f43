"""A store that was read again answers as one that was filled anew."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shared.clock import now
from tests.builders import FOREST, FOREST_TEXT, HARBOUR, HARBOUR_TEXT
from tests.integration.rereading.desks import MENU, Desk, as_menu
from workers.batches.rebuild import rebuild

if TYPE_CHECKING:
    from shared.domain.article import Article


def answer(articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what a store answers, without what tells of the arrival."""
    arrival = {"outcome", "received_at", "seq", "verdict", "verdict_of", "since"}
    return [{key: value for key, value in row.items() if key not in arrival} for row in articles]


def test_stories_that_a_wrong_reading_joined_are_parted(desk: Desk) -> None:
    """Two pages whose menus were taken for their texts were one story; they are two then."""
    ids = [desk.receive(FOREST_TEXT), desk.receive(HARBOUR_TEXT), desk.receive(FOREST_TEXT + "\n")]
    desk.process(ids, as_menu)
    assert len({row["story_id"] for row in desk.articles()}) == 1
    desk.read_again(ids[:2])
    desk.process(ids[:2])
    desk.read_again(ids[2:])
    desk.process(ids[2:])

    forest, harbour, again = desk.articles()
    assert forest["story_id"] == again["story_id"] != harbour["story_id"]
    assert rebuild(desk.storage) == 0
    heads = {row["id"] for row in desk.articles() if row["canonical"]}
    assert len(heads) == 2


def test_a_store_that_was_read_again_answers_as_one_that_was_filled_anew(
    desk: Desk, database_url: str
) -> None:
    """Versions, copies and what they join come out the same, in whatever order they are reread."""
    cut = "City buys old forest\n\n" + "\n\n".join(FOREST[:4]) + "\n"
    first = json.dumps({"headline": "Ship aground", "body": HARBOUR[:3], "id": "ship-2026-aground"})
    later = json.dumps({"headline": "Ship freed", "body": HARBOUR, "id": "ship-2026-aground"})
    files = {"a.txt": FOREST_TEXT, "b.txt": cut, "c.json": first, "d.json": later}
    ids = desk.receive_all(files)

    def spoilt(written: Article) -> Article:
        return replace(written, headline="Home", body=MENU, guid=None, published_at=now())

    desk.process(ids, spoilt)
    for one in reversed(ids):
        desk.read_again([one])
        desk.process([one])
    reread = answer(desk.articles())
    assert rebuild(desk.storage) == 0
    assert answer(desk.articles()) == reread
    assert [row["current"] for row in reread] == [True, True, False, True]
    stories = [row["story_id"] for row in reread]
    assert stories[0] == stories[1] != stories[2] == stories[3]
