"""How names of persons are written, in writing with capitals: words, particles, initials, lists."""

# ruff: noqa: RUF001 - apostrophes and the letters of many languages are meant
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.words import NOBODY, OPENER, PICTURED
from workers.parsers.lines.lexicon import FURNITURE, HEADINGS

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

UPPER = (
    "A-ZÀ-ÖØ-ÞĀ-ſƁƊƏƘƠƯƳȘȚА-ЯЀ-ЏҐҒҚҢҮҰҲҶҺӘӢӨӮԱ-ՖṢḌḤṬ"
    "Α-ΩΆΈ-ΊΌΎΏẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
_NAME = rf"(?:Dr\.\s|Prof\.\s)*(?!And\s|[\w.'’-]+\s?[:：])[{UPPER}][\w.'’‘-]*"
SMALL = r"(?:von|van|de|der|den|del|della|di|da|do|dos|al|el|bin|zu|la|le|y)\s"
NAME_WORD = rf"[{UPPER}](?:[^\W\d_]*[a-zß-ÿа-џґα-ωά-ώա-և'’-][^\W\d_]*|\.)"
_JOINED = r"(?:d[eiu]|l[ae]|van|von)"
"""A small word joined to a surname: `Michael deAgonia`."""
_INSIDE = SMALL.replace("|y)", ")")
"""Without what joins two persons as well: the pattern of several names has it."""
IN_A_PLACE = rf"\s(?:in|aus|à|from)\s[{UPPER}]\w+(?:[\s-][{UPPER}]\w+)?"
"""Where somebody sat who wrote: `Ada Brook in Oslo`."""
FULL = rf"{_NAME}(?:\s(?:{_INSIDE}){{0,2}}{_JOINED}?{_NAME}){{0,3}}"
_WHOLE = (
    rf"(?=[{UPPER}]\S+\s[{UPPER}])"
    r"(?!(?:New|Los|San|Hong|Tel|Rio|Buenos|Abu|Den|Sør|Nord|Saudi|S[ta]n?kt?)\s)"
)
AND = (
    r"(?:\s?[,;&]\s(?:(?:and|und|et|with|&)\s)?|\s?/\s?|\s(?:und|[Aa]nd|et|y|e|og|och|en|with|mit|avec|ja|ve|və|va|dan|un|ir|oraz|és"
    r"|și|și|и|та|і|και|agus|eta|dhe"
    rf"|im (?:Gespräch|Interview) mit|in conversation with)\s|\s(?:i|na)\s{_WHOLE})"
)
"""What joins two persons; a word that says `in` too stands before a name of two words."""
NAMES = rf"{FULL}(?:{AND}{FULL}){{0,6}}"
ONLY_NAMES = re.compile(NAMES)
_NOBLE = re.compile(
    rf"([{UPPER}][^\W\d_]+(?: [{UPPER}](?:[^\W\d_]+|\.))?)"
    rf" (?:(?:von|van|de|del|della|di|da|du)(?: de[rnm]| la)?|[VD](?:on|an|[aei]))"
    rf" [{UPPER}][^\W\d_]+(?:-[{UPPER}][^\W\d_]+)?(?=$|{AND})"
)
_PARTICLE = re.compile(rf"(?<=\w)\s(?:{SMALL}){{1,2}}(?=[{UPPER}])")
_WORD_OR_AND = re.compile(
    r"^(?:[^\W\d_][\w'’.-]*|&|and|und|et|y|e|och|en|de|da|van|von|der|di|del|la|le|bin|al|,)$"
)
_NAME_SIGNS = str.maketrans("", "", ".-'’")
_PLAIN = str.maketrans("", "", ".,'’-")
_CAPITAL_NOUNS = frozenset({"der", "und", "die", "nicht"})
"""Words of the language that writes every noun with a capital."""


def names_only(text: str, most: int = 14) -> bool:
    """Whether a text is names of people and nothing else: capitalised words and connectives."""
    words = text.replace(",", " , ").split()
    if not 1 <= len(words) <= most or text[-1:] in "!?:;。":
        return False
    head = text.split(",", 1)[0].split()
    if not all(_WORD_OR_AND.match(word) for word in head):
        return False
    return head[0][0].isupper() or not head[0][0].islower()


def looks_like_person(text: str) -> bool:
    """Whether a line without any `By` may be a person's name: two to four words with capitals."""
    words = text.split()
    if not 2 <= len(words) <= 4 or not all(map(_is_name, words)):  # noqa: PLR2004
        return False
    return words.count(words[0]) < len(words)  # `Mail Mail`: a sign and the word below it


def _is_name(word: str) -> bool:
    letters = word.translate(_NAME_SIGNS)
    return (
        letters.isalpha() and letters[0].isupper() and (len(letters) == 1 or not letters.isupper())
    )


def is_person_like(text: str, spoken: AbstractSet[str] = frozenset()) -> bool:
    """Whether a text is two to four capitalised words, not all of them words of the page."""
    text = _PARTICLE.sub(" ", text)
    if not looks_like_person(text):
        return False
    words = [word.translate(_PLAIN).casefold() for word in text.split()]
    if words[0] in HEADINGS or any(word in FURNITURE for word in words):
        return False
    if words[0] not in spoken:
        return True
    return not (spoken >= _CAPITAL_NOUNS or all(word in spoken for word in words))


def is_noble(line: str) -> bool:
    """Return whether a line of names begins with one that has a `von` in it: that is no `by`."""
    found = _NOBLE.match(line)
    return (
        found is not None
        and not OPENER.search(found[1])
        and not PICTURED.search(found[1])
        and ONLY_NAMES.fullmatch(line) is not None
    )


def names_nobody(names: str) -> bool:
    """Return whether a word of menus, counters or labels is among names: they are none."""
    return NOBODY.search(_PARTICLE.sub(" ", names)) is not None
