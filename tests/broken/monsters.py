"""Inputs that were made to hurt: deep, wide, endless, or a format in their first bytes alone."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from functools import reduce
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MEGABYTE: Final = 1_000_000

PAGE: Final = "<!doctype html><title>Storm hits coast</title><body>"
XML: Final = '<?xml version="1.0"?>'
LAUGHS: Final = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def _page(body: str) -> bytes:
    return (PAGE + body).encode()


def _xml(text: str, doctype: str = "") -> bytes:
    return (XML + doctype + text).encode()


def _zip(members: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


def _links_tar() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            member = tarfile.TarInfo(f"member{kind!r}")
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    return target.getvalue()


MARKUP: Final[dict[str, Callable[[], bytes]]] = {
    "nested_divs.html": lambda: _page("<div>" * 100_000 + "text"),
    "nested_spans.html": lambda: _page("<span>" * 100_000 + "text" + "</span>" * 100_000),
    "open_paragraphs.html": lambda: _page("<p>word " * 50_000),
    "nested_tables.html": lambda: _page("<table><tr><td>" * 5_000),
    "nested_lists.html": lambda: _page("<ul><li>" * 20_000),
    "giant_attribute.html": lambda: _page(f'<p data-x="{"x" * 10 * MEGABYTE}">text</p>'),
    "many_attributes.html": lambda: _page(
        f"<p {' '.join(f'a{number}=1' for number in range(100_000))}>text</p>"
    ),
    "many_metas.html": lambda: _page('<meta name="author" content="A B">' * 50_000),
    "brackets.xml": lambda: (
        b"<mediawiki><page><title>a</title><revision><text>"
        + b"{{a|[[b " * 50_000
        + b"</text></revision></page></mediawiki>"
    ),
    "open_comment.html": lambda: _page("<!--" + "x" * MEGABYTE),
    "open_script.html": lambda: _page("<script>" + "x=1;" * 250_000),
    "entities.html": lambda: _page("&amp;" * 200_000),
    "numbered_entities.html": lambda: _page("<p>" + "&#x110000;&#0;&#xD800;" * 20_000),
    "angles.html": lambda: _page("<" * MEGABYTE),
    "deep_json_ld.html": lambda: _page(
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    ),
    "many_json_ld.html": lambda: _page(
        '<script type="application/ld+json">{"@type":"NewsArticle"}</script>' * 5_000
    ),
    "deep.xml": lambda: _xml("<a>" * 100_000),
    "rss_deep.xml": lambda: _xml("<rss><channel><item>" + "<b>" * 50_000),
    "rss_many.xml": lambda: _xml("<rss><channel>" + "<item/>" * 50_000 + "</channel></rss>"),
    "rss_long_guid.xml": lambda: _xml(
        f"<rss><channel><item><guid>{'g' * 5 * MEGABYTE}</guid></item></channel></rss>"
    ),
    "laughs.xml": lambda: _xml("<rss>&l11;</rss>", f'<!DOCTYPE r [<!ENTITY l0 "ha">{LAUGHS}]>'),
    "blowup.xml": lambda: _xml(
        f"<rss>{'&a;' * 50_000}</rss>", f'<!DOCTYPE r [<!ENTITY a "{"x" * 50_000}">]>'
    ),
    "outside.xml": lambda: _xml(
        "<rss>&f;</rss>", '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    ),
    "parameter.xml": lambda: _xml("<rss/>", '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">'),
    "nitf_deep.xml": lambda: _xml("<nitf><body><body.content>" + "<block>" * 50_000),
    "newsml_deep.xml": lambda: _xml(
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">' + "<itemSet>" * 50_000
    ),
}

JSON: Final[dict[str, Callable[[], bytes]]] = {
    "deep.json": lambda: b"[" * 200_000,
    "deep_objects.json": lambda: b'{"a":' * 100_000,
    "huge_number.json": lambda: b'{"headline": ' + b"9" * 100_000 + b', "text": "x"}',
    "lone_surrogates.json": lambda: b'{"headline": "\\ud800", "text": "\\udfff word"}',
    "nulls.jsonl": lambda: b"null\n" * 100_000,
    "wrong_types.json": lambda: b'{"headline": [[]], "text": {"a": 1}, "date": []}',
    "true.json": lambda: b'{"headline": true, "text": false, "authors": 3, "url": null}',
    "many_keys.json": lambda: json.dumps({f"k{n}": n for n in range(100_000)}).encode(),
    "long_line.jsonl": lambda: b'{"headline": "a", "text": "' + b"x" * 70 * MEGABYTE,
    "not_a_number.json": lambda: b'{"headline": NaN, "text": Infinity}',
}

TEXT: Final[dict[str, Callable[[], bytes]]] = {
    "one_line.txt": lambda: b"word " * MEGABYTE,
    "no_spaces.txt": lambda: b"x" * 5 * MEGABYTE,
    "line_ends.txt": lambda: b"\n" * 5 * MEGABYTE,
    "many_lines.txt": lambda: b"Home\nNews\n" * 200_000,
    "labels.txt": lambda: b"Source:\nEditor:\nTime:\n" * 50_000,
    "dates.txt": lambda: b"2024-01-01 12:00:00 " * 50_000,
    "bylines.txt": lambda: b"By A, B and C, D and E\n" * 50_000,
    "combining.txt": lambda: b"e" + "\u0301".encode() * MEGABYTE,
    "right_to_left.txt": lambda: "\u202e".encode() + b"word " * 10_000,
    "controls.txt": lambda: bytes(range(1, 32)) * 10_000,
    "halves.txt": lambda: "\U0001f600 ".encode("utf-16-le") * 100_000 + b"\0",
    "broken_utf8.txt": lambda: b"caf\xc3 word. " * 50_000,
    "nested.md": lambda: b"# Title\n\n" + b"> " * 20_000 + b"text",
    "links.md": lambda: b"# Title\n\n" + b"[" * 50_000,
    "emphasis.md": lambda: b"# Title\n\n" + b"*a **b " * 20_000,
    "open_front_matter.md": lambda: b"---\ntitle: x\n" + b"a: b\n" * 100_000,
    "headers.eml": lambda: b"X-A: b\r\n" * 100_000 + b"\r\nbody",
    "nested.eml": lambda: (
        b"From: a@b\r\nSubject: s\r\n"
        + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * 5_000
    ),
    "many.mbox": lambda: b"From a@b Thu Jan  1 00:00:00 1970\nSubject: s\n\nbody\n\n" * 5_000,
    "quotes.eml": lambda: (
        b"From: a@b\r\nSubject: Re: s\r\nMIME-Version: 1.0\r\n\r\n"
        + b"On 1 a@b:\r\n> a\r\nFrom: a\r\nSent: b\r\n" * 50_000
    ),
    "rules.eml": lambda: b"From: a@b\r\nSubject: s\r\nMIME-Version: 1.0\r\n\r\n" + b"-" * MEGABYTE,
    "armours.txt": lambda: b"-----BEGIN A B-----\n" * 100_000 + b"-----END A C-----\n",
    "files.txt": lambda: b"begin 644 a\nM" * 100_000,
    "fields.md": lambda: b"Title: a\n" * 100_000,
    "json.md": lambda: b'{"title":' * 50_000,
    "open.anpa": lambda: b"\x16\x16\x01" + b"a0001\x1f" + b"word " * 100_000,
}

_ODT: Final = b"application/vnd.oasis.opendocument.text"
CONTAINERS: Final[dict[str, Callable[[], bytes]]] = {
    "bomb.gz": lambda: gzip.compress(b"word word. " * 20 * MEGABYTE, 1),
    "bomb.bz2": lambda: bz2.compress(b"word word. " * 3 * MEGABYTE, 1),
    "bomb.xz": lambda: lzma.compress(b"word word. " * 10 * MEGABYTE, preset=0),
    "rubbish.gz": lambda: b"\x1f\x8b\x08" + b"\xff" * 1000,
    "rubbish.xz": lambda: b"\xfd7zXZ\0" + b"\xff" * 1000,
    "rubbish.zst": lambda: b"\x28\xb5\x2f\xfd" + b"\xff" * 1000,
    "rubbish.pdf": lambda: b"%PDF-1.7\n" + b"1 0 obj\n<<" * 20_000,
    # its tree of pages is its own child
    "circular.pdf": lambda: (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    ),
    "endless.warc": lambda: b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx",
    "negative.warc": lambda: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx",
    "many_members.zip": lambda: _zip({f"{n}.txt": b"x" for n in range(5_000)}),
    "hostile_names.zip": lambda: _zip({"../../etc/passwd": b"x", "/abs": b"x", "a\nb": b"x"}),
    "no_document.docx": lambda: _zip({"word/document.xml": b"<a>" * 100_000}),
    "no_content.odt": lambda: _zip({"mimetype": _ODT}),
    "nested.odt": lambda: _zip({"mimetype": _ODT, "content.xml": b"<a><p>" * 100_000}),
    "endless.arc": lambda: b"filedesc://a 0 1 text/plain 99999999999\n",
    "no_book.epub": lambda: _zip(
        {"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<"}
    ),
    "links.tar": _links_tar,
    "doll.zip": lambda: reduce(lambda inner, n: _zip({f"{n}.zip": inner}), range(50), b"text"),
}

MONSTERS: Final = MARKUP | JSON | TEXT | CONTAINERS
