"""Archives: which are read, and the names of their members."""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
import zlib

import pytest

from shared.errors import Reason
from tests.unit.workers.parsers.containers.archives import LINES, PACKERS, tarred, zipped
from tests.unit.workers.parsers.reading import PARAGRAPHS, TEXT, read
from workers.parsers.base import RawFile
from workers.parsers.containers.archive import Archive


@pytest.mark.parametrize("suffix", PACKERS)
def test_each_member_is_read_by_its_own_parser(suffix: str) -> None:
    """A text and a file of lines: the labels are the members' names and the items' own."""
    found = read("all" + suffix, PACKERS[suffix]({"a/ferry.txt": TEXT, "b.jsonl": LINES}))
    assert found.labels == ["a/ferry.txt", "b.jsonl/1", "b.jsonl/2", "b.jsonl/3"]
    assert found.items[0].body == PARAGRAPHS
    assert found.items[0].parser.startswith("plain_text/")
    assert found.items[1].parser.startswith("json_lines/")
    assert found.rejected is None


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_every_usual_method_of_a_zip_is_read(method: int) -> None:
    """Stored, deflated, bzip2 and LZMA."""
    assert read("a.zip", zipped({"f.txt": TEXT}, method=method)).items[0].body == PARAGRAPHS


@pytest.mark.parametrize("how", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_every_usual_kind_of_tar_is_read(how: int) -> None:
    """Also names longer than the header's field, where the kind has a way for them."""
    name = "a" * 90 + "/" + "b" * 60 + ".txt"
    assert read("a.tar", tarred({name: TEXT}, how=how)).labels == [name]


def test_a_tar_of_the_seventies_is_known_by_its_checksum() -> None:
    """Version 7 has no signature."""
    packed = bytearray(tarred({"ferry.txt": TEXT}, how=tarfile.USTAR_FORMAT))
    packed[257:265] = bytes(8)
    packed[148:156] = b" " * 8
    packed[148:156] = b"%06o\0 " % sum(packed[:512])
    assert read("a", bytes(packed)).labels == ["ferry.txt"]


@pytest.mark.parametrize(
    ("charset", "names"),
    [
        ("utf-8", ["Nachrichten/Größe.txt", "élection.txt"]),
        ("cp437", ["Nachrichten/Größe.txt", "élection.txt"]),
        ("gb18030", ["新闻/中国军网报道.txt", "首都机场今日恢复运营.txt"]),
        ("shift_jis", ["ニュース/今日の天気.txt", "新しいフェリーの運航.txt"]),
    ],
)
def test_names_in_any_charset_become_text(charset: str, names: list[str]) -> None:
    """Zips without the mark of UTF-8 hold names in the code page of their maker."""
    plain = [letter * len(name.encode(charset)) for letter, name in zip("qx", names, strict=True)]
    packed = zipped(dict.fromkeys(plain, TEXT))
    for stand_in, name in zip(plain, names, strict=True):
        packed = packed.replace(stand_in.encode(), name.encode(charset))
    assert read("a.zip", packed).labels == names


@pytest.mark.parametrize(
    ("summed", "label"),
    [(b"F?hre.txt", "Fähre.txt"), (b"other.txt", "F?hre.txt")],
)
def test_a_name_told_once_more_in_unicode_is_the_name(summed: bytes, label: str) -> None:
    """Unless the sum beside it is another name's: then the member was renamed since."""
    told = "Fähre.txt".encode()
    field = struct.pack("<HHBI", 0x7075, 5 + len(told), 1, zlib.crc32(summed)) + told
    info = zipfile.ZipInfo("F?hre.txt")
    info.extra = field
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr(info, TEXT)
    assert read("all.zip", sink.getvalue()).labels == [label]


def test_names_of_a_tar_in_another_charset_become_text() -> None:
    """A tar says nothing of charsets."""
    name = "新闻/中国军网今日报道.txt".encode("gb18030")
    packed = tarred({"n" * len(name): TEXT}, how=tarfile.USTAR_FORMAT)
    packed = packed.replace(b"n" * len(name), name)
    packed = packed[:148] + b" " * 8 + packed[156:]
    packed = packed[:148] + b"%06o\0 " % sum(packed[:512]) + packed[156:]
    assert read("a.tar", packed).labels == ["新闻/中国军网今日报道.txt"]


@pytest.mark.parametrize("suffix", PACKERS)
def test_an_archive_without_documents_has_no_article(suffix: str) -> None:
    """A folder of pictures is refused as a whole."""
    found = read("a" + suffix, PACKERS[suffix]({"a.png": b"any"}))
    assert found.reason is Reason.NO_ARTICLE


def test_an_empty_zip_has_no_article() -> None:
    """It consists of the end of its directory alone."""
    assert read("a.zip", zipped({})).reason is Reason.NO_ARTICLE


def test_a_spreadsheet_is_told_to_be_one() -> None:
    """Its parts are not offered as articles."""
    found = read("a.xlsx", zipped({"[Content_Types].xml": "<Types/>", "xl/book.xml": "<b/>"}))
    assert found.reason is Reason.UNKNOWN_FORMAT


@pytest.mark.parametrize("text", [b"", b"plain text", b"PK but no zip", b"0" * 600, bytes(600)])
def test_other_bytes_are_no_archive(text: bytes) -> None:
    """The score is 0 for what has neither signature nor checksum."""
    assert Archive().score(RawFile(name="a.zip", content=text)) == 0.0


def test_a_member_without_a_name_is_passed_over() -> None:
    """There is no telling what it was."""
    packed = zipped({"x": TEXT, "ferry.txt": TEXT})
    named = b"\x01\x00" + b"\x00\x00"
    for magic, place in ((b"PK\x03\x04", 26), (b"PK\x01\x02", 28)):
        at = packed.find(magic) + place
        assert packed[at : at + 2] == named[:2]
        # the length of the name becomes nothing, and the name one byte of the extra field
        packed = packed[:at] + b"\x00\x00\x01\x00" + packed[at + 4 :]
    assert read("a.zip", packed).labels == ["ferry.txt"]
