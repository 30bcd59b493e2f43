"""A line of the log as people read it."""

from __future__ import annotations

import json

import pytest

from services.cli.logs.command import Wanted
from services.cli.logs.words import fields_of, text_of

BASE = {"at": "2026-11-24T11:30:39.095123Z", "level": "info", "role": "worker"}
DELIVERY = "01a20d52-7a38-7b89-98b4-8bb528d51842"


def told(**fields: object) -> str:
    return text_of({**BASE, **fields}).plain


def test_a_finished_delivery_is_told_in_a_sentence() -> None:
    """When, who, which, the outcome, the name, the time it took."""
    line = told(
        event="delivery_done",
        delivery_id=DELIVERY,
        outcome="near_duplicate",
        name="cut.txt",
        provider="wire",
        ms={"total": 42.5},
    )
    assert line == (
        "2026-11-24 11:30:39.095  worker    28d51842  near duplicate  cut.txt from wire, 42.5 ms"
    )


def test_what_was_read_again_is_told_so() -> None:
    """It is no new file."""
    line = told(event="delivery_done", outcome="new", name="a", provider="b", reread=True)
    assert line.endswith("new  a from b, read again")


def test_a_container_s_last_line_tells_what_came_of_its_items() -> None:
    """One word is not enough for a file of thousands."""
    line = told(
        event="delivery_done",
        outcome="new",
        name="day.jsonl",
        provider="wire",
        items={"new": 9096, "exact_duplicate": 193},
        ms={"total": 8.5},
    )
    assert line.endswith("new  day.jsonl from wire: 9,096 new, 193 exact duplicates, 8.5 ms")


def test_a_container_that_is_being_read_tells_how_far_it_is() -> None:
    """What has come of it, in the words of its last line."""
    line = told(
        event="delivery_under_way",
        name="crawl.warc.gz",
        provider="wire",
        items={"new": 1200, "quarantined": 3},
    )
    assert line.endswith("reading  crawl.warc.gz from wire: 1,200 new, 3 items not taken so far")


@pytest.mark.parametrize("event", ["delivery_done", "delivery_under_way"])
@pytest.mark.parametrize("items", [3, ["new"], {"new": None}])
def test_items_of_another_make_end_no_log(event: str, items: object) -> None:
    """The log is shown to its end, whatever one line of it holds."""
    line = told(event=event, outcome="new", name="a", provider="b", items=items)
    assert "a from b" in line


def test_a_quarantined_delivery_says_why() -> None:
    """The reason and the sentence for people are part of the line."""
    line = told(
        event="delivery_done",
        outcome="quarantined",
        name="a",
        provider="b",
        reason="not_text",
        detail="noise",
    )
    assert line.endswith("quarantined  a from b: not text, noise")


def test_any_other_event_shows_its_fields() -> None:
    """Values with blanks are quoted, structures are JSON, nothing is shown twice."""
    line = told(event="waiting", reason="the broker is away", tries=3, lanes={"live": 0})
    assert line.endswith('waiting  reason="the broker is away" tries=3 lanes={"live": 0}')


def test_a_value_that_is_a_story_is_cut() -> None:
    """A traceback in a field of a library's line does not fill the screen."""
    line = told(event="x", data={"traceback": "line\n" * 1000}, why="a b " * 1000)
    assert len(line) < 500
    assert "\n" not in line
    assert line.count("…") == 2


def test_a_traceback_is_told_by_its_last_error() -> None:
    """The rest of it stays in the file."""
    line = told(event="x", exception=[{"exc_type": "ValueError", "exc_value": "no", "frames": []}])
    assert line.endswith("x  ValueError: no")


def test_a_request_is_told_as_people_write_one() -> None:
    """Method, path, status, time."""
    line = told(event="request", method="GET", path="/articles", status=200, ms=3.1)
    assert line.endswith("GET /articles → 200, 3.1 ms")


@pytest.mark.parametrize("line", ["", '{"at": "2026', "[]", "plain words"])
def test_what_is_no_line_of_ours_is_passed_over(line: str) -> None:
    """A crash may leave half a line."""
    assert fields_of(line) is None


def test_filters_choose_lines_by_their_fields() -> None:
    """A word elsewhere in the line does not count; an id is known by its last digits."""
    line = json.dumps(
        BASE | {"delivery_id": DELIVERY, "outcome": "new", "provider": "wire", "name": "stale.txt"}
    )
    digits = DELIVERY.replace("-", "")
    assert Wanted()(line)
    assert Wanted(outcome="new", provider="wire", delivery="28d51842")(line)
    assert Wanted(delivery=digits)(line)
    assert not Wanted(outcome="stale")(line)
    assert not Wanted(provider="stale.txt")(line)
    assert not Wanted(delivery="38d51842")(line)
    assert not Wanted(outcome="new")("new and torn")
    assert Wanted(levels=frozenset({"info", "error"}))(line)
    assert not Wanted(levels=frozenset({"warning", "error"}))(line)
