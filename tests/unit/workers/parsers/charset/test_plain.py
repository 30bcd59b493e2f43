"""Parsers are asked about text in UTF-8 whose lines end once, however it came."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from shared.domain.article import RawItem
from workers.parsers import registry
from workers.parsers.base import Limits, ParseContext, RawFile
from workers.parsers.charset.plain import plain

if TYPE_CHECKING:
    from pathlib import Path

MARK = b"\xef\xbb\xbf"
FEED = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Herald</title><item><title>Brú</title>"
    "<description>The bridge is open again.</description></item></channel></rss>"
)
RECORD = '{"title": "Brú", "text": "The bridge is open again."}'
MAIL = (
    "From: Ada <a@b.example>\r\nSubject: Bridge\r\nMessage-ID: <1@b.example>\r\n"
    "Date: Tue, 5 Mar 2024 10:00:00 +0000\r\n\r\nThe bridge is open again.\r\n"
)


def parsers(content: bytes) -> list[str]:
    """Return who read each item of some bytes."""
    read = registry.read(RawFile(name="it", content=content), ParseContext())
    return [one.parser.partition("/")[0] for one in read if isinstance(one, RawItem)]


@pytest.mark.parametrize(
    ("text", "parser"), [(FEED, "feed"), (RECORD, "json_lines"), (MAIL, "mail")]
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_a_format_is_known_behind_any_marks(text: str, parser: str, charset: str) -> None:
    """One mark or two, of UTF-8 or UTF-16."""
    marked = ("\ufeff" if charset == "utf-16-be" else "") + text
    assert parsers(marked.encode(charset)) == [parser]
    if charset.startswith("utf-8"):
        assert parsers(MARK + MARK + text.encode()) == [parser]


def test_lines_that_end_twice_end_once() -> None:
    """A transfer as text done twice sets two carriage returns, and blank lines between all."""
    assert parsers(MAIL.replace("\r\n", "\r\r\n").encode()) == ["mail"]


def test_other_bytes_are_left_alone() -> None:
    """A page with its mark, a text without one, binary bytes."""
    for content in (MARK + b"<html></html>", b"plain\r\ntext", b"\x89PNG\r\r\n\0\r\r\n\0\r\r\n"):
        file = RawFile(name="it", content=content)
        assert plain(file, 1000) is file


def test_wide_characters_that_cannot_be_read_are_left_to_be_told_of() -> None:
    """A mark before bytes of anything; half a character, below a text, is let go."""
    lost = RawFile(name="it", content=b"\xff\xfe" + b"\x00\xd8\x00\xd8A\x00" * 9)
    assert plain(lost, 1000) is lost
    assert parsers(MAIL.encode("utf-16") + b"\n") == ["mail"]


def test_a_large_file_is_not_held(tmp_path: Path) -> None:
    """Above the limit lines are read one by one, and no more than it is taken into memory."""
    path = tmp_path / "large.jsonl"
    path.write_bytes(MARK + MARK + b'{"text": "a"}\n' * 100)
    file = RawFile(name=path.name, path=str(path))
    assert plain(file, 100) is file


def test_packed_lines_of_json_are_a_stream_however_they_end() -> None:
    """What they unpack to may be far above the limit of one document."""
    line = b'{"title": "Ferries", "text": "The council voted on Monday to keep the ferry."}\r\r\n'
    file = RawFile(name="lines.jsonl.gz", content=gzip.compress(line * 100))
    limits = Limits(file_bytes=len(line) * 10)
    items = list(registry.read(file, ParseContext(limits=limits, read=registry.read)))
    assert len(items) == 100
    assert all(isinstance(item, RawItem) for item in items)
