"""
Items that agencies send to desks alone, and that say so of themselves: advisories, memos, plans.

Their words are no sign: a story may tell of a memo. What takes a story back, or mends it, often is
sent as an advisory too; it must reach the stories, and is an item like others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_KINDS = frozenset(
    {"advisory", "memo", "planning", "schedule", "dailyschedule", "daybook", "newsadvisory",
     "advisories", "newsplanning", "coverageplan", "memotoeditors", "editorialadvisory"}
)  # fmt: skip
_SIGNS = re.compile(r"[\s_-]+")
_MENDS = re.compile(
    r"\b(?:kill|withdr[ae]w|retract|cancel|correct|delet|disregard|replac|embargo|hold|elimin|annul"
    r"|supprim|retir|rectif|zurück|korr|berichtig|storn|sperr|anula|retrac|ritir|corre[gçc]"
    r"|ingetrokken|intrekk|tilbage|tilbake|återkall|peruu|wycof|anulo|iptal|rettelse|rättelse|отозв|исправ|аннул"
    r"|سحب|تصحيح|إلغاء)|撤|更正|订正|訂正",
    re.IGNORECASE,
)
"""Words of a kill, a correction or an embargo in any of the wires' languages."""
_FIRST = 2
"""Paragraphs in which such an order stands."""


def for_desks(
    kinds: Iterable[str], status: str | None, headline: str | None, body: Sequence[str]
) -> str | None:
    """
    Return why an item is no article that says of itself to be for desks; None for any other.

    `kinds` are its types and genres as written, `status` its publication status.
    """
    kind = next((one for one in kinds if _plain(one) in _KINDS), None)
    if kind is None or _plain(status or "usable") != "usable":
        return None
    if any(map(_MENDS.search, (headline or "", *body[:_FIRST]))):
        return None
    return f"the item is of type {kind.strip()}: it is for desks, and no article"


def _plain(told: str) -> str:
    return _SIGNS.sub("", told.strip().rpartition(":")[2].rpartition("/")[2]).casefold()
