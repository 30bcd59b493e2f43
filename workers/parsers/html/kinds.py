"""
What a page says that it is, where that is no article: answers to a search, a list, a profile.

Sites say so for search engines (schema.org, Open Graph), and the systems that keep sites and forums
for their own style sheets: they name the kind of each page in the classes of its body.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.parsers.html.data import json_ld
from workers.parsers.html.data.json_ld_choice import PageNames, article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workers.parsers.html.walk.page import Head

_SEARCH: Final = "the answers to a search"
_LIST: Final = "a list of articles, by topic, author or month"
_PERSON: Final = "the profile of a person"
_TYPES: Final[Mapping[str, str]] = {"SearchResultsPage": _SEARCH, "ProfilePage": _PERSON}
"""
Types of schema.org that are no article's.

Not those of collections and goods: shops tell of coffee in whole paragraphs, and readers save them.
"""
_PROFILE: Final = "profile"
"""… and of Open Graph."""
_THREADS: Final = "a list of a forum's threads"
_ANSWERS: Final = frozenset(
    {"search-results", "search-no-results", "page-search", "path-search", "template-search"}
    | {"mw-special-search", "com_search", "com_finder", "section-search"}
)
"""
Classes of a body on pages that answer a search: WordPress, Drupal, Plone, MediaWiki, Joomla, phpBB.
"""
_FORUM: Final = frozenset(
    {"pg_forumdisplay", "section-viewforum", "section-index", "forum_view", "forum_list"}
)
"""… on those that list threads: of Discuz, phpBB and XenForo, which has it in `data-template`."""
_ARCHIVE: Final = "archive"
_OF_POSTS: Final = frozenset({"author", "category", "tag", "date"})
"""… of WordPress, with the one, on those that list posts …"""
_LISTS: Final = frozenset(
    {"page-taxonomy", "path-taxonomy", "view-category", "view-featured", "pg_list"}
    | {"home-template", "tag-template", "author-template"}
    | {"template-summary_view", "template-listing_view"}
)
"""
… and of Drupal, Joomla, Discuz' portal, Ghost and Plone.

Not those of blogs that show whole posts one below the other: there is a text on such a page.
"""
_OPENING: Final = re.compile(r"<body\b[^<>]{0,8000}", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"\s(?:class|data-template)\s?=\s?[\"']([^\"'<>]{1,4000})", re.IGNORECASE
)
_ARTICLE: Final = "article"
_SITE, _PAGE = "website", "page"
"""What Open Graph calls all that is no article, and what the choice in JSON-LD calls a web page."""


def stated(head: Head, text: str, *, several: bool) -> str | None:
    """
    Return what a page says that it is; None where it says nothing, or that it is an article.

    A list by its classes alone has `several` headlines that are links: articles have folders too.
    """
    things, graph = json_ld.objects(head.scripts), _graph(head.metas)
    found = article(things, PageNames())
    if _ARTICLE in graph or (found is not None and found[1] == _ARTICLE):
        return None
    kinds = (_TYPES[kind] for kind in _types(things) if kind in _TYPES)
    told = next(kinds, None) or (_PERSON if graph == _PROFILE else None)
    told = told or _by_classes(text)
    return None if told == _LIST and not several else told


def is_page(head: Head) -> bool:
    """Return whether both Open Graph and JSON-LD say of a page that it is one, and no article."""
    if _graph(head.metas) != _SITE:
        return False
    found = article(json_ld.objects(head.scripts), PageNames())
    return found is not None and found[1] == _PAGE


def _types(things: Sequence[dict[str, Any]]) -> Iterator[str]:
    for thing in things:
        told = thing.get("@type")
        yield from (str(one) for one in (told if isinstance(told, list) else [told]))


def _graph(metas: Sequence[Mapping[str, str]]) -> str:
    """Return what the page is in Open Graph, in small letters."""
    told = (one.get("content", "") for one in metas if one.get("property") == "og:type")
    return next(told, "").strip().casefold()


def _by_classes(text: str) -> str | None:
    found = _OPENING.search(text)
    named = _NAMED.findall(found[0]) if found else ()
    classes = {name for one in named for name in one.casefold().split()}
    if not _ANSWERS.isdisjoint(classes):
        return _SEARCH
    if not _FORUM.isdisjoint(classes):
        return _THREADS
    posts = _ARCHIVE in classes and not _OF_POSTS.isdisjoint(classes)
    return _LIST if posts or not _LISTS.isdisjoint(classes) else None
