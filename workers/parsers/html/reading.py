"""
The article of a page's text: the body by blocks, every other field by evidence.

One walk through the tags serves all that follows. What a page shows only to those without scripts
is read where it shows nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html import address, head, kinds, saving, topics, visible
from workers.parsers.html.body.body import choose
from workers.parsers.html.body.features import Known
from workers.parsers.html.data import json_ld, unshown
from workers.parsers.html.data.json_ld_choice import PageNames
from workers.parsers.html.headline import headings, host_name, site_name
from workers.parsers.html.listing import has_several, is_anchored, is_front, is_listing, is_stream
from workers.parsers.html.signed import lines, owner
from workers.parsers.html.walk.tree import parse
from workers.parsers.not_articles.walls import instead

if TYPE_CHECKING:
    from workers.parsers.html.body.body import Body
    from workers.parsers.html.walk.page import Page

_UNSHOWN = 200
"""Characters of an article that a page does not show; less asks readers to allow scripts."""
_MORE = 3
"""How much longer it is than what a page shows that says a few words of itself."""
_DAYS = 6
"""Times of publication that are those of as many teasers."""
_TITLES = 6
"""Titles of the head that blocks are compared with."""


def read_page(
    text: str, url: str | None, notes: tuple[str, ...] = (), utf8: bytes | None = None
) -> RawItem:
    """
    Return the article of a page's text, which may come as its UTF-8 too.

    Raises `Rejected`: `too_large`, `too_deep`, `malformed`, or `no_article` where the page holds
    only menus, lists of links or pictures, or is what a server shows in an article's place.
    """
    shown, page, evidence, body = _chosen(text, utf8, url)
    if body is None:
        raise Rejected(
            Reason.NO_ARTICLE, "there is no running text in the page: only menus, links or pictures"
        )
    if not _is_dated(page, evidence):
        _refuse_others(shown, page, body)
        if is_front(page, body, [url] if url else evidence.values(Field.URL)):
            raise Rejected(
                Reason.NO_ARTICLE, "the front page of a site: it holds links to articles"
            )
    _gather(shown, page, evidence, body, url)
    return RawItem(
        body=body.paragraphs, body_source=body.source, claims=evidence.ordered(), notes=notes
    )


def _is_dated(page: Page, evidence: Evidence) -> bool:
    """
    Return whether a page states when its article was published.

    Teasers have a day each, and systems that serve search engines tell when a front page was made.
    """
    told = set(evidence.values(Field.PUBLISHED))
    return 0 < len(told) < _DAYS and not kinds.is_page(page.head)


def _refuse_others(shown: str, page: Page, body: Body) -> None:
    """Raise `Rejected` for a page that is none of an article, though it holds text."""
    headed = (block.text for block in page.blocks if block.node.tag == "h1")
    if (what := instead((*page.head.titles[:1], *headed), body.paragraphs)) is not None:
        raise Rejected(Reason.NO_ARTICLE, f"{what}: there is no article in it; fetch it again")
    if (kind := kinds.stated(page.head, shown, several=has_several(page, body))) is not None:
        detail = f"the page says that it is {kind}: there is no article in it; save the page of one"
        raise Rejected(Reason.NO_ARTICLE, detail)
    if (is_listing(page, body) or is_stream(page, body)) and not is_anchored(shown):
        raise Rejected(Reason.NO_ARTICLE, "the page lists articles: it holds only their beginnings")


def _chosen(
    text: str, utf8: bytes | None, url: str | None
) -> tuple[str, Page, Evidence, Body | None]:
    """Return a page as it is shown, or as its scripts show it, and the body that was chosen."""
    shown = saving.without_bar(text)
    page, known, evidence = analyse(shown, utf8 if shown is text else None, url)
    body = choose(page, known)
    if (size := _size(body)) < _UNSHOWN and (opened := unshown.opened(shown)) is not None:
        whole = analyse(opened, url=url)
        hidden = choose(whole[0], whole[1])
        if _size(hidden) >= max(_UNSHOWN, _MORE * size):
            return opened, whole[0], whole[2], hidden
    return shown, page, evidence, body


def _gather(shown: str, page: Page, evidence: Evidence, body: Body, url: str | None) -> None:
    """Add what the page says beside the body."""
    headings.gather(page, evidence, body.first, url)
    site_name.gather(page, evidence, url)
    visible.gather(page, evidence, body.first, body.last)
    lines.gather(page, evidence, body.first, body.last)
    topics.gather(page, evidence, body.first, body.last)
    address.gather(shown, url, evidence)
    if Field.PUBLISHED not in evidence.claims:
        lines.gather_farther(page, evidence, body.first, body.last)
    evidence.take_updates()
    evidence.doubt_site_as_author(url or "", site_name.behind_headline(page, evidence))
    host_name.gather(page, url, evidence)
    owner.gather(page, evidence, url, body.last)


def _size(body: Body | None) -> int:
    """Return how many characters a body has."""
    return sum(map(len, body.paragraphs)) if body is not None else 0


def analyse(
    text: str, utf8: bytes | None = None, url: str | None = None
) -> tuple[Page, Known, Evidence]:
    """Return a page's blocks, and what its head says: to compare them with, and as evidence."""
    page = parse(text, utf8)
    evidence = Evidence()
    article_body, live = json_ld.gather(
        json_ld.objects(page.head.scripts), evidence, PageNames.of(page.head, url)
    )
    summary = head.gather(page.head, evidence)
    titles = tuple(evidence.values(Field.HEADLINE)[:_TITLES])
    sites, authors = (tuple(evidence.values(name)) for name in (Field.SOURCE, Field.AUTHOR))
    return page, Known(titles, summary, article_body, sites, authors, live), evidence
