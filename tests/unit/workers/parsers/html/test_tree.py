"""Limits of a page, looked for where they can be."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import Reason, Rejected
from workers.parsers.html import tree

PIECES = st.sampled_from(
    ["data:", "image/png", ";base64,", "A" * 150, "B" * 200, "x" * 60, "é", "<", '"', "%\n"]
)


@given(st.lists(PIECES, max_size=9).map("".join))
def test_pictures_are_taken_out_as_their_pattern_says(text: str) -> None:
    """The search from the middle finds what a search for the whole pattern finds."""
    assert tree._without_pictures(text) == tree._DATA_URI.sub("", text)


@given(st.lists(st.sampled_from(["<", "<a", "b" * 3, "b" * 8, "c" * 19, ">", "é"])).map("".join))
def test_giant_tags_are_found_as_their_pattern_says(text: str) -> None:
    """Looking into each window misses no long tag, wherever it begins."""
    long = re.compile(r"<[a-z][^<>]{20,}")
    found = [match.span() for match in tree._giants(text, long, 20)]
    assert found == [match.span() for match in long.finditer(text)]
    assert all(end <= start for (_, end), (start, _) in pairwise(found))


def test_a_tag_of_so_many_attributes_is_refused_wherever_it_stands() -> None:
    """Its attributes are counted, and said."""
    laden = "<p " + "a=12345 " * (tree.MOST_ATTRIBUTES + 1) + ">"
    with pytest.raises(Rejected, match="20,001 attributes") as refused:
        tree.parse("<html><body>" + "<b>x</b>" * 999 + laden)
    assert refused.value.reason is Reason.TOO_LARGE


def test_a_page_of_too_many_tags_is_refused_by_their_count() -> None:
    """The limit itself is let through."""
    tree._check("", b"<" * tree.MOST_TAGS)
    with pytest.raises(Rejected, match="400,001 tags"):
        tree._check("", b"<" * (tree.MOST_TAGS + 1))
