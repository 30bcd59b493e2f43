"""What is no text at all looks it."""

from __future__ import annotations

import pytest

from tests.unit.workers.parsers.charset.sentences import encoded
from workers.parsers.charset.decoding import looks_binary


@pytest.mark.parametrize(
    "head",
    [
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04rest",
        b"\xff\xd8\xff\xe0",
        bytes(range(256)) * 8,
        b"\0" * 50,
    ],
)
def test_pictures_archives_and_noise_look_binary(head: bytes) -> None:
    """By their signature or by their control characters."""
    assert looks_binary(head)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"plain text",
        "Größe".encode("utf-16"),
        "plain text".encode("utf-16-le"),
        encoded("shift_jis"),
        b"\x16\x16\x01a1234r b \x02text of a wire message, rather longer than its head\r\n\x03\x04"
        * 2,
    ],
)
def test_text_of_any_charset_does_not_look_binary(head: bytes) -> None:
    """Nor does wire copy with its control characters."""
    assert not looks_binary(head)
