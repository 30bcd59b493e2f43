"""What an article is about, by links that say so: `rel=tag`, `rel="category tag"`, `/category/`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.html.walk.naming import Hint

if TYPE_CHECKING:
    from workers.parsers.claims.evidence import Evidence
    from workers.parsers.html.walk.nodes import Block, Node
    from workers.parsers.html.walk.page import Page

_BEFORE, _AFTER = 20, 12
"""How many blocks before the body's first and after its last one still belong to the article."""
_MOST = 30
"""So many tags are those of a whole site."""
_LONGEST = 60
_LONGEST_WAY = 200
_PARTED = re.compile(r"\s*[\u2039\u203a\u00ab\u00bb<>\u2190\u2192|\u2022]\s*|\s/\s?")
_NO_STEP = re.compile(
    r"[\d:]|^(?:zurück|back|retour|volver|indietro|terug|tilbake|tillbaka|drucken|print|share"
    r"|teilen|e?-?mail\w*(?: me)?|details?|menu|suche|search"
    r"|facebook|twitter|tweet\w*|whatsapp|pinterest|linkedin|reddit"
    r"|(?:正文|文章)(?:\s.*)?|内容|詳細|详情|首页|首頁|主页|ホーム|トップ|홈)$",
    re.IGNORECASE,
)
"""What stands among the steps and is none."""
_AROUND = 5
"""Elements from a step outwards of which one is called so."""
_SIGNS = "#\u2039\u203a\u00ab\u00bb "


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
    if Field.SECTION not in evidence.claims:
        evidence.add(Field.SECTION, _of_trail(page, first), "bread crumbs", 0.3)


def _of_trail(page: Page, first: int) -> str | None:
    """Return the last step of the way to a page, above its body, that is not the page itself."""
    headed = [block.text for block in page.blocks[: first + 1] if block.node.tag == "h1"]
    titles = [title.casefold() for title in (*page.head.titles[:1], *headed)]
    way = [
        step
        for block in page.blocks[:first]
        if len(block.text) <= _LONGEST_WAY and block.links and _is_trail(block.node)
        for part in _steps(block)
        if (step := part.strip(_SIGNS + "./")) and not _NO_STEP.search(step)
    ]
    others = [step for step in way if not any(_opens(step, title) for title in titles)]
    return others[-1] if others and len(others[-1]) <= _LONGEST else None


def _steps(block: Block) -> list[str]:
    """Return the steps in a block; none where several links run into one another without a sign."""
    steps = _PARTED.split(block.text)
    return steps if len(steps) > 1 or block.links == 1 else []


def _opens(step: str, title: str) -> bool:
    """Return whether a step is the page's own title, or its first words."""
    return title.startswith(step.casefold().rstrip("…. ")) and len(step) * 3 >= len(title)


def _is_trail(node: Node) -> bool:
    """Return whether an element, or one around it, is called after bread crumbs."""
    inner: Node | None = node
    for _ in range(_AROUND):
        if inner is None:
            return False
        if inner.hints >> Hint.MENU & 1 and "crumb" in inner.signature.lower():
            return True
        if inner.itemprop and "breadcrumb" in inner.itemprop.lower():
            return True
        inner = inner.parent
    return False
