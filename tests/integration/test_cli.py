"""The command line over a store that holds a day of news, on each database."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest

from shared import config, readiness
from shared.config import ROOT, Settings
from shared.storage import Storage
from shared.storage.migrate import upgrade
from tests.builders import FOREST
from tests.integration.commanding import Shell, forget_logs
from tests.integration.serving import environment, served
from tests.stored import BROKEN, DAY, WAITING, WORDS, article_id, delivery_id, store_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLE_KEYS = ["file", "item", "headline", "authors", "editors", "source", "published_at"]
ARTICLE_KEYS += ["updated_at", "language", "url", "guid", "keywords", "body", "parser"]

PARSE_KEYS = [*ARTICLE_KEYS, "provenance", "error"]
"""The contract of a line of `parse`, in order."""

STORED_KEYS = ["id", "delivery", "outcome", "story_id", "canonical", "version", "supersedes"]

EXPORT_KEYS = [*PARSE_KEYS, *STORED_KEYS]
"""… and of `export`, which may have more after them."""

STORY = "City buys old forest\n\n" + "\n\n".join(FOREST) + "\n"


@pytest.fixture
def shell(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Shell]:
    """Give a command line in a home of the test's own, without a database."""
    monkeypatch.setenv("COPYDESK_WORKERS", "1")
    yield Shell(monkeypatch, capsys)
    forget_logs()


@pytest.fixture
def desk(shell: Shell, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Give a command line over the day."""
    monkeypatch.setenv("COPYDESK_DATABASE_URL", database_url)
    upgrade(database_url)
    storage = Storage.open(database_url)
    store_day(storage)
    storage.close()
    return shell


# search ------------------------------------------------------------------------------------------


def test_search_shows_what_its_words_find(desk: Shell) -> None:
    """When, whose, the headline and the id; as JSON the keys of the API."""
    [line] = desk.run("search", "tugs", "AGROUND").out.splitlines()
    assert line.split("  ")[2:] == ["Ship aground, tugs sent", str(article_id("ship v2"))]
    [line] = desk.run("search", "forest", "--provider", "wire", "--json").out.splitlines()
    assert json.loads(line)["id"] == str(article_id("forest"))
    many = desk.run("search", '"ida holm"', "--canonical", "--from", "2026-03-14", "-n", "5")
    assert len(many.out.splitlines()) == 1
    assert desk.run("search", "forest", "--to", "2026-03-14").err == (
        "copydesk: nothing was found\n"
    )


def test_search_refuses_what_has_no_word(desk: Shell) -> None:
    """One sentence with the remedy."""
    assert "no word to search for" in desk.run("search", "--", "-forest", status=1).err


# parse -------------------------------------------------------------------------------------------


def test_parse_writes_one_object_of_the_contract_for_each_article(
    shell: Shell, tmp_path: Path
) -> None:
    """All keys, in order; paragraphs joined by a blank line; nothing needs a database."""
    page = tmp_path / "story.txt"
    page.write_text(STORY, encoding="utf-8")
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
    good.write_text(STORY, encoding="utf-8")
    empty.write_bytes(b"")
    missing = tmp_path / "missing.txt"
    out = shell.run("parse", str(empty), str(missing), str(good), status=1).out
    refused, unread, read = [json.loads(line) for line in out.splitlines()]
    assert list(refused) == ["file", "error"]
    assert refused["error"].startswith("empty: ")
    assert unread == {"file": str(missing), "error": "unreadable: No such file or directory"}
    assert read["headline"] == "City buys old forest"


def test_parse_walks_folders_and_leaves_alone_what_the_watcher_does(
    shell: Shell, tmp_path: Path
) -> None:
    """Hidden, unfinished and side files of a folder are no articles."""
    folder = tmp_path / "batch" / "inner"
    folder.mkdir(parents=True)
    (folder / "b.txt").write_text(STORY, encoding="utf-8")
    (folder.parent / "a.txt").write_text(STORY, encoding="utf-8")
    for name in (".hidden", "half.part", "a.txt.md5"):
        (folder / name).write_bytes(b"x")
    out = shell.run("parse", str(folder.parent)).out
    names = [json.loads(line)["file"] for line in out.splitlines()]
    assert [name.removeprefix(f"{folder.parent}/") for name in names] == ["a.txt", "inner/b.txt"]


def test_parse_takes_the_address_and_standard_input(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-` is standard input, and `--url` says where the page came from."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(STORY.encode())))
    found = json.loads(shell.run("parse", "-", "--url", "https://example.org/a").out)
    assert (found["file"], found["headline"]) == ("-", "City buys old forest")
    assert found["url"] == "https://example.org/a"


def test_parse_shows_any_file_name_as_clean_text(shell: Shell, tmp_path: Path) -> None:
    """Bytes that are no UTF-8, and line ends, in a name break no line."""
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt")
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 - the name is no text
        file.write(STORY)
    [line] = shell.run("parse", name).out.splitlines()
    assert json.loads(line)["file"].endswith("caf\\xe9\\n.txt")


# export ------------------------------------------------------------------------------------------


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


def test_export_as_parquet_is_refused_in_a_sentence(desk: Shell) -> None:
    """It is not there yet, and says what to use."""
    assert "jsonl" in desk.run("export", "--format", "parquet", status=1).err


# status ------------------------------------------------------------------------------------------


def test_status_shows_what_the_ledger_counts(desk: Shell) -> None:
    """People and programs get the same figures, which add up."""
    found = json.loads(desk.run("status", "--json").out)
    total = sum(found["deliveries"].values()) + found["received"] + found["processing"]
    assert total == len(DAY) + 2
    shown = [line.split() for line in desk.run("status").out.splitlines()]
    assert ["deliveries", str(total)] in shown
    assert ["quarantined", "1", "not", "text", "1"] in shown
    assert ["received,", "waiting", "1"] in [line[:3] for line in shown]


def test_status_is_what_the_running_api_says_and_the_same_without_it(
    desk: Shell, home: Path, database_url: str
) -> None:
    """Asked of the API it is quick; the figures are those of the ledger either way."""

    def figures() -> dict[str, object]:
        found = json.loads(desk.run("status", "--json").out)
        return {name: found[name] for name in ("deliveries", "received", "reasons", "articles")}

    alone = figures()
    settings = {"database_url": database_url, "api_token": "open sesame", "log_level": "debug"}
    with served(home, **settings) as client:
        desk.monkeypatch.setenv("COPYDESK_API_TOKEN", "open sesame")
        assert figures() == alone
        assert _requests(home, "/status") == [200]
        assert client.base_url.host == "127.0.0.1"


def _requests(home: Path, path: str) -> list[int]:
    """Return the statuses of the requests of a path that the log knows, once it knows any."""
    log = home / "logs" / "copydesk.jsonl"
    deadline = time.monotonic() + 10
    while path not in log.read_text(encoding="utf-8") and time.monotonic() < deadline:
        time.sleep(0.01)  # the answer is sent before the line is written
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    return [line["status"] for line in lines if line.get("path") == path]


def test_status_of_a_home_where_nothing_is_names_the_remedy(shell: Shell, home: Path) -> None:
    """Nothing is created by looking."""
    said = shell.run("status", status=1).err
    assert "./copydesk up" in said
    assert str(home) in said
    assert list(home.iterdir()) == []


# trace -------------------------------------------------------------------------------------------


def test_trace_by_name_tells_the_whole_way(desk: Shell) -> None:
    """Receipt, stages, outcome, fields with their source and what was assumed, the story."""
    out = desk.run("trace", "forest.txt").out
    for expected in (
        f"wire/forest.txt   delivery {delivery_id('forest')}",
        "2026-03-14 12:00:00.000 UTC",
        "stages          queue              3.0 ms  ━━━━━━━━━━",
        "parse              2.2 ms            ━━━━━━━",
        "bytes to items",
        "between            0.5 ms",
        "City buys old forest",
        "Ida Holm",
        "zone UTC: none stated",
        f"of {article_id('forest')}",
        "near duplicate",
        "of the shorter text",
    ):
        assert (expected in out) == (expected != f"of {article_id('forest')}"), expected


def test_trace_takes_ids_and_their_last_digits(desk: Shell) -> None:
    """A delivery, an article and a story; the log shows only the end of an id."""
    delivery, article = delivery_id("forest cut"), article_id("forest cut")
    for word in (str(delivery), delivery.hex[-8:], str(article)):
        out = desk.run("trace", word).out
        assert str(delivery) in out
        assert f"of {article_id('forest')}" in out
    assert "superseded" not in desk.run("trace", str(article_id("ship v1"))).out
    assert "version 2" in desk.run("trace", str(article_id("ship v1"))).out


def test_trace_shows_what_a_version_changed(desk: Shell) -> None:
    """The words that came and went, in their place, and how many."""
    out = desk.run("trace", str(article_id("ship v2"))).out
    assert "headline: Ship aground{+, tugs sent+}" in out
    assert "{+Ferries to the islands are held back" in out
    assert "16 words added, 0 removed" in out


def test_trace_takes_the_id_of_a_task(desk: Shell) -> None:
    """A line of a worker, or of Flower, leads to the deliveries that came in one message."""
    out = desk.run("trace", "task-1").out
    for each in ("forest", "forest cut", "ship v1"):
        assert str(delivery_id(each)) in out


def test_trace_of_a_quarantined_file_says_why(desk: Shell) -> None:
    """The reason of the file and of each item that was not taken."""
    out = desk.run("trace", BROKEN).out
    assert "quarantined" in out
    assert "not text   the bytes are neither text" in out
    assert "random bytes" in out


def test_trace_shows_what_the_log_knows_besides(desk: Shell, home: Path) -> None:
    """A lost lease is no column of the ledger; what the page tells already is left out."""
    lines = [
        {"event": event, "delivery_id": str(delivery_id(WAITING)), "level": "warning", "tries": 2}
        for event in ("delivery_received", "lease_lost")
    ]
    logs = home / "logs"
    logs.mkdir(exist_ok=True)
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (logs / "copydesk.jsonl").write_text(text, encoding="utf-8")
    out = desk.run("trace", WAITING).out
    assert "lease_lost  tries=2" in out
    assert "delivery_received" not in out


def test_trace_of_what_is_unknown_names_what_is_like_it(desk: Shell) -> None:
    """A misspelt name is answered with the names that hold it."""
    said = desk.run("trace", "forest", status=1).err
    assert "wire/forest.txt" in said
    assert "default/forest cut.txt" in said
    assert "nothing is known" in desk.run("trace", "nowhere", status=1).err


def test_trace_knows_a_file_by_its_bytes(shell: Shell, home: Path, tmp_path: Path) -> None:
    """A file of this machine is found though its name was another when it came."""
    import hashlib  # noqa: PLC0415

    from tests.builders import delivery  # noqa: PLC0415

    url = f"sqlite:///{home / 'copydesk.db'}"
    upgrade(url)
    local = tmp_path / "renamed.txt"
    local.write_bytes(b"the same bytes")
    digest = hashlib.sha256(b"the same bytes").hexdigest()
    storage = Storage.open(url)
    with storage.unit_of_work() as uow:
        uow.deliveries.register([delivery(name="original.txt", sha256=digest)])
        uow.commit()
    storage.close()
    assert "original.txt" in shell.run("trace", str(local)).out


# quarantine --------------------------------------------------------------------------------------


def test_quarantine_lists_reasons_and_files(desk: Shell) -> None:
    """Counts by reason, then the files with theirs; as JSON for programs."""
    out = desk.run("quarantine", "list").out
    assert "1  not text" in out
    assert BROKEN in out
    [row] = [json.loads(line) for line in desk.run("quarantine", "list", "--json").out.splitlines()]
    assert (row["name"], row["reason"]) == (BROKEN, "not_text")
    assert desk.run("quarantine", "list", "--reason", "empty", "--json").out == ""


def test_a_replayed_file_waits_to_be_read_again(desk: Shell, home: Path) -> None:
    """It is as if it had just come, and nothing of its failure is left but the log's lines."""
    aside = home / "quarantine" / delivery_id(BROKEN).hex
    aside.mkdir(parents=True)
    assert str(aside) in desk.run("quarantine", "show", BROKEN).out
    assert "1 will be read again" in desk.run("quarantine", "replay", BROKEN).err
    out = desk.run("trace", BROKEN).out
    assert "for a worker" in out
    assert "random bytes" not in out
    assert not aside.exists()
    assert "delivery_replayed" in (home / "logs" / "copydesk.jsonl").read_text(encoding="utf-8")


def test_discarded_files_are_listed_no_more_and_keep_their_reason(desk: Shell) -> None:
    """The outcome is another; nothing else of the row is lost."""
    assert "1 discarded" in desk.run("quarantine", "discard", "--all", "--yes").err
    assert desk.run("quarantine", "list", "--json").out == ""
    out = desk.run("trace", BROKEN).out
    assert "discarded" in out
    assert "not text" in out


def test_quarantine_changes_only_what_is_in_it(desk: Shell) -> None:
    """A file that was taken cannot be replayed or discarded, and something must be named."""
    assert "quarantine" in desk.run("quarantine", "replay", "forest.txt", status=1).err
    assert "--all" in desk.run("quarantine", "discard", "--yes", status=1).err
    assert json.loads(desk.run("status", "--json").out)["deliveries"]["quarantined"] == 1


def test_what_was_taken_waits_to_be_read_again(desk: Shell, home: Path) -> None:
    """By file, by parser, by provider or all; what was not taken is left to a replay."""
    assert "--all" in desk.run("reprocess", status=1).err
    assert "no article came of" in desk.run("reprocess", BROKEN, status=1).err
    assert desk.run("reprocess", "--parser", "none").err == (
        "copydesk: 0 will be read again: see ./copydesk status\n"
    )
    assert "1 will be read again" in desk.run("reprocess", "forest.txt").err
    assert "for a worker, to be read again" in desk.run("trace", "forest.txt").out
    rest = len(DAY) - 1
    assert f"{rest} will be read again" in desk.run("reprocess", "--parser", "test").err
    assert "0 will be read again" in desk.run("reprocess", "--parser", "test/1").err
    assert "deliveries_reopened" in (home / "logs" / "copydesk.jsonl").read_text(encoding="utf-8")


# the rest ----------------------------------------------------------------------------------------


def test_migrate_says_what_it_did(shell: Shell, home: Path) -> None:
    """From nothing to this version, and then that it is there already."""
    assert "new → " in shell.run("migrate").out
    assert "already" in shell.run("migrate").out
    assert (home / "copydesk.db").exists()


def test_import_without_a_worker_says_what_is_missing(shell: Shell, tmp_path: Path) -> None:
    """Nothing is registered that nobody would read."""
    shell.run("migrate")
    page = tmp_path / "a.txt"
    page.write_text(STORY, encoding="utf-8")
    assert "./copydesk up" in shell.run("import", str(page), "--wait", status=1).err
    assert json.loads(shell.run("status", "--json").out)["received"] == 0


def test_import_counts_what_was_given(shell: Shell, home: Path, tmp_path: Path) -> None:
    """Registered and left out add up; the originals stay."""
    shell.run("migrate")
    readiness.ready(Settings(home=home), "worker")
    folder = tmp_path / "batch"
    folder.mkdir()
    for name in ("a.txt", "b.txt", ".hidden"):
        (folder / name).write_text(STORY + name, encoding="utf-8")
    lines = [line.split() for line in shell.run("import", str(folder)).out.splitlines()]
    assert ["received", "2"] in lines
    assert ["left", "out", "1"] in lines
    assert ["given", "3"] in lines
    assert len(list(folder.iterdir())) == 3


def test_import_of_a_path_that_is_not_there_is_a_sentence(shell: Shell, home: Path) -> None:
    """Which path, and nothing else happens."""
    shell.run("migrate")
    readiness.ready(Settings(home=home), "worker")
    assert "/no/such/folder" in shell.run("import", "/no/such/folder", status=1).err


def test_doctor_fails_where_nothing_runs_and_says_the_remedy_once(shell: Shell) -> None:
    """Every line has its verdict; five things that one command mends are not five remedies."""
    shell.run("migrate")
    out = shell.run("doctor", status=1).out
    assert "ok   python" in out
    assert "ok   database" in out
    assert "FAIL broker" in out
    assert "FAIL worker" in out
    assert out.count("start ./copydesk up") == 1


def test_doctor_is_content_where_all_is_there(desk: Shell, home: Path, broker_url: str) -> None:
    """With every role ready the exit status is 0."""
    desk.monkeypatch.setenv("COPYDESK_BROKER_URL", broker_url)
    for role in ("worker", "watcher", "sweeper", "api"):
        readiness.ready(Settings(home=home), role)
    out = desk.run("doctor").out
    assert "FAIL" not in out
    assert "agrees with the database's" in out


def test_doctor_says_that_a_database_wants_migrating(shell: Shell, home: Path) -> None:
    """With the command that does it."""
    (home / "copydesk.db").write_bytes(b"")
    assert "./copydesk migrate" in shell.run("doctor", status=1).out


def test_config_tells_why(shell: Shell, home: Path) -> None:
    """Each value with its unit and its reason; a mistake has its line and the nearest name."""
    file = home / "copydesk.toml"
    file.write_text("settle_seconds = 3\n", encoding="utf-8")
    told = shell.run("config", "show", "--why").out
    assert f"3.0 s   {file}" in " ".join(told.split("\n")).replace("  settle", "settle")
    assert "a file is whole when it stood still for so long" in told
    file.write_text("setle_seconds = 3\n", encoding="utf-8")
    said = shell.run("config", "show", status=1).err
    assert f"{file}, line 1: setle_seconds: there is no such setting" in said
    assert "did you mean settle_seconds?" in said


def test_config_shows_each_value_with_its_origin_and_no_secret(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Environment, file or default; passwords and tokens stay hidden."""
    (home / "copydesk.toml").write_text("batch_items = 7\n", encoding="utf-8")
    monkeypatch.setenv("COPYDESK_API_TOKEN", "open sesame")
    monkeypatch.setenv("COPYDESK_DATABASE_URL", "postgresql+psycopg://me:secret@db/copydesk")
    out = shell.run("config", "show").out
    lines = {line.split()[0]: line for line in out.splitlines()}
    assert "secret" not in out
    assert "sesame" not in out
    assert "db/copydesk" in lines["database_url"]
    assert lines["api_token"].endswith("COPYDESK_API_TOKEN")
    assert lines["batch_items"].endswith(str(home / "copydesk.toml"))
    assert lines["poll_seconds"].endswith("default")
    assert json.loads(shell.run("config", "show", "--json").out)["batch_items"] == 7


def test_a_mistake_in_the_settings_is_a_sentence(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which setting, and what was found."""
    monkeypatch.setenv("COPYDESK_BATCH_ITEMS", "many")
    said = shell.run("status", status=1).err
    assert "COPYDESK_BATCH_ITEMS" in said
    assert "many" in said


def test_a_wrong_command_line_ends_with_status_2_and_the_nearest_right_one(shell: Shell) -> None:
    """As every tool does."""
    assert "export" in shell.run("exprot", status=2).err
    assert "--watch" in shell.run("status", "--wacth", status=2).err
    assert "FILE" in shell.run("parse", status=2).err


def test_a_defect_is_one_line_and_its_traceback_is_in_the_log(
    desk: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person is told where to look, and what is found there is the whole of it."""
    import services.cli.export  # noqa: PLC0415

    def broken(_row: object) -> None:
        msg = "nobody thought of this"
        raise RuntimeError(msg)

    monkeypatch.setattr(services.cli.export.StoredItem, "model_validate", broken)
    said = desk.run("export", status=1).err
    assert "RuntimeError: nobody thought of this" in said
    assert str(home / "logs" / "copydesk.jsonl") in said
    lines = (home / "logs" / "copydesk.jsonl").read_text(encoding="utf-8").splitlines()
    [entry] = [json.loads(line) for line in lines if "command_failed" in line]
    assert entry["exception"][0]["exc_type"] == "RuntimeError"


def test_a_closed_pipe_is_no_error(home: Path) -> None:
    """`copydesk export | head -1` says nothing on standard error."""
    url = f"sqlite:///{home / 'copydesk.db'}"
    upgrade(url)
    storage = Storage.open(url)
    store_day(storage)
    storage.close()
    assert shutil.which("head")
    done = subprocess.run(
        f"{sys.executable} -m services.cli export | head -c 1",
        shell=True,
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"{", b"")


def test_a_token_is_shown_once_and_listed_without_it(desk: Shell) -> None:
    """Standard output is the token alone, for a script; the log has its name."""
    made = desk.run("token", "create", "night desk", "--scope", "operate", "--days", "90")
    token = made.out.strip()
    assert token.startswith("cdk_")
    assert "cannot be shown again" in made.err
    assert "operate  night desk" in desk.run("token", "list").out
    assert "revoke it" in desk.run("token", "create", "night desk", status=1).err
    desk.run("token", "revoke", "night desk")
    assert "no valid token" in desk.run("token", "revoke", "night desk", status=1).err
    [row] = [json.loads(line) for line in desk.run("token", "list", "--json").out.splitlines()]
    assert (row["name"], row["scope"]) == ("night desk", "operate")
    assert row["revoked_at"]
    log = (config.load().logs / "copydesk.jsonl").read_text(encoding="utf-8")
    assert '"token_name": "night desk"' in log or '"token_name":"night desk"' in log
    assert token not in log


def test_tokens_of_the_configuration_are_listed_by_name(
    desk: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither they nor their hashes are shown."""
    monkeypatch.setenv("COPYDESK_API_TOKEN", "open sesame")
    monkeypatch.setenv("COPYDESK_API_TOKENS__ARCHIVE__SHA256", "ab" * 32)
    listed = desk.run("token", "list").out
    assert "read     archive  in the configuration" in listed
    assert "operate  api_token" in listed
    for out in (listed, desk.run("config", "show").out, desk.run("config", "show", "--json").out):
        assert "sesame" not in out
        assert "abab" not in out


def test_a_backup_is_made_and_restored_into_another_home(
    desk: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the command line, and what it says."""
    before = [json.loads(line) for line in desk.run("export").out.splitlines()]
    folder = str(tmp_path / "backup")
    assert "rows" in desk.run("backup", folder).err
    assert "empty one" in desk.run("restore", folder, status=1).err
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "second"))
    monkeypatch.delenv("COPYDESK_DATABASE_URL")
    assert "restored" in desk.run("restore", folder).err
    assert [json.loads(line) for line in desk.run("export").out.splitlines()] == before


def test_retention_says_what_it_would_do(desk: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a rule: that there is none."""
    assert "no rule is set" in desk.run("retain").err
    monkeypatch.setenv("COPYDESK_RETAIN_QUARANTINED_DAYS", "30")
    monkeypatch.setenv("COPYDESK_RETAIN_RAW_DAYS", "30")
    said = desk.run("retain", "--dry-run").out
    assert "quarantined deliveries would be discarded" in said
    assert "retain_raw_days = 30: 0 files of bytes would be removed" in said
