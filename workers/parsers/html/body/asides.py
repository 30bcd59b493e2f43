"""
What stands among a body's paragraphs and is the site's: disclosures, ratings, credits, channels.

Such lines are made as paragraphs are, in the same element; they are known by what they say alone.
Articles tell of votes, of pictures, of affiliates and of channels too: a line goes only where it
has the whole form of such a line, not for its first word.
"""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.parsers.html.body.elements import HEADINGS
from workers.parsers.lines.printed_dates import has_date, without_date
from workers.parsers.text.body.told import TOLD

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block

_LONGEST: Final = 450
_LINE: Final = 160
"""Characters of a line that is a credit, a rating, a time or a link and nothing else."""
_SHORT: Final = 80
"""… and of one that tells when a text was written."""
_FEW: Final = 5
"""Words beside the date in it."""
_EARLY: Final = 110
"""Characters of a disclosure before its words; a text that comes to them later is no disclosure."""
_NAMES: Final = (
    r"(?=\W*[^\W\d_])(?>(?:(?-i:(?![^\w\s]*[a-zß-ÿ])\S++|(?:und|and|et|y|e|och|og|von|van|de|der|den"
    r"|die|di|da|del|la|le|via|on|auf|sur|for|für|of|the|by|from|online|dpa|imago|picture|alliance"
    r"|privat|zvg|archivo?)(?!\w)\S*+|[\w-]*+[./:@]\S++)(?:\s++|$))+)$"
)
"""Names of persons and firms, days and addresses to the end of a line: no sentence."""
_SOURCES: Final = (
    r"quellen?(?:angaben?|nachweise?)?|sources?|fuentes?|fontes?|bronnen|bron|källor|kilder?"
    r"|źródła?"
)
_LIST: Final = re.compile(rf"(?:{_SOURCES})\s?[:：]$", re.IGNORECASE)
"""`Quellenangaben:`, above a list of links: a heading, too."""
_CREDIT: Final = re.compile(
    r"(?:crédits? photos?|beitragsbild|titelbild|aufmacherbild|rubriklistenbild|symbolbild"
    r"|artikelbild|bildquelle|bildnachweis|bildrechte|(?:photo|image) (?:source|credits?)"
    r"|(?:featured|header|lead|hero|cover) (?:image|photo))"
    r"\s?(?:[:：]\s?\S|(?:by|von|courtesy of) (?-i:[A-Z]))"
    r"|(?:crédits?|créditos?|fotos?|bild(?:er)?|photos?|photography|fotografie|fotografía|fotografia"
    rf"|billede|zdjęcia?|{_SOURCES})\s?[:：]\s?{_NAMES}"
    rf"|(?:fotos?|bild(?:er)?|photos?|photography) (?:by|von|par|courtesy of) {_NAMES}",
    re.IGNORECASE,
)
"""`Beitragsbild: Ada Brook`, `Photos by Ada Brook/Harbour Images`, `Quelle: Harbour Institute`."""
_POSTED: Final = re.compile(
    r"(?:publiziert|veröffentlicht|erstellt|aktualisiert|published|posted|publié|publicado"
    r"|pubblicato)\b",
    re.IGNORECASE,
)
"""`Publiziert: 03.04.2020, 12:35`: with a date, and with hardly anything else."""
_FILED: Final = re.compile(
    r"der (?:beitrag|artikel|eintrag) wurde am .{6,40}\d{4}(?: um .{4,12})? veröffentlicht\.?$",
    re.IGNORECASE,
)
_RATED: Final = re.compile(
    r"\W{0,2}(?:(?:noch keine bewertung(?:en)?|no (?:ratings|votes) (?:yet|so far))"
    r"\W{0,3}(?:loading|be the first|$)|be the first to rate"
    r"|(?:war|ist|fand\w* (?:sie|du)|hat (?:ihnen|dir|euch)) (?:de[rn]|diese[rn]?)"
    r" (?:artikel|beitrag)(?: für (?:sie|dich|euch))? (?:hilfreich|nützlich|interessant|informativ"
    r"|lesenswert|gefallen|geholfen)\W{0,2}\?|(?:was|did you find|how useful was) this"
    r" (?:article|page|post|story|content)[^?]{0,20}\b(?:help|useful)[^?]{0,20}\?"
    r"|(?:rate this|bewerten? (?:sie )?diesen) (?:article|post|page|story|artikel|beitrag)"
    r"|\(\d[\d.,]*\s(?:votes?|stimmen|ratings?|bewertungen)[,:])",
    re.IGNORECASE,
)
"""`War der Artikel nützlich? (95 Stimmen: 4,73)`."""
_GET: Final = (
    r"\b(?:earn|receive|get|collect|make)s?\b[^.]{0,40}"
    r"\b(?:commissions?|compensation|percentage|cut)\b"
)
_AFFILIATED: Final = re.compile(
    r"\baffiliate[- ]?(?:links?|partner|program|relationship|disclos|marketing-?links?)"
    r"|\b(?:partner|provisions?|werbe)-?links?\b|\badvertising disclosure"
    r"|\bamazon[- ](?:services llc )?(?:associates?|partner)\b|\benthält (?:\w+ )?werbung\b"
    r"|\benlaces? de afiliad|\bliens? (?:d[’']affiliation|affiliés?)"
    r"|\blink (?:di affiliazione|affiliati)"
    rf"|{_GET}[^.]{{0,80}}\b(?:links?|this page|qualifying purchases?|you (?:buy|purchase))\b"
    rf"|\b(?:links?|you (?:buy|purchase))\b[^.]{{0,60}}{_GET}",
    re.IGNORECASE,
)
_DISCLOSED: Final = re.compile(
    r"\*|\bdisclos|\bmay (?:contain|earn|receive|get|collect)\b|\bat no (?:extra|additional) cost"
    r"|\b(?:this|our) (?:post|article|page|story|site|website|blog)\b|\bwe are a participant"
    r"|\b(?:we|i)(?: \w+)? (?:earn|receive|get|collect|participate)\b"
    r"|\bdies\w{1,2} (?:artikel|beitrag|text|seite|post|blog\w*)\b[^.]{0,30}"
    r"\b(?:enthält|enthalten|beinhaltet|können|kann|sind)\b|\bhandelt es sich\b"
    r"|\b(?:verdien|erhalt|bekomm)\w* (?:wir|ich)\b|\b(?:wir|ich) (?:verdien|erhalt|bekomm)"
    r"|\b(?:cet article|nous (?:pouvons|percev|touch|recev)|este (?:artículo|post|artigo)|podemos"
    r"|recibimos|questo (?:articolo|post)|potremmo|riceviamo)",
    re.IGNORECASE,
)
"""How the site says it of itself, and of the page. A story of such links speaks of others."""
_MONEY: Final = (
    "affili", "amazon", "partner-link", "partnerlink", "provision", "werbe", "werbung",
    "commission", "compensation", "percentage", "disclosure", "afiliad", "a cut",
)  # fmt: skip
_CHANNELS: Final = ("whatsapp", "telegram", "youtube", "viber", "messenger")
_ANY_CHANNEL: Final = "|".join(_CHANNELS)
_CALLED: Final = rf"\S{{0,20}}(?:channel|kanal|canal|grup|group|канал|групп|{_ANY_CHANNEL})"
_BIDS: Final = (
    r"(?:únete|suscríbete|síguenos|seguinos|mir[ae]|ingresa|haz cli[ck]+|join|follow|subscribe"
    r"|check out|watch|folg(?:e|t|en sie)|abonnier(?:e|t|en sie)|rejoignez|suivez|abonnez|participe"
    r"|siga|inscreva|clique|receba|iscriviti|seguici|unisciti|volg|подпи[сш]\w+|приєдн\w+"
    r"|читайте|следите"
)
_TO: Final = r"\b(?:[^.!?]|\.(?=\S)){0,100}\b"
_JOIN: Final = re.compile(
    rf"\W?(?:síguenos|seguinos|seguici){_TO}(?:{_ANY_CHANNEL})"
    rf"|\W?{_BIDS}|recuerda|ya sab\w+|sabías|don[’']t miss|jetzt|entre){_TO}"
    r"(?:(?:our|unser\w*|notre|nos|nuestr\w+|tenemos|noss[ao]|nostr\w+|onze?|наш\w*)"
    rf"\s(?:\w+\s){{0,2}}{_CALLED}"
    rf"|(?:us|uns|nous|nos|ons)\s(?:on|auf|en|sur|su|no|op|via|в|у)\s(?:\w+\s)?(?:{_ANY_CHANNEL}))",
    re.IGNORECASE,
)
"""`¿Ya sabías que tenemos canal de Telegram? Únete …`, `Join our WhatsApp channel`."""
_JOIN_LINKED: Final = re.compile(rf"\W?{_BIDS}){_TO}{_CALLED}", re.IGNORECASE)
"""`Join the Harbour News channel on WhatsApp`: whose it is, its link says."""


def without_asides(chosen: list[Block]) -> list[Block]:
    """Return the blocks of a body without what its site says of itself and its pictures."""
    return [block for block in chosen if not _is_aside(block)] or chosen


def _is_aside(block: Block) -> bool:
    text = block.text
    if len(text) > _LONGEST:
        return False
    if len(text) <= _LINE:
        if _LIST.match(text):
            return True
        if block.node.tag not in HEADINGS and _is_label(text):
            return not TOLD.search(text)
    small = text.lower()  # to search it for a word takes a tenth of searching it for the pattern
    if any(map(small.__contains__, _MONEY)):
        found = _AFFILIATED.search(text)
        said = found and found.start() <= _EARLY and _DISCLOSED.search(text)
    elif len(text) <= _LINE and any(map(small.__contains__, _CHANNELS)):
        said = _JOIN.match(text) or (_JOIN_LINKED.match(text) if block.link_chars else None)
    else:
        return False
    return bool(said) and not TOLD.search(text)


def _is_label(text: str) -> bool:
    """Return whether a line is a credit, asks for a rating or tells when a text was written."""
    if any(each.match(text) for each in (_CREDIT, _RATED, _FILED)):
        return True
    if len(text) > _SHORT or _POSTED.match(text) is None:
        return False
    return has_date(text) and len(without_date(text).split()) <= _FEW
