"""A name alone between headline and text, without a word for it and without a day beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.employed import before_office
from workers.parsers.bylines.firms import is_surely_person
from workers.parsers.html.signed.whose import is_pictured

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workers.parsers.html.walk.nodes import Block

SOURCE = "name below the headline"
_NEAR = 10
"""Blocks above the text in which a name alone is its author's."""
_LONGEST, _MOST = 90, 4
"""Characters of the line, and words of a name: behind more stands a town."""
_AND = re.compile(r"\s(?:and|und|et|y|e|og|och|en|&|im Gespräch mit)\s")


def signs(
    block: Block, blocks: Sequence[Block], span: tuple[int, int, int], told: Iterable[str]
) -> bool:
    """
    Return whether a line is persons who wrote the text: it tells of none that is called so.

    `span`: the places of the headline and of the body's first and last block; `told`: headlines
    and keywords. The last paragraph may say who that is. An item of a list is one of a menu.
    """
    heading, first, last = span
    near = max(heading, first - _NEAR) < block.at <= first
    if not near or block.node.tag == "li" or is_pictured(block):
        return False
    texts = [each.text for each in blocks[first : last + 1] if each is not block and each.prose]
    names = _persons(block.text)
    return bool(names) and all(_is_unmentioned(name, (*told, *texts[:-1])) for name in names)


def _is_unmentioned(name: str, told: Iterable[str]) -> bool:
    """Return whether none of some texts has the last word of a name: it is no subject of theirs."""
    last = name.rsplit(maxsplit=1)[-1]
    return not any(last in text for text in told)


def _persons(text: str) -> list[str]:
    """Return the persons that a line is, with a given name each and nothing else; or none."""
    every = _AND.split(before_office(text) or text) if len(text) <= _LONGEST else []
    full = all(1 < len(name.split()) <= _MOST and is_surely_person(name) for name in every)
    return every if full else []
