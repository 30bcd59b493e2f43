"""Safari's web archives: the page inside is read with its address."""

from __future__ import annotations

import plistlib

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, assert_only_rejected, read
from workers.parsers.base import Limits, RawFile
from workers.parsers.containers.web_archive import WebArchive

URL = "https://news.example/ferry"


def archive(page: bytes = PAGE.encode(), **main: object) -> bytes:
    """Return a page as Safari saves it; `main` changes what is noted of it."""
    noted = {
        "WebResourceData": page,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": URL,
        **main,
    }
    picture = {"WebResourceData": bytes(99), "WebResourceMIMEType": "image/png"}
    whole = {"WebMainResource": noted, "WebSubresources": [picture]}
    return plistlib.dumps(whole, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize("name", ["ferry.webarchive", "ferry"])
def test_a_saved_page_is_read_with_its_address(name: str) -> None:
    """Whatever its name."""
    (item,) = read(name, archive()).items
    assert item.body[-3:] == PARAGRAPHS
    assert item.first(Field.URL) == URL


def test_the_charset_that_was_noted_holds() -> None:
    """The page need not say it."""
    page = PAGE.replace("harbour", "Häfen").encode("cp1252")
    (item,) = read("a.webarchive", archive(page, WebResourceTextEncodingName="windows-1252")).items
    assert "Häfen" in item.body[-3]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (archive(WebResourceMIMEType="application/pdf"), Reason.NO_ARTICLE),
        (archive(WebResourceMIMEType={"kind": "text/html"}), Reason.NO_ARTICLE),
        (archive(WebResourceData="a text"), Reason.NO_ARTICLE),
        (plistlib.dumps([1], fmt=plistlib.FMT_BINARY), Reason.NO_ARTICLE),
        (b"bplist00 and no more", Reason.MALFORMED),
    ],
)
def test_an_archive_without_a_page_is_refused(content: bytes, reason: Reason) -> None:
    """With what it lacks."""
    assert read("a.webarchive", content).reason is reason


def test_an_archive_above_the_limit_is_too_large() -> None:
    """It would have to be held whole."""
    found = read("a.webarchive", archive(), Limits(file_bytes=100))
    assert found.reason is Reason.TOO_LARGE


def test_damage_of_any_kind_ends_in_a_reason() -> None:
    """Nothing but `Rejected` leaves the parser, wherever a byte is lost or wrong."""
    assert_only_rejected("a.webarchive", archive())


def test_other_property_lists_are_none() -> None:
    """Settings of a program, say."""
    other = plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY)
    assert WebArchive().score(RawFile(name="a.plist", content=other)) == 0.0
