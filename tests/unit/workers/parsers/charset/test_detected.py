"""Bytes that say nothing of their charset show it."""

# ruff: noqa: RUF001 - the letters of many scripts are meant

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.workers.parsers.charset.sentences import MARKED, OLD, SENTENCES, encoded
from workers.parsers.charset.decoding import Decoded, decode, looks_binary
from workers.parsers.charset.labels import codec


@pytest.mark.parametrize("charset", SENTENCES)
def test_a_sentence_shows_its_charset(charset: str) -> None:
    """One sentence without any declaration is read right, and the assumption is told."""
    found = decode(encoded(charset))
    assert found.text == SENTENCES[charset]
    assert found.notes == (f"charset assumed: {found.charset}",)


@pytest.mark.parametrize("charset", OLD)
def test_a_sentence_from_dos_or_the_old_mac_is_read(charset: str) -> None:
    """No browser's detector knows these: the letters inside words are those of the language."""
    found = decode(OLD[charset].encode(codec(charset)))
    assert (found.text, found.charset) == (OLD[charset], charset)


@pytest.mark.parametrize(
    ("text", "charset"),
    MARKED,
)
def test_marks_inside_words_are_no_letters_of_another_system(text: str, charset: str) -> None:
    """Apostrophes and dashes of Windows stand where DOS and the Mac have letters."""
    found = decode(text.encode(f"cp{charset}"))
    assert (found.text, found.charset) == (text, f"windows-{charset}")


@pytest.mark.parametrize("charset", ["utf-16le", "utf-16be", "utf-32le", "utf-32be"])
def test_wide_charsets_are_seen_by_their_nulls(charset: str) -> None:
    """With no byte order mark; a declaration of them is taken where there are nulls."""
    text = "Plain text, rather long, and an é in it."
    data = text.encode(charset.replace("le", "-le").replace("be", "-be"))
    assert decode(data) == Decoded(text, charset, (f"charset assumed: {charset}",))
    assert decode(data, charset).text == text


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize(
    "text",
    [
        "Паром к островам снова пойдёт в понедельник, сообщила служба порта.",
        "Το πλοίο για τα νησιά θα φύγει ξανά τη Δευτέρα – έτσι λένε.",
        "قال مكتب الميناء إن العبارة ستبحر من جديد يوم الاثنين.",
        "เรือข้ามฟากไปยังหมู่เกาะทางเหนือจะกลับมาแล่น\n",
        "港务局表示，开往北部群岛的渡轮将于星期一恢复航行。\n",
        "港湾事務所によると、フェリーは月曜日に再開する。\n",
        "섬으로 가는 여객선이 월요일에 다시 운항한다고 밝혔다.",
    ],
)
def test_wide_letters_of_another_script_are_seen_by_that_script(text: str, order: str) -> None:
    """Only their spaces and line ends have a null byte; they were no text, or a jumble of signs."""
    data = text.encode(f"utf-16-{order}")
    assert not looks_binary(data)
    assert decode(data) == Decoded(text, f"utf-16{order}", (f"charset assumed: utf-16{order}",))


def test_ascii_text_in_utf_16_is_no_utf_8() -> None:
    """Though its bytes are valid UTF-8."""
    assert decode("plain text".encode("utf-16-le")).text == "plain text"


def test_utf_8_is_taken_without_a_word() -> None:
    """It is what nearly all files are in."""
    assert decode("Größe, 政府".encode()) == Decoded("Größe, 政府", "utf-8", ())
    assert decode(b"") == Decoded("", "utf-8", ())


def test_nearly_utf_8_is_utf_8() -> None:
    """One broken character in a page does not make the rest another charset."""
    data = "Größe, 政府, déjà vu, naïve, and so on. ".encode() * 5
    found = decode(data + b"\xff\xe9 the end")
    assert found.text.startswith("Größe, 政府")
    assert found.charset == "utf-8"
    assert "unreadable places replaced: 2" in found.notes


def test_a_text_cut_off_inside_a_character_is_read_to_there() -> None:
    """A truncated download is no other charset."""
    data = "Größe, 政府, déjà".encode()[:-1]
    assert decode(data).text == "Größe, 政府, déj\ufffd"
    gbk = encoded("gb18030") * 3
    assert decode(gbk[:-1], "gb2312").charset == "gb18030"


def test_null_characters_are_dropped_and_told() -> None:
    """No parser of markup takes them."""
    found = decode(b"a\0b and more text without nulls")
    assert (found.text[:3], found.notes) == ("ab ", ("null characters dropped: 1",))


def test_ten_megabytes_of_noise_are_read_in_bounded_time() -> None:
    """Detection looks at a sample."""
    found = decode(os.urandom(64) * 160_000)
    assert found.text


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.binary(max_size=80), st.text(max_size=30).map(lambda t: t.encode("utf-16-le", "replace"))
    ),
    st.sampled_from(
        [None, "utf-8", "latin1", "gbk", "utf-16", "shift_jis", "iso-2022-jp", "hz", "?"]
    ),
    st.booleans(),
)
def test_any_bytes_are_read(data: bytes, declared: str | None, html: bool) -> None:  # noqa: FBT001 - drawn
    """Nothing raises, and the text holds no null."""
    found = decode(data, declared, html=html)
    assert "\0" not in found.text
    assert isinstance(looks_binary(data), bool)


def test_korean_of_seven_bits_is_known_by_its_beginning() -> None:
    """Declared or not; the bytes that change to its signs and back are no binary file's."""
    text = "톨빅 항구 의회는 화요일 겨울 여객선을 앞으로 3년 더 운항한다. " * 40
    data = text.encode("iso2022_kr")
    assert decode(data).text == decode(data, "ISO-2022-KR").text == text
    assert not looks_binary(data)
