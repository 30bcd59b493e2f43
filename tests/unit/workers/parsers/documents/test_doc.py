"""Files of Office's programs before 2007."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import olefile
import pytest

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.reading import assert_only_rejected, read
from workers.parsers.base import Limits
from workers.parsers.documents import rtf_packed, word_binary
from workers.parsers.mail import outlook

GOLDEN = Path(__file__).parents[4] / "golden" / "doc"
WORD = (GOLDEN / "word" / "input.doc").read_bytes()
OUTLOOK = (GOLDEN / "outlook" / "input.msg").read_bytes()
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c64"
    "7d0a800fa0"
)
"""The example of [MS-OXRTFCP] 4.1.1."""
AT = WORD.index(b"\xec\xa5")
"""Where the stream of the document begins."""


def document(*pieces: tuple[str, bool], length: int | None = None) -> tuple[bytes, bytes]:
    """Return the streams of a document of pieces, each of one byte a character or of two."""
    index, text, borders = b"", b"", [0]
    for said, narrow in pieces:
        where = 512 + len(text)
        text += said.encode("cp1252" if narrow else "utf-16-le")
        index += struct.pack("<HIH", 0, where * 2 | 1 << 30 if narrow else where, 0)
        borders.append(borders[-1] + len(said))
    plc = struct.pack(f"<{len(borders)}I", *borders) + index
    clx = b"\x01" + struct.pack("<H", 3) + b"abc" + b"\x02" + struct.pack("<I", len(plc)) + plc
    head = bytearray(512)
    struct.pack_into("<HH", head, 0, 0xA5EC, 0xC1)
    struct.pack_into("<i", head, 0x4C, borders[-1] if length is None else length)
    struct.pack_into("<II", head, 0x1A2, 0, len(clx))
    return bytes(head) + text, clx


def test_a_document_is_its_paragraphs() -> None:
    """Whatever its name; the headline is its first line, and the title it was saved under."""
    (item,) = read("any.bin", WORD).items
    assert item.parser == "doc/2"
    assert item.body[0].startswith("Sandvær, 12 May 2023")
    assert "Łódź and 東京" in " ".join(item.body)
    assert [claim.value for claim in item.claims[Field.HEADLINE]] == [
        "Ferries on one timetable",
        "Harbour towns agree on a shared timetable",
    ]


def test_a_message_is_read_as_mail_with_what_is_attached() -> None:
    """Its sender, its time, its own text without the signature."""
    items = read("a.msg", OUTLOOK).items
    assert [item.item for item in items] == ["", "background.txt"]
    assert items[0].first(Field.AUTHOR) == "Ida Ek"
    assert items[0].body[-1].endswith("in the school.")


class Shell:
    """A shell with some streams."""

    def __init__(self, streams: dict[str, bytes]) -> None:
        self._streams = streams

    def exists(self, path: list[str]) -> bool:
        """Return whether there is a stream."""
        return "/".join(path) in self._streams

    def get_type(self, _path: list[str]) -> int:
        """Return that it is one."""
        return olefile.STGTY_STREAM

    def openstream(self, path: list[str]) -> io.BytesIO:
        """Return a stream."""
        return io.BytesIO(self._streams["/".join(path)])

    def listdir(self) -> list[list[str]]:
        """Return no storages."""
        return []


def test_the_headers_of_a_message_are_of_any_length() -> None:
    """A subject or a number of a megabyte once took an hour."""
    long = {"0037": "=?utf-8?q?a?= " * 80_000, "1035": f"<{'a.' * 500_000}@b.example>"}
    streams = {f"__substg1.0_{name}001F": told.encode("utf-16-le") for name, told in long.items()}
    mail = outlook.as_mail(Shell({outlook.PROPERTIES: bytes(32), **streams}))
    assert b"Subject: " in mail
    assert len(mail) < 10_000


def test_an_address_beyond_ascii_costs_no_message() -> None:
    """The sender is known by the name: the library writes no such address."""
    told = {"0C1A": "Ida Ek", "5D01": "ida@b\u00f6rse.example", "1000": "The ferry runs."}
    streams = {f"__substg1.0_{name}001F": said.encode("utf-16-le") for name, said in told.items()}
    mail = outlook.as_mail(Shell({outlook.PROPERTIES: bytes(32), **streams}))
    assert b"From: Ida Ek" in mail
    assert b"The ferry runs." in mail


def test_pieces_of_either_width_are_joined() -> None:
    """As Word leaves them after an edit, to the end of the main text: notes come after it."""
    whole = document(("Fares st", True), ("ay, said Łada.\rNo", False), ("te\r", True), length=25)
    assert word_binary.paragraphs(*whole) == ["Fares stay, said Łada.", "No"]


def test_fields_show_what_they_show() -> None:
    """An instruction inside another's result, too; cells and columns are apart."""
    link = '\x13 HYPERLINK "https://a.example" \x14the \x13 REF b \x14plan\x15\x15'
    text = f"See {link}.\x07Norr\x1fholm\x0bis\x01 near\x0cEnd\x13 PAGE \x15"
    assert word_binary.paragraphs(*document((text, True))) == [
        "See the plan.",
        "Norrholm is near",
        "End",
    ]


def test_a_document_with_a_password_is_encrypted() -> None:
    """And one of Word 95 is no document of Word 97."""
    locked = bytearray(WORD)
    locked[AT + 11] |= 1
    assert read("a.doc", bytes(locked)).reason is Reason.ENCRYPTED
    older = bytearray(WORD)
    older[AT + 2 : AT + 4] = b"\x65\x00"
    assert read("a.doc", bytes(older)).reason is Reason.UNKNOWN_FORMAT


@pytest.mark.parametrize(
    ("document", "table"),
    [
        (document(("Tide", True))[0], b""),
        (document(("Tide", True))[0], b"\x02\x04\0\0\0\0\0\0\0"),
        (document(("Tide", True))[0][:300], document(("Tide", True))[1]),
        (b"no document at all" * 40, b""),
        (document(*[("Tide " * 400, True)])[0][:600], document(*[("Tide " * 400, True)])[1]),
    ],
)
def test_an_index_that_is_wrong_is_malformed(document: bytes, table: bytes) -> None:
    """Gone, empty, cut off, of pieces longer than the document."""
    with pytest.raises(Rejected, match=Reason.MALFORMED):
        word_binary.table_of(document) and word_binary.paragraphs(document, table)


def test_a_file_of_another_program_says_so() -> None:
    """With the remedy."""
    found = read("a.xls", (GOLDEN / "sheet" / "input.xls").read_bytes())
    assert found.reason is Reason.UNKNOWN_FORMAT
    assert found.rejected is not None
    assert found.rejected.detail == "a sheet of Excel before 2007: save it as CSV"
    shell = WORD[: AT - 512] if AT > 512 else WORD[:512]
    assert read("a.doc", shell).reason is Reason.MALFORMED


def test_a_file_above_the_limit_is_too_large() -> None:
    """As other documents are."""
    assert read("a.doc", WORD, limits=Limits(file_bytes=999)).reason is Reason.TOO_LARGE


@pytest.mark.parametrize(("name", "content"), [("a.doc", WORD), ("a.msg", OUTLOOK)])
def test_damage_of_any_kind_ends_in_a_reason(name: str, content: bytes) -> None:
    """Nothing but `Rejected` leaves the parser, wherever a byte is lost or wrong."""
    assert_only_rejected(name, content)


def test_packed_rtf_is_unpacked_as_the_standard_shows() -> None:
    """Cut off it is its beginning; packed by nobody it is itself; of an unknown kind nothing."""
    whole = b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert rtf_packed.unpacked(PACKED) == whole
    for size in range(len(PACKED)):
        assert whole.startswith(rtf_packed.unpacked(PACKED[:size]))
    assert rtf_packed.unpacked(PACKED[:8] + b"MELA\0\0\0\0" + whole) == whole
    assert rtf_packed.unpacked(PACKED[:8] + b"LZF2\0\0\0\0" + whole) == b""


def test_a_message_with_rtf_alone_has_the_page_that_is_kept_in_it() -> None:
    """Or the text, where there is no page."""
    (item,) = read("a.msg", (GOLDEN / "outlook_rtf" / "input.msg").read_bytes()).items
    assert item.body[0].startswith("The harbour council")
    text = Shell({outlook.PROPERTIES: bytes(32), "__substg1.0_10090102": PACKED})
    assert b"hello world" in outlook.as_mail(text)


@pytest.mark.parametrize(
    "kind",
    ["IPM.Appointment", "IPM.Schedule.Meeting.Request", "IPM.Task", "ipm.contact", "REPORT.x"],
)
def test_what_is_no_message_is_refused_by_its_class(kind: str) -> None:
    """With what it is."""
    streams = {outlook.PROPERTIES: bytes(32), "__substg1.0_001A001F": kind.encode("utf-16-le")}
    with pytest.raises(Rejected, match=Reason.NO_ARTICLE) as refused:
        outlook.as_mail(Shell(streams))
    assert "there is no article in it; save" in refused.value.detail
