"""Runs of text to blocks: what stands between two block boundaries, in pieces of one style."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING, TypeAlias

from workers.parsers.html.walk.nodes import Block
from workers.parsers.html.walk.titled import weighs
from workers.parsers.lines.stops import is_closed
from workers.parsers.paragraphs.typeset import wrapped_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workers.parsers.html.walk.nodes import Node

Piece: TypeAlias = "tuple[str, int]"
"""A text and the bits of its style; a line break is an empty text of the style `LINE`."""
LINK, STRONG, LINE = 1, 2, 4
_INDENT = re.compile(r"[ \t\r\n\xa0]*\u3000{2}")
_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_WORD, _DAY = 3, 5
"""Letters that an element has, and of a day in one, that is no part of its neighbour's word."""
_CELLS = frozenset({"td", "center"})
_HEADLINE = 16
"""Letters of a headline that a title proves."""
_LINES, _MOST, _SENTENCES = 2, 0.6, 60
"""Lines of a text in lines, the share of them that is long, and characters of a long one."""
_STOPS, _QUOTES = frozenset(".!?…”»"), frozenset("“„«‘")  # noqa: RUF001 - quotation marks
_UNBROKEN = frozenset({"pre", "code"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ANCHOR = " \t\n\xa0¶#§"
"""What a link to a heading shows beside it."""


def block_of(
    pieces: Sequence[Piece], node: Node, at: int, links: int, hinting: Iterable[tuple[int, int]]
) -> Block | None:
    """
    Return the block of a run, or None where nothing in it is a letter or digit.

    `hinting` are the bits of inline elements in it, each with how many characters it holds.
    """
    whole = pieces[0][0] if len(pieces) == 1 else "".join([piece or " " for piece, _ in pieces])
    text = " ".join(whole.split())
    if text and text[-1] in _ANCHOR and links and node.tag in _HEADINGS:
        text = text.rstrip(_ANCHOR)
    if not text or not (text[0].isalnum() or any(map(str.isalnum, text))):
        return None
    block = Block(text, node, at, links=links)
    for piece, style in pieces:
        if style and piece:
            size = len(piece.strip())
            if style & LINK:
                block.link_chars += size
            if style & STRONG:
                block.bold_chars += size
    if len(text) >= _LINES * _SENTENCES and any(style == LINE for _, style in pieces):
        block.lines = _paragraphs(pieces)
    for bits, held in hinting:
        if held * 5 > len(text) * 3:
            block.hints |= bits
    return block


def are_glued(left: str, right: str, around: str) -> bool:
    """
    Return whether the texts of two elements without white space between are words of their own.

    Style sheets part them: `<span>Ada Brook</span><span>Reporter</span>`. `around` is the block's
    tag.
    """
    last, first = left[-1:], right[:1]
    if not last or last.isspace() or around in _UNBROKEN:
        return False
    if first.isupper():
        small = last.islower() or last.isdigit() or last in _STOPS
        whole = last.isupper() and " " in left and right[1:2].islower()
        return len(left) >= _WORD and len(right) > 1 and (small or whole)
    if first.isdigit():
        return last.isalpha() and len(right) >= _DAY and len(left) >= _WORD
    if last in _STOPS:
        return first in _QUOTES
    lines = around == "h1" and " " in left.strip() and " " in right.strip()
    return lines and last.isalpha() and first.isalpha()


def spaced(pieces: Iterable[Piece]) -> str:
    """Return a run in one line, with a space where a label and a name would run together."""
    joined = ""
    for piece, _ in pieces:
        text = piece or " "
        apart = joined[-1:].islower() and text[:1].isupper()
        joined += f" {text}" if apart else text
    return " ".join(joined.split())


def parted(pieces: list[Piece], tag: str, titles: Sequence[str]) -> list[list[Piece]]:
    """
    Part a run where two line breaks stand together, or one before an East Asian indent.

    One is enough behind a first line that the page's title has, too: pages that are one large
    table set headline, byline and day so.
    """
    part: list[Piece] = []
    parts = [part]
    breaks = 0
    for text, style in pieces:
        if style == LINE:
            breaks += 1
        elif not text.isspace():
            headed = breaks and len(parts) == 1 and tag in _CELLS and _is_title(part, titles)
            if breaks > 1 or headed or (breaks and _INDENT.match(text)):
                part = []
                parts.append(part)
            breaks = 0
        part.append((text, style))
    return parts


def _is_title(pieces: Iterable[Piece], titles: Iterable[str]) -> bool:
    """Return whether a line is a good part of a page's title."""
    text = " ".join("".join([piece or "\n" for piece, _ in pieces]).split())
    return weighs(text) >= _HEADLINE and any(text in " ".join(title.split()) for title in titles)


def _paragraphs(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """
    Return the lines of a run that are paragraphs of their own: some systems know no others.

    All end as sentences do, and most are long; none of any other text.
    """
    text = "".join([piece.replace("\n", " ") or "\n" for piece, _ in pieces])
    lines = [line for each in text.split("\n") if (line := " ".join(each.split()))]
    if len(lines) < _LINES or not all(map(is_closed, lines)):
        return ()
    long = sum(weighs(line) >= _SENTENCES for line in lines)
    return tuple(lines) if long >= _MOST * len(lines) else ()


def parted_by_lines(pieces: list[Piece]) -> list[list[Piece]]:
    """
    Part the text of a `pre` as what was set in lines is: at blank lines, at first lines.

    Lines between blank ones that all stand in, as in standards and letters, are one paragraph.
    """
    text = "".join([piece or "\n" for piece, _ in pieces]).replace("\r\n", "\n")
    paragraphs = wrapped_paragraphs("\n\n".join(map(dedent, _BLANK.split(text))))
    return [[(text, 0)] for text in paragraphs] if len(paragraphs) > 1 else [pieces]
