"""An article out of the paragraphs of a document: what a text says of itself is read there too."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from shared.domain.article import Claim, Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.claims.together import both
from workers.parsers.text.reading import DUMP
from workers.parsers.text.sentences import is_short_sentence
from workers.parsers.unpacking.budget import Spent
from workers.parsers.unpacking.inner import Inner

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from workers.parsers.base import ParseContext
    from workers.parsers.unpacking.budget import Budget

_PROSE, _SURELY = 60, 150
"""Letters of a paragraph that ends like a sentence, and of one that need not."""
PAGE_LINKS = 20
"""Links to other pages in a saved web page, at the least: printed ones have 57 to 306."""
_TITLE = 0.5
"""How far to believe the title of a saved page, beside the line that its text takes up."""
_HEADING, _OF_TITLE = 15, 0.4
"""Characters of a heading that no section of a site has for its name, and its share of one."""
_LETTERS = 30
"""Fewer letters are a label, a page number or a stamp, and no article."""
_END = re.compile(r"[.!?\u3002\uff01\uff1f\u2026][\"'\u201d\u2019\u00bb\u300d)\]]*$")


def article_of(
    paragraphs: Sequence[str],
    claims: Mapping[Field, tuple[Claim, ...]],
    source: str,
    context: ParseContext,
    budget: Budget,
    *,
    links: int = 0,
) -> RawItem:
    """
    Return the article of a document's paragraphs, in order and with its headline among them.

    The parser of plain texts finds bylines, dates and label lines in them; `claims` are what the
    document itself knows, and come first. With many links the document can be a web page that was
    saved or printed: its menus and teasers are left out then. Raises `Rejected` (`no_article`) for
    a text of no more than some words.
    """
    if sum(map(len, paragraphs)) < _LETTERS:
        raise Rejected(Reason.NO_ARTICLE, "there is no running text in the document")
    read = _read("\n\n".join(paragraphs), context, budget)
    saved = read if read and links >= PAGE_LINKS and read.body_source == DUMP else None
    if saved and Field.HEADLINE in saved.claims:
        claims = _titled(claims, paragraphs)
    merged = both(claims, read.claims if read else {})
    body = saved.body if saved else own_body(paragraphs, set(read.body) if read else set())
    return RawItem(body=_without_headlines(body, merged), body_source=source, claims=merged)


def _without_headlines(
    body: Sequence[str], claims: Mapping[Field, tuple[Claim, ...]]
) -> tuple[str, ...]:
    """Return a body without its headlines, unless that is all that it is."""
    headlines = {claim.value for claim in claims.get(Field.HEADLINE, ())}
    return tuple(each for each in body if each not in headlines) or tuple(body)


def _titled(
    claims: Mapping[Field, tuple[Claim, ...]], paragraphs: Sequence[str]
) -> dict[Field, tuple[Claim, ...]]:
    """
    Return the claims of a saved page's document, its title among the weaker ones.

    A page's title has the site's name in it, and its first heading is the site's as often as the
    article's. The line that its title begins with is believed most, and without such a line the one
    that the text itself takes up.
    """
    told = claims.get(Field.HEADLINE, ())
    weaker = tuple(replace(one, weight=round(one.weight * _TITLE, 3)) for one in told)
    times = Counter(paragraphs)
    headings = [
        line
        for line, count in times.items()
        if len(line) >= _HEADING and any(_begins(one.value, line, count) for one in told)
    ]
    sure = [Claim(max(headings, key=len), "heading that the title begins with")] if headings else []
    return {**claims, Field.HEADLINE: (*sure, *weaker)}


def _begins(title: str, line: str, times: int) -> bool:
    """Whether a title begins with a line that stands there so often, besides the title itself."""
    return (
        title.startswith(line) and len(line) >= _OF_TITLE * len(title) and times > (title == line)
    )


def own_body(paragraphs: Sequence[str], read: AbstractSet[str]) -> list[str]:
    """
    Return the document's own paragraphs from the first to the last that was read as text.

    A document is not a page dump: what stands among its paragraphs belongs to it, and prose before
    and after them does, too.
    """
    places = [at for at, each in enumerate(paragraphs) if each in read]
    if not places:
        return list(paragraphs)
    first, last = places[0], places[-1] + 1
    before = [each for each in paragraphs[:first] if is_prose(each)]
    after = [each for each in paragraphs[last:] if is_prose(each) or is_short_sentence(each)]
    return [*before, *paragraphs[first:last], *after]


def is_prose(text: str) -> bool:
    """Return whether a paragraph of a document is sentences."""
    return len(text) >= (_PROSE if _END.search(text) else _SURELY)


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
    except Spent:
        raise
    except Rejected:
        pass
    return None
