"""
Whose page it is, where nobody signs: a person who is named in the copyright line or by the host.

Who keeps a site alone signs no article. The claim is light: whoever signs outdoes it.
"""

# ruff: noqa: RUF001 - dashes are meant
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.bylines.firms import LEGAL_FORM, is_surely_person
from workers.parsers.html.headline import host_name
from workers.parsers.html.walk.naming import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.claims.evidence import Evidence
    from workers.parsers.html.walk.nodes import Block
    from workers.parsers.html.walk.page import Page

_WEIGHT = 0.12
_SIGNED = 0.15
"""A claim with more belief says who wrote it."""
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-ſ](?:[^\W\d_]|[’'-])+"
_NAME = (
    rf"(?:{_WORD}|[A-Z]\.)(?:\s(?:(?:von|van|de|der|den|di|da|du)\s)?(?:{_WORD}|[A-Z]\.)){{1,3}}"
)
_YEARS = r"(?:19|20)\d\d(?:\s?[–—-]\s?(?:(?:19|20)?\d\d|[a-z]+)?)?"
_RIGHTS = re.compile(
    rf"(?:^|[|•·]\s?)(?:©|\(c\)|copyright)[\s:]*(?:©|\(c\))?\s*(?:by\s)?(?P<years>{_YEARS})?"
    rf"[\s,:|–—-]*(?:by\s|bei\s)?(?P<who>(?-i:{_NAME}))(?P<after>,?\s{_YEARS})?"
    r"\s*(?:$|[.,;|•·–—©(]|-\s|\s(?:all|alle|tous|todos|tutti|design|powered|theme)\b)",
    re.IGNORECASE,
)
"""`© 2004–2024 Ada Brook. All rights reserved`."""
_PICTURES = re.compile(r"photo|foto|bild|image|picture", re.IGNORECASE)
"""Whose those are is told by `Photos | © Ada Brook`."""
_LONGEST = 200
_FOOT = 6
"""Blocks at the end of a page that are its foot."""
_NEAR = 3
"""Blocks behind the body's last whose copyright with a year is the text's."""


def gather(page: Page, evidence: Evidence, url: str | None, last: int) -> None:
    """Add the person whose page it is, where no author is claimed; the body ends at `last`."""
    if any(claim.weight > _SIGNED for claim in evidence.claims.get(Field.AUTHOR, ())):
        return
    owners = set(_in_copyright(page, last))
    if len(owners) == 1 and not _is_firm(page, name := owners.pop()):
        evidence.add(Field.AUTHOR, name, "copyright line", _WEIGHT)
    name = host_name.spelled_on(page, url, evidence) or ""
    if name.count(" ") == 1 and is_surely_person(name) and not _is_firm(page, name):
        evidence.add(Field.AUTHOR, name, "the host's name in the page", _WEIGHT)


def _in_copyright(page: Page, last: int) -> Iterator[str]:
    """Yield the persons whom copyright lines name: below the text with a year, or in the foot."""
    end = len(page.blocks)
    for block in page.blocks[last + 1 :]:
        if len(block.text) > _LONGEST or _is_pictures(block):
            continue
        for found in _RIGHTS.finditer(block.text):
            if _PICTURES.search(block.text, 0, found.start()):
                continue
            dated = found["years"] or found["after"]
            foot = end - block.at <= _FOOT or block.node.hints >> Hint.FOOT & 1
            if (foot or (dated and block.at <= last + _NEAR)) and is_surely_person(found["who"]):
                yield found["who"]


def _is_pictures(block: Block) -> bool:
    """Return whether a line stands in an element for pictures: it says whose those are."""
    return bool((block.hints | block.node.hints) >> Hint.PICTURE & 1)


def _is_firm(page: Page, name: str) -> bool:
    """Return whether a page has the legal form of a firm behind a name: `Ada Brook GmbH`."""
    firm = re.compile(rf"(?<!\w)(?i:{re.escape(name)}),?\s{LEGAL_FORM}")
    texts = (*page.head.titles[:1], *(block.text for block in page.blocks))
    return any(map(firm.search, texts))
