"""The host's name as its page spells it: `Harbour Weekly` of `www.harbourweekly.example`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.words.spelled import is_one_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.claims.evidence import Evidence
    from workers.parsers.html.walk.page import Page

_SECOND_LEVEL = frozenset(
    {"ac", "asso", "co", "com", "edu", "gob", "gov", "gouv", "gv", "ne", "net", "or", "org"}
)
"""Labels before a country's that are no name."""
_HOMES = frozenset(
    {"blogspot", "github", "gitlab", "livejournal", "medium", "substack", "tumblr", "typepad"}
    | {"wordpress"}
)
"""Hosts of many: the label before is the name."""
_LEAST, _PLAIN = 4, 6
"""Letters of a name; with fewer than the second a word of the page is hardly the host's name."""
_MOST = 40
_WEIGHT = 0.2
_SPELLINGS = {"ae": "(?:ae|ä)", "oe": "(?:oe|ö)", "ue": "(?:ue|ü)", "ss": "(?:ss|ß)"}
_HOST = re.compile(r"(?:\A|:)//([^/:@?#]+)")
"""The last is the page's: an archive of pages has the original's address in its path."""
_PIECE = re.compile("ae|oe|ue|ss|[a-z0-9]|-")
_TEXT = 200_000
"""Characters of a page that are looked through."""


def gather(page: Page, url: str | None, evidence: Evidence) -> None:
    """Add the host's name as a source, where the page names none as people do, and spells it."""
    titles = {title.casefold() for title in evidence.values(Field.HEADLINE)}
    told = [name for name in evidence.values(Field.SOURCE) if name.casefold() not in titles]
    if not all(map(is_one_word, told)):
        return
    name = spelled_on(page, url, evidence)
    evidence.add(Field.SOURCE, name, "the host's name in the page", _WEIGHT)


def spelled_on(page: Page, url: str | None, evidence: Evidence) -> str | None:
    """Return the name of the page's host as the page spells it; None where it does not."""
    label, ending = _label(_address(url, evidence))
    if not _LEAST <= len(label) <= _MOST:
        return None
    text = "\n".join((*page.head.titles[:1], *(block.text for block in page.blocks)))[:_TEXT]
    return _spelled(label, ending, text)


def last_with_host(names: Sequence[str], url: str | None, evidence: Evidence) -> str | None:
    """
    Return the last of some names that has the name of the page's host in it, if one has.

    A part of a word is less than a word: `Zeitfragen` is no name of `zeit.example` beside `Zeit`.
    """
    label, _ = _label(_address(url, evidence)) if names else ("", "")
    if len(label) < _LEAST:
        return None
    letters = _letters(label)
    for pattern in (rf"(?<!\w)(?:{letters})(?!\w)", letters):
        found = (name for name in reversed(names) if re.search(pattern, name, re.IGNORECASE))
        if (name := next(found, None)) is not None:
            return name
    return None


def _address(url: str | None, evidence: Evidence) -> str:
    """Return the address that the page says is its own, else the one that it came from."""
    told = evidence.claims.get(Field.URL, ())
    return max(told, key=lambda claim: claim.weight).value if told else url or ""


def _label(address: str) -> tuple[str, str]:
    """Return the label of an address's host that is a name, and what follows it; or nothing."""
    hosts = _HOST.findall(address.partition("?")[0])
    host = hosts[-1].lower() if hosts else ""
    labels = host.split(".")
    if not host.isascii() or labels[-1].isdigit():
        return "", ""
    end = len(labels) - 1
    while end > 1 and (labels[end - 1] in _SECOND_LEVEL or labels[end - 1] in _HOMES):
        end -= 1
    if end < 1 or labels[end - 1] == "www":
        return "", ""
    return labels[end - 1], ".".join(labels[end:])


def _spelled(label: str, ending: str, text: str) -> str | None:
    """Return the commonest spelling of a label that begins a word by a capital, if there is one."""
    letters = _letters(label)
    found = re.finditer(
        rf"(?<![\w@./-])({letters})(\.{re.escape(ending)})?(?![\w@/-]|\.\w)", text, re.IGNORECASE
    )
    names: Counter[str] = Counter()
    for match in found:
        if match[1].islower():
            continue
        if match[2] or _is_name(match[1]):
            names[match[0]] += 1
    return max(names, key=names.__getitem__, default=None)


def _letters(label: str) -> str:
    """Return the pattern of a label as people write it: in words, with the umlauts of its name."""
    pieces = (_SPELLINGS.get(piece, piece) for piece in _PIECE.findall(label) if piece != "-")
    return "[-. ]?".join(pieces)


def _is_name(word: str) -> bool:
    """Return whether a spelling is hardly a word of the text: long, of several, or in capitals."""
    return len(word) >= _PLAIN or not word[1:].islower()
