"""Byline and time above a text whose paragraphs are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.text.opening import without_masthead

if TYPE_CHECKING:
    from shared.domain.article import Claim

TEXT = "The harbour opens late, and nobody knows for how long it will be open."


def test_byline_and_time_above_a_text_are_claims() -> None:
    """They stand among the first paragraphs."""
    found: dict[Field, tuple[Claim, ...]] = {}
    assert without_masthead(("By Ada Brook", "14 March 2024", TEXT), found) == (TEXT,)
    assert [claim.value for claim in found[Field.AUTHOR]] == ["Ada Brook"]
    assert [claim.value for claim in found[Field.PUBLISHED]] == ["14 March 2024"]


def test_a_list_of_days_is_the_text() -> None:
    """Only its first lines could be when the article was written."""
    days = tuple(f"{day} March 2024" for day in range(1, 29))
    assert without_masthead((*days, TEXT), {})[-23:] == (*days[6:], TEXT)
