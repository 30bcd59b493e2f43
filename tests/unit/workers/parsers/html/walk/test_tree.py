"""Limits of a page, looked for where they can be."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import Reason, Rejected
from workers.parsers.charset.decoding import decode
from workers.parsers.html.walk import pictures, tree

PIECES = st.sampled_from(
    [
        b"data:",
        b"image/png",
        b";base64,",
        b"A" * 150,
        b"B" * 200,
        b"x" * 60,
        b"\xc3\xa9",
        b"<",
        b"%\n",
    ]
)


@given(st.lists(PIECES, max_size=9).map(b"".join))
def test_pictures_are_taken_out_as_their_pattern_says(page: bytes) -> None:
    """The search from the middle finds what a search for the whole pattern finds."""
    assert pictures.without(page) == pictures._DATA_URI.sub(b"", page)


def test_a_page_is_the_same_from_its_bytes_with_and_without_a_mark() -> None:
    """The bytes are taken as they came where they are the text's UTF-8, else made from it."""
    page = "<html><body><p>Größe der Fähre, 政府</p></body></html>"
    plain, marked = (decode(page.encode(charset), html=True) for charset in ("utf-8", "utf-8-sig"))
    assert plain.utf8 == page.encode()
    assert marked.utf8 is None
    texts = [tree.parse(each.text, each.utf8).blocks[0].text for each in (plain, marked)]
    assert texts == ["Größe der Fähre, 政府"] * 2


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
