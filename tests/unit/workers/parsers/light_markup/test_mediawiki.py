"""Exports of MediaWiki."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.one_parser import (
    assert_survives,
    one,
    parse,
    score,
    until_refused,
    values,
)
from workers.parsers.light_markup.mediawiki import Mediawiki

MEDIAWIKI = Mediawiki()
GOLDEN = Path(__file__).parents[4] / "golden" / "mediawiki"
SITE = (
    "<siteinfo><sitename>Herald</sitename><base>https://x.example/wiki/Main</base><namespaces>"
    '<namespace key="0"/><namespace key="1">Diskussion</namespace></namespaces></siteinfo>'
)


def page(text: str, title: str = "Tide", more: str = "") -> str:
    version = f"<timestamp>2024-03-05T10:00:00Z</timestamp><text>{text}</text>"
    return f"<page><title>{title}</title>{more}<revision>{version}</revision></page>"


def export(*pages: str, site: str = SITE) -> str:
    return f'<mediawiki xml:lang="sv">{site}{"".join(pages)}</mediawiki>'


def test_the_last_version_of_a_page_is_its_text() -> None:
    """In whatever order they stand; the first tells since when it is there."""
    older = "<revision><timestamp>2024-03-04T10:00:00Z</timestamp><text>Old.</text></revision>"
    for pages in (page("New.", more=older), page("New.").replace("</page>", f"{older}</page>")):
        found = one(MEDIAWIKI, export(pages))
        assert found.body == ("New.",)
        assert values(found, Field.PUBLISHED) == ["2024-03-04T10:00:00Z"]
        assert values(found, Field.UPDATED) == ["2024-03-05T10:00:00Z"]


def test_pages_that_are_no_articles_are_passed_over() -> None:
    """By the number of their namespace, by its name where there is none; and redirects."""
    found = one(
        MEDIAWIKI,
        export(
            page("No.", "Diskussion:Tide"),
            page("No.", "Vorlage:Tide", "<ns>10</ns>"),
            page("#REDIRECT [[Tide]]"),
            page("", more='<redirect title="Tide"/>'),
            page("Yes.", "Tide: late again"),
        ),
    )
    assert (values(found, Field.HEADLINE), found.body) == (["Tide: late again"], ("Yes.",))
    assert values(found, Field.URL) == ["https://x.example/wiki/Tide:_late_again"]


@pytest.mark.parametrize(
    "site",
    [
        *("", "<siteinfo><base></siteinfo>", "<siteinfo>"),
        "<siteinfo><base>http://[no</base></siteinfo>",
    ],
)
def test_pages_are_read_without_what_the_wiki_says(site: str) -> None:
    """An identity and an address cannot be told then."""
    found = one(MEDIAWIKI, export(page("Yes.", more="<id>7</id>"), site=site))
    assert (found.body, values(found, Field.GUID), values(found, Field.URL)) == (("Yes.",), [], [])


def test_an_export_that_breaks_off_keeps_what_stood_before() -> None:
    """And says so."""
    items, reason = until_refused(MEDIAWIKI, export(page("Yes."), page("No."))[:-40])
    assert (len(items), reason) == (1, Reason.MALFORMED)


def test_an_export_without_an_article_is_refused() -> None:
    """As one of templates alone is."""
    with pytest.raises(Rejected, match="no page"):
        parse(MEDIAWIKI, export(page("No.", more="<ns>10</ns>")))


def test_the_score_follows_the_first_tag() -> None:
    """Whatever the version of the schema."""
    assert score(MEDIAWIKI, export()) > 0.9
    assert score(MEDIAWIKI, "<wiki><page/></wiki>") == 0


def test_a_damaged_export_is_read_or_refused() -> None:
    """Cut anywhere or with any byte changed: no other exception, no item without a body."""
    assert_survives(MEDIAWIKI, (GOLDEN / "news_wiki" / "input.xml").read_bytes())
