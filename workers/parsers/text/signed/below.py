"""
Who signed a text below it, and when: weblogs and boards print there what papers print above.

`Posted by Ada Brook at 2:33 PM`, `Dieser Eintrag wurde am 3. Mai 2021 von Ada Brook
veröffentlicht`. Further down readers answer and other stories begin, which are signed as well.
"""

# ruff: noqa: RUF001 - the apostrophes of French are meant

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from workers.parsers.bylines.firms import LEGAL_FORM
from workers.parsers.bylines.marked import byline_in, byline_of
from workers.parsers.bylines.not_persons import is_thing
from workers.parsers.bylines.persons import is_person_like
from workers.parsers.bylines.signatures import plain_signature, signature_in
from workers.parsers.bylines.unmarked import named
from workers.parsers.bylines.words import OPENER
from workers.parsers.text.moments import is_moment_line, moments, unglued
from workers.parsers.text.signed.lines import below_by, without_menu, without_portrait
from workers.words.given_names import is_given_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.signed.around import Head

_FAR, _REACH, _NEAR = 30, 10, 3
"""
Lines below the text that are looked at for a byline that is nothing else, and for one in a line of
tags and days, and those that may hold a name or a day alone.
"""
_ABOUT = re.compile(
    r"(?:about|über|à propos de|sobre|acerca de|over|om|o)\s"
    r"(?P<author>(?:the|den|die|l['’]|el|la|o|a|de)?\s?"
    r"(?:auth?or(?:in)?|auteure?|autora?)(?:/\s?(?:die\s)?autorin)?(?:\s|:|$))?",
    re.IGNORECASE,
)
"""What a note on the author begins with: `About the author`, `Über Ada Brook`."""
_AUTHOR_LAST = re.compile(r",?\s(?:Auth?or(?:in)?|Auteure?|Autora|Autore)$")
_LONGEST_NAME = 40
_NOTED = 0.3
"""How much such a note is believed."""
_LONGEST = 240
"""Characters of a line that says who posted, where, when and below which tags."""
_OPENED = 60
"""Characters at its beginning among which the word for it stands."""
_AUTHOR, _DAY = 0.45, 0.35
"""How much it is believed: less than what stands above the text."""
ANSWERS = re.compile(
    r"^\W*(?:\d+\s)?(?:comment|kommentar|commentaire|comentario|comentário|commento|commenti|reacti|repl(?:y|ies)"
    r"|responses?|antwort|respuesta|réponse|leave a)",
    re.IGNORECASE,
)
"""Where readers begin to answer."""
_NOBODY = re.compile(
    r"(?i:\b(?:shared|geteilt|compartida|partagée?|published) (?:by|von|por|par)\b)|©"
    rf"|\s{LEGAL_FORM}"
)
"""Who shared a picture, or owns the paper."""
_QUOTED = frozenset('"”»’')
_MOST_BEFORE = 4
"""Words before the names of a byline."""


def read_below(head: Head, claims: dict[Field, list[Claim]]) -> None:
    """Add the author and the day that are told below the text, where none is told above it."""
    last = max(head.body)
    for at in range(last + 1, min(len(head.parts), last + 1 + _FAR)):
        text = _bare(head.parts[at].text)
        if ANSWERS.match(text):
            return
        if len(text) <= _LONGEST and at not in head.taken:
            _read(head, at, text, claims, below=at - last)


@lru_cache(maxsize=4096)  # what stands around a text stands around the site's other texts too
def _bare(text: str) -> str:
    """Return a line without what touches or precedes its names and days."""
    return without_portrait(unglued(text))


@lru_cache(maxsize=4096)  # the same
def _is_opened(text: str) -> bool:
    """Return whether there is a word for writing in the beginning of a line."""
    return OPENER.search(text) is not None


def _read(head: Head, at: int, text: str, claims: dict[Field, list[Claim]], *, below: int) -> None:
    near = below <= _NEAR
    opened = _is_opened(text[:_OPENED])
    noted = None if claims[Field.AUTHOR] else about(head, at, near=below <= _REACH)
    if noted is not None:
        claims[Field.AUTHOR].append(Claim(noted, "note on the author", _NOTED))
    told = moments(text) if near or opened or below <= _REACH else []
    if below <= _REACH and (name := _above_day(head, at, text)) is not None:
        told = moments(head.parts[at + 1].text)
        _claim(claims, name, told)
        return
    if not (near or opened or told):
        return  # most lines: nothing further is asked of them
    names = byline_in(text) or below_by(head.parts, at)
    if names and (_NOBODY.search(text) or not (" " in names or opened or told)):
        names = None
    if names and not told and _is_in_sentence(names, text):
        names = None
    if below > _REACH and not (OPENER.match(text) or byline_of(text) == names):
        return  # further down other stories are told of
    if names is None and near and head.parts[at - 1].text[-1] not in _QUOTED:
        names = signature_in(text, bold=False)  # `— Ada Brook`, and nobody who is quoted
        if names is None and below == 1:
            others = (head.parts[place].text for place in head.body)
            names = plain_signature(text, head.parts[at - 1].text, (head.title, *others))
    signed = names is not None and (near or opened or bool(told))
    value = without_menu(names, head.listed) if names and signed else None
    dated = signed or (opened and near) or (near and is_moment_line(text))
    _claim(claims, value, told if dated else [])


def _claim(
    claims: dict[Field, list[Claim]], names: str | None, told: Sequence[tuple[Field, str]]
) -> None:
    """Add names and the first moment, where none is claimed yet."""
    if names and not claims[Field.AUTHOR]:
        claims[Field.AUTHOR].append(Claim(names, "byline below the text", _AUTHOR))
    if told and not claims[Field.PUBLISHED]:
        name, moment = told[0]
        claims[name].append(Claim(moment, "date below the text", _DAY))


def _above_day(head: Head, at: int, text: str) -> str | None:
    """Return the person of a line that a line with a day alone follows, or None."""
    below = head.parts[at + 1].text if at + 1 < len(head.parts) else ""
    if head.parts[at].bullet or not (below and is_moment_line(below)):
        return None
    person = named(text, head.spoken)
    if person is None or not is_given_name(person.split()[0]) or is_thing(person):
        return None
    return without_menu(person, head.listed)


def about(head: Head, at: int, *, near: bool) -> str | None:
    """
    Return the person of a note on the author.

    `About the author` with the name below it, `Über Ada Brook` with it once more, `Ada Brook,
    Author`, or, `near` the text, a name alone and below it who that is: `Ada writes about boats`.
    """
    text = head.parts[at].text
    below = [part.text for part in head.parts[at + 1 : at + 3]]
    opened = _ABOUT.match(text)
    if opened is None:
        labelled = _AUTHOR_LAST.search(text)
        name = text[: labelled.start()] if labelled else text
        if labelled is None and not (near and _is_told_of(name, below)):
            return None
    else:
        name = text[opened.end() :].strip(" :")
        if not name and below:
            name = below[0].split(",", 1)[0]
        elif opened["author"] is None and not any(one.startswith(name) for one in below):
            return None  # `Über Lübeck`
    person = is_person_like(name, head.spoken) and not is_thing(name)
    return name if person and is_given_name(name.split()[0]) else None


def _is_told_of(name: str, below: Sequence[str]) -> bool:
    """Return whether lines below a name say who that is: they begin with it, or its first word."""
    first = name.split(" ", 1)[0]
    return len(name) <= _LONGEST_NAME and any(
        len(one) > _LONGEST_NAME and one.startswith((f"{first} ", f"{name},")) for one in below
    )


def _is_in_sentence(names: str, text: str) -> bool:
    """Return whether names stand far behind the first word: `Mehr auf der Seite von Brook Bags`."""
    before = text.partition(names.split(",", 1)[0])[0]
    return len(before.split()) > _MOST_BEFORE
