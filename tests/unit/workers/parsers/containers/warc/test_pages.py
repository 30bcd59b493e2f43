"""Which records of a crawl are pages, and what is known of them."""

from __future__ import annotations

import gzip

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.memory import peak_of
from tests.unit.workers.parsers.containers.warc.records import FILE, INFO, URL, record, response
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, TEXT, read
from workers.parsers.base import Limits, RawFile
from workers.parsers.containers.warc import Warc


def test_the_pages_of_a_crawl_are_read_with_their_addresses() -> None:
    """Requests and metadata are no items; label and claim are the record's address."""
    found = read("crawl.warc", FILE)
    assert found.labels == [URL, "https://news.example/2"]
    assert found.items[0].body[-3:] == PARAGRAPHS
    assert found.items[0].first(Field.URL) == URL
    assert found.items[0].parser.startswith("web_page/")
    assert found.refused == {}


@pytest.mark.parametrize(
    ("kind", "media", "block"),
    [("conversion", "text/plain", TEXT), ("resource", "text/html; charset=utf-8", PAGE)],
)
def test_a_page_that_is_kept_without_its_response_is_read(
    kind: str, media: str, block: str
) -> None:
    """The text of a page, as in WET files, or the page itself; its address is the record's."""
    (item,) = read("a.wet", record(block.encode(), kind=kind, Content_Type=media)).items
    assert item.body[-3:] == PARAGRAPHS
    assert (item.item, item.first(Field.URL)) == (URL, URL)


@pytest.mark.parametrize(
    ("media", "url"), [("image/png", URL), ("text/plain", "urn:text:page"), ("", URL)]
)
def test_other_things_that_a_crawler_keeps_are_passed_over(media: str, url: str) -> None:
    """Pictures, and what a crawler noted on a page that stands in a response besides."""
    noted = record(TEXT.encode(), kind="resource", url=url, Content_Type=media)
    assert read("a.warc", noted + record(response())).labels == [URL]


def test_a_file_that_is_compressed_record_by_record_is_read() -> None:
    """As crawlers write it: one gzip frame for each record."""
    packed = b"".join(gzip.compress(each) for each in (INFO, record(response())))
    assert read("crawl.warc.gz", packed).labels == [URL]


@pytest.mark.parametrize(
    "other",
    [
        response(status="301 Moved Permanently"),
        response(status="404 Not Found"),
        response(b"\x89PNG\r\n\x1a\n", kind="image/png"),
        response('{"headline": "a", "body": "b"}', kind="application/json"),
        response(b"\0\1\2", kind=None),
        b"no response at all",
        b"",
    ],
)
def test_what_is_no_page_passes_by(other: bytes) -> None:
    """Redirects, errors, pictures, data: no items and no refusals."""
    found = read("crawl.warc", INFO + record(other, url="https://a.example/x") + record(response()))
    assert found.labels == [URL]
    assert found.refused == {}


def test_a_page_whose_server_did_not_say_what_it_is_is_known_by_its_tags() -> None:
    """The Content-Type is missing."""
    assert read("crawl.warc", record(response(kind=None))).labels == [URL]


def test_a_page_above_the_limit_is_too_large_plain_or_compressed() -> None:
    """The others go on."""
    big = PAGE + " " * 20_000
    kept = response(gzip.compress(big.encode()), Content_Encoding="gzip")
    crawl = record(response(big), url="a:1") + record(kept, url="a:2") + record(response())
    found = read("crawl.warc", crawl, Limits(file_bytes=10_000))
    assert found.refused == {"a:1": Reason.TOO_LARGE, "a:2": Reason.TOO_LARGE}
    assert found.labels == [URL]


def test_a_crawl_streams_by_in_constant_memory() -> None:
    """A thousand pictures of 100 KB cost no more than one."""
    picture = gzip.compress(record(response(bytes(100_000), kind="image/png")), 1)
    packed = picture * 1000 + gzip.compress(record(response()))
    found, peak = peak_of(lambda: read("crawl.warc.gz", packed))
    assert found.labels == [URL]
    assert peak < 4e6


def test_a_crawl_without_pages_has_no_article() -> None:
    """Only the head record."""
    assert read("crawl.warc", INFO).reason is Reason.NO_ARTICLE


def test_a_text_about_warc_is_none() -> None:
    """The version line stands at the very beginning."""
    assert Warc().score(RawFile(name="a.warc", content=b"About WARC/1.0 files")) == 0.0


def test_a_page_whose_address_is_none_is_read() -> None:
    """The standard library raises at it; a crawler wrote what a page's link said."""
    found = read("crawl.warc", INFO + record(response(), url="http://[broken"))
    assert [item.body for item in found.items] == [PARAGRAPHS]
    assert not found.refused
