"""What stands between the headline and the body: byline, time, and names without a `By`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field
from workers.parsers.text.bylines import author_of, looks_like_person, names_only
from workers.parsers.text.lexicon import BY
from workers.parsers.text.moments import is_moment_line, moments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.lines import Passage

ABOVE = 3
"""How many lines above the headline a time or byline may stand."""
REACH = 25
"""How many lines of shares, captions and adverts may lie between the headline and the body."""

Claims = dict[Field, list[Claim]]


def read_head(
    parts: Sequence[Passage], headline: int | None, body: int, taken: set[int], claims: Claims
) -> None:
    """Add what the lines around the headline, above the body, claim."""
    top = body if headline is None else headline
    below = range(top + 1, min(body, top + 1 + REACH)) if headline is not None else range(0)
    above = range(max(0, top - ABOVE), top)
    for at in [*below, *above]:
        if at in taken or at == headline:
            continue
        _read_line(parts, at, claims, 0.0 if at > top else 0.2)


def _read_line(parts: Sequence[Passage], at: int, claims: Claims, less: float) -> None:
    text = parts[at].text
    names = author_of(text)
    if names is None and text.casefold().strip(" :") in BY and at + 1 < len(parts):
        below = parts[at + 1].text
        names = below if names_only(below) else None
    if names:
        _claim(claims, Field.AUTHOR, Claim(names, "byline pattern", 0.8 - less))
    elif looks_like_person(text) and _beside_moment(parts, at):
        _claim(claims, Field.AUTHOR, Claim(text, "name beside the date", 0.5 - less))
    if is_moment_line(text):
        for name, moment in moments(text):
            _claim(claims, name, Claim(moment, "date line", 0.7 - less))


def _beside_moment(parts: Sequence[Passage], at: int) -> bool:
    near = [*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2]]
    return any(is_moment_line(part.text) for part in near)


def _claim(claims: Claims, name: Field, claim: Claim) -> None:
    if all(claim.value != known.value for known in claims[name]):
        claims[name].append(claim)
