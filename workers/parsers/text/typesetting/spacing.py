"""
Texts with an empty line below every line, as typists, scanners and copies out of PDF make them.

Where sentences go on below the empty lines those part nothing, and are taken out.
"""

from __future__ import annotations

from itertools import pairwise

from workers.parsers.text.typesetting.wrapping import Line, carried_width

FEWEST = 12
"""Lines of a text that has a habit."""
BESIDE = 0.05
"""Of the lines so many at the most have another directly below them."""


def closed_up(lines: list[Line]) -> list[Line]:
    """
    Return the lines without the empty one below each.

    Two or more empty lines part still, and one below the first line, which may be a headline.
    """
    if len(lines) < 2 * FEWEST:
        return lines
    told = [line for line in lines if line.text]
    beside = sum(1 for one, two in pairwise(lines) if one.text and two.text)
    if len(told) < FEWEST or beside > BESIDE * len(told) or not carried_width(told):
        return lines
    first = lines.index(told[0]) + 1
    headed = not told[1].text[0].islower()
    return [
        line
        for at, line in enumerate(lines)
        if line.text or (at and not lines[at - 1].text) or (at == first and headed)
    ]
