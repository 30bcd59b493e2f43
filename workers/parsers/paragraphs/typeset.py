"""Paragraphs out of text that was set in lines: wire copy, a field of JSON, the text of a `pre`."""

from __future__ import annotations

import re
from itertools import pairwise

_SENTENCE = re.compile(r"[.!?:;\u2026\u3002\uff01\uff1f\u061f\u0964][\"'\u201d\u2019\u00bb)]*$")
_BLANK = re.compile(r"\n[ \t]*\n")
_PARAGRAPH = re.compile(r"\n(?=[ \t]{2,}\S|\t)")
_GAP = re.compile(r"\S(?: {3,}|[ ]*\t[ \t]*)\S")
_SET_LINES = 3
"""Lines below the first that a text set in lines has at least."""
_FULL = 40
"""Characters of a line that was not ended by its writer."""
_WIDEST = 100
"""Characters of a line that somebody's editor broke."""
_STEP = 2
"""Spaces by which a paragraph's first line stands in."""


def text_paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a plain text field: one a line, blank lines gone."""
    return tuple(folded for line in text.splitlines() if (folded := " ".join(line.split())))


def plain_paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a plain text field: set in lines, or else one a line."""
    return wrapped_paragraphs(text) if _is_set(text) else text_paragraphs(text)


def _is_set(text: str) -> bool:
    """Return whether lines end where they are full, and not where a paragraph does."""
    lines = [line.rstrip() for line in text.expandtabs().splitlines()]
    pairs = [(line, below) for line, below in pairwise(lines) if line and below and below[0] != " "]
    if not pairs or max(map(len, lines)) > _WIDEST:
        return False
    going_on = [line for line, _ in pairs]
    if len(going_on) < _SET_LINES:
        return any(below[0].islower() for _, below in pairs) and all(
            len(line) >= _FULL and (below[0].islower() or _SENTENCE.search(line))
            for line, below in pairs
        )
    if sum(len(line) >= _FULL for line in going_on) * 2 < len(going_on):
        return False
    return sum(_SENTENCE.search(line) is not None for line in going_on) * 3 < len(going_on)


def wrapped_paragraphs(text: str) -> tuple[str, ...]:
    """
    Return the paragraphs of plain wire text.

    Blank lines or indented first lines part them where there are any. Where there are none, lines
    that end as sentences are paragraphs, and others one that was wrapped. A table keeps its lines.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    parts = [_PARAGRAPH.split(block) for block in _BLANK.split(text)]
    alone = len(parts) == 1 and len(parts[0]) == 1
    found: list[str] = []
    for block, inner in zip(_BLANK.split(text), parts, strict=True):
        lines = text_paragraphs(block)
        ended = sum(_SENTENCE.search(line) is not None for line in lines[:-1])
        if _is_table(block) or (alone and ended * 2 >= len(lines) - 1):
            found += lines
        else:
            found += (" ".join(part.split()) for part in inner)
    return tuple(one for one in found if one)


def typeset_paragraphs(text: str) -> tuple[str, ...]:
    """
    Return the paragraphs of a text that was set in lines before it was put into one element.

    Wires do that with whole stories: blank lines or first lines that stand in evenly part them.
    Empty where the lines say nothing, as in markup that is indented as a whole.
    """
    first, *rest = text.strip().expandtabs().split("\n")
    worded = [line for line in rest if line.strip()]
    if len(worded) < _SET_LINES:
        return ()
    indents = [len(line) - len(line.lstrip()) for line in worded]
    least = min(indents)
    stepped = [indent - least for indent in indents if indent - least >= _STEP]
    uneven = 0 < len(stepped) < len(worded) and len(set(stepped)) == 1
    if len(worded) == len(rest) and not uneven:
        return ()
    return wrapped_paragraphs("\n".join([first, *(line[least:] for line in rest)]))


def _is_table(block: str) -> bool:
    """Return whether most lines of a block have columns: gaps of spaces or tabs inside them."""
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    columns = sum(_GAP.search(line) is not None for line in lines)
    return len(lines) > 1 and columns * 3 >= len(lines) * 2
