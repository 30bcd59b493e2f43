"""Everything that was given to an import is counted and told."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from services.watcher.imports.files import FIRST_FILES
from services.watcher.imports.plan import plan
from shared.errors import UserError
from tests.integration.watcher.imports.running import rows, run, told_by

if TYPE_CHECKING:
    from pathlib import Path

    from shared.config import Settings
    from shared.storage import Storage


def test_the_report_adds_up_to_what_was_met(archive: Path, settings: Settings, storage: Storage):
    report = run([archive], settings, storage)

    assert report.files == 304
    assert report.skipped == {"left_alone": 2, "symlink": 1, "not_a_file": 1}
    assert report.size == sum(len(b"story %d" % number) for number in range(300))


def test_progress_is_told_after_each_batch_and_the_first_is_small(
    archive: Path, settings: Settings, storage: Storage
):
    assert told_by([archive], settings, storage) == [FIRST_FILES, 3 * FIRST_FILES, 300, 300]


def test_single_files_are_imported_under_their_names(
    archive: Path, settings: Settings, storage: Storage
):
    run([archive / "year1" / "story1.txt", archive / "year2" / "story2.txt"], settings, storage)

    assert [row.name for row in rows(storage)] == ["story1.txt", "story2.txt"]


def test_a_path_that_is_not_there_is_told_before_anything_is_done(
    archive: Path, settings: Settings, storage: Storage
):
    with pytest.raises(UserError, match="no file or folder"):
        run([archive, archive / "nowhere"], settings, storage)

    assert rows(storage) == []


def test_names_of_any_bytes_are_imported(tmp_path: Path, settings: Settings, storage: Storage):
    (tmp_path / "odd").mkdir()
    folder = os.fsencode(tmp_path / "odd")
    for name in (b"caf\xe9.txt", b"line\nbreak.txt"):
        with open(folder + b"/" + name, "wb") as file:  # noqa: PTH123 - bytes
            file.write(name)

    report = run([tmp_path / "odd"], settings, storage)

    assert report.registered == 2
    assert [row.name for row in rows(storage)] == [r"caf\xe9.txt", r"line\nbreak.txt"]


def test_the_plan_is_in_order_and_counts_what_it_leaves(archive: Path):
    left = Counter[str]()
    names = [found.name for found in plan([archive], left)]

    assert names == sorted(names)
    assert left.total() == 4
