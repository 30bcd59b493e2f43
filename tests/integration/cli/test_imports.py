"""`copydesk imports`: the list, the report, and steering, on each database."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from services.sweeper.sweep import Sweeper
from services.watcher.imports.giving import import_paths
from shared import clock, config
from shared.domain.delivery import Outcome, OutcomeWord
from shared.errors import Reason, UserError
from tests.integration.commanding import Shell, forget_logs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

    from services.watcher.imports.report import ImportReport
    from shared.config import Settings
    from shared.domain.delivery import Lane
    from shared.storage import Storage


class Quiet:
    """A broker with room, that takes every message and delivers none."""

    def send(self, lane: Lane, batches: Sequence[Sequence[UUID]]) -> int:  # noqa: ARG002 - as below
        """Take messages; say that none waits."""
        return 0

    def depth(self, lane: Lane) -> int:  # noqa: ARG002 - the protocol's own name
        """Say that nothing waits."""
        return 0

    def workers(self) -> int:
        """Say that one process works."""
        return 1

    def broker_run(self) -> str:
        """Say that it never was started again."""
        return "the only one"


@pytest.fixture
def shell(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    migrated_url: str,
) -> Iterator[Shell]:
    """Give a command line over an empty store."""
    monkeypatch.setenv("COPYDESK_DATABASE_URL", migrated_url)
    yield Shell(monkeypatch, capsys)
    forget_logs()


@pytest.fixture
def settings(shell: Shell) -> Settings:
    made = config.load()
    made.make_folders()
    return made


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_bytes(b"story %d" % number)
    (folder / "half.part").touch()
    return folder


def register(archive: Path, settings: Settings, storage: Storage) -> ImportReport:
    return import_paths([archive], provider="wire", settings=settings, storage=storage)


def end_two(storage: Storage) -> None:
    """Give two of the files their outcomes."""
    with storage.reading() as reading:
        first, second, *_rest = sorted(reading.deliveries(), key=lambda row: row["name"])
    with storage.unit_of_work() as uow:
        ends = [
            Outcome(delivery_id=first["id"], word=OutcomeWord.NEW),
            Outcome(
                delivery_id=second["id"], word=OutcomeWord.QUARANTINED, reason=Reason.NO_ARTICLE
            ),
        ]
        uow.deliveries.finish(ends, at=clock.now())
        uow.commit()


def listed(shell: Shell) -> dict[str, object]:
    [line] = shell.run("imports", "--json").out.splitlines()
    found: dict[str, object] = json.loads(line)
    return found


def test_the_list_says_where_each_import_stands(
    shell: Shell, archive: Path, settings: Settings, storage: Storage
) -> None:
    """A line for people, an object for programs; before the first, a word about how to begin."""
    assert "./copydesk import PATH" in shell.run("imports").err
    report = register(archive, settings, storage)
    end_two(storage)

    line = shell.run("imports").out
    found = listed(shell)

    assert line.startswith(report.import_id.hex[-6:])
    assert "reading" in line
    assert "2 of 5 files" in line
    assert found["outcomes"] == {"new": 1, "quarantined": 1, "received": 3}
    assert found["reasons"] == {"quarantined": {"no_article": 1}}
    assert (found["files"], found["skipped"]) == (5, {"left_alone": 1})


def test_a_long_container_is_told_by_what_has_come_of_it(
    shell: Shell, archive: Path, settings: Settings, storage: Storage
) -> None:
    """In the list, in its report and in the trace of the file, while a worker reads it."""
    report = register(archive, settings, storage)
    with storage.reading() as reading:
        row = next(row for row in reading.deliveries() if row["name"].endswith("3.txt"))
    with storage.unit_of_work() as uow:
        moment = clock.now()
        until = moment + timedelta(minutes=2)
        uow.deliveries.claim([row["id"]], owner="pool process", now=moment, until=until)
        uow.deliveries.note_items({row["id"]: {"new": 1000, "quarantined": 24}})
        uow.commit()

    assert "3.txt: 1,024 items so far" in shell.run("imports").out
    assert "1,024 items so far" in shell.run("imports", "show", report.import_id.hex[-6:]).out
    assert "1,000 new, 24 items not taken" in shell.run("trace", str(row["id"])).out
    assert listed(shell)["being_read"] == {row["name"]: 1024}


def test_the_report_of_one_adds_up(
    shell: Shell, archive: Path, settings: Settings, storage: Storage
) -> None:
    """By outcome and reason, with what was left out."""
    report = register(archive, settings, storage)
    end_two(storage)

    page = shell.run("imports", "show", report.import_id.hex[-6:]).out

    words = [line.split() for line in page.splitlines()]
    assert ["provider", "wire"] in words
    assert ["no", "article", "1"] in words
    assert ["left", "out", "1"] in words
    assert words[-1] == ["given", "6"]
    same = shell.run("imports", "show", str(report.import_id), "--json").out
    assert json.loads(same)["id"] == str(report.import_id)


def test_pause_resume_and_cancel(
    shell: Shell, archive: Path, settings: Settings, storage: Storage
) -> None:
    """Each says what is so now; cancelled, the sweeper ends what waits, and only that."""
    digits = register(archive, settings, storage).import_id.hex[-6:]
    end_two(storage)

    assert "resume" in shell.run("imports", "pause", digits).err
    assert listed(shell)["state"] == "paused"
    assert "paused" in shell.run("imports", "pause", digits, status=1).err
    shell.run("imports", "resume", digits)
    assert listed(shell)["state"] == "reading"
    shell.run("imports", "cancel", digits)
    Sweeper(settings, storage, Quiet()).sweep(clock.now())

    found = listed(shell)
    assert found["state"] == "cancelled"
    assert found["outcomes"] == {"new": 1, "quarantined": 1, "discarded": 3}
    assert found["finished_at"] is not None
    assert "over: cancelled" in shell.run("imports", "cancel", digits, status=1).err


def test_the_same_import_takes_a_cancelled_one_up(
    shell: Shell, archive: Path, settings: Settings, storage: Storage
) -> None:
    """What the cancel discarded waits again, what was read stays as it is."""
    digits = register(archive, settings, storage).import_id.hex[-6:]
    end_two(storage)
    shell.run("imports", "cancel", digits)
    Sweeper(settings, storage, Quiet()).sweep(clock.now())

    again = register(archive, settings, storage)

    assert (again.known, again.registered) == (5, 0)
    assert listed(shell)["outcomes"] == {"new": 1, "quarantined": 1, "received": 3}


def test_an_unknown_id_is_said(shell: Shell, settings: Settings) -> None:
    """With where to look."""
    assert "./copydesk imports" in shell.run("imports", "show", "abcdef", status=1).err


def test_registering_waits_while_paused_and_ends_when_cancelled(
    shell: Shell,
    archive: Path,
    settings: Settings,
    storage: Storage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The command that registers asks before each batch what was decided meanwhile."""
    monkeypatch.setattr("services.watcher.imports.files.BATCH_FILES", 2)
    monkeypatch.setattr("services.watcher.imports.giving.PAUSED_SECONDS", 0.001)
    told: list[tuple[int, bool]] = []

    def steer(report: ImportReport) -> None:
        told.append((report.registered, report.paused))
        with storage.unit_of_work() as uow:
            match told:
                case [(2, False)]:
                    assert uow.imports.pause(report.import_id, clock.now())
                case [_, (2, True)]:
                    assert uow.imports.resume(report.import_id)
                case [_, _, (4, False)]:
                    assert uow.imports.cancel(report.import_id, clock.now())
            uow.commit()

    with pytest.raises(UserError, match="cancelled"):
        import_paths(
            [archive], provider=None, settings=settings, storage=storage, on_progress=steer
        )

    assert told == [(2, False), (2, True), (4, False)]
    with storage.reading() as reading:
        assert len(reading.deliveries()) == 4
