# ruff: noqa: RUF001 - sentences of many scripts
from __future__ import annotations

import codecs
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workers.parsers.charset import Decoded, decode, looks_binary
from workers.parsers.charset_labels import canonical

SENTENCES = {
    "windows-1252": "Die Bundesregierung möchte die Gebühren für Bücher nicht erhöhen.",
    "windows-1250": "Rząd zapowiedział, że nie będzie zmian w ustawie, bo jest na to za późno.",
    "windows-1251": "Правительство сообщило, что решение будет принято позже.",
    "koi8-u": "Уряд повідомив, що рішення про нові правила буде ухвалено пізніше.",
    "koi8-r": "Правительство сообщило, что решение будет принято позже.",
    "ibm866": "Правительство сообщило, что решение будет принято позже.",
    "iso-8859-5": "Правительство сообщило, что решение будет принято позже.",
    "iso-8859-2": "Vláda oznámila, že novou žádost o změnu zákona předloží až příští týden.",
    "windows-1253": "Η κυβέρνηση ανακοίνωσε ότι η απόφαση θα ληφθεί αργότερα.",
    "windows-1254": "Hükümet kararın daha sonra açıklanacağını ve değişiklik olmadığını bildirdi.",
    "windows-1255": "הממשלה הודיעה כי ההחלטה תתקבל מאוחר יותר",
    "windows-1256": "قالت الحكومة إن القرار سيتخذ في وقت لاحق",
    "windows-1257": "Vyriausybė pranešė, kad sprendimas bus priimtas vėliau, tačiau yra kitų.",
    "windows-874": "รัฐบาลกล่าวว่าจะตัดสินใจในภายหลัง",
    "gb18030": "政府表示，将在数据公布之后作出决定。",
    "big5": "政府表示，將在數據公布之後作出決定，民眾不必擔心。",
    "shift_jis": "政府は、数字が出てから決定すると述べた。",
    "euc-jp": "政府は、数字が出てから決定すると述べた。",
    "iso-2022-jp": "政府は、数字が出てから決定すると述べた。",
    "euc-kr": "정부는 수치가 나온 뒤 결정하겠다고 밝혔다.",
}
PYTHON = {"windows-874": "cp874", "ibm866": "cp866"}


def encoded(charset: str) -> bytes:
    """Return the charset's sentence in it."""
    return SENTENCES[charset].encode(PYTHON.get(charset, charset))


@pytest.mark.parametrize("charset", SENTENCES)
def test_a_sentence_shows_its_charset(charset: str) -> None:
    """One sentence without any declaration is read right, and the assumption is told."""
    found = decode(encoded(charset))
    assert found.text == SENTENCES[charset]
    assert found.notes == (f"charset assumed: {found.charset}",)


@pytest.mark.parametrize("charset", SENTENCES)
def test_what_is_declared_and_fits_is_taken(charset: str) -> None:
    """Then nothing is assumed."""
    assert decode(encoded(charset), charset) == Decoded(SENTENCES[charset], charset, ())


@pytest.mark.parametrize("charset", ["utf-16le", "utf-16be", "utf-32le", "utf-32be"])
def test_wide_charsets_are_seen_by_their_nulls(charset: str) -> None:
    """With no byte order mark; a declaration of them is taken where there are nulls."""
    text = "Plain text, rather long, and an é in it."
    data = text.encode(charset.replace("le", "-le").replace("be", "-be"))
    assert decode(data) == Decoded(text, charset, (f"charset assumed: {charset}",))
    assert decode(data, charset).text == text


def test_ascii_text_in_utf_16_is_no_utf_8() -> None:
    """Though its bytes are valid UTF-8."""
    assert decode("plain text".encode("utf-16-le")).text == "plain text"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"\x84\x31\x95\x33", "gb18030"),
    ],
)
def test_a_byte_order_mark_is_believed_first(mark: bytes, codec: str) -> None:
    """Whatever is declared; the mark is no part of the text."""
    found = decode(mark + "Größe 政府".encode(codec), "windows-1251")
    assert (found.text, found.notes) == ("Größe 政府", ())


def test_utf_8_is_taken_without_a_word() -> None:
    """It is what nearly all files are in."""
    assert decode("Größe, 政府".encode()) == Decoded("Größe, 政府", "utf-8", ())
    assert decode(b"") == Decoded("", "utf-8", ())


def test_utf_8_declared_as_something_else_is_still_utf_8() -> None:
    """Valid sequences are no accident; the wrong declaration is told."""
    found = decode("Größe, 政府, déjà".encode(), "windows-1251")
    assert found.text == "Größe, 政府, déjà"
    assert found.notes == ("charset declared: windows-1251, read as: utf-8",)
    assert decode(b"plain", "windows-1251").notes == ()


def test_a_word_that_is_valid_in_both_is_what_it_is_declared_to_be() -> None:
    """Two characters of GBK can look like UTF-8 by accident."""
    data = "茅猫".encode("gbk")
    assert data.decode("utf-8")
    assert decode(data, "gbk").text == "茅猫"


def test_a_wrong_declaration_of_utf_8_is_noticed() -> None:
    """Bytes that are no UTF-8 are detected instead."""
    found = decode(encoded("windows-1251"), "utf-8")
    assert found.text == SENTENCES["windows-1251"]
    assert found.notes == ("charset declared: utf-8, read as: windows-1251",)


def test_latin_1_declared_for_other_scripts_is_noticed() -> None:
    """No Latin text has so many letters beyond ASCII, and Polish has other ones."""
    assert decode(encoded("koi8-r"), "iso-8859-1").text == SENTENCES["koi8-r"]
    assert decode(encoded("windows-1250"), "iso-8859-1").text == SENTENCES["windows-1250"]
    assert decode(encoded("windows-1252"), "iso-8859-1").notes == ()


def test_a_declaration_that_cannot_be_is_passed_over() -> None:
    """Russian in windows-1251 is not valid Shift_JIS."""
    assert decode(encoded("windows-1251") * 3, "shift_jis").text == SENTENCES["windows-1251"] * 3


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


def test_curly_quotes_of_windows_are_read_under_a_latin_1_label() -> None:
    """As every browser does; undefined bytes become control codes, not errors."""
    assert decode(b"\x93quoted\x94 \x81", "latin1").text == "“quoted” \x81"


def test_null_characters_are_dropped_and_told() -> None:
    """No parser of markup takes them."""
    found = decode(b"a\0b and more text without nulls")
    assert (found.text[:3], found.notes) == ("ab ", ("null characters dropped: 1",))


@pytest.mark.parametrize(
    "head",
    [
        b'<?xml version="1.0" encoding="koi8-r"?>',
        b'<html><head><meta charset="koi8-r">',
        b'<meta http-equiv="Content-Type" content="text/html; charset=KOI8-R">',
        b'<!-- <meta charset="utf-8"> --><meta charset=koi8-r>',
    ],
)
def test_a_declaration_inside_is_read_where_markup_is_expected(head: bytes) -> None:
    """Not in plain text, and after what the transport declares."""
    data = head + b"<p>" + encoded("koi8-r")
    assert decode(data, html=True).notes == ()
    assert decode(data, html=True).charset == "koi8-r"
    assert decode(data, "koi8-u", html=True).charset == "koi8-u"


def test_a_declaration_of_utf_16_inside_is_not_believed() -> None:
    """Whoever can read it byte by byte is not reading UTF-16."""
    assert decode(b'<meta charset="utf-16">' + "é".encode(), html=True).charset == "utf-8"
    assert decode(b"<meta charset=nonsense>\xe9t\xe9", html=True).charset == "windows-1252"
    assert decode(b"the charset is not declared \xe9t\xe9", html=True).charset == "windows-1252"
    assert decode(b"plain ascii", "utf-16").text == "plain ascii"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ISO-8859-1", "windows-1252"),
        (" 'Latin1' ", "windows-1252"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("ks_c_5601-1987", "euc-kr"),
        ("x-sjis", "shift_jis"),
        ("utf8", "utf-8"),
        ("U8", "utf-8"),
        ("cp1251", "windows-1251"),
        ("iso-8859-15", "iso-8859-15"),
        ("cp437", "cp437"),
        ("rot13", None),
        ("unicode_escape", None),
        ("nonsense", None),
        ("a\0b", None),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label: str, name: str | None) -> None:
    """Python's codecs that are no charsets are none."""
    assert canonical(label) == name


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


def test_korean_of_seven_bits_is_known_by_its_beginning() -> None:
    """Declared or not; the bytes that change to its signs and back are no binary file's."""
    text = "톨빅 항구 의회는 화요일 겨울 여객선을 앞으로 3년 더 운항한다. " * 40
    data = text.encode("iso2022_kr")
    assert decode(data).text == decode(data, "ISO-2022-KR").text == text
    assert not looks_binary(data)
