"""
Tables as pandoc draws them: grids of `+---+` and `|`, and rules of dashes above and below.

In pages they set the layout more often than they hold figures. A grid of one column is a frame
around blocks, which are Markdown again without it. In one of several, lines of different columns
stand side by side, cut where the column ends: no words are to be had of it.
"""

from __future__ import annotations

import re

_RULE = re.compile(r"^[ \t]*(?:-{10}-*|-+(?:[ \t]+-+){0,50}[ \t]+-{10}-*)[ \t]*$\n?", re.MULTILINE)
_GRID = re.compile(
    r"^(?P<inset>[ \t]*)\+(?P<edge>[-=:+]{3,2000})\+[ \t]*\n"
    r"(?P<rows>(?:[ \t]*[|+][^\n]*(?:\n|\Z))+)",
    re.MULTILINE,
)
_ROW = re.compile(r"^[ \t]*(?:\+[-=:+]*\+|\|(?P<cell>[^\n]*?)[ \t]*\|)[ \t]*$", re.MULTILINE)


def without_grids(text: str) -> str:
    """Return Markdown of pandoc's without the lines of its tables."""
    if "+--" in text:
        text = _GRID.sub(_unframed, text)
    return _RULE.sub("\n", text) if "-" * 10 in text else text


def _unframed(grid: re.Match[str]) -> str:
    if "+" in grid["edge"]:
        return "\n"
    inset = grid["inset"]
    return "\n" + _ROW.sub(lambda row: inset + (row["cell"] or "")[1:], grid["rows"]) + "\n"
