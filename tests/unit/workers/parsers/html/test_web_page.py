"""The parser of web pages: body, evidence, and what it refuses."""

from __future__ import annotations

import contextlib
import random
import resource
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile
from workers.parsers.base import Limits, ParseContext, RawFile
from workers.parsers.html.reading import read_page
from workers.parsers.html.web_page import WebPage

NOW = datetime(2030, 1, 1, tzinfo=UTC)
GOLDEN = Path(__file__).parents[4] / "golden" / "web_page"
STORY = (
    "<p>The first paragraph tells what has happened, who was there, and what it means.</p>"
    "<p>The second one adds that nobody had expected it, although there had been signs.</p>"
    "<p>The third says what comes next, and when the council will meet to talk about it.</p>"
)


def parse(content: bytes, *, charset: str | None = None, limits: Limits | None = None) -> RawItem:
    context = ParseContext(charset=charset, limits=limits or Limits())
    (item,) = WebPage().parse(RawFile(name="page", content=content), context)
    assert isinstance(item, RawItem)
    return item


def golden(case: str) -> RawItem:
    return parse((GOLDEN / case / "input.html").read_bytes())


def refusal(content: bytes, limits: Limits | None = None) -> Rejected:
    with pytest.raises(Rejected) as caught:
        parse(content, limits=limits)
    return caught.value


def test_the_body_is_the_article_and_nothing_around_it() -> None:
    """Sub-heads and quotations stay; menus, captions, links, sign-ups, comments go."""
    text = "\n".join(golden("english_json_ld").body)
    for part in ("Traffic returned", "Costs rose twice", "could have built it", "Lorries above"):
        assert part in text
    for part in ("Home", "Photo:", "Related", "Sign up", "About time", "All rights", "Share on"):
        assert part not in text


def test_claims_come_from_every_place_where_they_stand() -> None:
    """The headline is claimed by JSON-LD, meta, title and heading; the heading weighs most."""
    item = golden("english_json_ld")
    sources = {claim.source for claim in item.claims[Field.HEADLINE]}
    assert {"json-ld headline", "meta og:title", "title", "h1"} <= sources
    assert item.first(Field.HEADLINE) == "Harbour bridge reopens after three years of repairs"
    assert item.first(Field.PUBLISHED) == "2024-03-14T09:30:00-04:00"
    assert item.first(Field.UPDATED) == "2024-03-14T17:05:00-04:00"
    assert item.first(Field.SOURCE) == "The Tidewater Post"


def test_a_page_without_any_metadata_is_read_by_what_it_shows() -> None:
    """Headline, date and author of a page in Chinese stand in its lines alone."""
    item = golden("chinese_visible_lines")
    assert item.first(Field.HEADLINE) == "江边老茶馆重新开门迎客"
    assert str(item.first(Field.PUBLISHED)).startswith("2022年10月08日")
    assert "沈若兰" in [claim.value for claim in item.claims[Field.AUTHOR]]
    assert len(item.body) == 4


def test_an_update_stands_for_the_publication_where_no_other_time_is_stated() -> None:
    """It was there by then; the source of the claim says what it is."""
    page = f"<h1>Bridge</h1><p>Zuletzt aktualisiert: 14. März 2024</p>{STORY}"
    item = parse(page.encode())
    (claim,) = item.claims[Field.PUBLISHED]
    assert claim.value == item.first(Field.UPDATED)
    assert "an update" in claim.source
    stated = parse(f"<meta property='article:published_time' content=2024-03-12>{page}".encode())
    assert stated.first(Field.PUBLISHED) == "2024-03-12"


def test_a_plain_date_in_the_head_is_outweighed_by_two_places_that_show_another() -> None:
    """Its makers put the day of the last change there as often as that of the publication."""
    head = '<meta name="date" content="2024-02-01"><meta name="dc.date" content="2024-02-01">'
    shown = '<p class="date">14.03.2024</p>'
    page = f"<html><head>{head}</head><body><h1>A day in Oslo</h1>{shown}{STORY}</body></html>"
    article = normalise(read_page(page, None), Profile(), now=NOW)
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2024-03-14"


def test_the_site_is_no_author_where_a_person_is_named() -> None:
    """A meta tag that names the site as author loses against the byline."""
    assert golden("spanish_lists_and_quotes").first(Field.AUTHOR) == "Nuria Balcells"


def test_who_made_the_site_is_no_author_where_a_person_is_named() -> None:
    """Builders of pages sign them in a meta tag, with their address."""
    made = "<meta name=author content='Ben Carr - https://maker.example'>"
    page = f"<html><head>{made}</head><body><h1>Prices rise</h1><p>by Ada Brook</p>{STORY}</body>"
    item = parse(page.encode())
    assert item.first(Field.AUTHOR) == "Ada Brook"
    assert item.claims[Field.AUTHOR][-1].weight <= 0.1
    there = read_page(page, "https://example.org/prices")
    assert [claim.value for claim in there.claims[Field.AUTHOR]] == ["Ada Brook"]


def test_bytes_are_decoded_by_the_declaration_in_the_page() -> None:
    """windows-1252 declared in a meta tag gives accents and curly quotes."""
    item = golden("french_microdata_latin1")
    assert item.first(Field.AUTHOR) == "Élodie Garnier"
    assert "l’ancienne gare" in item.body[0]  # noqa: RUF001 - as it is printed


def test_the_charset_of_the_transport_counts() -> None:
    """A charset that was declared outside the page is believed."""
    page = f"<html><body><h1>Цены растут</h1>{STORY}</body></html>".encode("koi8-r")
    assert parse(page, charset="koi8-r").first(Field.HEADLINE) == "Цены растут"


def test_line_breaks_part_the_paragraphs_of_old_pages() -> None:
    """A table layout with `<br><br>` has four paragraphs and no menu."""
    item = golden("xhtml_line_breaks")
    assert len(item.body) == 4
    assert item.body[0].startswith("For nineteen years")


def test_a_page_of_links_holds_no_article() -> None:
    """A front page is refused, with a sentence that says why."""
    error = refusal((GOLDEN / "front_page" / "input.html").read_bytes())
    assert error.reason is Reason.NO_ARTICLE
    assert "links" in error.detail


def test_a_giant_attribute_is_refused_with_its_size() -> None:
    """Ten megabytes in one attribute are no page."""
    error = refusal(b'<html><body><p class="' + b"a" * 10_000_000 + b'">' + STORY.encode())
    assert error.reason is Reason.TOO_LARGE
    assert "10.0 million characters" in error.detail


def test_embedded_pictures_do_not_make_a_page_too_large() -> None:
    """A saved page carries its pictures as `data:` addresses of megabytes."""
    picture = b'<img src="data:image/png;base64,' + b"iVBORw0K" * 300_000 + b'">'
    assert len(parse(b"<html><body><h1>H</h1>" + picture + STORY.encode()).body) == 3


def test_a_page_above_the_size_limit_is_refused() -> None:
    """The limit is the context's; the sentence names both sizes."""
    error = refusal(STORY.encode() * 30_000, limits=Limits(file_bytes=1_000_000))
    assert error.reason is Reason.TOO_LARGE
    assert "the limit is 1 MB" in error.detail


HOSTILE = {
    "nested divs": b"<html><body>" + b"<div>" * 100_000 + b"text",
    "nested spans": b"<html><body>" + b"<span>" * 100_000 + b"text",
    "open paragraphs": b"<html><body>" + b"<p>An open paragraph of the page, one of many." * 50_000,
    "open lists": b"<html><body>" + b"<ul><li><a href=x>link" * 20_000,
    "many attributes": b"<html><body><p " + b"a=1 " * 200_000 + b">" + STORY.encode(),
    "nulls": b"<html>\0<body>\0\0<p>\0" + STORY.encode().replace(b"a", b"a\0"),
    "cut off in a tag": b"<html><body>" + STORY.encode() + b"<p class='",
    "cut off in a comment": b"<html><body>" + STORY.encode() + b"<!-- never closed",
    "unclosed script": b"<html><body>" + STORY.encode() + b"<script>var a = '<p>';",
    "only a doctype": b"<!DOCTYPE html>",
    "less-than signs": b"<html>" + b"<" * 300_000,
    "too many tags": b"<html><body>" + b"<b>x</b>" * 500_000,
    "long word": b"<html><body><p>" + b"x" * 900_000,
    "entities": b"<html><body>" + b"&amp;" * 200_000 + STORY.encode(),
    "date digits": b"<html><body><p>" + b"1/1/" * 60 + b"</p>" + STORY.encode(),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_end_soon_in_an_item_or_a_reason(content: bytes) -> None:
    """Within seconds and half a gigabyte: an article, or `Rejected`, and nothing else."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    with contextlib.suppress(Rejected):
        assert parse(content).body
    assert time.process_time() - started < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 600_000


def test_broken_copies_of_a_page_never_break_the_parser() -> None:
    """Cut, with bytes changed, with bytes lost: only items and `Rejected` come out."""
    whole = (GOLDEN / "english_json_ld" / "input.html").read_bytes()
    dice = random.Random(7)
    for _ in range(60):
        broken = bytearray(whole[: dice.randrange(1, len(whole))])
        for _ in range(dice.randrange(0, 40)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        with contextlib.suppress(Rejected):
            assert all(parse(bytes(broken)).body)


@pytest.mark.parametrize("tag", ["main", "article", "header", "section", "x-page"])
def test_a_page_without_tags_for_head_and_body_is_read(tag: str) -> None:
    """HTML lets both be left out, and minifiers do."""
    page = (
        "<!doctype html><meta charset=utf-8><title>The council met</title>"
        f"<script>var a = 1</script><noscript><img src=a></noscript>"
        f"<{tag}><h1>The council met</h1>{STORY}</{tag}>"
    )
    item = read_page(f"{page}<footer>All rights reserved</footer>", None)
    assert len(item.body) == STORY.count("<p>")
    assert item.first(Field.HEADLINE) == "The council met"
