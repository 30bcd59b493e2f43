"""Paragraphs out of the lines of printed pages: type size, spacing, indents, short last lines."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from workers.parsers.lines.printed_dates import has_date
from workers.parsers.lines.stops import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.documents.pdf_lines import Line

_EDGE = 2
"""Lines at the top and at the bottom of a page that may be running heads."""
_OTHER_SIZE = 0.08
_WIDE_GAP = 1.3
_LEADING_OF_TYPE = 1.15
"""Lines are set at least so many sizes apart, as a rule."""
_INDENT = (0.6, 4.0)
"""A first line stands so many sizes to the right of the line before it."""
_SHORT, _SHORT_SENTENCE = 0.7, 0.85
"""A line for which the next word would not have been too long is the last of its paragraph; its
letters with that word's are less than such a share of a usual line's. Less proof is needed where
it ends like a sentence."""
_SMALL = 0.8
"""Type below this share of the body's is captions and notes."""
_LARGE = 1.15
_PAGE_NUMBER = re.compile(r"\W*(?:\w{1,6}\W{0,2})?\d{1,4}(?:\W{1,3}(?:\w{1,4}\W)?\d{1,4})?\W*")
_END = re.compile(r"[.!?\u3002\uff01\uff1f\u2026:][\"'\u201d\u2019\u00bb\u300d)\]]*$")
_ADDRESS = re.compile(r"(?:https?://[^\s/]+/|file:///)\S+")
"""An address with a path: a paper's own site, in its running heads, has none."""
_ALONE = 1.8
"""Sizes of type between a page number and the text."""
_DIGITS = re.compile(r"\d+")
_WIDE_SCRIPT = re.compile(UNSPACED)
_HYPHENS = "-\u2010\u00ad"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading, with the size of its type."""

    text: str
    size: float
    page: int


def blocks_of(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """Return the blocks of a document in order, without running heads, page numbers and notes."""
    lines = [line for page in _without_running_heads(pages) for line in page]
    if not lines:
        return []
    body = body_size(lines)
    lines = [line for line in lines if line.size >= _SMALL * body]
    leading = _leading(lines, body)
    width = _width([len(line.text) for line in lines if _same_size(line.size, body)])
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if _parts(before, line, leading, width if _same_size(line.size, body) else 0):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [Block(_joined(group), group[0].size, group[0].page) for group in groups]


def body_size(lines: Sequence[Line]) -> float:
    """Return the size in which most letters are set, in points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def headline_of(blocks: Sequence[Block]) -> str | None:
    """Return the largest type of the first page that has some, if it is larger than the body's."""
    sizes: Counter[float] = Counter()
    for block in blocks:
        sizes[block.size] += len(block.text)
    if not sizes:
        return None
    body = sizes.most_common(1)[0][0]
    large = [block for block in blocks if block.size >= _LARGE * body and _says(block.text)]
    first = [block for block in large if block.page == large[0].page]
    return max(first, key=lambda block: block.size).text if first else None


def _says(text: str) -> bool:
    """Whether a text is more than an ornament, a large initial, one word or an address."""
    if "@" in text or "://" in text:
        return False
    return " " in text or len(_WIDE_SCRIPT.findall(text)) >= 4  # noqa: PLR2004 - a short headline


def day_of(pages: Sequence[Sequence[Line]]) -> str | None:
    """Return the first running head with a date: the day of the issue."""
    edges = [_edge_lines(page) for page in pages]
    seen = Counter(line.text for lines in edges for line in lines)
    return next((text for text, count in seen.items() if count > 1 and has_date(text)), None)


def printed_from(pages: Sequence[Sequence[Line]]) -> str | None:
    """
    Return the address that a browser set at the edge of each page that it printed.

    None where there is none. The end of a long one can be missing: then it ends with an ellipsis.
    """
    seen = Counter(
        found[0]
        for page in pages
        for line in _edge_lines(page)
        if (found := _ADDRESS.search(unicodedata.normalize("NFKC", line.text))) is not None
    )
    address, count = seen.most_common(1)[0] if seen else ("", 0)
    return address if count and count >= min(2, len(pages)) else None


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Drop the lines at the edges of pages that come again on others, and the page numbers."""
    edges = [_edge_lines(page) for page in pages]
    seen = Counter(key for lines in edges for key in {_key(line) for line in lines})
    often = max(2, (len(pages) + 1) // 3)
    return [
        [
            line
            for line in page
            if line not in edge or (seen[_key(line)] < often and not _is_page_number(line, page))
        ]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _is_page_number(line: Line, page: Sequence[Line]) -> bool:
    """Whether a line is a number that stands alone; the last word of a text may be a year."""
    if not _PAGE_NUMBER.fullmatch(line.text):
        return False
    return all(abs(line.y - each.y) > _ALONE * line.size for each in page if each is not line)


def _edge_lines(page: Sequence[Line]) -> set[Line]:
    by_height = sorted(page, key=lambda line: line.y)
    return {*by_height[:_EDGE], *by_height[-_EDGE:]}


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _leading(lines: Sequence[Line], body: float) -> float:
    """Return the usual distance between lines of the body, in points."""
    gaps = [
        before.y - line.y
        for before, line in pairwise(lines)
        if before.page == line.page
        and _same_size(before.size, body)
        and _same_size(line.size, body)
        and 0 < before.y - line.y < 3 * body
    ]
    # where paragraphs are short, nearly half of the distances are those between paragraphs
    return sorted(gaps)[len(gaps) // 4] if gaps else 1.2 * body


def _width(lengths: Sequence[int]) -> float:
    """Return the letters of a full line: three in ten may be the last of their paragraphs."""
    return sorted(lengths)[len(lengths) * 7 // 10]


def _same_size(one: float, other: float) -> bool:
    return abs(one - other) <= _OTHER_SIZE * max(one, other)


def _parts(before: Line, line: Line, leading: float, width: float) -> bool:
    """Whether a new block begins with a line."""
    if not _same_size(before.size, line.size):
        return True
    ended = bool(_END.search(before.text))
    gap = before.y - line.y
    if line.page != before.page or gap < 0:  # the next page or column
        return ended and not line.text[:1].islower()
    if gap > _WIDE_GAP * max(leading, _LEADING_OF_TYPE * line.size):
        return True
    low, high = _INDENT
    if low * line.size < line.x - before.x < high * line.size:
        return True
    filled = len(before.text) + len(line.text.partition(" ")[0]) + 1
    return filled < (_SHORT_SENTENCE if ended else _SHORT) * width


def _joined(lines: Sequence[Line]) -> str:
    """Return the text of a block: words that were parted at a line's end are whole again."""
    text = lines[0].text
    for line in lines[1:]:
        if text[-1] in _HYPHENS and text[-2:-1].isalpha() and line.text[0].islower():
            text = text[:-1] + line.text
        elif _WIDE_SCRIPT.match(text[-1]) and _WIDE_SCRIPT.match(line.text[0]):
            text += line.text
        else:
            text += " " + line.text
    return text
