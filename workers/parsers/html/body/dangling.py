"""
What ends a body and has nothing below it: headings, and lines that lead on to other articles.

What they announced was a list of links, a gallery or a form, and went as such.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST: Final = 90
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
    r"|相关(?:新闻|阅读|报道|推荐)|延伸(?:阅读|閱讀)|推荐阅读|相關|関連(?:記事|ニュース)"
    r"|あわせて読みたい|관련\s?기사)",
    re.IGNORECASE,
)
"""How a line leads on to other articles, in its first words."""


def without_dangling(chosen: list[Block]) -> list[Block]:
    """Return the blocks of a body without what announces at its end what is not in it."""
    end = len(chosen)
    while end > 1 and _dangles(chosen[end - 1], chosen[end - 2]):
        end -= 1
    return chosen[:end]


def _dangles(last: Block, before: Block) -> bool:
    """Tell whether a last block says nothing of its own; a text in headings alone keeps them."""
    if len(last.text) > _LONGEST or last.prose:
        return False
    if last.node.tag in _HEADINGS:
        return before.node.tag != last.node.tag
    closed = last.text[-1] in ".!" and not last.text.endswith("...")
    return not closed and _ONWARD.match(last.text) is not None
