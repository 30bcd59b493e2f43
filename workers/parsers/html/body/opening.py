"""What stands above the text among a body's first blocks: headline, byline, date, a credit."""

# ruff: noqa: RUF001 - signs of many languages are meant
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines import worded
from workers.parsers.bylines.marked import byline_in
from workers.parsers.bylines.persons import NAME_WORD
from workers.parsers.bylines.signatures import agency_alone
from workers.parsers.bylines.unmarked import names_beside_date
from workers.parsers.html.body.closing_east import is_before_text
from workers.parsers.html.change_words import PRINTED
from workers.parsers.html.walk.naming import Hint
from workers.parsers.lines.ago import tells_ago, unaged
from workers.parsers.lines.printed_dates import EDGES, has_date, without_date
from workers.parsers.text.moments import is_moment_line

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block

_TOP = 4
"""Blocks at the start of the body among which headline, byline and date may stand again."""
_HEAD_LINE = 80
"""Characters of such a line at most."""
_AROUND, _SMALL, _SPOKEN = 10, 0.3, 120
"""Elements around a block of a list of films, their share of the prose, and prose of its line."""
_PRINTED = 160
"""Characters of a line that says where a page was printed from."""
_PLAYED = re.compile(
    r"(?:listen to (?:this )?(?:article|story)|(?:estimated )?read(?:ing)? ?time|lesezeit|lesedauer"
    r"|temps de lecture|lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid"
    r"|lesetid|læsetid|artikel (?:an|vor)hören|écouter (?:cet |l[’'])article"
    r"|escuchar (?:el )?artículo|ascolta l[’']articolo)?\W{0,3}(?:(?:ca\.|about|approx\.)\s)?"
    r"(?:\d{1,3}[\s-]?min(?:ut\w{0,3})?\.?)?"
    r"(?:[\s-](?:read|lesezeit|de lecture|de lectura|di lettura|listen|leestijd))?",
    re.IGNORECASE,
)
"""How long it takes to read, and an offer to have it read: `4 min read`."""
_FEW = 3
"""Words beside a date in such a line."""
_BYLINE = re.compile(rf"(?:By|by|BY|Von|Par|Por)\s{NAME_WORD}\s(?:[^.!?…]|\b\w\.)*")
"""`By Ada Brook Science correspondent, Harbour News`: names, an office, and no sentence."""
_HEAD_HINTS = 1 << Hint.AUTHOR | 1 << Hint.DATE
_CREDITED = re.compile(
    r"^[^.!?]{0,60}(?:^|[/|,©\u2013\u2014-]\s?)(?:AP|AFP|EPA|dpa|Reuters|REUTERS|Getty Images|imago"
    r"|picture alliance|Shutterstock|iStock|Alamy|Unsplash|Pixabay|Xinhua)(?:\s?/\s?[\w .]{2,30})?$"
)
"""A line that says whose picture stands above it: `Ada Brook / AFP / Getty Images`."""


def without_headline(chosen: list[Block]) -> list[Block]:
    """Drop headline, kicker, byline, date and a picture's credit among the first blocks."""
    top = chosen[:_TOP]
    heading = next((at for at, block in enumerate(top) if block.node.tag == "h1"), 0)
    kept = [
        block
        for at, block in enumerate(top)
        if not (
            _is_head(block)
            or _CREDITED.search(block.text)
            or is_before_text(block.text)
            or _is_printed(block)
            or (len(block.text) <= _HEAD_LINE and _PLAYED.fullmatch(block.text))
            or (at < heading and _is_line(block))
            or _is_of_playlist(block)
        )
    ]
    return kept + chosen[_TOP:] or chosen


def _is_of_playlist(block: Block) -> bool:
    """Return whether a block is a line of a list of films or records, beside the text."""
    if block.prose > _SPOKEN:
        return False
    around = block.node.chain[-_AROUND:]
    small = (node for node in around if node.prose_share < _SMALL)
    return any("playlist" in node.signature.lower() for node in small)


def _is_printed(block: Block) -> bool:
    """Return whether a line says that somebody printed the page, and from where."""
    return len(block.text) <= _PRINTED and PRINTED.match(block.text) is not None


def _is_line(block: Block) -> bool:
    """Return whether a block is a few words and no sentence: above a headline that is a kicker."""
    return len(block.text) <= _HEAD_LINE and not block.prose and block.text[-1] not in ".!?…"


def _is_head(block: Block) -> bool:
    """Return whether a block is a level-one heading, or a short line that names author or time."""
    if block.node.tag == "h1":
        return True
    if len(block.text) <= _HEAD_LINE and _BYLINE.fullmatch(block.text):
        return True
    if len(block.text) > _HEAD_LINE or block.prose:
        return False
    parent = block.node.parent
    hints = block.hints | block.node.hints | (parent.hints if parent else 0)
    named = hints & _HEAD_HINTS and (parent is None or parent.prose_share < 0.5)  # noqa: PLR2004 - of the page's
    dated = has_date(block.text) and len(without_date(block.text).split()) <= _FEW
    dated = dated or (not block.text.isascii() and is_moment_line(block.text))
    dated = dated or (tells_ago(block.text) and not unaged(block.text).strip(EDGES))
    if named or dated or names_beside_date(block.text) or agency_alone(block.text):
        return True
    if worded.byline(block.text) is not None:
        return True
    said = byline_in(block.text)
    return said is not None and (block.text.endswith(said) or block.text[-1] not in ".!?…。！？")
