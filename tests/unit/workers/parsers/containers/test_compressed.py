"""One compressed file: what is inside is read as if it had been dropped plain."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
from typing import TYPE_CHECKING

import pytest

from shared.errors import Reason
from tests.memory import peak_of
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, TEXT, assert_only_rejected, read
from tests.zstandard import zstd
from workers.parsers.base import Limits, RawFile
from workers.parsers.containers import compressed

if TYPE_CHECKING:
    from collections.abc import Callable

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd.compress,
}
LINES = [json.dumps({"headline": f"Report {n}", "body": " ".join(PARAGRAPHS)}) for n in range(5)]


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_compressed_text_gives_its_one_article(suffix: str) -> None:
    """The item has no label, as the plain file's would have none, and the text's parser."""
    found = read("ferry.txt" + suffix, PACKERS[suffix](TEXT.encode()))
    (item,) = found.items
    assert item.body == PARAGRAPHS
    assert item.item == ""
    assert item.parser.startswith("plain_text/")


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_compressed_page_gives_its_one_article(suffix: str) -> None:
    """`page.html.gz` is a web page."""
    (item,) = read("ferry.html" + suffix, PACKERS[suffix](PAGE.encode())).items
    assert item.body[-3:] == PARAGRAPHS
    assert item.parser.startswith("web_page/")


@pytest.mark.parametrize("suffix", PACKERS)
def test_the_signature_decides_and_not_the_name(suffix: str) -> None:
    """A compressed file without its suffix is read all the same."""
    assert read("ferry", PACKERS[suffix](TEXT.encode())).items[0].body == PARAGRAPHS


def test_a_name_alone_makes_no_compressed_file() -> None:
    """A plain text that is called `.gz` is a plain text."""
    assert read("ferry.txt.gz", TEXT.encode()).items[0].parser.startswith("plain_text/")


@pytest.mark.parametrize(
    ("name", "inner"),
    [
        ("a.html.gz", "a.html"),
        ("b.JSONL.GZ", "b.JSONL"),
        ("c.tgz", "c.tar"),
        ("d.tzst", "d.tar"),
        ("e/f.txt.xz", "e/f.txt"),
        ("g", "g"),
        ("h.txt", "h.txt"),
    ],
)
def test_the_inner_name_lacks_the_suffix_of_the_compression(name: str, inner: str) -> None:
    """What is left names the format inside."""
    assert compressed.inner_name(name) == inner


@pytest.mark.parametrize("suffix", PACKERS)
def test_json_lines_come_out_of_a_stream_with_their_labels(suffix: str) -> None:
    """Items keep the labels of the inner file: the numbers of its lines."""
    found = read("reports.jsonl" + suffix, PACKERS[suffix]("\n".join(LINES).encode()))
    assert found.labels == ["1", "2", "3", "4", "5"]


def test_frames_that_follow_one_another_are_one_file() -> None:
    """`cat a.gz b.gz` is a file too, with padding between them or without."""
    packed = b"".join(
        gzip.compress(line.encode() + b"\n") + b"\0" * n for n, line in enumerate(LINES)
    )
    assert read("reports.jsonl.gz", packed).labels == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_cut_off_file_gives_what_was_whole_and_then_the_reason(suffix: str) -> None:
    """The lines before the cut are taken."""
    noise = os.urandom(400_000).hex()
    lines = [*LINES, json.dumps({"headline": "Noise", "body": noise}), LINES[0]]
    packed = PACKERS[suffix]("\n".join(lines).encode())
    found = read("reports.jsonl" + suffix, packed[:-5000])
    assert found.reason is Reason.MALFORMED
    if suffix != ".bz2":  # its blocks are read whole, of up to 900 KB
        assert found.labels == ["1", "2", "3", "4", "5"]


def test_bytes_behind_the_end_that_are_no_further_frame_are_told() -> None:
    """A damaged seam between two frames does not pass for the end of the file."""
    found = read("ferry.txt.gz", gzip.compress(TEXT.encode()) + b"rubbish")
    assert found.reason is Reason.MALFORMED


def test_a_wrong_checksum_is_told() -> None:
    """A gzip file says what the text must add up to."""
    packed = bytearray(gzip.compress(TEXT.encode()))
    packed[-6] ^= 1
    assert read("ferry.txt.gz", bytes(packed)).reason is Reason.MALFORMED


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_bomb_is_refused_at_a_small_part_of_its_size(suffix: str) -> None:
    """20 MB of zeros stop at the 16 MiB that any file may unpack to."""
    packed = _bomb(suffix)
    found, peak = peak_of(lambda: read("zeros.txt" + suffix, packed))
    assert found.reason is Reason.EXPANDS_TOO_MUCH
    assert peak < 50e6


def _bomb(suffix: str) -> bytes:
    return PACKERS[suffix](TEXT.encode() * 20 + bytes(20_000_000))


def test_a_document_above_the_limit_is_too_large_inside_as_outside() -> None:
    """One page of more than `file_bytes` is not held, compressed or not."""
    text = TEXT + os.urandom(200_000).hex()
    found = read("ferry.txt.gz", gzip.compress(text.encode()), Limits(file_bytes=100_000))
    assert found.reason is Reason.TOO_LARGE


def test_compression_in_compression_ends_at_the_limit_of_nesting() -> None:
    """Four layers are read, the fifth is one too many."""
    packed = TEXT.encode()
    for _ in range(4):
        packed = gzip.compress(packed)
    assert read("ferry", packed).items[0].body == PARAGRAPHS
    assert read("ferry", gzip.compress(packed)).reason is Reason.TOO_DEEP


def test_an_xz_file_may_not_ask_for_gigabytes_to_unpack() -> None:
    """The dictionary that its header names is allocated at once: above 256 MiB it is refused."""
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 300 * 1024 * 1024}]
    sink = io.BytesIO()
    packer = lzma.LZMACompressor(lzma.FORMAT_XZ, filters=filters)
    sink.write(packer.compress(TEXT.encode()) + packer.flush())
    assert read("ferry.txt.xz", sink.getvalue()).reason is Reason.TOO_MUCH_MEMORY


@pytest.mark.parametrize("suffix", PACKERS)
def test_an_empty_file_inside_is_empty(suffix: str) -> None:
    """There is nothing to read in it."""
    assert read("nothing.txt" + suffix, PACKERS[suffix](b"")).reason is Reason.EMPTY


@pytest.mark.parametrize("suffix", PACKERS)
def test_damage_of_any_kind_ends_in_a_reason(suffix: str) -> None:
    """Nothing but `Rejected` leaves the parser, wherever a byte is lost or wrong."""
    assert_only_rejected("ferry.txt" + suffix, PACKERS[suffix](TEXT.encode()))


def test_the_file_is_read_from_the_disk_as_it_is_from_memory(tmp_path) -> None:
    """A delivery lies at a path."""
    path = tmp_path / "raw"
    path.write_bytes(gzip.compress(TEXT.encode()))
    file = RawFile(name="ferry.txt.gz", path=str(path))
    assert compressed.Compressed().score(file) == 0.9
