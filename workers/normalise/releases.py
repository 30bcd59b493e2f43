"""
What is written below every text: whose it is, and what services for companies' news add.

`View source version on …`, `SOURCE Company` and a block of contacts are the service's form and tell
nothing of the matter; the same release has others at another service. A block of contacts goes only
where a service is named, above or below: elsewhere the writer may have meant it to be read.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SERVICE = re.compile(
    r"[(/–—-]\s?(?:BUSINESS ?WIRE|PR ?NEWSWIRE|GLOBE ?NEWSWIRE|ACCESS ?(?:NEWS)?WIRE|NEWSFILE"
    r"|MARKETWIRED|MARKETWIRE|EIN PRESSWIRE|CNW(?: GROUP)?|CISION|EQS(?:-NEWS)?|DGAP|OTS"
    r"|JCN NEWSWIRE|MEDIA OUTREACH(?: NEWSWIRE)?|NEWMEDIAWIRE|PRESSEPORTAL)\s?[)/–—-]",
    re.IGNORECASE,
)
"""A service in the dateline: `(BUSINESS WIRE)`, `/PRNewswire/`."""
_HEAD = 4
"""Paragraphs at the start in which the dateline stands."""
_NOTICE = re.compile(
    r"view (?:the )?(?:source version|original (?:content|version|release|press release))\b"
    r"|to view the (?:source version|original version|full announcement)\b"
    r"|an? (?:photos?|videos?|images?|infographics?|media) accompanying this\b[^.]{0,60}"
    r"\bavailable\b"
    r"|(?:photos?|logo|multimedia|video|infographic|foto|bild)\s?(?:[-–—:]|available[^.]{0,40}?:)"
    r"\s?https?://"
    r"|th(?:is|e) (?:announcement|information|press release|news release|content)[^.]{0,60}?"
    r"\bbrought to you by "
    r"|this (?:(?:announcement|information|content) (?:is|has been)"
    r"|(?:announcement|(?:press |news )?release) was) (?:being )?"
    r"(?:distributed by|disseminated by|issued through) "
    r"|original-content von:|weitere meldungen:|orig(?:inal)?-content:"
    r"|les? (?:texte|version)s? (?:du|original)[^.]{0,60}?communiqué[^.]{0,80}?fait foi"
    r"|consultez la version source sur|ver la versión original en"
    r"|originalversion auf \S{4,30} ansehen"
    r"|(?:#\s?){3,}$|[-–—]\s?(?:30|ends?|ende)\s?[-–—]$|attachments?:?$|anlagen?:?$",
    re.IGNORECASE,
)
"""How a service says where its own version, and its pictures, are."""
_RIGHTS = re.compile(
    r"(?:©|\(c\)\s(?:copyright\b|(?:19|20)\d\d|(?=(?-i:[A-Z])[^.!?]{0,80}(?:19|20)\d\d\W*$))"
    r"|copyright\s?(?:©|\(c\)|\d{4}|(?-i:by\s[A-Z])))[^.!?]{0,120}(?:[.!]?$|[.!]\s(?:all rights"
    r" reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
    r"|tutti i diritti riservati|todos os direitos reservados)\b.{0,80}$)",
    re.IGNORECASE,
)
"""Whose a text is: below every text, and no sign of a service."""
_SOURCE = re.compile(r"SOURCE:?\s[^.!?]{2,100}(?:\b(?:Inc|Ltd|Corp|Co|S\.A|N\.V|plc)\.)?")
_LONGEST_NOTICE = 400
_WHOM = (
    r"(?:(?:press|media|news|investors?|investor relations|company|corporate|public relations|pr|ir"
    r"|analysts?|sales|customer|general|financial|trade)\s?(?:[,/&]|and|or)?\s?){0,4}"
)
_CONTACT = re.compile(
    rf"(?:{_WHOM}(?:contacts?|inquiries|enquiries|relations)(?: (?:information|details|persons?))?"
    r"|for (?:further|more|additional) (?:information|details)[^.]{0,60}?(?:contact|:)"
    r"|presse-?kontakte?|kontakte?(?:er|person(?:en|er)?)?|medienkontakte?|ansprechpartner(?:in)?"
    r"|rückfrage(?:n|hinweis)|weitere informationen|contacts? (?:presse|médias?)|contatti"
    r"|contactos?(?: de prensa)?|contato(?: de imprensa)?|perscontact|yhteystiedot"
    r"|kontaktpersoner)\s*(?::.*|$)",
    re.IGNORECASE,
)
"""A line that begins a block of contacts, alone or with the first of them."""
_REACHED = re.compile(r"[\w.+-]@[\w-]+\.\w|(?:\+|\b)\d[\d ()./-]{6,18}\d|https?://|\bwww\.")
_SHORT = 80
"""Characters of a line of a block: a name, an office, a firm."""
_LONG = 300
"""Characters of a block in one paragraph."""
_BLOCK = 40
"""Paragraphs that a block of contacts can have at most."""


def without_form(body: Sequence[str]) -> list[str]:
    """Return the paragraphs without what a service wrote below them; one at least stays."""
    kept, served = list(body), False
    while len(kept) > 1 and _is_notice(kept[-1]):
        served = _RIGHTS.match(kept.pop()) is None or served
    if not served and not any(map(_names_service, body[:_HEAD])):
        return kept
    while (begin := _begin(kept)) is not None:
        del kept[begin:]
    return kept


def _names_service(text: str) -> bool:
    # to look for the signs costs a fifth of the pattern's time
    bare = text.isascii() and not ("(" in text or "/" in text or "-" in text)
    return not bare and _SERVICE.search(text) is not None


def _begin(body: Sequence[str]) -> int | None:
    """Return where the notices, or a block of contacts, begin that go on to the end."""
    if len(body) > 1 and _is_notice(body[-1]):
        return len(body) - 1
    begin, reached = None, False
    for at in range(len(body) - 1, max(0, len(body) - 1 - _BLOCK), -1):
        line = body[at]
        heads = _CONTACT.match(line) is not None and len(line) <= _LONG
        if not heads and not _is_detail(line):
            break
        reached = reached or _REACHED.search(line) is not None
        if heads and reached:
            begin = at
    return begin


def _is_notice(line: str) -> bool:
    if len(line) > _LONGEST_NOTICE:
        return False
    told = _NOTICE.match(line) or _RIGHTS.match(line) or _SOURCE.fullmatch(line)
    return told is not None


def _is_detail(line: str) -> bool:
    """Return whether a line names somebody or says how to reach him: no sentence."""
    if _is_notice(line) or (len(line) <= _LONG and _REACHED.search(line)):
        return True
    return len(line) <= _SHORT and line[-1:] not in '.!?:;,”"'
