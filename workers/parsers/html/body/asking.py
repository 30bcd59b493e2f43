"""What a site asks of its readers between an article's paragraphs: to subscribe, to register."""

# ruff: noqa: RUF001 - apostrophes and the letters of many languages are meant
from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from workers.parsers.html.body.surroundings import holder_of
from workers.parsers.html.walk.naming import Hint
from workers.parsers.text.body.intruders import is_prompt
from workers.parsers.text.body.told import TOLD

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block, Node
    from workers.parsers.html.walk.page import Page

_LONGEST = 250
"""Characters of such a line."""
_BELOW = 3
"""Blocks below a body in which its wall can stand."""
_BOX = 0.3
"""An element with more of the page's prose is its frame, whatever it is called."""
_ARTICLES = (
    r"(?:articles?|stories|story|artikeln?|beiträge|artículos?|articoli|articolo|artigos?|artikler"
    r"|artiklar|artykuł\w*|artikel(?:en|s)|стат\w+|篇|記事|기사)"
)
_FREE = (
    r"(?:free|left|remaining|complimentary|limit|kostenlos\w*|gratis|frei\w*|übrig|gratuit\w*"
    r"|restants?|restantes?|à lire|límite|limite|bezpłatn\w*|igjen|kvar|tilbage|over|бесплатн\w*"
    r"|免费|免費|無料|무료|read|gelesen|leídos?|letti|lidos?|lus?)"
)
_READER = (
    r"(?:you(?! have to\b)(?:[’']ve| have|r)?|sie haben|du hast|ihnen bleib\w+|il vous reste"
    r"|vous avez (?:lu|encore)|ti restano|hai letto|te quedan?|le quedan?|has leído|ha leído"
    r"|você (?:ainda )?(?:tem|leu)"
    r"|je (?:hebt|kunt|kan)|u (?:hebt|heeft|kunt)|du har|masz|у вас|вы прочитали|您|あなた)"
)
_METER = re.compile(
    rf"\W?{_READER}\b"
    rf"(?=[^.!?]{{0,120}}(?:\d|limit|límite|limite|allowance|\b(?:one|two|three|last|letzte)\b))"
    rf"[^.!?]{{0,60}}"
    rf"(?:{_ARTICLES}\b[^.!?]{{0,40}}\b{_FREE}\b|\b{_FREE}\b[^.!?]{{0,40}}{_ARTICLES}\b)"
    r"|.{0,20}\b\d{1,2}\s(?:free|complimentary)\s(?:articles?|stories)\s(?:left|remaining)\b"
    r"|il vous reste \d{1,2}(?:[.,]\d+)?\s?%",
    re.IGNORECASE,
)
"""`You have 2 free articles left`, `Il vous reste 72 % de cet article à lire`."""
_WHOLE = r"(?:the (?:full|rest|whole)|this|our|all|more|on|full|unlimited|premium|exclusive)\b"
_ALREADY = (
    r"already an? (?:subscriber|member)|(?:bereits|schon) abonnent(?:[/:*]?in)?"
    r"|(?:vous êtes )?déjà abonnée?|(?:sei )?già abbonat[oaie]|(?:al|reeds) abonnee"
    r"|(?:allerede|redan) (?:abonnent|prenumerant)"
)
_GO_ON = re.compile(
    r"(?:(?:to|please)\s)?(?:continue|keep|finish)\sreading\b[^.!?]{0,60}"
    r"\b(?:subscri|log ?in|sign(?:ing)? ?(?:in|up)|regist|account|member|trial)"
    r"|(?:subscribe|register|sign (?:up|in)|log in|create (?:an|a free) account)\b[^.!?]{0,60}"
    rf"\b(?:(?:to|and) (?:(?:continue|keep|finish)(?: reading|\W*$)|(?:read|access|get) {_WHOLE}"
    rf"|(?:read|unlock)\b(?=\W*$)|unlock {_WHOLE})"
    r"|for (?:full|unlimited|more (?:articles|stories|news|content))\b)"
    rf"|(?:{_ALREADY})\s?(?:[?:!.]|$|(?:log|sign|click|please)\b)"
    r"|already have (?:an account|a subscription)"
    r"|this (?:article|story|content|post) is (?:only |exclusively )?"
    r"(?:for|reserved for|available (?:only )?to|exclusive to)[^.!?]{0,20}"
    r"(?:subscribers\b|members(?: only)?\s?(?:[.!:,]|$))"
    r"|diese[rn]? (?:artikel|beitrag|inhalt)\b[^.!?]{0,60}"
    r"\b(?:abonnent|abonniert|abo\b|registriert)"
    r"|jetzt (?:weiterlesen|freischalten|(?:(?:kostenlos|gratis|\d+ \S+) )?testen\s?(?:[.!:]|$))"
    r"|um weiter ?zu ?lesen(?:\W*$|[^.!?]{0,80}\b(?:abo|anmeld|meld|registr|log))"
    r"|cet article est réservé"
    r"|(?:la suite|l[’']accès)[^.!?]{0,40}réservée? (?:aux|à nos)"
    r" (?:seuls )?(?:abonné|inscrit|lecteur)"
    r"|abonnez-vous (?:pour|à partir|dès)|pour lire la suite"
    r"|(?:contenido|artículo|nota) (?:exclusiv[oa]|solo|sólo) para (?:suscriptores|usuarios)"
    r"|¿ya (?:eres|es) suscriptor|suscríbete (?:para|y|por)|para (?:seguir|continuar) leyendo"
    r"|(?:contenuto|articolo) (?:riservato|esclusivo)"
    r"|abbonati (?:per|a|subito)|per continuare a leggere"
    r"|(?:conteúdo|matéria) exclusiv[oa] para assinantes|já é assinante"
    r"|assine (?:para|e|agora|já)|para continuar (?:lendo|a ler)"
    r"|(?:dit artikel|deze inhoud) is (?:alleen |exclusief )?(?:beschikbaar )?voor"
    r"[^.!?]{0,20}abonnees"
    r"|(?:denne|dette|denna|detta) (?:artikkelen|artikel\w*|saken|innehåll\w*)[^.!?]{0,40}"
    r"(?:abonnent|prenumerant)"
    r"|masz już (?:subskrypcję|prenumeratę|konto)"
    r"|(?:ten )?artykuł (?:jest )?dostępny (?:tylko )?dla (?:subskrybentów|prenumeratorów)"
    r"|(?:материал|статья) доступ\w+ (?:только )?(?:для )?подписчик"
    r"|(?:この記事は|本記事は).{0,10}会員限定|残り\d+文字|本文为付费内容|订阅后(?:阅读|继续)",
    re.IGNORECASE,
)
"""What stands where a text ends for those who do not pay, and how to go on."""
_LONGEST_APPEAL = 500
_APPEAL = re.compile(
    r"(?:if you(?:[’']ve)? (?:value|like|enjoy|appreciate|believe|found|find|want)"
    r"|please (?:consider|support|help)|(?:you can )?(?:support|help) (?:us|our|independent)"
    r"|we (?:need|rely on|depend on) your|become an? (?:member|supporter|subscriber|patron)"
    r"|subscribe to|sign up (?:for|to)|join (?:us|our)|unterstützen sie|unterstütze? uns"
    r"|spenden sie|abonnieren sie|melden sie sich|wenn (?:ihnen|dir|sie)|soutenez|abonnez-vous"
    r"|inscrivez-vous|faites un don|apoya|suscríbe\w+|regístra\w+|hazte|sostieni|sostenete"
    r"|iscriviti|abbonati|dona |steun|word lid|abonneer|schrijf je in|meld je aan|apoie|assine"
    r"|inscreva-se)\b"
    r"[^?]{0,300}\b(?:donat\w+|subscri\w+|newsletter|journalism|reporting|inbox"
    r"|membership|supporting us|spende\w*|abo\b|journalismus|(?:un|votre) don\b"
    r"|journalisme|donación|suscripción|periodismo|giornalismo|donazione|abbonamento|boletín|journalistiek"
    r"|nieuwsbrief|lidmaatschap|jornalismo|assinatura|boletim)",
    re.IGNORECASE,
)
"""`If you value our reporting, please consider a monthly donation`."""
_OWN = re.compile(
    r"\b(?:us|our|we|uns\w*|wir|nous|notre|nuestr\w+|nosotros|noi|nostr\w+|ons|onze|wij|nós|noss\w+"
    r"|artikel|journalis\w+|\w*smo|newsletters?|nieuwsbrief|boletín|boletim|inbox|subscri\w+|abo"
    r"|membership|abbonamento|suscripción|assinatura|lidmaatschap)\b",
    re.IGNORECASE,
)
"""Whom a site asks for: itself, or its paper. A story may end with where to give blood."""


def without_asking(chosen: list[Block], page: Page) -> list[Block]:
    """
    Return the blocks of a body without what asks its readers for something.

    Where a page says that the rest is for subscribers, what stands in the same
    element is its offer.
    """
    near = page.blocks[chosen[0].at : chosen[-1].at + 1 + _BELOW]
    walls = [block for block in near if is_wall(block.text)]
    said = {block.at for block in walls}
    places = [block.at for block in chosen]
    above = ((wall, bisect_left(places, wall.at)) for wall in walls)
    found = (_around(wall, chosen[count - 1]) for wall, count in above if count)
    offers = {offer.index for offer in found if offer is not None}
    kept = [
        block
        for block in chosen
        if block.at not in said
        and not is_meter(block.text)
        and not is_prompt(block.text)
        and not (offers and any(node.index in offers for node in block.node.chain))
        and not _is_in_box(block)
    ]
    return kept or chosen


def _is_in_box(block: Block) -> bool:
    """Return whether a block lies in a box that is called after a newsletter."""
    node: Node | None = block.node
    while node is not None:
        named = node.hints >> Hint.SIGN_UP & 1 and node.prose_share < _BOX
        if named and "newsletter" in node.signature.lower():
            return True
        node = node.parent
    return False


def is_meter(text: str) -> bool:
    """Return whether a line counts the articles that its reader may read."""
    return _asks(_METER, text, _LONGEST)


def is_wall(text: str) -> bool:
    """Return whether a line says that the rest of the text is for subscribers."""
    return _asks(_GO_ON, text, _LONGEST)


def is_appeal(text: str) -> bool:
    """Return whether a last paragraph asks for money, or for an address."""
    return _asks(_APPEAL, text, _LONGEST_APPEAL) and _OWN.search(text) is not None


def _asks(what: re.Pattern[str], text: str, longest: int) -> bool:
    return len(text) <= longest and what.match(text) is not None and not TOLD.search(text)


def _around(wall: Block, before: Block) -> Node | None:
    """Return the widest element around a wall that holds nothing of the block before it."""
    body = {id(node) for node in before.node.chain}
    offer: Node | None = None
    node: Node | None = wall.node
    while node is not None and id(node) not in body:
        offer, node = node, node.parent
    return offer if offer is not None and offer is not holder_of(before.node) else None
