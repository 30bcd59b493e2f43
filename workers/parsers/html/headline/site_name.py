"""The site's name as `<title>` has it: what stands behind the headline there."""

# ruff: noqa: RUF001 - the separators of many scripts
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field

if TYPE_CHECKING:
    from workers.parsers.html.evidence import Evidence
    from workers.parsers.html.walk.page import Page

_SIGN = re.compile(
    r"\s+[-–—|·•»«/:]+\s+|\s*[|｜│：]\s*|(?<=[\u3400-\u9fff])--(?=[\u3400-\u9fff])|(?<=\w)_(?=\w)"
)
_NAME = re.compile(r"(?!(?:seite|page|página)\b)(?=.*[^\W\d]).{2,60}", re.IGNORECASE)
_WORDS = 6
_WEIGHT = 0.35
_SURE = 0.5
"""A source with this weight makes the title needless."""


def behind_headline(page: Page, evidence: Evidence) -> str:
    """Return what stands in the title behind the headline: sections and the site; or nothing."""
    title = " ".join(page.head.titles[0].split()) if page.head.titles else ""
    told = [claim.value for claim in evidence.claims.get(Field.HEADLINE, ())]
    rests = [title[len(one) :] for one in told if title.startswith(one) and len(one) < len(title)]
    return min((rest for rest in rests if not rest[0].isalnum()), key=len, default="")


def gather(page: Page, evidence: Evidence) -> None:
    """Add the last part of the title as the source, where the page's headline stands before it."""
    told = evidence.claims.get(Field.SOURCE, ())
    if not page.head.titles or any(claim.weight >= _SURE for claim in told):
        return
    title = " ".join(page.head.titles[0].split())
    headings = [block.text for block in page.blocks if block.node.tag == "h1"]
    stated = [claim.value for claim in evidence.claims.get(Field.HEADLINE, ())]
    for headline in (*headings, *stated):
        rest = title[len(headline) :]
        if not rest or not headline or not title.startswith(headline) or not _SIGN.match(rest):
            continue
        name = _SIGN.split(rest)[-1].strip()
        if _NAME.fullmatch(name) and len(name.split()) <= _WORDS:
            evidence.add(Field.SOURCE, name, "title", _WEIGHT)
            return
