"""The lines of a PDF page: pieces of text with their place and size on the paper, put together."""

from __future__ import annotations

import math
from dataclasses import field
from typing import TYPE_CHECKING

from shared.domain.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

_SAME_LINE = 0.4
"""Pieces whose baselines differ by less of the type's size stand on one line (accents, marks)."""
_LONGEST_PAGE = 500_000
"""Characters; what a page holds beyond them is no page of a newspaper."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text, where it begins (points from the lower left), its size in points."""

    text: str
    x: float
    y: float
    size: float
    page: int


def lines_of(page: PageObject, number: int) -> list[Line]:
    """
    Return the lines of a page in the order in which the file draws them: the order of reading,
    columns included, in nearly every file. Upside-down and vertical text is left out.
    """
    collector = _Collector(number)
    page.extract_text(orientations=(0,), visitor_text=collector.take)
    collector.end_line()
    return collector.lines


@dataclass(slots=True)
class _Collector:
    """Gathers the pieces that the library reports into lines."""

    number: int
    lines: list[Line] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _sizes: dict[float, int] = field(default_factory=dict)
    _x: float = 0.0
    _y: float = 0.0
    _left: int = _LONGEST_PAGE

    def take(
        self, text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float
    ) -> None:
        """Take a piece, with the matrices that place it (PDF 32000-1, 9.4.4)."""
        if not text.strip():
            self._pieces += [" "] if self._pieces else []
            if "\n" in text:
                self.end_line()
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        upright = (tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
        height = round(abs(size) * math.hypot(*upright), 1)
        if self._pieces and abs(y - self._y) > _SAME_LINE * max(height, 1.0):
            self.end_line()
        if not self._pieces:
            self._x, self._y = x, y
        self._left -= len(text)
        if self._left > 0:
            self._pieces.append(text)
            self._sizes[height] = self._sizes.get(height, 0) + len(text.strip())
        if text.endswith("\n"):
            self.end_line()

    def end_line(self) -> None:
        """Finish the line in hand; its size is that of most of its letters."""
        text = " ".join("".join(self._pieces).split())
        if text and self._sizes:
            size = max(self._sizes, key=lambda each: self._sizes[each])
            self.lines.append(Line(text, self._x, self._y, size, self.number))
        self._pieces, self._sizes = [], {}
