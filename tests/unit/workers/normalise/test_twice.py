"""What is clean stays so: each function of normalising leaves its own result alone."""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.domain.article import Claim
from tests.unit.workers.normalise.pieces import LINES
from workers.normalise import publishers
from workers.normalise.body import tidy
from workers.normalise.bylines.authors import people
from workers.normalise.claims import fields
from workers.normalise.headlines import clean_headline
from workers.normalise.keywords import terms
from workers.normalise.text import clean, paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable

LONG: Final = "http://x.example/" + "é" * 1500
"""An address that is too long when its letters are quoted."""


def _of(cleaned: fields.Cleaned) -> Callable[[str], str | None]:
    """Return what a field's cleaning makes of a text."""

    def of(text: str) -> str | None:
        found = cleaned(Claim(text, "page"))
        return found[0] if found else None

    return of


LINE: Final[dict[str, Callable[[str], str | None]]] = {
    "text": clean,
    "headline": lambda text: clean_headline(text, ("Daily News",), "www.harbour.example"),
    "source": _of(fields.source),
    "section": _of(fields.section),
    "url": _of(fields.url),
    "dateline": _of(fields.dateline),
    "guid": _of(fields.guid),
    "publisher": lambda text: publishers.publisher(clean(text), "www.harbour.example"),
}
"""The functions of one text."""

SEVERAL: Final[dict[str, Callable[[list[str]], tuple[str, ...]]]] = {
    "paragraphs": paragraphs,
    "authors": people,
    "keywords": terms,
    "body": lambda lines: tidy(paragraphs(lines), "Harbour", ("Ada Brook",), "LONDON"),
}
"""The functions of several."""


@pytest.mark.parametrize("name", LINE)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES)
def test_a_line_that_is_clean_stays(name: str, raw: str) -> None:
    """A second time changes nothing, and what is left can be stored as UTF-8."""
    once = LINE[name](raw)
    if once:
        assert LINE[name](once) == once
        once.encode()


@pytest.mark.parametrize("name", SEVERAL)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINES, min_size=1, max_size=4))
def test_lines_that_are_clean_stay(name: str, raw: list[str]) -> None:
    """A second time changes nothing."""
    once = SEVERAL[name](raw)
    if once:
        assert SEVERAL[name](list(once)) == once


@pytest.mark.parametrize(
    ("name", "raw", "left"),
    [
        # a part of clean text may show a wrong decoding that the whole of it hid
        ("headline", "harbour｜Ã nРџ", "à nРџ"),
        ("section", "ÂŸÖ ;", "ŸÖ"),
        ("source", "Ð a@b.co»", "Ð »"),
        # what stood behind the site's name, or before it, is the headline's end now
        ("headline", "The tide is late =｜Harbour", "The tide is late"),
        ("headline", "*** The tide is late - Daily News", "The tide is late"),
        # an address behind a sign, one that nobody sees, or a mailbox
        ("source", "\xad|http://x.example/a", "x.example"),
        ("source", "a@b.co http://x.example", "x.example"),
        ("source", "www.www.harbour.example*", "harbour.example"),
        # a list's first name can be a path, or nothing
        ("section", "/news/sea_life,", "sea life"),
        ("section", ",,│", "│"),
        ("section", "/news/home/", None),
        ("publisher", "Tide - -Harbour", "Harbour"),
        # addresses that only lead on, one inside the other, and hosts that are none
        ("url", "//archive.is/o/x/http://x.example/a", "http://x.example/a"),
        ("url", "http://u@archive.is/o/x/http://x.example/a", "http://x.example/a"),
        ("url", "http://l.example/l.php?u=http://x.example%00/a", "http://x.example/a"),
        ("url", "http://F…", None),
        ("url", "http://ü.example。/a", "http://xn--tda.example/a"),
        ("url", "http://w.*/a", None),
        ("url", LONG, None),
        # a lone half of a character, as JSON can hold it
        ("url", "http://x.example/\ud83d", "http://x.example/%EF%BF%BD"),
        ("url", "http://x.example/\ud83d\ude00", "http://x.example/%F0%9F%98%80"),
    ],
)
def test_what_was_not_clean_at_once(name: str, raw: str, left: str | None) -> None:
    """Each of these came out otherwise the second time, or broke what read it."""
    assert LINE[name](raw) == left
    assert left is None or LINE[name](left) == left


@pytest.mark.parametrize(
    ("name", "raw", "left"),
    [
        ("authors", ["Ada Brook)’)’)’)’)’)’"], ("Ada Brook",)),
        # beside other text a wrong decoding hid
        ("paragraphs", ["ï»¿StraÃŸe", "©"], ("Straße", "©")),
        ("keywords", ["王 红\u3164王"], ("王", "红")),
        ("keywords", ["港口 渡轮 天气; tax"], ("港口", "渡轮", "天气", "tax")),
    ],
)
def test_what_was_not_one_by_one_at_once(name: str, raw: list[str], left: tuple[str, ...]) -> None:
    """Each of these came out otherwise the second time."""
    assert SEVERAL[name](raw) == left
    assert SEVERAL[name](list(left)) == left
