"""Crawls that break off or are damaged: what was whole is read, the rest is told."""

from __future__ import annotations

import gzip

import brotli
import pytest

from shared.errors import Reason
from tests.unit.workers.parsers.containers.warc.records import (
    FILE,
    INFO,
    URL,
    raw_deflate,
    record,
    response,
)
from tests.unit.workers.parsers.reading import PAGE, assert_only_rejected, read


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
