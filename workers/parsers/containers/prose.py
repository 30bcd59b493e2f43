"""An article out of the paragraphs of a document: what a text says of itself is read there too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.containers.inner import Inner

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workers.parsers.base import ParseContext
    from workers.parsers.containers.budget import Budget

_MOSTLY = 0.5
"""A reading that keeps less of the text than this took a document for a page dump."""
_LETTERS = 80
"""Fewer letters are a label, a page number or a stamp, and no article."""


def article_of(
    paragraphs: Sequence[str],
    claims: Mapping[Field, tuple[Claim, ...]],
    source: str,
    context: ParseContext,
    budget: Budget,
) -> RawItem:
    """
    Return the article of a document's paragraphs, in order and with its headline among them.

    The parser of plain texts finds bylines, dates and label lines in them; `claims` are what the
    document itself knows, and come first. Raises `Rejected` (`no_article`) for a text of no more
    than some words.
    """
    letters = sum(map(len, paragraphs))
    read = _read("\n\n".join(paragraphs), context, budget)
    if read is not None and sum(map(len, read.body)) >= _MOSTLY * letters:
        body, found = read.body, dict(read.claims)
    elif letters >= _LETTERS:
        body, found = tuple(paragraphs), {}
    else:
        raise Rejected(Reason.NO_ARTICLE, "there is no running text in the document")
    merged = {name: (*claims.get(name, ()), *found.get(name, ())) for name in {**claims, **found}}
    headlines = {claim.value for claim in merged.get(Field.HEADLINE, ())}
    return RawItem(
        body=tuple(each for each in body if each not in headlines) or body,
        body_source=source,
        claims=merged,
    )


def stated(
    *told: tuple[Field, str | None, str, float],
) -> dict[Field, tuple[Claim, ...]]:
    """Return claims from (field, value, source, weight), without those that say nothing."""
    claims: dict[Field, tuple[Claim, ...]] = {}
    for name, value, source, weight in told:
        line = " ".join((value or "").split())
        if line:
            claims[name] = (*claims.get(name, ()), Claim(line, source, weight))
    return claims


def _read(text: str, context: ParseContext, budget: Budget) -> RawItem | None:
    assert context.read is not None
    inner = Inner(name="text.txt", content=text.encode("utf-8", "replace"), budget=budget)
    try:
        for parsed in context.read(inner, context.nested(charset="utf-8")):
            if isinstance(parsed, RawItem):
                return parsed
    except Rejected as rejected:
        if rejected.reason is Reason.EXPANDS_TOO_MUCH:
            raise
    return None
