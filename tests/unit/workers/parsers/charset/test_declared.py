"""What is declared is believed where it fits."""

from __future__ import annotations

import codecs

import pytest

from tests.unit.workers.parsers.charset.sentences import SENTENCES, encoded
from workers.parsers.charset.decoding import Decoded, decode
from workers.parsers.charset.labels import canonical


@pytest.mark.parametrize("charset", SENTENCES)
def test_what_is_declared_and_fits_is_taken(charset: str) -> None:
    """Then nothing is assumed."""
    assert decode(encoded(charset), charset) == Decoded(SENTENCES[charset], charset, ())


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


def test_curly_quotes_of_windows_are_read_under_a_latin_1_label() -> None:
    """As every browser does; undefined bytes become control codes, not errors."""
    assert decode(b"\x93quoted\x94 \x81", "latin1").text == "“quoted” \x81"


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
