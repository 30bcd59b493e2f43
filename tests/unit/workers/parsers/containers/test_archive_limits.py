"""Archives: what is hostile, broken, locked or too much."""

from __future__ import annotations

import gzip
import io
import stat
import tarfile
import zipfile

import pytest

from shared.errors import Reason, Rejected
from tests.memory import peak_of
from tests.unit.workers.parsers.containers.archives import LINES, PACKERS, tarred, zipped
from tests.unit.workers.parsers.reading import TEXT, assert_only_rejected, read
from workers.parsers.base import Limits, RawFile
from workers.parsers.unpacking.zips import open_zip


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


def test_a_cut_off_zip_is_not_said_to_be_no_zip() -> None:
    """Its list of members stands at its end: without it there is nothing to go by."""
    file = RawFile(name="a.zip", content=zipped({"a.txt": TEXT})[:-30])
    with pytest.raises(Rejected, match="which is its end, is missing"), open_zip(file):
        pass


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
def test_damage_of_any_kind_ends_in_a_reason(suffix: str) -> None:
    """Nothing but `Rejected` leaves the parser, wherever a byte is lost or wrong."""
    packed = PACKERS[suffix]({"a/ferry.txt": TEXT, "b.jsonl": LINES, "c.zip": zipped({"d": TEXT})})
    assert_only_rejected("all" + suffix, packed)
