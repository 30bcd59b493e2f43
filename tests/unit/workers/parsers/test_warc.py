"""WARC: pages are read, everything else passes by, and a cut loses only what follows it."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

import brotli
import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.memory import peak_of
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, TEXT, assert_only_rejected, read
from tests.zstandard import zstd
from workers.parsers.base import Limits, RawFile
from workers.parsers.warc import Warc

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "https://news.example/ferry"


def record(block: bytes, *, kind: str = "response", url: str = URL, **headers: str) -> bytes:
    """Return one WARC record."""
    named = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": "2026-03-14T12:00:00Z",
        **{name.replace("_", "-"): value for name, value in headers.items()},
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def response(
    body: bytes | str = PAGE, *, status: str = "200 OK", kind: str | None = "text/html", **more: str
) -> bytes:
    """Return one HTTP response."""
    data = body.encode() if isinstance(body, str) else body
    named = {"Content-Type": kind} if kind is not None else {}
    named |= {name.replace("_", "-"): value for name, value in more.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + data


INFO = record(b"software: test\r\n", kind="warcinfo")
FILE = (
    INFO
    + record(b"GET /ferry HTTP/1.1\r\n\r\n", kind="request")
    + record(response())
    + record(b"fetchTimeMs: 12", kind="metadata")
    + record(response(), url="https://news.example/2")
)


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


def test_the_charset_that_the_server_declared_is_used() -> None:
    """The page itself says nothing."""
    page = PAGE.replace("ferry", "F\u00e4hre").encode("cp1250")
    found = read("crawl.warc", record(response(page, kind="text/html; charset=windows-1250")))
    assert "F\u00e4hre" in found.items[0].body[-3]
    assert not [note for note in found.items[0].notes if "assumed" in note]


def chunked(data: bytes, size: int = 100) -> bytes:
    pieces = [data[place : place + size] for place in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in pieces) + b"0\r\n\r\n"


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "br": lambda data: brotli.compress(data, quality=5),
    "zstd": zstd.compress,
    "deflate": zlib.compress,
    "Deflate": raw_deflate,
}


@pytest.mark.parametrize("coding", CODINGS)
def test_the_codings_of_the_transfer_are_undone(coding: str) -> None:
    """Compressed, and in chunks on top."""
    packed = chunked(CODINGS[coding](PAGE.encode()))
    kept = response(packed, Content_Encoding=coding, Transfer_Encoding="chunked")
    assert read("crawl.warc", record(kept)).items[0].body[-3:] == PARAGRAPHS


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "unheard-of"])
def test_codings_that_the_crawler_undid_already_do_no_harm(coding: str) -> None:
    """Some keep the headers of the transfer above the plain page."""
    kept = response(Content_Encoding=coding, Transfer_Encoding="chunked")
    assert read("crawl.warc", record(kept)).items[0].body[-3:] == PARAGRAPHS


def test_a_response_with_a_broken_coding_is_one_item_and_the_others_go_on() -> None:
    """It is told by its address."""
    kept = response(gzip.compress(PAGE.encode())[:200], Content_Encoding="gzip")
    found = read("crawl.warc", record(kept, url="https://a.example/x") + record(response()))
    assert found.refused == {"https://a.example/x": Reason.MALFORMED}
    assert found.labels == [URL]
    assert found.rejected is None


@pytest.mark.parametrize("packer", [bytes, gzip.compress])
def test_a_cut_off_file_gives_what_was_whole_and_then_the_reason(packer) -> None:
    """The first page is read, the second breaks off."""
    first, second = packer(INFO + record(response())), packer(record(response(), url="https://a/b"))
    found = read("crawl.warc", first + second[: len(second) * 2 // 3])
    assert found.labels == [URL]
    assert found.reason is Reason.MALFORMED


def test_a_page_that_the_crawler_cut_off_says_so() -> None:
    """`WARC-Truncated` becomes a note."""
    found = read("crawl.warc", record(response(), WARC_Truncated="length"))
    assert found.items[0].notes[0] == "the crawler cut the page off: length"


def test_a_page_above_the_limit_is_too_large_plain_or_compressed() -> None:
    """The others go on."""
    big = PAGE + " " * 20_000
    kept = response(gzip.compress(big.encode()), Content_Encoding="gzip")
    crawl = record(response(big), url="a:1") + record(kept, url="a:2") + record(response())
    found = read("crawl.warc", crawl, Limits(file_bytes=10_000))
    assert found.refused == {"a:1": Reason.TOO_LARGE, "a:2": Reason.TOO_LARGE}
    assert found.labels == [URL]


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_bomb_in_a_response_spends_the_budget_of_the_file(coding: str) -> None:
    """40 MB of zeros in a page of a few KB."""
    kept = response(CODINGS[coding](bytes(40_000_000)), Content_Encoding=coding)
    found = read("crawl.warc", record(response()) + record(kept, url="a:1"))
    assert found.labels == [URL]
    assert found.reason is Reason.EXPANDS_TOO_MUCH


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


@pytest.mark.parametrize(
    "damage",
    [
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\nbody",
        b"WARC/1.0\r\nContent-Length: many\r\n\r\nbody",
        b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nbody",
        b"WARC/1.0\r\n" + b"a: b\r\n" * 2000,
        b"WARC/1.0\r\nX: " + b"a" * 200_000,
        INFO + b"rubbish between records\r\n" + INFO,
    ],
)
def test_a_broken_record_is_told(damage: bytes) -> None:
    """No length, no end of the headers, no version."""
    assert read("crawl.warc", damage).reason is Reason.MALFORMED


def test_damage_of_any_kind_ends_in_a_reason() -> None:
    """Nothing but `Rejected` leaves the parser, wherever a byte is lost or wrong."""
    kept = response(brotli.compress(PAGE.encode()), Content_Encoding="br")
    deflated = response(raw_deflate(PAGE.encode()), Content_Encoding="deflate")
    assert_only_rejected("crawl.warc", record(kept) + record(deflated) + FILE)
    assert_only_rejected("crawl.warc.gz", gzip.compress(INFO) + gzip.compress(record(kept)))


def test_a_text_about_warc_is_none() -> None:
    """The version line stands at the very beginning."""
    assert Warc().score(RawFile(name="a.warc", content=b"About WARC/1.0 files")) == 0.0


def test_a_page_whose_address_is_none_is_read() -> None:
    """The standard library raises at it; a crawler wrote what a page's link said."""
    found = read("crawl.warc", INFO + record(response(), url="http://[broken"))
    assert [item.body for item in found.items] == [PARAGRAPHS]
    assert not found.refused


def arc(*blocks: bytes, url: str = URL, more: str = "") -> bytes:
    """Return an ARC file of version 1; with `more` fields between time and length of version 2."""
    about = b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    told = [("filedesc://crawl.arc", "text/plain", about)]
    told += [(url, "text/html", block) for block in blocks]
    return b"".join(
        f"{address} 192.0.2.1 20040312080000 {kind}{more} {len(block)}\n".encode() + block + b"\n"
        for address, kind, block in told
    )


@pytest.mark.parametrize("more", ["", " 200 sum - 0 crawl.arc"])
@pytest.mark.parametrize("url", [URL, "https://news.example/a b"])
def test_the_pages_of_an_arc_file_are_read(more: str, url: str) -> None:
    """In either version, also under an address with a space in it; packed one by one too."""
    plain = arc(response(), response(status="404 Not Found"), response(), url=url, more=more)
    for packed in (plain, gzip.compress(plain)):
        found = read("crawl.arc", packed)
        assert found.labels == [url, url]
        assert found.items[0].body[-3:] == PARAGRAPHS
        assert (found.refused, found.rejected) == ({}, None)


@pytest.mark.parametrize("damaged", [b"https://news.example/2\n", b"a b c d many\n"])
def test_a_record_without_its_fields_ends_an_arc_file(damaged: bytes) -> None:
    """After the page before it."""
    found = read("crawl.arc", arc(response()) + damaged)
    assert (len(found.items), found.reason) == (1, Reason.MALFORMED)


def test_damage_to_an_arc_file_ends_in_a_reason() -> None:
    """Cut off and changed files, never an exception."""
    assert_only_rejected("a.arc", arc(response(), response()))
