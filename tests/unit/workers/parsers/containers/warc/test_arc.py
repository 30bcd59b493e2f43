"""ARC files, the older form of crawls."""

from __future__ import annotations

import gzip

import pytest

from shared.errors import Reason
from tests.unit.workers.parsers.containers.warc.records import URL, response
from tests.unit.workers.parsers.reading import PARAGRAPHS, assert_only_rejected, read


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
