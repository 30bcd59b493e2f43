"""Paragraphs at the end of a body about who made it: its author's life, the site itself."""

# ruff: noqa: RUF001 - apostrophes are meant
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.persons import NAME_WORD
from workers.parsers.html.body.asking import is_appeal
from workers.words.agencies import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.html.body.features import Known
    from workers.parsers.html.walk.nodes import Block
    from workers.parsers.html.walk.page import Page

_LAST = 4
"""Blocks of a body among which such paragraphs stand."""
_FEWEST = 3
"""Blocks that have to be left."""
_LONGEST = 900
_BYLINE = 120
"""Characters of a line above the body that names its author."""
_ABOVE = 30
"""Blocks before the body in which it stands."""
_FEW = 4
"""Words beside the name in it, where none says that it signs."""
_BY = re.compile(r"(?:^|\s)(?:by|von|par|por|da|di|door|av|af|autor):?\s$", re.IGNORECASE)
_LONGEST_NAME = 40
_PARTED = re.compile(r"\s[|–—·:-]\s|\s?[|｜]\s?")
_NAME = re.compile(
    rf"(?:(?:Dr|Prof)\.?\s)?(?P<name>{NAME_WORD}(?:\s(?:van|von|de|der|den|la|di|{NAME_WORD})){{1,3}})"
    r"(?=\s[a-zà-ÿ(]|,\s)"
)
_IS = re.compile(
    r"\s(?:is|are|was|has been|ist|sind|est|sont|es|son|è|sono|é|são|är|er|jest)\s"
    r"(?:an?|the|one|your|our|part|owned|published|available|run|independent|committed|dedicated"
    r"|eine?|die|der|das|une?|la|le|l[’']|una?|el|il|uma?|o|een|de|het|en|et)\b"
)
_ABOUT = re.compile(
    r"about (?:the |this )?(?:authors?|writers?|contributors?|us|publication|site)"
    r"|(?:über|zu) (?:den autor|die autorin|die autoren|uns)|zur person|der autor|die autorin"
    r"|(?:à propos|au sujet) (?:de l[’']auteure?|des auteurs|de nous)|qui sommes-nous|l[’']auteure?"
    r"|(?:sobre|acerca) (?:d?el autor|de la autora|la autora|los autores|o autor|a autora)"
    r"|sobre (?:nosotros|nós)"
    r"|l[’']autore|l[’']autrice|gli autori|chi siamo|over de auteurs?|over ons"
    r"|om (?:forfatteren|skribenten|författaren|oss|os)|o autor(?:ze|ce|ovi)|o nas"
    r"|об авторе|о нас|про автора|关于(?:作者|我们)|作者(?:简介|簡介)|[筆著]者プロフィール",
    re.IGNORECASE,
)
"""The heading above what is told of an author, or of the site."""


def without_makers(chosen: list[Block], page: Page, known: Known) -> list[Block]:
    """
    Return the blocks of a body without what its last ones tell of its author or its site.

    An author is who is named above the body and nowhere in it: a person of the story is. The same
    is true of a site: firms tell of themselves, and end with what they are.
    """
    sites = [*known.sites, *_behind_title(page)]
    for at in range(max(len(chosen) - _LAST, _FEWEST), len(chosen)):
        text, before = chosen[at].text, chosen[:at]
        if len(text) > _LONGEST:
            continue
        heading = text.rstrip(" :")
        if _ABOUT.fullmatch(heading) or _is_of_site(heading, sites, before):
            return before
        if is_appeal(text) or _is_of_author(text, before, page, known.authors):
            return before
    return chosen


def _behind_title(page: Page) -> list[str]:
    """Return what a page's title has behind its last sign: the site's name, as a rule."""
    parts = [_PARTED.split(title.strip()) for title in page.head.titles[:1]]
    return [each[-1] for each in parts if len(each) > 1 and len(each[-1]) <= _LONGEST_NAME]


def _is_of_site(text: str, sites: Sequence[str], before: Sequence[Block]) -> bool:
    """Return whether a paragraph tells what the site is, or is the heading of that."""
    for site in sites:
        told = any(
            text.startswith(name) and _IS.match(text, len(name)) for name in (site, f"The {site}")
        )
        if told or text.casefold() == f"about {site.casefold()}":
            return not any(site in block.text for block in before)
    return False


def _is_of_author(text: str, before: Sequence[Block], page: Page, authors: Sequence[str]) -> bool:
    """Return whether a paragraph begins with a name that signs above the body, and is not in it."""
    found = _NAME.match(text)
    if found is None or AGENCIES.search(found["name"]):
        return False
    name = found["name"]
    surname = name.rpartition(" ")[2]
    if any(surname in block.text for block in before):
        return False
    first = before[0].at
    above = (block.text for block in page.blocks[max(first - _ABOVE, 0) : first])
    lines = [*authors, *(line for line in above if len(line) <= _BYLINE)]
    return any(name in line and _signs(*line.split(name, maxsplit=1)) for line in lines)


def _signs(before: str, behind: str) -> bool:
    """Return whether a name signs a line, by what stands beside it."""
    return len(before.split()) + len(behind.split()) <= _FEW or _BY.search(before) is not None
