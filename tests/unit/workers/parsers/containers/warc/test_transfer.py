"""What was done to a page for its transfer is undone."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

import brotli
import pytest

from shared.errors import Reason
from tests.unit.workers.parsers.containers.warc.records import URL, raw_deflate, record, response
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, read
from tests.zstandard import zstd

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_charset_that_the_server_declared_is_used() -> None:
    """The page itself says nothing."""
    page = PAGE.replace("ferry", "F\u00e4hre").encode("cp1250")
    found = read("crawl.warc", record(response(page, kind="text/html; charset=windows-1250")))
    assert "F\u00e4hre" in found.items[0].body[-3]
    assert not [note for note in found.items[0].notes if "assumed" in note]


def chunked(data: bytes, size: int = 100) -> bytes:
    pieces = [data[place : place + size] for place in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in pieces) + b"0\r\n\r\n"


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


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_bomb_in_a_response_spends_the_budget_of_the_file(coding: str) -> None:
    """40 MB of zeros in a page of a few KB."""
    kept = response(CODINGS[coding](bytes(40_000_000)), Content_Encoding=coding)
    found = read("crawl.warc", record(response()) + record(kept, url="a:1"))
    assert found.labels == [URL]
    assert found.reason is Reason.EXPANDS_TOO_MUCH
