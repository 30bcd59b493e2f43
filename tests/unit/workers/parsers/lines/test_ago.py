"""How long ago something was is told from sentences with the same words."""

from __future__ import annotations

import pytest

from workers.parsers.lines.ago import tells_ago, unaged


@pytest.mark.parametrize(
    "line",
    ["3 hours ago", "Publiziert vor einer Stunde", "vor 2 Tagen", "hace 3 horas", "il y a 2 heures",
     "há uma hora", "2 ore fa", "3 uur geleden", "for 2 timer siden", "2 godziny temu",
     "3 часа назад"],
)  # fmt: skip
def test_a_line_tells_how_long_ago_it_was(line: str) -> None:
    """In the words of many languages."""
    assert tells_ago(line)


@pytest.mark.parametrize(
    "line", ["vor der Stadt", "ago", "3 hours", "The tide came long ago. " * 5]
)
def test_other_lines_do_not(line: str) -> None:
    """A sentence may have the words as well."""
    assert not tells_ago(line)


def test_what_stands_beside_it_is_left() -> None:
    """Names are looked for there."""
    assert unaged("Ada Brook · 3 hours ago").strip() == "Ada Brook ·"
