"""
What servers show in the place of an article: errors, checks for robots, questions about cookies.

Crawls and folders of saved pages are full of them. Only short texts are looked at, and only what
stands in the place of a title or is said in such pages' own words counts: an article about a wall
is an article.
"""

# ruff: noqa: RUF001 - the signs and letters of many scripts
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.parsers.not_articles.wall_words import (
    CHECKS,
    COOKIES,
    ERRORS,
    HEADLINES,
    OURS,
    PAGES,
    SAID,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST: Final = 1_000
"""Characters of a text that can be an error's or a check's."""
_LONGEST_NOTICE: Final = 2_500
"""… or a notice's about cookies."""
_CODE = re.compile(
    r"(?:(?:http|server|client)?\s?(?:error|fehler|erreur|errore|status|código|ошибка)\W{0,3})?"
    r"(?:4(?:0[0-9]|1[0-9]|2[0-9]|51)|5(?:0[0-9]|2[0-9]))"
    r"(?:\W{0,3}(?:(?:file |page )?not found|forbidden|unauthori[sz]ed|bad (?:request|gateway)|gone"
    r"|error|fehler|erreur|too many requests|internal(?: server)? error"
    r"|(?:gateway |request )?time-?out|(?:the )?service (?:is )?(?:temporarily )?unavailable)"
    r"(?:\s?[:(].{0,40})?)?",
    re.IGNORECASE,
)
"""A title that is a code of HTTP, with the words that servers put beside it."""
_CODE_ALONE = re.compile(r"\d{3}")
_BRIEF: Final = 80
"""Characters of a text that need not speak of a page, for it hardly speaks of anything."""
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{1,400}[\"”“»]")
"""An article quotes such a notice; the notice itself speaks."""
_APART = re.compile(r"\s+[|·•»\-–—]\s+|\s*[|｜]\s*")
"""What stands between a title and the site's name."""
_EDGES: Final = " .!…*'\"»«:-–—?()[]"
_FEW: Final = 80
"""Characters of a title of an error."""


def instead(titles: Iterable[str], body: Sequence[str]) -> str | None:
    """Return what a text with such titles is in the place of an article; None for any other."""
    size = sum(map(len, body))
    if size > _LONGEST_NOTICE:
        return None
    if size <= _LONGEST:
        said = any(SAID.search(one) for one in body)
        speaks = said or size <= _BRIEF or any(PAGES.search(one) for one in body)
        for title in (title for title in titles if 0 < len(title) <= _FEW):
            parts = {part.strip(_EDGES).casefold() for part in (title, *_APART.split(title))}
            if not speaks:
                parts -= HEADLINES
            if any(_is_error(part, said=said) for part in parts):
                return f"a server's error page (`{title}`)"
            if any(CHECKS.fullmatch(part) for part in parts):
                return f"a check whether a person asks for the page (`{title}`)"
        if said and len(body) == 1:
            return "what a server says in the place of a page"
    return "a notice about cookies" if _is_notice(body) else None


def _is_error(part: str, *, said: bool) -> bool:
    """Return whether a part of a title is an error's: a number alone can be anything's."""
    if part in ERRORS:
        return True
    return _CODE.fullmatch(part) is not None and (said or _CODE_ALONE.fullmatch(part) is None)


def _is_notice(body: Sequence[str]) -> bool:
    """Return whether a text speaks of its own cookies, and of little else."""
    if not any("cookie" in one.casefold() for one in body):  # as most, and for a hundredth
        return False
    spoken = [one for one in body if COOKIES.search(one)]
    return sum(map(len, spoken)) >= 0.7 * sum(map(len, body)) and any(
        OURS.search(_QUOTED.sub("", one)) for one in spoken
    )
