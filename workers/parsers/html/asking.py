"""What a site asks of its readers between an article's paragraphs: to subscribe, to register."""

# ruff: noqa: RUF001 - apostrophes and the letters of many languages are meant
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.html.naming import Hint
from workers.parsers.html.surroundings import holder_of
from workers.parsers.text.intruders import is_prompt

if TYPE_CHECKING:
    from workers.parsers.html.nodes import Block, Node
    from workers.parsers.html.page import Page

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
    rf"\W?(?=[^.!?]{{0,120}}(?:\d|limit|límite|limite|allowance|\b(?:one|two|three|last|letzte)\b))"
    rf"{_READER}\b[^.!?]{{0,60}}"
    rf"(?:{_ARTICLES}\b[^.!?]{{0,40}}\b{_FREE}\b|\b{_FREE}\b[^.!?]{{0,40}}{_ARTICLES}\b)"
    r"|.{0,20}\b\d{1,2}\s(?:free|complimentary)\s(?:articles?|stories)\s(?:left|remaining)\b"
    r"|il vous reste \d{1,2}(?:[.,]\d+)?\s?%",
    re.IGNORECASE,
)
"""`You have 2 free articles left`, `Il vous reste 72 % de cet article à lire`."""
_GO_ON = re.compile(
    r"(?:(?:to|please)\s)?(?:continue|keep|finish)\sreading\b[^.!?]{0,60}"
    r"\b(?:subscri|log ?in|sign|regist|account|member|trial)"
    r"|(?:subscribe|register|sign (?:up|in)|log in|create (?:an|a free) account)\b[^.!?]{0,60}"
    r"\b(?:(?:to|and) (?:continue|keep|read|unlock|access|get (?:full|unlimited))"
    r"|for (?:full|unlimited|more) )"
    r"|already an? (?:subscriber|member)|already have (?:an account|a subscription)"
    r"|this (?:article|story|content|post) is (?:only |exclusively )?"
    r"(?:for|reserved for|available (?:only )?to|exclusive to)[^.!?]{0,20}(?:subscribers|members)"
    r"|diese[rn]? (?:artikel|beitrag|inhalt)\b[^.!?]{0,60}"
    r"\b(?:abonnent|abonniert|abo\b|registriert)"
    r"|(?:bereits|schon) abonnent|jetzt (?:weiterlesen|testen|freischalten)"
    r"|um weiter ?zu ?lesen"
    r"|cet article est réservé|(?:la suite|l[’']accès)[^.!?]{0,40}réservée?"
    r"|(?:déjà|vous êtes déjà) abonnée?|abonnez-vous (?:pour|à partir|dès)|pour lire la suite"
    r"|(?:contenido|artículo|nota) (?:exclusiv[oa]|solo|sólo) para (?:suscriptores|usuarios)"
    r"|¿ya (?:eres|es) suscriptor|suscríbete (?:para|y|por)|para (?:seguir|continuar) leyendo"
    r"|(?:contenuto|articolo) (?:riservato|esclusivo)|(?:sei )?già abbonat"
    r"|abbonati (?:per|a|subito)|per continuare a leggere"
    r"|(?:conteúdo|matéria) exclusiv[oa] para assinantes|já é assinante"
    r"|assine (?:para|e|agora|já)|para continuar (?:lendo|a ler)"
    r"|(?:dit artikel|deze inhoud) is (?:alleen |exclusief )?(?:beschikbaar )?voor"
    r"[^.!?]{0,20}abonnees|(?:al|reeds) abonnee\b"
    r"|(?:denne|dette|denna|detta) (?:artikkelen|artikel\w*|saken|innehåll\w*)[^.!?]{0,40}"
    r"(?:abonnent|prenumerant)|(?:allerede|redan) (?:abonnent|prenumerant)"
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
    r"|inscreva-se)\b[^?]{0,300}\b(?:donat\w+|subscri\w+|newsletter|journalism|reporting|inbox"
    r"|membership|supporting us|spende\w*|abo\b|journalismus|don\b|journalisme|donación"
    r"|suscripción|periodismo|giornalismo|donazione|abbonamento|boletín|journalistiek"
    r"|nieuwsbrief|lidmaatschap|jornalismo|assinatura|boletim)",
    re.IGNORECASE,
)
"""`If you value our reporting, please consider a monthly donation`."""


def without_asking(chosen: list[Block], page: Page) -> list[Block]:
    """
    Return the blocks of a body without what asks its readers for something.

    Where a page says that the rest is for subscribers, what stands in the same
    element is its offer.
    """
    near = page.blocks[chosen[0].at : chosen[-1].at + 1 + _BELOW]
    walls = [block for block in near if is_wall(block.text)]
    offers = [offer for wall in walls if (offer := _around(wall, chosen)) is not None]
    kept = [
        block
        for block in chosen
        if not is_wall(block.text)
        and not is_meter(block.text)
        and not is_prompt(block.text)
        and not any(offer in block.node.chain for offer in offers)
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
    return len(text) <= _LONGEST and _METER.match(text) is not None


def is_wall(text: str) -> bool:
    """Return whether a line says that the rest of the text is for subscribers."""
    return len(text) <= _LONGEST and _GO_ON.match(text) is not None


def is_appeal(text: str) -> bool:
    """Return whether a last paragraph asks for money, or for an address."""
    return len(text) <= _LONGEST_APPEAL and _APPEAL.match(text) is not None


def _around(wall: Block, chosen: list[Block]) -> Node | None:
    """Return the widest element around a wall that holds nothing of the body before it."""
    before = [block for block in chosen if block.at < wall.at]
    if not before:
        return None
    body = {id(node) for node in before[-1].node.chain}
    offer: Node | None = None
    node: Node | None = wall.node
    while node is not None and id(node) not in body:
        offer, node = node, node.parent
    return offer if offer is not None and offer is not holder_of(before[-1].node) else None
