"""Names of any bytes, and paths that are long or deep."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from services.file_names import DEEPEST
from tests.integration.watcher.hostile.scans import TEXT, after_several_scans, ignored

if TYPE_CHECKING:
    from typing import Any

    from tests.integration.watching import Watching


@pytest.mark.skipif(sys.platform != "linux", reason="other kernels refuse such names")
def test_names_of_any_bytes_are_received(watching: Watching):
    names = [b"line\nbreak.txt", b"caf\xe9.txt", b"%2F..%2Fetc%25.txt", b"-rf", b"a b'c\".txt"]
    names += [
        "新闻.txt".encode(),
        b"x" * 251 + b".txt",
        b"\xf0\x9f\x97\x9e.txt",
        b"\x1b[31mred.txt",
    ]
    for name in names:
        with open(os.path.join(os.fsencode(watching.inbox), name), "wb") as file:  # noqa: PTH118, PTH123 - bytes
            file.write(name)

    rows = watching.until_rows(len(names))

    assert sorted(watching.raw(row) for row in rows) == sorted(names)
    shown = {row.name for row in rows}
    assert {r"line\nbreak.txt", r"caf\xe9.txt", "%2F..%2Fetc%25.txt", "新闻.txt"} <= shown
    assert all(name.isprintable() for name in shown)


def test_names_that_differ_in_case_alone_are_two_files(watching: Watching):
    for name in ("Story.txt", "story.txt", "STORY.txt"):
        (watching.inbox / name).write_bytes(name.encode())

    watching.until_rows(3)

    assert watching.names() == ["STORY.txt", "Story.txt", "story.txt"]


def test_long_paths_are_received_with_their_names(watching: Watching):
    """A path too long for one file name is claimed in a folder of its own."""
    folder = watching.inbox
    for letter in "abcd":
        folder = folder / (letter * 200)
    folder.mkdir(parents=True)
    (folder / "story.txt").write_bytes(TEXT)

    [row] = watching.until_rows(1)

    assert row.name == "/".join(letter * 200 for letter in "abcd") + "/story.txt"
    assert row.provider == "a" * 200


def test_what_lies_too_deep_is_left_and_said(watching: Watching, lines: list[Any]):
    folder = watching.inbox
    for _ in range(DEEPEST + 3):
        folder = folder / "d"
    folder.mkdir(parents=True)
    (folder / "story.txt").write_bytes(TEXT)
    after_several_scans(watching)

    assert (folder / "story.txt").exists()
    [(_name, reason)] = ignored(lines)
    assert reason == "too_deep"


def test_a_path_that_is_too_long_is_left_and_said(watching: Watching, lines: list[Any]):
    folder = watching.inbox
    for _ in range(10):
        folder = folder / ("n" * 240)
    folder.mkdir(parents=True)
    (folder / "story.txt").write_bytes(TEXT)
    after_several_scans(watching)

    assert (folder / "story.txt").exists()
    assert [reason for _name, reason in ignored(lines)] == ["path_too_long"]
