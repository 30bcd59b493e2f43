"""
What stands among a body's paragraphs and is the site's: disclosures, ratings, credits, channels.

Such lines are made as paragraphs are, in the same element; they are known by what they say alone.
"""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.parsers.html.body.dangling import leads_on
from workers.parsers.text.body.told import TOLD

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block

_LONGEST: Final = 450
_LINE: Final = 160
"""Characters of a line that is a credit, a rating, a time or a link and nothing else."""
_SHORT: Final = 80
"""… and of one that tells when a text was written."""
_LINKED: Final = 0.5
_EARLY: Final = 110
"""Characters of a disclosure before its words; a text that comes to them later is no disclosure."""
_CREDIT: Final = re.compile(
    r"(?:crédits?(?: photos?)?|créditos?|beitragsbild|titelbild|aufmacherbild|rubriklistenbild"
    r"|symbolbild|artikelbild|bildquelle|bildnachweis|bildrechte|fotos?|bild(?:er)?|photos?"
    r"|(?:featured|header|lead|hero|cover) (?:image|photo)|(?:photo|image) (?:source|credits?)"
    r"|photography|fotografie|fotografía|fotografia|billede|zdjęcia?)"
    r"\s?(?:[:：]\s?\S|(?:by|von|par|de|di|av|af|courtesy of) (?-i:[A-Z]))",
    re.IGNORECASE,
)
"""`Beitragsbild: Ada Brook`, `Featured image by Ada Brook/Harbour Images`."""
_SOURCE: Final = re.compile(
    r"(?:quellen?(?:angaben?|nachweise?)?|sources?|fuentes?|fontes?|bronnen|bron|källor|kilder"
    r"|źródła?)\s?[:：](?:[^.!?]|\.(?=\S)|\d\.){0,150}\.?$",
    re.IGNORECASE,
)
_POSTED: Final = re.compile(
    r"(?:publiziert|veröffentlicht|erstellt|aktualisiert|published|posted|publié|publicado"
    r"|pubblicato)(?: am| on| le| el| em| il)?\s?:?\s\D{0,12}\d{1,2}(?:\.|/|\s\w)"
    r"|der (?:beitrag|artikel|eintrag) wurde am\b.{0,80}\bveröffentlicht",
    re.IGNORECASE,
)
"""`Publiziert: 03.04.2020, 12:35`."""
_RATED: Final = re.compile(
    r"\W{0,2}(?:noch keine bewertung|no (?:ratings|votes) (?:yet|so far)|be the first to rate"
    r"|(?:war|ist|fand\w* (?:sie|du)|hat (?:ihnen|dir|euch)) (?:de[rn]|diese[rn]?)"
    r" (?:artikel|beitrag)[^?]{0,30}\?|(?:was|did you find|how useful was) this"
    r" (?:article|page|post|story|content)[^?]{0,20}\b(?:help|useful)[^?]{0,20}\?"
    r"|(?:rate|bewerten sie|bewerte) (?:this|diesen)\b"
    r"|\(?\d[\d.,]*\s(?:votes?|stimmen|ratings?|bewertungen)\b)",
    re.IGNORECASE,
)
"""`War der Artikel nützlich? (95 Stimmen: 4,73)`."""
_AFFILIATED: Final = re.compile(
    r"\baffiliate[- ]?(?:links?|partner|program|relationship|disclos|marketing-?links?)"
    r"|\b(?:partner|provisions?|werbe)-?links?\b|\bamazon(?: services llc)? associates?\b"
    r"|\badvertising disclosure|\benthält (?:\w+ )?werbung\b|\benlaces? de afiliad"
    r"|\bliens? (?:d[’']affiliation|affiliés?)|\blink (?:di affiliazione|affiliati)"
    r"|\b(?:earn|receive|get|collect)s?\b[^.]{0,40}\b(?:commissions?|compensation|percentage|cut)\b"
    r"[^.]{0,80}\b(?:links?|purchase[sd]?|sales?|buy|products?|page)\b",
    re.IGNORECASE,
)
_SITE: Final = re.compile(
    r"\b(?:we|us|our|i|my|you|this (?:post|article|page|story|site)|disclosure|links|wir|uns\w*"
    r"|ich|ihr|du|sie|dieser|nous|notre|vous|noi|nostr\w+|nosotros|nuestr\w+|may earn"
    r"|mit \*+)\b|\*",
    re.IGNORECASE,
)
"""Who discloses: the site, to its reader. A story of such links speaks of others."""
_MONEY: Final = (
    "affili", "associate", "partner-link", "partnerlink", "provision", "werbe", "werbung",
    "commission", "compensation", "percentage", "disclosure", "afiliad", "a cut",
)  # fmt: skip
_CHANNELS: Final = ("whatsapp", "telegram", "youtube", "viber", "signal", "messenger")
_JOIN: Final = re.compile(
    r"(?:únete|suscríbete|síguenos|seguinos|mir[ae]|ingresa|entra|haz cli[ck]+|recuerda|ya sab\w+"
    r"|sabías|join|follow|subscribe|don[’']t miss|check out|watch|folg\w*|abonnier\w*|jetzt|mach\w*"
    r"|rejoignez|suivez|abonnez|entre|participe|siga|inscreva\w*|clique|receba|iscriviti|seguici"
    r"|unisciti|volg|подпис\w+|подпиш\w+|приєдн\w+|читайте|следите)\b"
    r"(?:[^.!?]|\.(?=\S)){0,100}"
    r"\b(?:our|unser\w*|notre|nos|nuestr\w+|tenemos|nosso|nossa|nostr\w+|onze?|наш\w*|us|uns|channel"
    r"|kanal|canal|canale|grupo|gruppe|group|groupe|gruppo)\b",
    re.IGNORECASE,
)
"""`¿Ya sabías que tenemos canal de Telegram? Únete …`, `Join our WhatsApp channel`."""


def without_asides(chosen: list[Block]) -> list[Block]:
    """Return the blocks of a body without what its site says of itself and its pictures."""
    return [block for block in chosen if not _is_aside(block)] or chosen


def _is_aside(block: Block) -> bool:
    text = block.text
    if len(text) > _LONGEST:
        return False
    if len(text) <= _LINE:
        if any(each.match(text) for each in (_CREDIT, _SOURCE, _RATED)):
            return True
        if len(text) <= _SHORT and _POSTED.match(text):
            return True
        linked = block.link_chars >= _LINKED * len(text) or text[-1] == ":"
        if linked and leads_on(text):
            return True
    small = text.lower()  # to search it for a word takes a tenth of searching it for the pattern
    if any(map(small.__contains__, _MONEY)):
        found = _AFFILIATED.search(text)
        said = found and found.start() <= _EARLY and _SITE.search(text)
    elif any(map(small.__contains__, _CHANNELS)):
        said = len(text) <= _LINE and _JOIN.search(text)
    else:
        return False
    return bool(said) and not TOLD.search(text)
