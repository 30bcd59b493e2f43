"""What East Asian papers write below a text: who edited it, whose it is, whom to tell."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.bylines.east_labels import is_labelled, labels_of
from workers.parsers.bylines.eastern import byline
from workers.parsers.bylines.signatures import closing_author, opening_authors
from workers.parsers.html.body.closing_east import calls
from workers.words.east_asian_names import is_person

if TYPE_CHECKING:
    from workers.parsers.claims.evidence import Evidence

_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_BELOW = re.compile(
    r"[\w.+-]{1,60}@[\w-]+(?:\.[\w-]+)+"
    r"|.{0,120}(?:무단\s?(?:전재|복제|배포)|저작권자).{0,160}"
    r"|[▶◎■☞※▷◇]\s?(?=.*(?:\S@\S|제보|구독|카카오톡|뉴스|네이버|유튜브|페이스북|바로가기)).{1,120}"
    r"|(?:\d{4}[./-]\d\d[./-]\d\d\s\d\d:\d\d\s)?송고.{0,30}"
)
"""The reporter's address, whose text it is, whom to tell of news, when it was sent out."""
_SAID = re.compile(r".*(?<!니)다\.?")
"""How a sentence of a Korean report ends; whoever asks or forbids says `니다`, or no verb."""
_TOLD = frozenset({Field.AUTHOR, Field.EDITOR, Field.SOURCE})
_LABELS = re.compile(r"[（(【\[]?.{2,80}[：:].{1,40}[）)】\]]?")
_LONGEST = 90
_SHORT = 60
_CAPTION = re.compile(r".{0,200}\*?\s?재판매\s?및\s?DB\s?금지\W*")
"""A picture's caption among the paragraphs, with the note that it must not be sold."""
_QUOTES = frozenset('“「『„«"')
_NICKNAME = 4
_MOST = 8
"""Lines below a text that are looked at."""
_AND = re.compile(r"[、，,/\s]+")
_END = re.compile(r"[（(](?:完|终|了|끝)[）)]$")
"""The sign that a story is whole."""


def without_below(paragraphs: list[str], evidence: Evidence) -> list[str]:
    """Return the paragraphs without such lines below them; add who is named in credits."""
    kept = list(paragraphs)
    if not kept or all(map(str.isascii, kept)):
        return kept
    korean = _HANGUL.search(kept[0]) is not None
    kept = [kept[0], *(one for one in kept[1:] if not (korean and _CAPTION.fullmatch(one)))]
    for _ in range(_MOST):
        if len(kept) < 2:  # noqa: PLR2004 - a text and what stands below it
            break
        last = kept[-1].strip()
        if len(last) <= _SHORT and (names := byline(last)):
            evidence.add(Field.AUTHOR, names, "byline below the text", 0.6)
        elif _is_credit(last):
            for field, value in labels_of(last):
                if field in _TOLD:
                    evidence.add(field, value, "closing credit", 0.5)
        elif len(last) <= _SHORT and last[-1:] not in "。！？" and calls(last):
            pass
        elif not (korean and _BELOW.fullmatch(last)) or _SAID.fullmatch(last):
            break
        kept.pop()
    kept[-1] = _END.sub("", kept[-1]).rstrip() or kept[-1]
    return kept


def name_reporters(paragraphs: list[str], evidence: Evidence) -> None:
    """Add who is named in the first words or behind the last ones, where nobody signed above."""
    if names := opening_authors(paragraphs[0]):
        evidence.add(Field.AUTHOR, names, "reporter in the first words", 0.6)
    elif (last := paragraphs[-1])[:1] in _QUOTES or last.isascii():
        return  # who is named behind a quotation said it
    elif name := closing_author(last):
        evidence.add(Field.AUTHOR, name, "name behind the last words", 0.4)


def _is_credit(line: str) -> bool:
    """Return whether a line is labels of people and their names."""
    if len(line) > _LONGEST or not _LABELS.fullmatch(line) or not is_labelled(line):
        return False
    return any(field in _TOLD and _may_be(field, value) for field, value in labels_of(line))


def _may_be(field: Field, value: str) -> bool:
    """Return whether a label's value may be of its field: behind `主编` may stand what one says."""
    people = _AND.split(value.strip())
    brief = len(value) <= _NICKNAME or value.isascii()
    return field is Field.SOURCE or brief or any(map(is_person, people))
