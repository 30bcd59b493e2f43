"""
Who signed a text below it, and when: weblogs and boards print there what papers print above.

`Posted by Ada Brook at 2:33 PM`, `Dieser Eintrag wurde am 3. Mai 2021 von Ada Brook
veröffentlicht`. Further down readers answer and other stories begin, which are signed as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from workers.parsers.bylines.firms import LEGAL_FORM
from workers.parsers.bylines.marked import byline_in
from workers.parsers.bylines.signatures import signature_in
from workers.parsers.bylines.words import OPENER
from workers.parsers.text.moments import is_moment_line, moments, unglued
from workers.parsers.text.signed.lines import below_by, without_menu, without_portrait

if TYPE_CHECKING:
    from workers.parsers.text.signed.around import Head

_REACH, _NEAR = 10, 3
"""Lines below the text, and those that may hold a name or a day and nothing else."""
_LONGEST = 240
"""Characters of a line that says who posted, where, when and below which tags."""
_OPENED = 60
"""Characters at its beginning among which the word for it stands."""
_AUTHOR, _DAY = 0.45, 0.35
"""How much it is believed: less than what stands above the text."""
_ANSWERS = re.compile(
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
_QUOTED = frozenset('"”»’')  # noqa: RUF001 - quotation marks
_MOST_BEFORE = 4
"""Words before the names of a byline."""


def read_below(head: Head, claims: dict[Field, list[Claim]]) -> None:
    """Add the author and the day that are told below the text, where none is told above it."""
    last = max(head.body)
    for at in range(last + 1, min(len(head.parts), last + 1 + _REACH)):
        text = without_portrait(unglued(head.parts[at].text))
        if _ANSWERS.match(text):
            return
        if len(text) <= _LONGEST and at not in head.taken:
            _read(head, at, text, claims, near=at - last <= _NEAR)


def _read(head: Head, at: int, text: str, claims: dict[Field, list[Claim]], *, near: bool) -> None:
    opened = OPENER.search(text[:_OPENED]) is not None
    if not (near or opened):
        return  # most lines: nothing further is asked of them
    told = moments(text)
    names = byline_in(text) or below_by(head.parts, at)
    if names and (_NOBODY.search(text) or not (" " in names or opened or told)):
        names = None
    if names and not told and _is_in_sentence(names, text):
        names = None
    if names is None and near and head.parts[at - 1].text[-1] not in _QUOTED:
        names = signature_in(text, bold=False)  # `— Ada Brook`, and nobody who is quoted
    signed = names is not None and (near or opened)
    if names and signed and not claims[Field.AUTHOR]:
        value = without_menu(names, head.listed)
        claims[Field.AUTHOR].append(Claim(value, "byline below the text", _AUTHOR))
    dated = signed or (opened and near) or (near and is_moment_line(text))
    if told and dated and not claims[Field.PUBLISHED]:
        name, moment = told[0]
        claims[name].append(Claim(moment, "date below the text", _DAY))


def _is_in_sentence(names: str, text: str) -> bool:
    """Return whether names stand far behind the first word: `Mehr auf der Seite von Brook Bags`."""
    before = text.partition(names.split(",", 1)[0])[0]
    return len(before.split()) > _MOST_BEFORE
