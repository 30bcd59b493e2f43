"""The heart of the matter: the order of arrival changes nothing that lasts."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.article import PubStatus
from tests.unit.workers.dedup.book import Book
from tests.unit.workers.dedup.builders import FLOOD, article

BODIES = (
    FLOOD,
    FLOOD[:3],
    FLOOD[2:],
    (*FLOOD, "Updates with a line from the harbour master, who had warned of it for years."),
    (*FLOOD, *(f"Story {n} of the day, in which {n} ships came in." for n in range(30))),
    ("See video.",),
    (
        (
            "Cocoa prices closed at 1,204 on Monday in heavy trade, dealers in the port said, after"
            " reports that the rains had come early to the west of the growing zone this year."
        ),
    ),
    (
        (
            "Cocoa prices closed at 1,377 on Friday in heavy trade, dealers in the port said, after"
            " reports that the rains had come early to the west of the growing zone this year."
        ),
    ),
)
HEADLINES = (
    "River floods the old town",
    "CORRECTED: River floods the old town",
    "UPDATE 1-River floods the old town",
    "UPDATE 2-River floods the old town, dozens flee",
    "RPT-River floods the old town",
    "Cocoa firm",
    "News in brief: river floods the old town",
)
NOTICES = (
    ("KILL NOTICE: 'River floods the old town' is withdrawn", ("The mayor says it is wrong.",)),
    ("EDITORS: please kill the story headlined 'Cocoa firm'", ("Its prices are of last year.",)),
    ("Zurückgezogen: River floods the old town", ("Bitte die Meldung nicht verwenden.",)),
    ("ANNULE ET REMPLACE: River floods the old town", FLOOD[1:]),
    ("ANNULE ET REMPLACE: Cocoa firm", BODIES[6]),
)
"""Kills by headline, and texts that replace another."""

entries = st.builds(
    lambda name, said, hours, item, local, provider, source, version, status, embargo: article(
        f"article {name}",
        *said,
        hours=hours,
        item=item,
        local=local,
        provider=provider,
        source=source,
        at=(hours or 0) + name % 3,
        version=version,
        pub_status=status,
        embargo=embargo,
    ),
    name=st.integers(0, 10**6),
    said=st.one_of(
        st.tuples(st.sampled_from(HEADLINES), st.sampled_from(BODIES)),
        st.tuples(st.sampled_from(HEADLINES), st.sampled_from(BODIES)),
        st.sampled_from(NOTICES),
    ),
    hours=st.sampled_from([None, 0, 1, 30, 60, 24 * 200]),
    item=st.sampled_from([None, None, None, "a", "b"]),
    local=st.sampled_from([None, None, "1", "2"]),
    provider=st.sampled_from(["wire", "wire", "paper"]),
    source=st.sampled_from([None, None, "agency", "the press"]),
    version=st.sampled_from([None, None, 1, 2]),
    status=st.sampled_from([PubStatus.USABLE] * 4 + [PubStatus.CANCELED, PubStatus.WITHHELD]),
    embargo=st.sampled_from([None, None, 2, 90]),
)
sets_of_articles = st.lists(
    entries, min_size=1, max_size=14, unique_by=lambda built: built[0].article_id
)


@st.composite
def arrivals(draw):
    """Return one set of articles in two orders, each cut into batches of its own."""
    articles = draw(sets_of_articles)
    return [_batches(draw, draw(st.permutations(articles))) for _ in range(2)]


def _batches(draw, articles):
    cuts = sorted(draw(st.sets(st.integers(1, len(articles)), max_size=5)) | {len(articles)})
    return [articles[start:end] for start, end in zip([0, *cuts], cuts, strict=False)]


def filled(batches):
    book = Book()
    for batch in batches:
        if batch:
            book.add(batch)
    return book


@settings(max_examples=150, deadline=None)
@given(arrivals())
def test_any_order_and_any_batches_give_the_same_stories_links_and_standings(both):
    """What is stored is a function of the set of articles."""
    one, other = map(filled, both)
    assert one.lasting == other.lasting


def test_notes_embargoes_and_days_alone_give_the_same_in_each_order():
    """A correction and an update of the same time, an embargo, another paper's copy."""
    texts = (
        article("first", source="wire", embargo=9),
        article("note", body=("(Adds details)", *FLOOD), hours=1, source="wire"),
        article("below", body=(*FLOOD, "Correction: It was 1912."), hours=1, source="wire"),
        article("copy", body=FLOOD[:4], hours=2, source="herald"),
    )
    told = [filled([[each] for each in order]).lasting for order in permutations(texts)]
    told.append(filled([texts]).lasting)
    assert all(each == told[0] for each in told)


@settings(max_examples=50, deadline=None)
@given(arrivals())
def test_a_story_is_named_after_its_founder(both):
    """The smallest founder key of all members, superseded ones too, names the story."""
    book = filled(both[0])
    for story in {entry.story_id for entry in book.entries.values()}:
        members = [entry for entry in book.entries.values() if entry.story_id == story]
        assert min(members, key=lambda entry: entry.founder_key).article_id == story


@settings(max_examples=50, deadline=None)
@given(arrivals())
def test_each_merge_leads_from_a_story_that_was_to_one_that_is(both):
    """Following the merges from any story that ever was ends at one with members."""
    book = filled(both[0])
    living = {entry.story_id for entry in book.entries.values()}
    for ended in book.merged:
        assert ended not in living
        into = book.merged[ended]
        while into in book.merged:
            into = book.merged[into]
        assert into in living


@settings(max_examples=50, deadline=None)
@given(arrivals())
def test_an_item_has_at_most_one_current_article(both):
    """And exactly one, unless its last version is a kill."""
    book = filled(both[0])
    items = {entry.item_id for entry in book.entries.values()} - {None}
    named = {entry.identity for entry in book.entries.values()} - {None}
    assert len({e.item_id for e in book.entries.values() if e.identity in named}) <= len(named)
    for item in items:
        members = [entry for entry in book.entries.values() if entry.item_id == item]
        current = [e for e in members if book.standings[e.article_id].current]
        last = max(book.standings[e.article_id].ordinal for e in members)
        at_end = [e for e in members if book.standings[e.article_id].ordinal == last]
        killed = all(e.pub_status is PubStatus.CANCELED for e in at_end)
        assert len(current) == (0 if killed else 1)
        assert all(e in at_end for e in current)
