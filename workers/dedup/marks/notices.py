"""
Reads kill notices that name a story by its headline: `KILL NOTICE: The story headlined 'X' …`.

Many desks take a story back in plain words, without its id. An article *about* a kill must not be
taken for one: a notice is short, and beside a mark there stands an order to those who have the
story, or a statement that it is withdrawn, unless the mark can be nothing else.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from shared.domain.notice import Notice
from workers.dedup.marks.headlines import marked
from workers.dedup.marks.notice_words import (
    ADDRESS,
    ASCII_STEMS,
    LIKELY,
    ORDER,
    POLITE,
    REPLACING,
    STATEMENT,
    STEMS,
    SURE,
)
from workers.dedup.texts.hashing import digest_of
from workers.dedup.texts.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 1200
"""Characters of a notice: more is an article."""
BRIEF = 300
"""Characters of a notice that has neither mark nor order, nothing but a statement."""
LONGEST_REASON = 300
HEADLINE_BITS = 40
"""Of the hash of a headline: two of a provider's headlines in a week do not share it by chance."""

_OPEN, _CLOSE = r"[\[(\u3010\uff08]", r"[\])\u3011\uff09]"
_MARK = re.compile(
    rf"\W*?(?P<open>{_OPEN})?\s*"
    rf"(?:(?P<replacing>{REPLACING})|(?P<sure>{SURE})|(?P<likely>{LIKELY}))\b"
    rf"\s*(?P<close>{_CLOSE})?\s*(?P<sign>[-\u2013\u2014:\uff1a/|]+)?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_DATELINE = re.compile(
    r"[^.:]{1,60}?(?:\([^)]{1,40}\)\s*[-\u2013\u2014]{1,2}|--|\s[\u2013\u2014])\s*"
)
_QUOTED = re.compile(
    "\u201e(?P<a>[^\u201c\u201d]+)[\u201c\u201d]|\u201c(?P<b>[^\u201d]+)\u201d|\u00ab\\s*(?P<c>[^\u00bb]+?)\\s*\u00bb"
    '|\u00bb(?P<d>[^\u00ab]+)\u00ab|"(?P<e>[^"]+)"|\u300c(?P<f>[^\u300d]+)\u300d|\u300e(?P<g>[^\u300f]+)\u300f'
    "|\u300a(?P<h>[^\u300b]+)\u300b|\u2018(?P<i>.+?)\u2019(?!\\w)|(?<!\\w)'(?P<j>.+?)'(?!\\w)"
)
_NAMED = re.compile(
    r"(?:headlined?|titled|entitled|(?:under the|with the) (?:headline|title)|headline|überschrift"
    r"|titel|betitelt|titre|intitulée?|titulad[oa]|título|titolo|intitolat[oa]|标题|標題|题为|題為"
    r"|見出し|제목|بعنوان|озаглавленн\w+|под заголовком)\s*[:：]?\s*",
    re.IGNORECASE,
)
_NAMED_LINE = re.compile(rf"^\W*{_NAMED.pattern}(?P<line>\S.*)$", re.IGNORECASE | re.MULTILINE)
_SENTENCES = re.compile(r"(?<=[.!?])\s+|(?<=[\u3002\uff01\uff1f])\s*|\n+")
_NEAR = 40
"""Signs between an order without a mark and the headline that it speaks of."""


class _Mark(IntEnum):
    NONE = 0
    LIKELY = 1
    SURE = 2
    REPLACING = 3


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a line begins: to whom it speaks, what mark it bears, and what is left."""

    mark: _Mark
    rest: str
    addressed: bool


def headline_of(headline: str) -> int | None:
    """Return what a headline is known by, whatever its dress and marks; None where it says none."""
    return headline_hash(tokens_of(marked(headline).headline))


def headline_hash(tokens: Sequence[str]) -> int | None:
    """Return what a headline of these tokens, without its marks, is known by."""
    if not tokens:
        return None
    return int.from_bytes(digest_of(tokens)[: HEADLINE_BITS // 8])


def notice_of(headline: str, body: Sequence[str]) -> Notice | None:
    """Return what an article says as a notice, None for an ordinary article."""
    if not _may_be_one(headline, body):
        return None
    text = "\n".join(body)
    own = "" if text.strip() == headline.strip() else text
    opening = max((_opening(headline), _opening(body[0])), key=lambda each: each.mark)
    if opening.mark is _Mark.REPLACING and not ORDER.search(own):
        aim = _aim(opening, headline, "")
        return None if aim is None else Notice(aim, replaces=True)
    if len(text) > LONGEST or not _is_notice(opening, headline, own):
        return None
    aim = _aim(opening, headline, own)
    return None if aim is None else Notice(aim, reason=_reason(headline, own))


def _may_be_one(headline: str, body: Sequence[str]) -> bool:
    """Tell of most articles, for little, that they are no notice."""
    long = sum(map(len, body)) > LONGEST
    text = headline if long or not body else f"{headline}\n{body[0][:LONGEST]}"
    text = text.casefold()
    stems = ASCII_STEMS if text.isascii() else STEMS
    return any(map(text.__contains__, stems))


def _opening(line: str) -> _Opening:
    """Read how a line begins."""
    address = ADDRESS.match(line)
    rest = line[address.end() :] if address else line
    found = _MARK.match(rest)
    if found is None:
        return _Opening(_Mark.NONE, rest, addressed=address is not None)
    quoting = _QUOTED.match(found["rest"])
    parted = bool(found["sign"] or found["close"] or quoting or not found["rest"])
    if found["replacing"]:
        mark = _Mark.REPLACING if parted or found["rest"] else _Mark.NONE
    elif found["sure"]:
        mark = _Mark.SURE if parted or _QUOTED.search(found["rest"]) else _Mark.NONE
    else:
        mark = _Mark.LIKELY if parted else _Mark.NONE
    told = found["rest"] if mark else rest
    return _Opening(mark, told, addressed=address is not None)


def _is_notice(opening: _Opening, headline: str, own: str) -> bool:
    """Weigh what speaks for a notice."""
    whole = f"{headline}\n{own}"
    if opening.mark is _Mark.SURE or (not own and opening.mark is _Mark.LIKELY):
        return True
    ordered, stated = ORDER.search(whole), STATEMENT.search(whole)
    if opening.mark is not _Mark.NONE or (opening.addressed and _QUOTED.search(whole)):
        return bool(ordered or stated)
    if ordered and (stated or POLITE.match(opening.rest)):
        quoted = _QUOTED.search(whole, (stated or ordered).start())
        return quoted is not None and quoted.start() - (stated or ordered).end() < _NEAR
    short = len(whole) <= BRIEF
    return stated is not None and short and any(map(_begins, (headline, own)))


def _begins(text: str) -> bool:
    """Tell whether a text begins with the statement that a story is withdrawn."""
    dateline = _DATELINE.match(text)
    text = text[dateline.end() :] if dateline else text
    stated = STATEMENT.match(text.lstrip())
    return stated is not None and _QUOTED.search(stated[0]) is not None


def _aim(opening: _Opening, headline: str, own: str) -> int | None:
    """Return the headline that a notice names: called so, quoted, or behind the mark."""
    whole = f"{headline}\n{own}"
    for named in _NAMED.finditer(whole):
        quoted = _QUOTED.match(whole, named.end())
        if quoted:
            return headline_of(_inside(quoted))
    quoted = _QUOTED.search(opening.rest)
    if quoted:
        return headline_of(_inside(quoted))
    if opening.mark and opening.rest.strip():
        return headline_of(opening.rest.split("\n")[0].strip(" =<"))
    line = _NAMED_LINE.search(own)
    if line:
        return headline_of(line["line"])
    quoted = _QUOTED.search(whole)
    return headline_of(_inside(quoted)) if quoted else None


def _inside(quoted: re.Match[str]) -> str:
    groups: tuple[str | None, ...] = quoted.groups()
    return next(filter(None, groups))


def _reason(headline: str, own: str) -> str:
    """Return the sentences that neither order nor state; all where nothing is left."""
    sentences = [each.strip() for each in _SENTENCES.split(own) if each.strip()]
    why = [s for s in sentences if not (ORDER.search(s) or STATEMENT.search(s) or _opening(s).mark)]
    told = " ".join(why or sentences or [headline])
    return told if len(told) <= LONGEST_REASON else told[: LONGEST_REASON - 1].rstrip() + "…"
