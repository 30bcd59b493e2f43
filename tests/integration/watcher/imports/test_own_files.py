"""An import takes nothing of the home itself, and leaves no row where it cannot begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.errors import UserError
from tests.integration.watcher.imports.running import imports, rows, run

if TYPE_CHECKING:
    from pathlib import Path

    from shared.config import Settings
    from shared.storage import Storage


def test_the_home_is_left_out_of_the_folder_that_it_lies_in(
    settings: Settings, storage: Storage
) -> None:
    """Its raw bytes would be received again without their names, and its inbox twice."""
    for place in (settings.inbox, settings.raw / "b0", settings.logs, settings.home / "archive"):
        place.mkdir(parents=True, exist_ok=True)
        (place / "story.txt").write_text("a story")
    settings.home.with_name("beside.txt").write_text("another story")

    report = run([settings.home.parent], settings, storage)

    taken = [row.name for row in rows(storage) if row.name.endswith(".txt")]
    assert taken == ["beside.txt", "home/archive/story.txt"]
    assert report.skipped["own_files"] >= 3


@pytest.mark.parametrize("below", ["", "wire"])
def test_the_inbox_is_not_imported_from(below: str, settings: Settings, storage: Storage) -> None:
    """The watcher takes what lies in it, whatever path leads there."""
    (settings.inbox / below).mkdir(parents=True, exist_ok=True)
    link = settings.home.with_name("link")
    link.symlink_to(settings.inbox)

    for path in (settings.inbox / below, link / below):
        with pytest.raises(UserError, match="belongs to Copydesk itself"):
            run([path], settings, storage)


def test_an_import_that_cannot_begin_is_not_listed(
    tmp_path: Path, settings: Settings, storage: Storage
) -> None:
    """It stood there as registering, for ever."""
    with pytest.raises(UserError, match="no file or folder"):
        run([tmp_path / "nowhere"], settings, storage)

    assert imports(storage) == []
