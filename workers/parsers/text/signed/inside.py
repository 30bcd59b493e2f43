"""Who is named among a text's paragraphs, in its first and last words, and just below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from workers.parsers.bylines.signatures import closing_author, credits_of, opening_authors
from workers.parsers.lines.datelines import dateline_of, told_by
from workers.parsers.lines.stops import is_closed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workers.parsers.text.label_rows import Labelled
    from workers.parsers.text.typesetting.lines import Passage

_SIGNED, _SIGNATURE = 2, 14
"""Lines below the text in which a name may stand alone in brackets, and their signs."""
LEADS = 3
"""So many leads stand above a text's first paragraph at the most."""
OPENINGS = 2
"""So many paragraphs at either end may name the reporter: one can be a caption, or a call."""
_LAST_WORDS = 160
"""Characters of a last sentence that was taken for none of the text."""
_INSIDE_TEXT = 0.3
"""How much a label for authors among the paragraphs is believed, where no other stands."""
_LABEL = 30
"""Characters of a line in which a label's colon stands."""


def labels_inside(
    parts: Sequence[Passage], labels: Iterable[Labelled], first: int, last: int
) -> list[Claim]:
    """Return the claim of the last label for authors between a text's first and last passage."""
    return [
        Claim(one.value, "label line in the text", _INSIDE_TEXT)
        for one in labels
        if one.name is Field.AUTHOR and first < one.first < last and _is_apart(parts, one)
    ][-1:]


def _is_apart(parts: Sequence[Passage], one: Labelled) -> bool:
    """Whether a label of persons stands by itself: a book's author is one of its facts."""
    beside = (parts[at].text[:_LABEL] for at in (one.first - 1, one.last + 1) if at < len(parts))
    return " " in one.value and not any(":" in text for text in beside)


def _may_be_signed(line: str) -> bool:
    """Whether a line below the text is a name in brackets, or a last sentence that one ends."""
    return len(line) <= _SIGNATURE or (len(line) <= _LAST_WORDS and line.rstrip(" +*")[-1:] == ")")


def opening_of(body: Sequence[str]) -> str:
    """Return the paragraph with the dateline: the first, or one below leads without a stop."""
    if is_closed(body[0]):  # as most are
        return body[0]
    closed = next((at for at, text in enumerate(body[: LEADS + 1]) if is_closed(text)), LEADS)
    return next((text for text in body[: closed + 1] if dateline_of(text)), body[0])


def sign(body: Sequence[str], below: Sequence[str], claims: dict[Field, list[Claim]]) -> None:
    """Add who is named inside the text and just below it."""
    opening = opening_of(body)
    if line := dateline_of(opening):
        dateline, agency = told_by(line)
        if dateline:
            claims[Field.DATELINE].append(Claim(dateline, "dateline pattern"))
        if agency:
            claims[Field.SOURCE].append(Claim(agency, "dateline agency", 0.4))
    if names := next(filter(None, map(opening_authors, (opening, *body[:OPENINGS]))), None):
        claims[Field.AUTHOR].append(Claim(names, "reporter in the first words", 0.7))
    ended = body[-1:] if body[-1].isascii() else tuple(reversed(body[-OPENINGS:]))
    signed = (*ended, *(line for line in below[:_SIGNED] if _may_be_signed(line)))
    if not claims[Field.AUTHOR] and (name := next(filter(None, map(closing_author, signed)), None)):
        claims[Field.AUTHOR].append(Claim(name, "name behind the last words", 0.5))
    for text in (body[-1], *below):
        for edited, names in credits_of(text):
            name = Field.EDITOR if edited else Field.AUTHOR
            claims[name].append(Claim(names, "closing credit", 0.5))
