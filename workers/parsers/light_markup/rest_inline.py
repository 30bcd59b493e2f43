"""The marks inside a line of reStructuredText: roles, links, stress, footnotes, substitutions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workers.parsers.light_markup.filled_in import FilledIn

_LITERAL = re.compile(r"``(\S|\S[^\n]{0,500}?\S)``(?!`)")
_MARKED = re.compile(r"(?::[A-Za-z][\w.+:-]{0,60}:)?`([^`\s](?:[^`]{0,2000}?[^`\s\\])?)`(?:__?)?")
"""A role's text, a link's, or one in the default role; what stands behind it names its kind."""
_TARGET = re.compile(r"\s+<[^<>]{1,2000}>$")
_NOTE = re.compile(r"\s?\[(?:\d{1,4}|#[\w.-]{0,60}|\*)\]_(?!\w)")
_CITED = re.compile(r"(\[[A-Za-z][\w.-]{0,60}\])_(?!\w)")
_NAME = re.compile(r"(?<![\w/.:-])([^\W_](?:[\w-]{0,80}[^\W_])?)__?(?![\w/.-])")
"""A word that is a link: `Copydesk_`."""
_STRONG = re.compile(r"\*\*([^\s*](?:[^*\n]{0,1000}[^\s*])?)\*\*")
_STRESS = re.compile(r"(?<![\w*\\])\*([^\s*](?:[^*\n]{0,1000}[^\s*])?)\*(?![\w*])")
_FILLED = re.compile(r"\|([^|\s](?:[^|\n]{0,80}[^|\s])?)\|(?:__?)?")
_ESCAPE = re.compile(r"\\(\s|.|$)")
_SIGNS = re.compile(r"[`*_|\\]")
_HELD = "\x00"
"""Holds the place of literal text, in which nothing is a mark; no decoded text has it."""


def plain(text: str, filled: FilledIn) -> str:
    """Return a line without its marks; `filled` tells what stands for `|name|`."""
    if not _SIGNS.search(text):
        return text
    literal: list[str] = []

    def hold(found: re.Match[str]) -> str:
        literal.append(found[1])
        return _HELD

    text = _LITERAL.sub(hold, text)
    text = _MARKED.sub(lambda found: _TARGET.sub("", found[1]).lstrip("~!"), text)
    text = _CITED.sub(r"\1", _NOTE.sub("", text))
    text = _FILLED.sub(lambda found: filled.of(found[1].casefold(), found[0]), text)
    text = _NAME.sub(r"\1", _STRESS.sub(r"\1", _STRONG.sub(r"\1", text)))
    text = _ESCAPE.sub(lambda found: found[1].strip(), text)
    held = iter(literal)
    return "".join(next(held) if sign == _HELD else sign for sign in text) if literal else text
