"""JSON that breaks off says so, and what is wrong inside is told by its place."""

from __future__ import annotations

import pytest

from shared.domain.article import RawItem
from shared.errors import Rejected
from workers.parsers import registry
from workers.parsers.base import ParseContext, RawFile

RECORD = '{"title": "Bridge", "tags": [{"name": "a"}], "text": "The bridge is open again."}'


def read(text: str) -> tuple[int, str]:
    """Return how many articles were read, and why no more were."""
    found = 0
    try:
        file = RawFile(name="it.json", content=text.encode())
        for one in registry.read(file, ParseContext()):
            found += isinstance(one, RawItem)
    except Rejected as rejected:
        return found, rejected.detail
    return found, ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"[{RECORD}, {RECORD}", 2),
        (f'{{"articles": [{RECORD}, {RECORD[:-20]}', 1),
        (f'{{"data": {{"items": [{RECORD}, {{"ti', 1),
        (f"[{RECORD[:-20]}", 0),
        (RECORD[:40], 0),
        (RECORD[:-1], 0),
    ],
)
def test_what_is_whole_before_the_break_is_read(text: str, found: int) -> None:
    """Only records of the outermost list are: what stands in half a record is none."""
    assert read(text) == (
        found,
        f"the JSON breaks off after {len(text)} characters: it is not whole",
    )


@pytest.mark.parametrize(
    "text", [f"[{RECORD}, {{title: 1}}, {RECORD}]", '{"text": "a "b" c", "d": [1']
)
def test_what_is_wrong_inside_is_told_by_its_place(text: str) -> None:
    """A record with a sign too many is no end."""
    assert read(text)[1].startswith("not valid JSON at column ")
