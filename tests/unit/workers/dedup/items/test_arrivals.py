"""What each new member of an item is called, however many came before it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.article import PubStatus
from tests.unit.workers.dedup.builders import article
from workers.dedup.items import arrivals
from workers.dedup.items.arrivals import Arrivals

BODIES = tuple((f"The river rose to {metres} metres.",) for metres in range(3))

plain = st.builds(
    lambda name, body, hours, status: article(
        f"article {name}", body=body, hours=hours, pub_status=status
    )[0],
    name=st.integers(0, 10**6),
    body=st.sampled_from(BODIES),
    hours=st.integers(0, 3),
    status=st.sampled_from([PubStatus.USABLE] * 3 + [PubStatus.WITHHELD]),
)
telling = st.builds(
    lambda name, headline, version, embargo, status: article(
        f"telling {name}", headline, version=version, embargo=embargo, pub_status=status
    )[0],
    name=st.integers(0, 10**6),
    headline=st.sampled_from(["River floods the town", "CORRECTED: River floods the town"]),
    version=st.sampled_from([None, 1, 2]),
    embargo=st.sampled_from([None, 5]),
    status=st.sampled_from(PubStatus),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(plain, min_size=2, max_size=12, unique_by=lambda each: each.article_id))
def test_a_word_from_the_neighbours_is_the_word_from_all_versions(members):
    """Of articles that say nothing of their place but their time."""
    words = Arrivals()
    for count in range(2, len(members) + 1):
        came = members[:count]
        word = words.word_of(came[-1], came)
        assert word == arrivals._in_line(came[-1], sorted(came, key=arrivals._place))
        assert word == arrivals._among(came[-1], came)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(plain, plain, plain, telling),
        min_size=2,
        max_size=12,
        unique_by=lambda each: each.article_id,
    )
)
def test_numbers_marks_kills_and_embargoes_are_heeded_whenever_they_come(members):
    """Before them and after them the item is in one line, or not."""
    words = Arrivals()
    for count in range(2, len(members) + 1):
        came = members[:count]
        assert words.word_of(came[-1], came) == arrivals._among(came[-1], came)
