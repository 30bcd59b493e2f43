"""
What can be said of each block in figures: its text, its place, the elements around it.

The columns are named, so that the model of the body can be read, and a doubtful choice explained.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING, TypeAlias

from shared.domain.values import dataclass
from workers.parsers.html.body.wording import KINDS, kinds
from workers.parsers.lines.stops import ENDS, commas, inner_stops
from workers.words.letters import letters_and_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workers.parsers.html.walk.nodes import Block

Row: TypeAlias = "list[float]"

_SHORT = 300
"""Characters; the words of longer blocks are not looked up."""
_TELLING = 12
"""Letters; fewer are found in any article by chance."""
_OPENING = '"“„«「'
_CLOSING = "\"'”’»)]」』“ "  # noqa: RUF001 - quotation marks
_SPREAD = tuple(tuple((bits >> kind) & 1 for kind in range(KINDS)) for bits in range(1 << KINDS))
"""The bits of kinds as columns."""
_DIGITS, _CAPITALS = b"0123456789", b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WHEN = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.]\d\d(?!\d)")
TEXT_NAMES = (
    "size", "words", "link_share", "bold_share", "links", "stops", "commas", "ends_sentence",
    "starts_small", "digits", "capitals", "word_length", "colon_end", "when", "quotes", "bars",
    "at_sign", "kind_bits", "kind_share", "title_overlap", "is_title", "repeats", "in_json_body",
    "is_summary", "prose", *(f"kind_{kind}" for kind in range(KINDS)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What the head of the page says, to compare blocks with."""

    titles: tuple[str, ...] = ()
    summary: str = ""
    article_body: str = ""
    sites: tuple[str, ...] = ()
    """What the site is called …"""
    authors: tuple[str, ...] = ()
    """… and who wrote the page."""
    live: bool = False
    """Whether the body is that of a live blog: its entries."""


def text_rows(blocks: Sequence[Block], wanted: Iterable[object], known: Known) -> list[Row]:
    """Return the figures of the wanted blocks' own texts, as named by `TEXT_NAMES`."""
    title_words = {word for title in known.titles for word in kinds(title)[2]}
    same, summary, article, begins = _compared(known)
    repeats = Counter(block.text for block in blocks)
    rows = []
    for block in compress(blocks, wanted):
        text = block.text
        size = len(text)
        head = text[:60]
        bits, told, words = kinds(text) if size <= _SHORT else (0, 0, [])
        count = len(words) or text.count(" ") + 1
        # A key begins as its text does: most blocks begin otherwise than any title, and need none.
        alike = text[0].lower()[0] in begins or not text[0].isalnum()
        key = _key(text[:160]) if article or alike else ""
        digits, capitals = _signs(head)
        row: Row = [
            size, count, block.link_chars / size, block.bold_chars / size, block.links,
            inner_stops(text), commas(text), text.rstrip(_CLOSING)[-1:] in ENDS,
            text[0].islower(), digits / len(head), capitals / len(head), size / count,
            text[-1] == ":", bool(digits) and _WHEN.search(head) is not None, text[0] in _OPENING,
            "|" in text or "•" in text, "@" in text or "http" in text or "www." in text,
            bits.bit_count(), told / count,
            sum(map(title_words.__contains__, words)) / count if words else 0.0,
            key in same and bool(key), repeats[text],
            (-1.0 if not article else float(len(key) > _TELLING and key[:50] in article)),
            bool(summary) and key.startswith(summary[: max(len(key), 20)]),
            block.prose, *_SPREAD[bits],
        ]  # fmt: skip
        rows.append(row)
    return rows


def _compared(known: Known) -> tuple[set[str], str, str, set[str]]:
    """Return the keys of titles, of summary and text, and the letters that the first begin with."""
    same = {_key(title) for title in known.titles}
    summary = _key(known.summary)[:60]
    return same, summary, _key(known.article_body), {key[0] for key in (*same, summary) if key}


def _signs(head: str) -> tuple[int, int]:
    """Return how many digits and how many capitals a text has."""
    if head.isascii():
        plain = head.encode("ascii")
        size = len(plain)
        return size - len(plain.translate(None, _DIGITS)), size - len(
            plain.translate(None, _CAPITALS)
        )
    return sum(map(str.isdigit, head)), sum(map(str.isupper, head))


def _key(text: str) -> str:
    """Return a text as it is compared: letters and digits in lower case."""
    return letters_and_digits(text.lower())
