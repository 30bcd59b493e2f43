"""What mail programs put around a message's text: signatures, Outlook's own shell."""

from __future__ import annotations

import base64
import struct
from pathlib import Path

import pytest

from shared.errors import Reason
from tests.unit.workers.parsers.reading import read
from workers.parsers.mail.signed import signed_content
from workers.parsers.mail.tnef import MAGIC, read_tnef

GOLDEN = Path(__file__).parents[4] / "golden" / "mail"
SIGNED = (GOLDEN / "inside_a_signature" / "input.eml").read_bytes()
PACKED = (GOLDEN / "packed_by_outlook" / "input.eml").read_bytes()
SEAL = base64.b64decode(SIGNED.partition(b"\r\n\r\n")[2])
SHELL = base64.b64decode(PACKED.rpartition(b"\r\n\r\n")[2].partition(b"--b1--")[0])
TEXT = b"Content-Type: text/plain\r\n\r\nThe ferry runs again."
DATA = bytes.fromhex("06092a864886f70d010701")
OF_SIGNED = bytes.fromhex("06092a864886f70d010702")


def endless(tag: int, *inside: bytes) -> bytes:
    """Return an element whose length is not told."""
    return bytes((tag, 0x80)) + b"".join(inside) + b"\0\0"


def test_the_message_inside_a_signature_is_read() -> None:
    """In one piece of a known length."""
    content = signed_content(SEAL)
    assert content is not None
    assert content.startswith(b"Content-Type: text/plain")
    assert read("a.eml", SIGNED).items[0].body[0].startswith("The harbour council")


def test_a_signature_may_not_tell_its_lengths() -> None:
    """And come in pieces, as programs write that do not hold all of a message."""
    pieces = endless(0x24, bytes((4, 20)) + TEXT[:20], bytes((4, len(TEXT) - 20)) + TEXT[20:])
    held = endless(0x30, DATA, endless(0xA0, pieces))
    signed = endless(0x30, b"\2\1\1", endless(0x31), held)
    assert signed_content(endless(0x30, OF_SIGNED, endless(0xA0, signed))) == TEXT


@pytest.mark.parametrize("place", range(0, len(SEAL), 7))
def test_a_broken_seal_gives_nothing_or_bytes(place: int) -> None:
    """Cut off, and changed."""
    for data in (SEAL[:place], SEAL[:place] + b"\xff" + SEAL[place + 1 :], b"\x30\x80" * place):
        assert signed_content(data) is None or signed_content(data) is not None


def sealed(content: bytes) -> bytes:
    """Return a message with a signature around it."""
    held = endless(0x30, DATA, endless(0xA0, b"\4\x84" + len(content).to_bytes(4, "big") + content))
    signed = endless(0x30, OF_SIGNED, endless(0xA0, endless(0x30, b"\2\1\1", held)))
    head = b"Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return head + base64.encodebytes(signed)


@pytest.mark.parametrize(("times", "reason"), [(3, None), (20, None), (21, Reason.TOO_DEEP)])
def test_signatures_around_signatures_have_an_end(times: int, reason: Reason | None) -> None:
    """For each of them the whole message is read again."""
    message = TEXT
    for _ in range(times):
        message = sealed(message)
    found = read("a.eml", b"From: a@b.example\r\nMessage-ID: <1@b.example>\r\n" + message)
    assert found.reason is reason


def test_a_locked_message_is_still_encrypted() -> None:
    """Its kind is another than a signature's."""
    locked = SEAL.replace(OF_SIGNED, OF_SIGNED[:-1] + b"\3")
    letters = base64.encodebytes(locked)
    found = read("a.eml", SIGNED.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" + letters)
    assert found.reason is Reason.ENCRYPTED


def test_what_outlook_packs_is_the_message_and_what_is_attached() -> None:
    """The text where the message has no other; files by their long names."""
    items = read("a.eml", PACKED).items
    assert [item.item for item in items] == ["", "plan of the ferry.txt"]
    assert items[0].body[0].startswith("The harbour council")
    told = PACKED.replace(b"us-ascii\r\n\r\n", b"us-ascii\r\n\r\nThe boat is full, it said today.")
    assert read("a.eml", told).items[0].body == ("The boat is full, it said today.",)


@pytest.mark.parametrize("place", range(0, len(SHELL), 41))
def test_a_broken_shell_gives_what_stood_before(place: int) -> None:
    """Cut off, and changed; sizes may say anything."""
    read_tnef(SHELL[:place])
    read_tnef(SHELL[:place] + b"\xff\xff\xff\x7f" + SHELL[place + 4 :])


def attribute(number: int, content: bytes) -> bytes:
    """Return an attribute of a shell, with a checksum that nobody looks at."""
    return struct.pack("<BII", 1, number, len(content)) + content + b"\0\0"


def test_a_broken_property_costs_what_is_behind_it_in_its_list_alone() -> None:
    """Those before it count, and so do the files that are attached."""
    whole = struct.pack("<IHHIII", 2, 0x1E, 0x1000, 1, 4, 0x616F62)
    files = attribute(0x69002, b""), attribute(0x18010, b"a.txt\0"), attribute(0x6800F, b"boat")
    packed = read_tnef(MAGIC + b"\0\0" + attribute(0x69003, whole) + b"".join(files))
    assert packed.plain == "boa"
    assert [(one.name, one.content) for one in packed.attached] == [("a.txt", b"boat")]


def test_such_a_part_alone_is_refused_by_its_name() -> None:
    """With the remedy."""
    found = read("winmail.dat", SHELL)
    assert found.rejected is not None
    assert "drop the message itself" in found.rejected.detail
