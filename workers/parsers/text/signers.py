"""
Who signs a line beside the headline: names among dates, accounts, offices and counts.

`10. Mai 2021 von Ann Ek | 3 Kommentare`, `Ann Ek, Staff Writer`, `* Ann Ek@annek`. The names are
cut out as they stand; which of them are offices or credentials is known to normalising.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.text.bylines import looks_like_person
from workers.parsers.text.lexicon import FURNITURE, HEADINGS
from workers.parsers.text.moments import moments

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_VERB = (
    r"(?:posted|published|written|reported|post|story|geschrieben|gepostet|veröffentlicht"
    r"|publiziert|erstellt|verfasst|eingetragen|eingestellt|beitrag|publié|rédigé|écrit|escrito"
    r"|publicado|scritto|pubblicato|geschreven|skrevet|skriven|opublikowane|napisane)"
)
_BY = re.compile(
    rf"(?:^|(?<=[\s|•·–—~/,:*]))(?:{_VERB}\s+)?"
    r"(?:(?:by|von|vom|par|por|door|przez|автор|oleh|author|autor(?:in)?|auteure?)\b\s*:?"
    r"|(?:di|da|av|af|text|texte|texto|testo|tekst|redaktion|от)\s*:)\s+",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s*[|•·~¦(\[/–—@<>»#]|\s-+\s|\s{2,}|\.{2,}|\d"
    r"|(?:^|\s)(?:on|in|am|um|at|for|to|from|posted|published|publiziert|veröffentlicht|updated"
    r"|kategorien?|categor(?:y|ies)|filed|abgelegt|tags?|leave|hinterlasse|schreibe|kommentare?"
    r"|comments?|sagt|says?|said|permalink|uncategorized|allgemein|dans|en|em|il|le|el|op|den"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag"
    r"|mittwoch|is|was|has|and\s+more|stand|vom|erstellt|geändert|aktualisiert|ein|eine|under|unter"
    r"|foto|photo|seiten|lesezeit|min(?:uten|utes)?|veröffentlicht|gepostet|mot-clé|all)(?=[\s:,.]|$)",
    re.IGNORECASE,
)
"""Where a line's names end."""
_INNER = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z]{3,}[a-z]*$)")
"""`Ann EkFOXBusiness`: an office that stood in an element of its own."""
_MAIL = re.compile(r"\s*\S+@\S+\.\S+.*$")
_ACCOUNT = re.compile(r"[^\W_][\w.-]{2,29}")
_CUT = re.compile(r"\s*(?:[|•·~¦(\[–—<>»]|\s[-/]+\s|\s{2,}|(?<=\w)@|(?<=\s)@)\s*")
_PICTURE = re.compile(
    r"(?:\s/\s?(?:AP|AFP|EPA|dpa|Reuters|Getty)\b|\b(?:Getty|Shutterstock|iStock|Alamy)\b"
    r"|\b(?:images?|photos?|fotos?|via)\b)",
    re.IGNORECASE,
)
_PLAIN = str.maketrans("", "", ".,'’-")
_CAPITAL_NOUNS = frozenset({"der", "und", "die", "nicht"})
"""Words of the language that writes every noun with a capital."""
_AND = re.compile(r"\s*,\s*|\s+(?:and|und|et|y|og|och|&)\s+")
_LONGEST = 100


def signed_by(text: str, *, inside: bool = False) -> str | None:
    """Return the names behind a `By` that a line begins with, or has `inside` it; or None."""
    line = _without_moments(text)
    for match in _BY.finditer(line):
        if match.start() and not inside:
            break
        rest = _MAIL.sub("", line[match.end() :])
        stop = _STOP.search(rest)
        names = _INNER.split(rest[: stop.start()] if stop else rest, maxsplit=1)[0]
        names = names.strip(" ,;:.-")
        if 0 < len(names) <= _LONGEST and _are_signers(names):
            return names
    return None


def named(text: str, spoken: AbstractSet[str] = frozenset()) -> str | None:
    """
    Return the names that a line without a `By` begins or ends with, or None.

    `spoken` are the page's words in small letters: what consists of them is no person's name.
    """
    if _PICTURE.search(text):
        return None
    for part in _CUT.split(_without_moments(text)):
        bare = _INNER.split(_MAIL.sub("", part), maxsplit=1)[0].strip(" ,;:.-*")
        stop = _STOP.search(bare)
        first, *others = _AND.split(bare[: stop.start()] if stop else bare)
        if not is_person_like(first, spoken):
            continue
        people = [first]
        for other in others:
            if not is_person_like(other, spoken):
                break
            people.append(other)
        return ", ".join(people)
    return None


def is_person_like(text: str, spoken: AbstractSet[str] = frozenset()) -> bool:
    """Whether a text is two to four capitalised words, not all of them words of the page."""
    if not looks_like_person(text):
        return False
    words = [word.translate(_PLAIN).casefold() for word in text.split()]
    if words[0] in HEADINGS or any(word in FURNITURE for word in words):
        return False
    if words[0] not in spoken:
        return True
    return not (spoken >= _CAPITAL_NOUNS or all(word in spoken for word in words))


def _without_moments(text: str) -> str:
    for _, moment in moments(text):
        text = text.replace(moment, " ¦ ", 1)
    return text


def _are_signers(names: str) -> bool:
    """Whether the text behind a `By` begins with capitalised words, or is an account's name."""
    words = names.split(",", 1)[0].split()
    if not words or len(words) > 8:  # noqa: PLR2004 - a sentence
        return False
    if len(words) == 1:
        return bool(_ACCOUNT.fullmatch(words[0])) and words[0].casefold() not in FURNITURE
    return words[0][0].isupper() and words[-1][0].isupper()
