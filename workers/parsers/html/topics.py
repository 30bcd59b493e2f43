"""What an article is about, by links that say so: `rel=tag`, `rel="category tag"`, `/category/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field

if TYPE_CHECKING:
    from workers.parsers.html.evidence import Evidence
    from workers.parsers.html.page import Page

_BEFORE, _AFTER = 20, 12
"""How many blocks before the body's first and after its last one still belong to the article."""
_MOST = 30
"""So many tags are those of a whole site."""
_LONGEST = 60
_SIGNS = "#\u203a\u00bb "


def gather(page: Page, evidence: Evidence, first: int, last: int) -> None:
    """Add the section and the keywords near a body that goes from block `first` to `last`."""
    near: dict[str, bool] = {}
    for mark in page.tags:
        text = mark.text.strip(_SIGNS)
        if not first - _BEFORE <= mark.at <= last + _AFTER or mark.node.elsewhere:
            continue
        if 0 < len(text) <= _LONGEST:
            category = "category" in mark.get("rel") or "/category/" in mark.get("href")
            near.setdefault(text, category)
    if len(near) > _MOST:
        return
    sections = [text for text, is_section in near.items() if is_section]
    evidence.every(Field.SECTION, sections[:1], "link rel=category", 0.35)
    keywords = [text for text, is_section in near.items() if not is_section]
    evidence.every(Field.KEYWORD, keywords, "link rel=tag", 0.4)
