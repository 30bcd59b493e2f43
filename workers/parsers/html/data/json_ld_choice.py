"""
Which object of a page's JSON-LD is its article: others are of stories that it links to.

One whose headline or address is the page's is. Where several are there and none is, none is taken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from shared.addresses import split
from shared.domain.values import dataclass
from workers.parsers.html.data.json_ld_values import address, every, is_kind, text
from workers.words.letters import letters_and_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workers.parsers.html.walk.page import Head

_ARTICLE = re.compile(
    r"(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting"
    r"|Review|AnalysisNews|CreativeWork)$"
)
_PAGE = frozenset(("WebPage", "ItemPage", "Recipe", "NewsPage", "HowTo", "PodcastEpisode"))
_SURELY = re.compile(r"Article$|BlogPosting$")
_SHORTEST = 10
"""Letters of a headline that is found in a title for more than chance."""
_MOST_STEPS = 50
"""Of one bread crumb line; what is longer is a list."""
_TITLES = frozenset({"og:title", "twitter:title"})


@dataclass(frozen=True, slots=True)
class PageNames:
    """What a page calls itself: folded titles, and the paths of its addresses."""

    titles: tuple[str, ...] = ()
    paths: frozenset[str] = frozenset()

    @classmethod
    def of(cls, head: Head, url: str | None = None) -> PageNames:
        """Read them from a page's head; `url` is where it was fetched."""
        titles, paths = list(head.titles[:1]), [url or ""]
        for meta in head.metas:
            named = (meta.get("property") or meta.get("name") or "").lower()
            if named in _TITLES:
                titles.append(meta.get("content", ""))
            elif named == "og:url":
                paths.append(meta.get("content", ""))
        paths += [link.get("href", "") for link in head.links if link.get("rel") == "canonical"]
        return cls(
            tuple(filter(None, map(_folded, titles))), frozenset(filter(None, map(_path, paths)))
        )

    def fit(self, thing: dict[str, Any]) -> int:
        """Return 2 for the page's own article, 0 for one that is another page's, else 1."""
        own = _folded(text(thing.get("headline")) or text(thing.get("name")) or "")
        if len(own) >= _SHORTEST and any(own in title or title in own for title in self.titles):
            return 2
        told = (thing.get("mainEntityOfPage"), thing.get("url"), thing.get("@id"))
        paths = {path for value in told if (path := _path(address(value) or ""))}
        if not paths or not self.paths:
            return 1
        return 2 if paths & self.paths else 0


def article(things: list[dict[str, Any]], page: PageNames) -> tuple[dict[str, Any], str] | None:
    """Return the object that is the page's article, and what kind it is: `article` or `page`."""
    articles = [thing for thing in things if is_kind(thing, _ARTICLE.search)]
    best = _best(articles, page)
    if best is not None and (page.fit(best) or _are_one(articles)):
        return best, "article"
    best = _best([thing for thing in things if is_kind(thing, _PAGE.__contains__)], page)
    return (best, "page") if best is not None else None


def _are_one(articles: Iterable[dict[str, Any]]) -> bool:
    """Return whether objects are of one article: programs and their extensions write it twice."""
    return len({_folded(text(thing.get("headline")) or "") for thing in articles}) == 1


def _best(things: Iterable[dict[str, Any]], page: PageNames) -> dict[str, Any] | None:
    """Return the object that fits a page best; of those the fullest, and of equals the first."""
    return max(things, key=lambda thing: (page.fit(thing), _fullness(thing)), default=None)


def _fullness(thing: dict[str, Any]) -> int:
    """Return how much an object says of what an article's object says."""
    keys = ("headline", "datePublished", "author", "articleBody", "publisher", "mainEntityOfPage")
    return sum(bool(thing.get(key)) for key in keys) + 2 * is_kind(thing, _SURELY.search)


def sections(things: Iterable[dict[str, Any]], page: PageNames) -> list[tuple[str, bool]]:
    """
    Return the bread crumb that names a page's section, and whether its folder holds the page.

    It is the first one in whose folder the page is, else the first behind the front page.
    """
    for thing in things:
        if not is_kind(thing, "BreadcrumbList".__eq__):
            continue
        listed = every(thing.get("itemListElement"))[:_MOST_STEPS]
        steps = [step for step in map(_step, listed) if step]
        if len(steps) > 1 and (not steps[-1][1] or steps[-1][1] in page.paths):
            steps.pop()
        told = [
            (name, any(path and own.startswith(f"{path}/") for own in page.paths))
            for name, path in steps
            if path != _ROOT and path not in page.paths and _folded(name) not in page.titles
        ]
        named = [each for each in told if _folded(each[0]) not in _FRONT] or told[-1:]
        return [max(named, key=lambda each: each[1])] if named else []
    return []


def _step(step: object) -> tuple[str, str] | None:
    """Return the name and the path of a bread crumb, or None where it has no name."""
    if not isinstance(step, dict):
        return None
    item = step.get("item")
    where = address(item) or address(step.get("@id"))
    named = text(step.get("name")) or text(item if isinstance(item, dict) else None)
    if not named:
        return None
    return named, "" if where is None else _path(where) or _ROOT


_ROOT = "/"
"""The path of a front page."""
_FRONT_PAGE = """
home homepage startseite start accueil inicio início homepagina forside etusivu hem главная
головна αρχική anasayfa stronagłówna úvod domů kezdőlap ホーム トップ 首页 首頁 홈 الرئيسية خانه
דףהבית होम trangchủ beranda หน้าแรก acasă naslovnica news aktuelles aktuell nachrichten noticias
actualités actualité notizie nieuws nyheter nyheder headlines meldungen magazin magazine blog
artikel articles allearticles alleartikel
"""
_FRONT = frozenset(_FRONT_PAGE.split())
"""What the step to the front page is called, or to all articles."""


def _folded(value: str) -> str:
    return letters_and_digits(value.casefold())


def _path(value: str) -> str:
    """Return what tells an address from others of its site: its path; none of a front page."""
    return split(value).path.rstrip("/").lower()
