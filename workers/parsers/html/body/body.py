"""Which blocks are the body: judged by the table of trees, then tidied by their order."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from shared.domain.values import dataclass
from workers.parsers.html.body import (
    asking,
    chapters,
    features,
    forest,
    gaps,
    lead,
    streams,
    surroundings,
    ticker,
)
from workers.parsers.html.body.apart import without_apart
from workers.parsers.html.body.asides import without_asides
from workers.parsers.html.body.closing import without_end
from workers.parsers.html.body.closing_east import without_way_back
from workers.parsers.html.body.dangling import without_dangling
from workers.parsers.html.body.embeds import without_placeholders
from workers.parsers.html.body.features import Known
from workers.parsers.html.body.folded import with_folded
from workers.parsers.html.body.intruders import (
    without_agency,
    without_captions,
    without_far,
    without_promotion,
)
from workers.parsers.html.body.makers import without_makers
from workers.parsers.html.body.notices import without_notices
from workers.parsers.html.body.opening import without_headline
from workers.parsers.html.body.strays import without_strays
from workers.parsers.paragraphs.markup import html_paragraphs, looks_like_html

if TYPE_CHECKING:
    from workers.parsers.html.body.surroundings import Flags, Matrix, Vector
    from workers.parsers.html.walk.nodes import Block, Node
    from workers.parsers.html.walk.page import Page

NAMES = features.TEXT_NAMES + surroundings.NAMES
"""The columns of the table, in order."""
ENOUGH = 0.45
"""From this chance on a block is body: the best F1 on publishers that the tables had not seen."""
_LEAST = 0.2
"""Where no block reaches `ENOUGH`, the best ones are taken down to this chance."""
_ENTRY = 0.25
"""The chance from which on an entry of a live page is believed to be its article's."""
_LINKED, _LINE = 0.9, 120
"""A short line that is all link is never judged: two thirds of a page's blocks."""
_TOLD = 400
"""Characters of a text in JSON-LD from which on it is a candidate."""
_TOLD_ALONE = 120
"""The same where the page shows no text at all."""
_PART = 0.35
"""Where the blocks are a smaller part of it, the page does not show its article."""
_PART_LIVE = 0.8
"""The same of a live blog: pages show its newest entries, and load the others when asked."""
_HEAD, _LONG, _SEVERAL = 40, 400, 3
"""A block of `_LONG` characters that holds `_SEVERAL` others (longer than `_HEAD`) repeats them."""


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of an article, where they came from and which blocks they reach over."""

    paragraphs: tuple[str, ...]
    source: str
    first: int
    last: int


def choose(page: Page, known: Known) -> Body | None:
    """
    Return the body of a page, or None where nothing on it reads like one.

    Two candidates: the page's blocks, and the text in its JSON-LD. Blocks are cleaner and are
    believed, unless the page shows none or only a small part of what its JSON-LD has.
    """
    chosen = chosen_blocks(page, _judged(page, known), known) if page.blocks else []
    shown = sum(len(block.text) for block in chosen)
    told = _told(known.article_body)
    size = sum(map(len, told))
    if (
        size >= (_TOLD if chosen else _TOLD_ALONE)
        and shown < (_PART_LIVE if known.live else _PART) * size
    ):
        first = chosen[0].at if chosen else 0
        source = "json-ld liveBlogUpdate" if known.live else "json-ld articleBody"
        return Body(told, source, first, chosen[-1].at if chosen else first)
    if not chosen:
        return None
    texts = [text for block in chosen for text in block.lines or (block.text,)]
    texts[-1] = without_way_back(texts[-1])
    return Body(lead.with_dateline(texts), "blocks", chosen[0].at, chosen[-1].at)


def _judged(page: Page, known: Known) -> Vector:
    """Return the chance of each block to be body: those of other articles have none."""
    chances = judge(page, known)
    entries = ticker.entries(page, chances >= _ENTRY)
    if entries:
        chances[entries] = np.maximum(chances[entries], ENOUGH)
        return chances
    for places in streams.others(page, known.titles):
        chances[places] = 0.0
    return chances


def _told(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text in JSON-LD, which can be markup."""
    if "<" in text and looks_like_html(text):
        return html_paragraphs(text)
    return tuple(line for line in map(str.strip, text.splitlines()) if line)


def warm_up() -> None:
    """Load the table of trees now, not with the first page."""
    forest.load(NAMES)


def paragraphs(page: Page, chances: Vector) -> tuple[str, ...]:
    """Return the texts of the blocks that given chances choose."""
    return tuple(block.text for block in chosen_blocks(page, chances))


def chosen_blocks(page: Page, chances: Vector, known: Known | None = None) -> list[Block]:
    """Return the body's blocks: likely enough, with what belongs between them, each once."""
    level = ENOUGH if chances.max() >= ENOUGH else _LEAST
    body = with_folded(page, gaps.filled(page, chances, chances >= level))
    body = lead.with_leads(page, chances, chapters.with_headings(page, chances, body))
    chosen = [block for block in page.blocks if body[block.at]]
    if not chosen:
        return []
    chosen = without_far(without_apart(with_quotes(chosen, page)), chances)
    whole = without_repeats(without_headline(without_strays(chosen)))
    whole = without_captions(without_promotion(without_placeholders(whole), chances))
    whole = without_notices(without_asides(whole))
    whole = without_end(asking.without_asking(whole, page))
    whole = without_agency(without_end(without_makers(whole, page, known or Known())))
    return without_dangling(whole, page.blocks)


def judge(page: Page, known: Known) -> Vector:
    """Return the chance of each block to be body, 0 to 1."""
    chances = np.zeros(len(page.blocks))
    judged = worth_judging(page)
    if judged.any():
        chances[judged] = forest.load(NAMES).judge(figures(page, known, judged))
    return chances


def figures(page: Page, known: Known, judged: Flags) -> Matrix:
    """Return the figures of `NAMES` for each judged block."""
    rows = features.text_rows(page.blocks, judged, known)
    size = len(rows) * len(features.TEXT_NAMES)
    text = np.fromiter(chain.from_iterable(rows), dtype=np.float64, count=size)
    return np.hstack([text.reshape(len(rows), -1), surroundings.place_rows(page, judged)])


def worth_judging(page: Page) -> Flags:
    """Return which blocks are more than a short line of links."""
    return np.array(
        [
            block.link_chars <= _LINKED * len(block.text) or len(block.text) >= _LINE
            for block in page.blocks
        ]
    )


def with_quotes(chosen: list[Block], page: Page) -> list[Block]:
    """Add quotations and embedded posts that stand between chosen blocks, in the same element."""
    around = {id(surroundings.holder_of(block.node)) for block in chosen}
    taken = {block.at for block in chosen}
    added = [
        block
        for block in page.blocks[chosen[0].at : chosen[-1].at]
        if block.at not in taken
        and any(
            node.tag == "blockquote" and node.parent is not None and id(node.parent) in around
            for node in block.node.chain
        )
    ]
    return sorted(chosen + added, key=lambda block: block.at)


def without_repeats(chosen: list[Block]) -> list[Block]:
    """Drop blocks that say again what others say: in another element, or several in one."""
    chosen = _without_whole(chosen)
    seen: dict[str, Node] = {}
    kept: list[Block] = []
    for block in chosen:
        holder = surroundings.holder_of(block.node)
        if len(block.text) > _HEAD and seen.setdefault(block.text, holder) is not holder:
            continue
        kept.append(block)
    return kept or chosen


def _without_whole(chosen: list[Block]) -> list[Block]:
    """Drop a block that holds most of the others again, or those others where they are few."""
    for whole in chosen:
        if len(whole.text) < _LONG:
            continue
        parts = [
            block
            for block in chosen
            if block is not whole and len(block.text) > _HEAD and block.text in whole.text
        ]
        if len(parts) >= _SEVERAL:
            many = 2 * sum(len(block.text) for block in parts) > len(whole.text)
            gone = {whole.at} if many else {block.at for block in parts}
            return [block for block in chosen if block.at not in gone]
    return chosen
