"""`copydesk parse`: files read without a server or a database."""

from __future__ import annotations

import json
import os
import sys
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

from tests.builders import FOREST, FOREST_TEXT
from tests.integration.cli.contract import PARSE_KEYS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.integration.commanding import Shell


def test_parse_writes_one_object_of_the_contract_for_each_article(
    shell: Shell, tmp_path: Path
) -> None:
    """All keys, in order; paragraphs joined by a blank line; nothing needs a database."""
    page = tmp_path / "story.txt"
    page.write_text(FOREST_TEXT, encoding="utf-8")
    [line] = shell.run("parse", str(page)).out.splitlines()
    found = json.loads(line)
    assert list(found) == PARSE_KEYS
    assert found["headline"] == "City buys old forest"
    assert found["body"].split("\n\n") == list(FOREST)
    assert (found["file"], found["error"]) == (str(page), None)
    assert found["provenance"]["body"]["source"]


def test_parse_says_what_it_rejects_and_ends_with_status_1(shell: Shell, tmp_path: Path) -> None:
    """A bad file costs the others nothing; its line has `file` and `error` alone."""
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text(FOREST_TEXT, encoding="utf-8")
    empty.write_bytes(b"")
    missing, address = tmp_path / "missing.txt", "https://courier.example/1"
    out = shell.run("parse", str(empty), str(missing), address, str(good), status=1).out
    refused, unread, unfetched, read = [json.loads(line) for line in out.splitlines()]
    assert list(refused) == ["file", "error"]
    assert refused["error"].startswith("empty: ")
    assert unread == {"file": str(missing), "error": "unreadable: No such file or directory"}
    assert unfetched["error"].endswith(f"nothing is fetched: curl -s {address} | copydesk parse -")
    assert read["headline"] == "City buys old forest"


def test_parse_walks_folders_and_leaves_alone_what_the_watcher_does(
    shell: Shell, tmp_path: Path
) -> None:
    """Hidden, unfinished and side files of a folder are no articles."""
    folder = tmp_path / "batch" / "inner"
    folder.mkdir(parents=True)
    (folder / "b.txt").write_text(FOREST_TEXT, encoding="utf-8")
    (folder.parent / "a.txt").write_text(FOREST_TEXT, encoding="utf-8")
    for name in (".hidden", "half.part", "a.txt.md5"):
        (folder / name).write_bytes(b"x")
    out = shell.run("parse", str(folder.parent)).out
    names = [json.loads(line)["file"] for line in out.splitlines()]
    assert [name.removeprefix(f"{folder.parent}/") for name in names] == ["a.txt", "inner/b.txt"]


def test_parse_takes_the_address_and_standard_input(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-` is standard input, and `--url` says where the page came from."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(FOREST_TEXT.encode())))
    found = json.loads(shell.run("parse", "-", "--url", "https://example.org/a").out)
    assert (found["file"], found["headline"]) == ("-", "City buys old forest")
    assert found["url"] == "https://example.org/a"


def test_parse_shows_any_file_name_as_clean_text(shell: Shell, tmp_path: Path) -> None:
    """Bytes that are no UTF-8, and line ends, in a name break no line."""
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt")
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 - the name is no text
        file.write(FOREST_TEXT)
    [line] = shell.run("parse", name).out.splitlines()
    assert json.loads(line)["file"].endswith("caf\\xe9\\n.txt")
