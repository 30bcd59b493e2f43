"""What a document in the shell of older Office programs says about itself."""

from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st

from workers.parsers.documents.ole_properties import About, about

TIME = struct.pack("<IQ", 0x40, 133_591_113_000_000_000)
"""2024-05-02 08:15:00 UTC."""


def text(said: bytes) -> bytes:
    return struct.pack("<II", 0x1E, len(said)) + said


def properties(values: dict[int, bytes], *, count: int | None = None) -> bytes:
    """Return a stream with some properties, by their numbers."""
    index, content, begin = b"", b"", 8 + 8 * len(values)
    for number, value in values.items():
        index += struct.pack("<II", number, begin + len(content))
        content += value
    head = b"\xfe\xff" + bytes(42) + struct.pack("<I", 48)
    return head + struct.pack("<II", 0, len(values) if count is None else count) + index + content


def test_texts_are_of_the_code_page_that_is_stated() -> None:
    """Windows' for a language, or UTF-8, whose number is kept as a negative one."""
    greek = {1: struct.pack("<Ih", 2, 1253), 2: text("Πλοία".encode("cp1253") + b"\0")}
    assert about(properties(greek)).title == "Πλοία"
    unicode = {1: struct.pack("<Ih", 2, 65001 - 65536), 4: text("Łada Ek".encode())}
    assert about(properties(unicode)).author == "Łada Ek"
    wide = {5: struct.pack("<II", 0x1F, 5) + "ferry".encode("utf-16-le")}
    assert about(properties(wide)).keywords == "ferry"


def test_a_time_is_that_of_the_shell_s_clock() -> None:
    """Which begins in 1601: a document of that year states none."""
    assert about(properties({12: TIME})).created == "2024-05-02T08:15:00+00:00"
    assert about(properties({12: struct.pack("<IQ", 0x40, 0)})).created is None


def test_as_many_properties_as_a_broken_file_names_are_not_read() -> None:
    """Four thousand million of them once took minutes."""
    assert about(properties({2: text(b"Ferries")}, count=2**32 - 1)) == About()


@given(st.binary(max_size=300))
def test_any_bytes_say_something_or_nothing(tail: bytes) -> None:
    """Never an error."""
    assert isinstance(about(properties({2: text(b"a")}) + tail), About)
    assert isinstance(about(properties({})[:48] + tail), About)
    assert isinstance(about(tail), About)
