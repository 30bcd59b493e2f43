"""Raw bytes beside the article: read as text or shown in hex, with the values marked."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.api.desk.pages.raw_text import MOST_PACKED, SHOWN, read
from services.telling.evidence import Told
from tests.zstandard import zstd


def told(key: str, *values: str) -> Told:
    return Told(key, key, values, "label line")


def marks(content: str, *wanted: Told, body: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = read(io.BytesIO(content.encode()), wanted, body)
    assert "".join(piece.text for piece in found.pieces) == content
    return [(piece.key, piece.text) for piece in found.pieces if piece.key]


def test_each_value_is_marked_where_it_first_stands() -> None:
    """Two authors have two places; the paragraphs theirs."""
    content = "Old forest\n\nBy Ida Holm and Jon Ek\n\nThe city\nbought it.\n\nOld forest"
    found = marks(
        content,
        told("headline", "Old forest"),
        told("author", "Ida Holm", "Jon Ek"),
        body=("The city bought it.",),
    )
    assert found == [
        ("headline", "Old forest"),
        ("author", "Ida Holm"),
        ("author", "Jon Ek"),
        ("body", "The city\nbought it."),
    ]


@pytest.mark.parametrize(
    ("content", "value", "marked"),
    [
        ("<h1>Fish &amp; chips</h1>", "Fish & chips", "Fish &amp; chips"),
        ("at 2023-05-09T08:15:40Z", "2023-05-09 08:15:40 UTC", "2023-05-09T08:15:40"),
        ("on 2023-05-09 08:15", "2023-05-09 08:15:00 UTC", "2023-05-09 08:15"),
    ],
)
def test_values_are_found_as_files_write_them(content: str, value: str, marked: str) -> None:
    """Escaped, and times in their usual forms."""
    assert marks(content, told("field", value)) == [("field", marked)]


def test_a_line_that_stands_there_thousands_of_times_is_marked_each_time() -> None:
    """In one walk through the text: from the beginning for each, 1,600 of them took a minute."""
    body = ("Yes!",) * 10_000
    assert marks("\n".join(body), body=body) == [("body", "Yes!")] * len(body)


def test_what_is_too_short_to_mean_anything_is_not_marked() -> None:
    """`en` stands in every text."""
    assert marks("The end", told("language", "en")) == []


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (b"plain", "utf-8"),
        (b"\xef\xbb\xbfmarked", "utf-8-sig"),
        ("wide".encode("utf-16"), "utf-16"),
        (b"Caf\xe9", "windows-1252"),
        (b"\x00\x01\x02\x03", ""),
        (("é" * SHOWN).encode()[1:], "windows-1252"),
        (b"a" + ("é" * SHOWN).encode(), "utf-8"),
    ],
)
def test_bytes_are_read_by_their_look(content: bytes, charset: str) -> None:
    """A cut through the last character is no reason to doubt the rest."""
    assert read(io.BytesIO(content)).charset == charset


@given(st.binary(max_size=300))
@example(b"\x1f\x8b\x08")
def test_any_bytes_can_be_shown(content: bytes) -> None:
    """Nothing that anybody hands in breaks the page."""
    found = read(io.BytesIO(content), (told("headline", "a b"),), ("x y",))
    assert found.shown == len(content)
    assert all(isinstance(piece.text, str) for piece in found.pieces)


PLAIN = "Old forest\n\nThe city bought it.\n" * 3


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("gzip", gzip.compress(PLAIN.encode())),
        ("bzip2", bz2.compress(PLAIN.encode())),
        ("xz", lzma.compress(PLAIN.encode())),
        ("zstd", zstd.compress(PLAIN.encode())),
        ("gzip", gzip.compress(PLAIN[:40].encode()) + gzip.compress(PLAIN[40:].encode())),
    ],
    ids=["gzip", "bzip2", "xz", "zstd", "gzip twice"],  # gzip's bytes hold the time
)
def test_what_is_compressed_is_shown_unpacked(name: str, packed: bytes) -> None:
    """With its marks, and the way in which it was compressed; several streams are one."""
    found = read(io.BytesIO(packed), [told("headline", "Old forest")])
    assert "".join(piece.text for piece in found.pieces) == PLAIN
    assert (found.method, found.charset, found.whole) == (name, "utf-8", True)
    assert found.marked == {"headline"}


def test_compressed_bytes_that_break_off_are_shown_as_far_as_they_go() -> None:
    """The rest of them is no text, and no error."""
    packed = gzip.compress(random.Random(1).randbytes(40_000).hex().encode())
    found = read(io.BytesIO(packed[: len(packed) // 2]))
    assert found.charset == "utf-8"
    assert 10_000 < found.shown < 70_000


def test_little_is_read_of_a_compressed_file_whatever_it_holds() -> None:
    """A gigabyte in a few bytes, or many bytes that hold nothing: those are shown as they are."""
    bomb = read(io.BytesIO(gzip.compress(b"a" * 20_000_000)))
    assert (bomb.shown, bomb.whole) == (SHOWN, False)
    nothing = io.BytesIO(gzip.compress(b"") * 500_000)
    assert read(nothing).charset == ""
    assert nothing.tell() <= SHOWN + MOST_PACKED + 1
