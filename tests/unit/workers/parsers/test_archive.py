"""Archives: each member is read by its own parser, and what cannot be read stays alone."""

from __future__ import annotations

import errno
import gzip
import io
import json
import stat
import struct
import tarfile
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.memory import peak_of
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, TEXT, assert_only_rejected, read
from workers.limits import Ending, Overtime
from workers.parsers.archive import Archive
from workers.parsers.base import Limits, RawFile
from workers.parsers.containers.budget import SLOW_MEMBERS
from workers.parsers.plain_text import PlainText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workers.parsers.base import ParseContext, Parsed

LINES = "\n".join(
    json.dumps({"headline": f"Report {n}", "body": " ".join(PARAGRAPHS)}) for n in range(3)
)


def zipped(members: dict[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return sink.getvalue()


def tarred(members: dict[str, bytes | str], *, how: int = tarfile.PAX_FORMAT) -> bytes:
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w", format=how, encoding="utf-8") as archive:
        for name, content in members.items():
            data = content.encode() if isinstance(content, str) else content
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return sink.getvalue()


PACKERS = {".zip": zipped, ".tar": tarred, ".tar.gz": lambda m: gzip.compress(tarred(m))}


@pytest.mark.parametrize("suffix", PACKERS)
def test_each_member_is_read_by_its_own_parser(suffix: str) -> None:
    """A text and a file of lines: the labels are the members' names and the items' own."""
    found = read("all" + suffix, PACKERS[suffix]({"a/ferry.txt": TEXT, "b.jsonl": LINES}))
    assert found.labels == ["a/ferry.txt", "b.jsonl/1", "b.jsonl/2", "b.jsonl/3"]
    assert found.items[0].body == PARAGRAPHS
    assert found.items[0].parser.startswith("plain_text/")
    assert found.items[1].parser.startswith("json_lines/")
    assert found.rejected is None


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_member_that_fails_is_one_item_and_the_others_go_on(suffix: str) -> None:
    """Bytes of no format and an empty text are told by name."""
    members = {"noise.bin": bytes(range(256)) * 9, "empty.txt": "", "ferry.txt": TEXT}
    found = read("all" + suffix, PACKERS[suffix](members))
    assert found.labels == ["ferry.txt"]
    assert found.refused == {"noise.bin": Reason.NOT_TEXT, "empty.txt": Reason.EMPTY}


def doing(broken: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the parser of texts do something else in members whose names begin with `bad`."""
    whole = PlainText.parse

    def parse(self: PlainText, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        if file.name.startswith("bad"):
            broken()
        return whole(self, file, context)

    monkeypatch.setattr(PlainText, "parse", parse)


def raising(error: BaseException) -> Callable[[], None]:
    def broken() -> None:
        raise error

    return broken


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (Overtime(), Reason.TOO_SLOW),
        (MemoryError(), Reason.TOO_MUCH_MEMORY),
        (RecursionError(), Reason.TOO_DEEP),
        (ZeroDivisionError("a defect of ours"), Reason.PARSER_FAILED),
        (OSError("a library's word for broken bytes"), Reason.PARSER_FAILED),
    ],
)
def test_a_member_that_breaks_its_parser_is_one_item_and_the_others_go_on(
    suffix: str, error: BaseException, reason: Reason, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too slow, too large, or a defect: in a container of containers too, and nothing twice."""
    doing(raising(error), monkeypatch)
    inner = PACKERS[suffix]({"x.txt": TEXT, "bad.txt": TEXT, "y.txt": TEXT})
    found = read("all" + suffix, PACKERS[suffix]({"bad.txt": TEXT, "in" + suffix: inner}))
    assert found.labels == [f"in{suffix}/x.txt", f"in{suffix}/y.txt"]
    assert found.refused == {"bad.txt": reason, f"in{suffix}/bad.txt": reason}
    assert found.rejected is None


@pytest.mark.parametrize("error", [OSError(errno.EIO, "the disk fails"), Ending()])
def test_what_is_no_fault_of_a_member_is_not_contained(
    error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails, or the worker is told to end: the delivery is given back, whole."""
    doing(raising(error), monkeypatch)
    with pytest.raises(type(error)):
        read("all.zip", zipped({"bad.txt": TEXT}))


def test_an_archive_of_slow_members_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few of them are bad luck; each may take as long as a file may, so many are a bomb."""
    doing(raising(Overtime()), monkeypatch)
    slow = {f"bad{number}.txt": TEXT for number in range(SLOW_MEMBERS + 2)}
    found = read("all.zip", zipped({"in.zip": zipped({"ferry.txt": TEXT, **slow})}))
    assert found.labels == ["in.zip/ferry.txt"]
    assert len(found.refused) == SLOW_MEMBERS
    assert found.reason is Reason.TOO_SLOW


@pytest.mark.parametrize("suffix", PACKERS)
def test_what_comes_along_with_pages_is_passed_over(suffix: str) -> None:
    """Pictures (by name or by bytes), styles, fonts, system files and dot-files are no items."""
    members = {
        "page_files/photo.jpg": b"any",
        "page_files/photo": b"\x89PNG\r\n\x1a\n" + bytes(40),
        "page_files/style.css": "p {}",
        "__MACOSX/._ferry.txt": TEXT,
        ".git/config": TEXT,
        "~$report.docx": b"\x04User",
        "report.txt.crdownload": TEXT[:40],
        "Thumbs.db": b"\xd0\xcf\x11\xe0",
        "ferry.txt": TEXT,
    }
    found = read("all" + suffix, PACKERS[suffix](members))
    assert found.labels == ["ferry.txt"]
    assert found.refused == {}


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("name", ["../ferry.txt", "/etc/ferry.txt", "a/../../b.txt", "C:\\x.txt"])
def test_a_name_that_leads_out_of_the_archive_is_unsafe(suffix: str, name: str) -> None:
    """Nothing is written to disk; it is told all the same."""
    found = read("all" + suffix, PACKERS[suffix]({name: TEXT, "ferry.txt": TEXT}))
    assert found.labels == ["ferry.txt"]
    assert list(found.refused.values()) == [Reason.UNSAFE_PATH]


def test_links_and_devices_are_unsafe() -> None:
    """A symbolic link and a device in a tar, a symbolic link in a zip."""
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w") as archive:
        for name, kind in (("link.txt", tarfile.SYMTYPE), ("dev.txt", tarfile.CHRTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert set(read("a.tar", sink.getvalue()).refused.values()) == {Reason.UNSAFE_PATH}
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as zip_archive:
        linked = zipfile.ZipInfo("link.txt")
        linked.external_attr = (stat.S_IFLNK | 0o777) << 16
        zip_archive.writestr(linked, "/etc/passwd")
    assert read("a.zip", sink.getvalue()).refused == {"link.txt": Reason.UNSAFE_PATH}


def test_a_locked_member_is_encrypted() -> None:
    """The bit of its header says so; the others are read."""
    packed = bytearray(zipped({"locked.txt": TEXT, "ferry.txt": TEXT}))
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.find(magic) + place] |= 1
    found = read("a.zip", bytes(packed))
    assert found.refused == {"locked.txt": Reason.ENCRYPTED}
    assert found.labels == ["ferry.txt"]


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


def test_archives_in_archives_are_read_to_the_limit_of_nesting() -> None:
    """The labels say the way; one level too many is one rejected item."""
    inner = zipped({"ferry.txt": TEXT})
    packed = tarred({"in/a.zip": inner, "b.tar.gz": gzip.compress(tarred({"c.txt": TEXT}))})
    assert read("all.tar", packed).labels == ["in/a.zip/ferry.txt", "b.tar.gz/c.txt"]
    for _ in range(4):
        packed = inner
        inner = zipped({"a.zip": inner})
    assert read("a.zip", packed).labels == ["a.zip/a.zip/a.zip/ferry.txt"]
    assert list(read("a.zip", inner).refused.values()) == [Reason.TOO_DEEP]


def test_a_member_above_the_limit_is_too_large_and_the_others_go_on() -> None:
    """`file_bytes` holds for each member."""
    members: dict[str, bytes | str] = {"big.txt": TEXT * 100, "ferry.txt": TEXT}
    limits = Limits(file_bytes=10_000)
    for name, packed in (("a.zip", zipped(members)), ("a.tar", tarred(members))):
        found = read(name, packed, limits)
        assert found.refused == {"big.txt": Reason.TOO_LARGE}
        assert found.labels == ["ferry.txt"]


def test_a_bomb_is_refused_after_what_was_read() -> None:
    """A text, then 40 members of 1 MB of zeros each: it ends at 16 MiB."""
    bomb = {"ferry.txt": TEXT} | {f"{n}.txt": TEXT.encode() + bytes(2**20) for n in range(40)}
    found = read("a.zip", zipped(bomb))
    assert found.reason is Reason.EXPANDS_TOO_MUCH
    assert found.labels[0] == "ferry.txt"


def test_a_bomb_that_is_split_over_levels_is_one_bomb() -> None:
    """Ten inner zips of 4 MB of zeros: each is harmless, together they are not."""
    inner = zipped({"a.bin": bytes(4 * 2**20)})
    found = read("a.zip", zipped({f"{n}.zip": inner for n in range(10)}))
    assert found.reason is Reason.EXPANDS_TOO_MUCH


def test_a_tar_streams_by_in_constant_memory() -> None:
    """Four hundred members cost hardly more than forty."""

    def peak(members: int) -> int:
        packed = tarred({f"{n}.bin": b"\0\1\2" * 5000 for n in range(members)})
        found, most = peak_of(lambda: read("a.tar", packed))
        assert len(found.refused) == members
        return most

    assert peak(400) < peak(40) + 2e6  # all of them together are 6 MB


def test_a_cut_off_tar_gives_what_was_whole_and_then_the_reason() -> None:
    """The first member is read; the second breaks off."""
    packed = tarred({"a.txt": TEXT, "b.txt": TEXT * 50})
    found = read("a.tar", packed[:6000])
    assert found.labels == ["a.txt"]
    assert found.reason is Reason.MALFORMED


def test_a_broken_header_is_not_taken_for_the_end_of_a_tar() -> None:
    """What follows it is lost, and that is said."""
    packed = bytearray(tarred({"a.txt": TEXT, "b.txt": TEXT}))
    packed[1024 + 150] ^= 0x15
    found = read("a.tar", bytes(packed))
    assert found.labels == ["a.txt"]
    assert found.reason is Reason.MALFORMED


@pytest.mark.parametrize("kind", [tarfile.REGTYPE, tarfile.DIRTYPE, tarfile.XHDTYPE])
@pytest.mark.parametrize("size", [2**33, 2**62])
def test_a_member_of_a_size_that_no_disk_has_ends_at_once(kind: bytes, size: int) -> None:
    """The library would read on past the end of the file for years."""
    info = tarfile.TarInfo("a.txt")
    info.type, info.size = kind, size
    packed = tarred({"ferry.txt": TEXT})[:1024] + info.tobuf(tarfile.GNU_FORMAT) + bytes(4096)
    found = read("a.tar", packed)
    assert found.labels == ["ferry.txt"]
    assert found.reason is (None if kind == tarfile.DIRTYPE else Reason.MALFORMED)


def test_a_cut_off_zip_is_malformed() -> None:
    """Its directory stands at its end."""
    packed = zipped({"a.txt": TEXT, "b.txt": TEXT})
    assert read("a.zip", packed[:-30]).reason is Reason.MALFORMED


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


@pytest.mark.parametrize("suffix", PACKERS)
def test_damage_of_any_kind_ends_in_a_reason(suffix: str) -> None:
    """Nothing but `Rejected` leaves the parser, wherever a byte is lost or wrong."""
    packed = PACKERS[suffix]({"a/ferry.txt": TEXT, "b.jsonl": LINES, "c.zip": zipped({"d": TEXT})})
    assert_only_rejected("all" + suffix, packed)


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


POSTS = (
    "post_id,post_date,is_published,type,title\n"
    "1.ferry,2026-03-13T10:00:00.000Z,true,newsletter,Ferry sails on Monday\n"
    "2.pier,,false,newsletter,A draft\n"
)


def test_a_table_beside_the_texts_tells_of_them() -> None:
    """A newsletter's export: title and time of each post, and which are drafts."""
    page = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    packed = zipped({
        "posts.csv": POSTS, "posts/1.ferry.html": page, "posts/2.pier.html": page,
        "posts/1.ferry.opens.csv": "post_id,email\n1.ferry,a@b.example\n",
    })  # fmt: skip
    found = read("export.zip", packed)
    assert not found.refused
    first, second = found.items
    assert first.body == PARAGRAPHS
    assert first.claims[Field.HEADLINE][0].value == "Ferry sails on Monday"
    assert first.claims[Field.PUBLISHED][0].value == "2026-03-13T10:00:00.000Z"
    assert second.claims[Field.PUB_STATUS][0].value == "withheld"


def test_a_table_with_the_texts_is_read_itself() -> None:
    """It is no list of what lies beside it, and neither are the other tables."""
    table = "post_id,title,content\n{0},Ferry {0},The ferry sails on Monday with {0} cars.\n"
    packed = zipped({"posts.csv": table.format(1), "more.csv": table.format(2)})
    assert read("a.zip", packed).labels == ["posts.csv/1", "more.csv/1"]


@pytest.mark.parametrize(
    "table", ["post_id,title\n1.ferry\n", "name,size\na,1\n", 'post_id,title\n"x\0y,"1\n', ""]
)
def test_a_table_that_tells_nothing_of_them_does_no_harm(table: str) -> None:
    """Its columns are others, its rows broken, or there is nothing in it."""
    assert "ferry.txt" in read("a.zip", zipped({"posts.csv": table, "ferry.txt": TEXT})).labels


@pytest.mark.parametrize("suffix", PACKERS)
def test_the_parts_of_a_saved_page_are_none_of_its_own(suffix: str) -> None:
    """Frames too, where the page lies beside their folder; any other folder's pages are read."""
    members = {
        "The tide.html": PAGE,
        "The tide_files/frame.html": PAGE,
        "The tide_files/main.css": "a { color: red }",
        "press_files/release.html": PAGE,
    }
    found = read(f"pages{suffix}", PACKERS[suffix](members))
    assert [item.item for item in found.items] == ["The tide.html", "press_files/release.html"]
    assert not found.refused
