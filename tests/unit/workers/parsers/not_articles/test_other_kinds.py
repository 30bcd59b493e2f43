"""What is not read says what it is, and what to do."""

from __future__ import annotations

import pytest

from shared.errors import Reason
from tests.unit.workers.parsers.reading import read

REST = bytes(400)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a picture (JPEG)"),
        (b"RIFF\0\1\0\0WEBPVP8 ", "a picture (WebP)"),
        (b"RIFF\0\1\0\0WAVEfmt ", "sound or film (WAV)"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a picture (HEIC)"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "sound or film (MP4)"),
        (b"7z\xbc\xaf'\x1c\0\4", "an archive (7z): pack it as zip or tar"),
        (b"Rar!\x1a\x07\1\0", "an archive (RAR): pack it as zip or tar"),
        (b"PAR1\x15\0", "a store of rows (Parquet): export it as CSV or JSON lines"),
        (b"SQLite format 3\0", "a store of rows (SQLite)"),
        (b"Some_Book" + bytes(51) + b"BOOKMOBI", "a book (Mobipocket, Kindle): save it as EPUB"),
        (b"\x7fELF\2\1\1\0", "a program: there is no article in it"),
        (b"\0\x07\x03\x05", "the bytes are neither text nor a format that Copydesk reads"),
    ],
)
def test_bytes_that_are_no_text_are_called_by_their_name(content: bytes, told: str) -> None:
    """Whatever the name of the file."""
    found = read("story.txt", content + REST)
    assert found.reason is Reason.NOT_TEXT
    assert found.rejected is not None
    assert found.rejected.detail.startswith(told)


@pytest.mark.parametrize("name", ["jquery.min.js", "style.css", "app.map"])
def test_what_comes_along_with_a_saved_page_holds_no_article(name: str) -> None:
    """Browsers save scripts and styles beside it; read as a text they would be one."""
    text = b"/* The tide was late, said the harbour master. */\nfunction a(b) { return b; }\n"
    assert read(name, text).reason is Reason.NO_ARTICLE
    assert read("style", text).reason is not Reason.UNKNOWN_FORMAT


def test_a_document_in_tex_asks_for_another_format() -> None:
    """Its commands would be read as text; a text that speaks of them is one."""
    document = b"% a comment\n\\documentclass{article}\n\\begin{document}\nThe tide was late.\n"
    assert read("paper.tex", document).reason is Reason.UNKNOWN_FORMAT
    story = b"How to begin\n\nWrite \\documentclass{article} in the first line, said Ann Ek.\n"
    assert read("story.txt", story).reason is None


@pytest.mark.parametrize("name", ["deploy.yaml", "setup.cfg", "app.py", "server.log", "main.rs"])
def test_settings_and_sources_of_programs_are_no_articles(name: str) -> None:
    """Their comments are sentences, and look like headings of Markdown."""
    text = (
        "# Licensed to all\n# The tide was late, said Ann Ek.\n**Read** [it](https://x.example)\n"
    )
    refused = read(name, text.encode())
    assert refused.reason is Reason.NO_ARTICLE
    assert "program" in str(refused.rejected)
