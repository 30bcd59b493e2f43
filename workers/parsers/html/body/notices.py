"""
What a site sets between an article's paragraphs or below them for its own machinery.

Marks of advertisements, what stands for a film until its reader agrees to cookies, counters, forms
for comments, folders, pleas for the site's app: each is known by the whole of its line.
"""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.parsers.html.walk.naming import Hint
from workers.parsers.text.body.told import TOLD
from workers.words.letters import letters_and_digits

if TYPE_CHECKING:
    from workers.parsers.html.walk.nodes import Block, Node

_LONGEST: Final = 300
_LINE: Final = 120
"""Characters of a line that is a mark and nothing else."""
_MARK: Final = re.compile(
    r"(?:advertise?ment|advertising|sponsored|anzeige|werbung|publicité|publicidade?|pubblicità"
    r"|advertentie|reclame|annons|annonse|reklam[ae]?|mainos|реклама|διαφήμιση|hirdetés|iklan"
    r"|quảng cáo|إعلان|广告|廣告|広告|광고)"
    r"|(?:(?:the |this )?(?:story|article|post|content|report|text) )?continues? (?:reading )?"
    r"(?:below|after|under)(?: (?:this|the|our))?(?: (?:advertisement|ad|video|promotion))?"
    r"|scroll (?:down )?to continue(?: reading)?(?: (?:below|after) .{0,20})?"
    r"|(?:nach|unter) (?:der|dieser) (?:werbung|anzeige) (?:geht es weiter|weiterlesen)"
    r"|(?:der |dieser )?(?:artikel|text|beitrag) (?:wird|geht) (?:nach|unter) (?:der|dieser) "
    r"(?:anzeige|werbung) (?:fortgesetzt|weiter)|weiter nach der (?:werbung|anzeige)"
    r"|(?:la suite|(?:l[’'])?article (?:continue|se poursuit))(?: de l[’']article)?"
    r" (?:après|sous) (?:la|cette) pub(?:licité)?"
    r"|(?:(?:la nota|el artículo|el texto) )?(?:contin[uú]a|sigue)(?: leyendo)?"
    r" (?:después de|debajo de|tras|luego de) (?:la|esta) publicidad"
    r"|(?:(?:a matéria|o artigo) )?continua (?:depois d|após |abaixo d)[ae] publicidade"
    r"|(?:l[’']articolo )?(?:continua|prosegue)(?: a leggere)? dopo (?:la|questa) pubblicità"
    r"|(?:het )?(?:artikel|tekst|verhaal) gaat verder onder(?: de| deze)?"
    r" (?:advertentie|video|foto)"
    r"|(?:artikeln )?fortsätter (?:efter|under) (?:annonsen|reklamen)"
    r"|(?:saken|artikkelen) fortsetter (?:etter|under) (?:annonsen|bildet|reklamen)"
    r"|artiklen fortsætter efter annoncen"
    r"|(?:dalsza część (?:artykułu|tekstu)|dalszy ciąg)(?: znajduje się)? (?:pod|po) reklam\w+"
    r"|продолжение (?:статьи )?(?:после|под) реклам\w+"
    r"|(?:(?:post |page )?views?|hits|aufrufe|visitas|vues|visualizzazioni|просмотров|阅读|浏览)"
    r"\s?[:：]\s?\d[\d.,\s]*k?"
    r"|(?:text|font|schrift)[ -]?(?:size|größe)\s?[:：]?(?:\s?[-+A]{1,3}){0,4}"
    r"|(?:short (?:url|link)|permalink|kurzlink)\s?[:：]\s?\S+"
    r"|add .{2,40} (?:as (?:a|your) preferred source|to your preferred sources) (?:on|in) google"
    r"|(?:leave|post|write|add) a (?:reply|comment)(?: cancel reply)?|be the first to comment"
    r"|(?:please )?log ?in to (?:post a |leave a )?(?:comment|reply)"
    r"|you must be logged in to (?:post a )?comment|oldest newest(?: most voted)?"
    r"|schreibe? (?:einen|den ersten) kommentar(?: antwort abbrechen)?|laisser un commentaire"
    r"|deja (?:un comentario|una respuesta)(?: cancelar la respuesta)?|lascia un commento",
    re.IGNORECASE,
)
"""Lines that say no more, but for a sign at their ends."""
_SIGNS: Final = " \t\xa0.:!*-–—_|·•▼↓()[]<>«»"
_FORM: Final = re.compile(
    r"your e-?mail address will not be published"
    r"|(?:deine|ihre) e-mail-adresse wird nicht veröffentlicht"
    r"|tu (?:dirección de )?correo electrónico no será publicad"
    r"|votre adresse (?:e-mail|de messagerie) ne sera pas publiée"
    r"|il tuo indirizzo e-?mail non sarà pubblicato|o seu endereço de e-?mail não será publicado"
    r"|(?:je|het) e-?mailadres wordt niet (?:gepubliceerd|getoond)"
    r"|ваш e-?mail не будет опубликован|loading(?: \w+)?\s?(?:\.{2,3}|…)$",
    re.IGNORECASE,
)
_CONSENT: Final = re.compile(
    r"we need your (?:consent|permission) (?:to|before)"
    r"|this (?:article|content) (?:contains|includes) content (?:provided|hosted) by"
    r"|(?:you (?:need|have) to|please) (?:accept|enable|allow) [^.]{0,40}(?:cookies|javascript)\b"
    r"|you need to enable javascript"
    r"|to (?:view|see|display|watch) this (?:content|video|embed|media|tweet|post),?"
    r" (?:you (?:must|need|have)|please|click|accept|update)"
    r"|an dieser stelle (?:befindet sich|finden sie|steht|sehen sie|wird)\b[^.]{0,40}\binhalt"
    r"|(?:empfohlener )?(?:redaktioneller|externer) inhalt\b"
    r"(?=[^.]{0,40}(?:$|von\b|laden|anzeigen))"
    r"|mit ihrer zustimmung (?:wird|werden|lädt|können)"
    r"|wir (?:benötigen|brauchen) ihre (?:zustimmung|einwilligung)"
    r"|dieses element (?:enthält daten|stammt) von|um diesen inhalt (?:anzuzeigen|zu sehen)"
    r"|pour (?:afficher|voir|visualiser|consulter) ce(?:tte)? (?:contenu|vidéo|publication)"
    r"|ce contenu (?:est bloqué|ne peut (?:pas )?être affiché|n[’']a pas pu)"
    r"|para (?:ver|visualizar) este contenido|este contenido (?:no está disponible|está bloqueado)"
    r"|per (?:visualizzare|vedere) questo contenuto|questo contenuto (?:è bloccato|non è disponib)"
    r"|om deze (?:inhoud|content|video) te (?:tonen|zien|bekijken)",
    re.IGNORECASE,
)
"""What stands for a film or a post until its reader agrees that it is loaded."""
_PLEA: Final = re.compile(
    r"(?:download|get|install) (?:the|our) (?:free )?(?:[\w’'.-]+ ){0,4}app\b"
    r"(?=.{0,100}\b(?:news|alerts?|headlines|updates|stories)\b)"
    r"|(?:do you have|have you got|got|have) (?:an?|any|more) (?:news )?(?:stor(?:y|ies)|tips?"
    r"|information)\b.{0,80}?\b(?:e-?mail|contact|write to|call|reach) (?:us|our)\b"
    r"|melden sie sich .{0,80}newsletter|abonnieren sie .{0,60}newsletter",
    re.IGNORECASE,
)
"""What the site wants of its readers."""
_FOLDER: Final = re.compile(
    r"(?:filed under|posted in|categor(?:y|ies)|abgelegt unter|publié dans|publicado en"
    r"|archiviato in|kategorien?|tags?|topics?|schlagw[oö]rter?)\s?[:：]",
    re.IGNORECASE,
)
_PULLED: Final = re.compile(r"pull[-_]?quote")
_LINKED: Final = 0.3
"""The least of a line of folders that is links."""


def without_notices(chosen: list[Block]) -> list[Block]:
    """Return the blocks of a body without such lines, and without quotations of its own text."""
    kept = [block for block in chosen if not _is_notice(block)]
    return [block for block in kept if not _is_pulled(block, kept)] or chosen


def _is_notice(block: Block) -> bool:
    text = block.text
    if len(text) > _LONGEST:
        return False
    if len(text) <= _LINE:
        if _MARK.fullmatch(text.strip(_SIGNS)):
            return True
        if _FOLDER.match(text) and block.link_chars >= _LINKED * len(text):
            return True
    said = _FORM.match(text) or _CONSENT.match(text) or _PLEA.match(text)
    return said is not None and not TOLD.search(text)


def _is_pulled(block: Block, chosen: list[Block]) -> bool:
    """Return whether a block stands in large letters and says again what a paragraph says."""
    frame = _pulled(block.node)
    if frame is None:
        return False
    own = [_key(each.text) for each in chosen if frame in each.node.chain]
    others = [_key(each.text) for each in chosen if frame not in each.node.chain]
    longest = max(own, key=len)
    return any(longest in other for other in others)


def _pulled(node: Node | None) -> Node | None:
    """Return the element around one that is called a pulled quotation."""
    while node is not None:
        if node.hints >> Hint.QUOTE & 1 and _PULLED.search(node.signature.lower()):
            return node
        node = node.parent
    return None


def _key(text: str) -> str:
    return letters_and_digits(text).casefold()
