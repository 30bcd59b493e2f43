"""`copydesk export`: every stored article, a line each."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from arro3.io import read_parquet

from services.cli.articles.export import Format
from shared.config import ROOT
from tests.integration.cli.contract import EXPORT_KEYS
from tests.integration.serving import environment
from tests.patience import PATIENCE
from tests.stored import DAY, WORDS, article_id, delivery_id, make_day

if TYPE_CHECKING:
    from tests.integration.commanding import Shell

FULL = Path("/dev/full")


def test_export_writes_every_article_with_the_keys_of_the_contract(desk: Shell) -> None:
    """Versions, copies and kills too: the day whole."""
    rows = [json.loads(line) for line in desk.run("export").out.splitlines()]
    assert {row["id"] for row in rows} == {str(article_id(name)) for name in DAY}
    assert list(rows[0])[: len(EXPORT_KEYS)] == EXPORT_KEYS
    words = {row["delivery"]: row["outcome"] for row in rows}
    assert words == {str(delivery_id(name)): word for name, word in WORDS.items()}


def test_export_since_a_change_leaves_out_what_was_there_before(desk: Shell) -> None:
    """What was stored or touched after that number of the feed is written."""
    last = json.loads(desk.run("status", "--json").out)["last_change"]
    everything = desk.run("export").out.splitlines()
    some = desk.run("export", "--since", "6").out.splitlines()
    assert set(some) < set(everything)
    assert str(article_id("ship v2")) in "".join(some)
    assert desk.run("export", "--since", str(last)).out == ""


def test_export_to_a_file_leaves_no_half_of_it(desk: Shell, tmp_path: Path) -> None:
    """The file has the same lines, and nothing unfinished lies beside it."""
    target = tmp_path / "out.jsonl"
    assert desk.run("export", "--output", str(target)).out == ""
    assert target.read_text(encoding="utf-8") == desk.run("export").out
    assert [each.name for each in tmp_path.glob("out*")] == ["out.jsonl"]


def test_export_as_parquet_has_the_same_articles_in_columns(desk: Shell, tmp_path: Path) -> None:
    """Each value in its own type; the provenance, which has other keys each time, as JSON."""
    target = tmp_path / "articles.parquet"
    assert desk.run("export", "--format", "parquet", "--output", str(target)).out == ""
    table = read_parquet(target).read_all()
    columns = {name: table[name].to_pylist() for name in table.column_names}
    rows = [json.loads(line) for line in desk.run("export").out.splitlines()]
    assert [each.name for each in tmp_path.glob("articles*")] == ["articles.parquet"]
    assert list(columns) == list(rows[0])
    alike = ("headline", "authors", "version", "canonical", "story_id", "supersedes")
    for name in alike:
        assert columns[name] == [row[name] for row in rows], name
    assert columns["published_at"] == [datetime.fromisoformat(row["published_at"]) for row in rows]
    provenance = [json.loads(each) for each in columns["provenance"]]
    assert provenance == [row["provenance"] for row in rows]


def test_an_export_of_nothing_has_its_columns(desk: Shell, tmp_path: Path) -> None:
    """A program that reads it finds what it asks for."""
    target = tmp_path / "nothing.parquet"
    last = json.loads(desk.run("status", "--json").out)["last_change"]
    desk.run("export", "--since", str(last), "--format", "parquet", "--output", str(target))
    table = read_parquet(target).read_all()
    assert (table.num_rows, table.column_names[0]) == (0, "file")


def test_parquet_without_a_file_is_refused_in_a_sentence(desk: Shell) -> None:
    """A terminal is no place for it."""
    assert "--output FILE" in desk.run("export", "--format", "parquet", status=1).err


@pytest.mark.parametrize("format_", Format)
@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told_in_a_sentence(desk: Shell, tmp_path: Path, format_: Format) -> None:
    """No traceback, no panic of a library, and what was there before stays."""
    target = tmp_path / "articles"
    target.write_text("before", encoding="utf-8")
    target.with_name("articles.part").symlink_to(FULL)
    done = desk.run("export", "--format", format_, "--output", str(target), status=1)
    assert done.err == f"copydesk: {target}.part: No space left on device\n"
    assert target.read_text(encoding="utf-8") == "before"


@pytest.mark.parametrize("format_", Format)
def test_a_place_where_no_file_can_be_is_told_by_its_name(
    desk: Shell, tmp_path: Path, format_: Format
) -> None:
    """A folder that is not there, and one in the file's place."""
    missing = tmp_path / "nowhere" / "articles"
    done = desk.run("export", "--format", format_, "--output", str(missing), status=1)
    assert done.err == f"copydesk: {missing}.part: No such file or directory\n"
    done = desk.run("export", "--format", format_, "--output", str(tmp_path), status=1)
    assert done.err.startswith(f"copydesk: {tmp_path} is no file")


def test_a_closed_pipe_is_no_error(home: Path) -> None:
    """`copydesk export | head -1` says nothing on standard error."""
    url = f"sqlite:///{home / 'copydesk.db'}"
    make_day(url)
    assert shutil.which("head")
    done = subprocess.run(
        f"{sys.executable} -m services.cli export | head -c 1",
        shell=True,
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"{", b"")
