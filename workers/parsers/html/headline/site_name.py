"""The site's name as `<title>` has it: what stands behind the headline there."""

# ruff: noqa: RUF001 - the separators of many scripts
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.html.headline.host_name import last_with_host
from workers.words.spelled import is_bare

if TYPE_CHECKING:
    from shared.domain.article import Claim
    from workers.parsers.claims.evidence import Evidence
    from workers.parsers.html.walk.page import Page

_SIGN = re.compile(
    r"\s+[-–—|·•»«/:]+\s+|\s*[|｜│：]\s*|(?<=[\u3400-\u9fff])--(?=[\u3400-\u9fff])|(?<=\w)_(?=\w)"
)
_NAME = re.compile(r"(?!(?:seite|page|página)\b)(?=.*[^\W\d]).{2,60}", re.IGNORECASE)
_HOST = re.compile(r"(?:www\.)?[\w-]++(?>(?:\.[\w-]++)+):\s++(?=\S)")
"""A host before the name of its site: `www.harbour.example: The Harbour`."""
_WORDS = 6
_WEIGHT = 0.35
_SURE = 0.5
"""A source with this weight makes the title needless, if it is the site's."""
_NAMED = 0.7
"""… and with this one whatever it is."""


def behind_headline(page: Page, evidence: Evidence) -> str:
    """Return what stands in the title behind the headline: sections and the site; or nothing."""
    title = " ".join(page.head.titles[0].split()) if page.head.titles else ""
    told = [claim.value for claim in evidence.claims.get(Field.HEADLINE, ())]
    rests = [title[len(one) :] for one in told if title.startswith(one) and len(one) < len(title)]
    return min((rest for rest in rests if not rest[0].isalnum()), key=len, default="")


def gather(page: Page, evidence: Evidence, url: str | None = None) -> None:
    """
    Add the site's name out of the title as the source, where the headline stands beside it.

    Behind the headline that is the part with the host's name, else the last one: a section may
    stand before it, and a motto behind. Before the headline only the host's name tells it from a
    section.
    """
    told = evidence.claims.get(Field.SOURCE, ())
    if not page.head.titles or any(_is_sure(claim, url, evidence) for claim in told):
        return
    title = " ".join(page.head.titles[0].split())
    headings = [block.text for block in page.blocks if block.node.tag == "h1"]
    stated = [claim.value for claim in evidence.claims.get(Field.HEADLINE, ())]
    for headline in (*headings, *stated):
        if not headline or headline == title:
            continue
        name = _beside(headline, title, url, evidence)
        if name is not None and not _is_byline(name, evidence):
            own = told and last_with_host([name], url, evidence) is not None
            evidence.add(Field.SOURCE, name, "title", _SURE if own else _WEIGHT)
            return


def _is_sure(claim: Claim, url: str | None, evidence: Evidence) -> bool:
    """
    Return whether a claim of the source makes the title needless.

    A name as addresses have it does not, nor one of `meta publisher` without the host's: who made
    the pages stands there too.
    """
    if claim.weight < _SURE or is_bare(claim.value):
        return False
    return claim.weight >= _NAMED or last_with_host([claim.value], url, evidence) is not None


def _beside(headline: str, title: str, url: str | None, evidence: Evidence) -> str | None:
    """Return the site's name out of what the title has before or behind the headline."""
    if title.startswith(headline):
        parts = _parts(title[len(headline) :])
        named = last_with_host([*filter(_is_name, parts)], url, evidence)
        last = parts[-1] if parts and _is_name(parts[-1]) else None
        return named or (last if last not in evidence.values(Field.SECTION) else None)
    if title.endswith(headline):
        parts = _parts(title[: -len(headline)])
        return last_with_host([*filter(_is_name, parts)], url, evidence)
    return None


def _parts(rest: str) -> list[str]:
    """Return the parts of what stands beside the headline; none where no sign parts them."""
    parts = [_HOST.sub("", part.strip()) for part in _SIGN.split(rest)]
    return [] if parts[0] and parts[-1] else parts


def _is_name(part: str) -> bool:
    return _NAME.fullmatch(part) is not None and len(part.split()) <= _WORDS


def _is_byline(name: str, evidence: Evidence) -> bool:
    """Return whether a part of a title is `By` with a name, or that of one who signed the page."""
    word, _, person = name.partition(" ")
    return (word == "By" and bool(person)) or any(
        person == claim.value for claim in evidence.claims.get(Field.AUTHOR, ())
    )
