"""
What is no text of a body but leads on from it: pointers to other articles, headings at its end.

What they announced was a list of links, a gallery or a form, and went as such.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from workers.parsers.html.body.elements import HEADINGS
from workers.parsers.lines.stops import STOPS, is_closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.html.walk.nodes import Block

_LONGEST: Final = 90
_LINE: Final = 160
"""Characters of a line that leads on and is a link itself, or ends with a colon."""
_LINKED: Final = 0.5
_MOST: Final = 12
"""Texts of a list of other articles, at most."""
_STOPS: Final = STOPS - {"?", "\N{FULLWIDTH QUESTION MARK}"}
"""`Schon gelesen?` leads on; a sentence that is told does not."""
_ONWARD: Final = re.compile(
    r"(?:you (?:may|might|could) (?:also )?(?:like|enjoy|be interested)"
    r"|(?:read|see|more|watch|listen)(?: next| also| more| on| from| about| stories| articles)\b"
    r"|(?:related|recommended|further|suggested|similar) (?:articles?|stor(?:y|ies)|posts?|reading"
    r"|links?|coverage|content|videos?|topics?)\b"
    r"|(?:editors?['\N{RIGHT SINGLE QUOTATION MARK}]?s?['\N{RIGHT SINGLE QUOTATION MARK}]? )?"
    r"(?:recommendations|picks)\b|sharing is caring"
    r"|(?:diese|folgende|weitere|ähnliche|verwandte|passende|neueste|neuste|letzte)\S*"
    r" (?:\d+ )?(?:artikel|beiträge|themen|meldungen|nachrichten|berichte|links|videos)\b"
    r"|(?:das|dies|auch) (?:könnte|interessiert|interessant)|schon gelesen|mehr zu[mr]?\b"
    r"|(?:lesen|sehen|hören) sie (?:auch|mehr|hier|dazu|weiter)"
    r"|lies (?:auch|hier|mehr|weiter)"
    r"|(?:à )?(?:lire|voir|écouter) (?:aussi|également|la suite|plus|sur)\b"
    r"|sur le même (?:sujet|thème)"
    r"|(?:audios|vidéos|articles|contenus)\b[^.]{0,30}\b(?:sur le|liés|associés|similaires)"
    r"|(?:seguir|sigue|siga|continuar|continúe) (?:leyendo|lendo|leggendo)"
    r"|(?:lee|lea|leia|leggi|veja|vea|mira|mire|guarda)"
    r" (?:también|más|também|mais|anche|ancora)\b"
    r"|(?:te|le|ti|potrebbe|puede|pode)\b[^.]{0,20}\binteres"
    r"|(?:noticias|notas|artículos|notícias|articoli|notizie)"
    r" (?:relacionad|similares|correlat|recomendad|relazionat)\w+"
    r"|lees (?:ook|meer|verder)|lue (?:myös|lisää|seuraavaksi|aiheesta)"
    r"|läs (?:också|mer|även|vidare)|les (?:også|mer)|læs (?:også|mere|videre)"
    r"|czytaj (?:też|także|również|dalej|więcej)|zobacz (?:też|także|również)"
    r"|(?:čtěte|přečtěte|čítajte|prečítajte)\b|citește și|olvass\w* (?:el|tovább)"
    r"|читайте|читать далее|по теме|διαβάστε|baca juga|đọc thêm|xem thêm|ilgili haberler"
    r"|اقرأ (?:أيضا|المزيد)|مواضيع ذات صلة|موضوعات ذات صلة|קראו גם|כתבות נוספות"
    r"|相关(?:新闻|阅读|报道|推荐)|延伸(?:阅读|閱讀)|推荐阅读|関連(?:記事|ニュース)"
    r"|相關(?:新聞|報導|閱讀|連結|文章|推薦|影音)"
    r"|あわせて読みたい|관련\s?기사)",
    re.IGNORECASE,
)
"""How a line leads on to other articles, in its first words."""


def without_dangling(chosen: list[Block], blocks: Sequence[Block]) -> list[Block]:
    """
    Return the blocks of a body, of all of a page, without what announces something not in it.

    Headings at its end; lines that lead on there, where they are links, and where links of the page
    stood below them: a heading over a picture may begin so, too.
    """
    chosen = [block for block in chosen if not _is_pointer(block)] or chosen
    end = _before_list(chosen, blocks)
    while end > 1 and _dangles(chosen[end - 1], chosen[end - 2]):
        end -= 1
    return [
        block
        for block, below in pairwise((*chosen[:end], None))
        if block is not None
        and not (below and _leads_on(block) and _links(blocks[block.at + 1 : below.at]))
    ]


def _before_list(chosen: Sequence[Block], blocks: Sequence[Block]) -> int:
    """
    Return how many blocks stand before a list of other articles at a body's end.

    A heading that leads on stands above it, and each of its entries is a link and a text.
    """
    end = len(chosen)
    for at in range(end - 1, max(end - _MOST, 1) - 1, -1):
        before, block = chosen[at - 1], chosen[at]
        between = blocks[before.at + 1 : block.at]
        listed = any(node.tag == "li" for node in block.node.chain)
        if not (listed and any(each.link_chars > _LINKED * len(each.text) for each in between)):
            break
        heads = [each for each in between if each.node.tag in HEADINGS]
        if any(_leads_on(each) for each in heads):
            return at
    return end


def _links(between: Sequence[Block]) -> bool:
    return any(block.link_chars for block in between)


def _dangles(last: Block, before: Block) -> bool:
    """Tell whether a last block says nothing of its own; a text in headings alone keeps them."""
    text = last.text
    if len(text) <= _LONGEST and not last.prose and last.node.tag in HEADINGS and text[-1] != ".":
        return before.node.tag != last.node.tag
    return _leads_on(last)


def _leads_on(block: Block) -> bool:
    """Tell whether a block is a line that leads on to other articles."""
    text = block.text
    if len(text) > _LONGEST or block.prose:
        return False
    return _begins_so(text) and (text.endswith("...") or not is_closed(text, _STOPS))


def _is_pointer(block: Block) -> bool:
    """Tell whether a block is a link that leads on, or says so with a colon."""
    text = block.text
    if len(text) > _LINE or (block.link_chars < _LINKED * len(text) and text[-1] != ":"):
        return False
    return _begins_so(text)


def _begins_so(text: str) -> bool:
    return _ONWARD.match(text) is not None
