"""Feeds that break off, are no XML or mean harm; and what is known for a feed."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.article import RawItem
from shared.errors import Reason
from tests.unit.workers.parsers.feeds.feeds import FEED, rss
from tests.unit.workers.parsers.one_parser import (
    BILLION_LAUGHS,
    assert_survives,
    one,
    parse,
    score,
    until_refused,
)

GOLDEN = Path(__file__).parents[4] / "golden" / "feed"


def test_a_feed_that_breaks_off_gives_what_came_before() -> None:
    """Then it is malformed; half an entry is none."""
    whole = rss("</item><item><title>Half</title><description>Cut off in the mid")
    items, reason = until_refused(FEED, whole.partition("</item></channel>")[0])
    assert [item.item for item in items] == ["1"]
    assert reason is Reason.MALFORMED


def test_one_bad_entry_costs_no_other() -> None:
    """It is mended and said to be; the one after it is read as it stands."""
    bad = "</item><item><description>Late<br>tide</description></item><item><description>Fine."
    items = parse(FEED, rss(bad + "</description>"))
    assert [item.body for item in items if isinstance(item, RawItem)] == [
        ("The tide was late.",),
        ("Late tide",),
        ("Fine.",),
    ]
    assert [("broken markup mended" in item.notes) for item in items if isinstance(item, RawItem)] \
        == [False, True, False]  # fmt: skip


def test_entities_that_multiply_are_refused() -> None:
    """Before they do."""
    items, reason = until_refused(FEED, BILLION_LAUGHS + rss("<dc:date>&a9;</dc:date>"))
    assert (items, reason) == ([], Reason.EXPANDS_TOO_MUCH)


@pytest.mark.parametrize(
    ("content", "least", "most"),
    [
        ("<rss version='0.91'>", 0.95, 1),
        ("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", 0.95, 1),
        ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", 0.95, 1),
        ("<rdf:RDF xmlns:owl='http://www.w3.org/2002/07/owl#'>", 0, 0),
        ("<feed><price>3</price></feed>", 0, 0),
        ("<html><body><rss></body></html>", 0, 0),
        ('{"rss": 1}', 0, 0),
    ],
)
def test_the_score_follows_the_first_tag(content: str, least: float, most: float) -> None:
    """A feed's, by name and namespace; anything else has none."""
    assert least <= score(FEED, content) <= most


@pytest.mark.parametrize("case", ["rss_full_content", "atom", "rdf"])
def test_a_damaged_feed_is_read_or_refused(case: str) -> None:
    """Cut anywhere or with any byte changed: no other exception, no item without a body."""
    (path,) = (GOLDEN / case).glob("input.*")
    assert_survives(FEED, path.read_bytes())


def test_a_charset_that_xml_cannot_name_is_read() -> None:
    """The declaration has done its work when the bytes are text."""
    document = '<?xml version="1.0" encoding="866"?>' + rss("").replace("late", "поздно")
    assert one(FEED, document.encode("cp866")).body == ("The tide was поздно.",)
