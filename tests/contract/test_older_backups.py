"""A backup of an older Copydesk is restored, and brought up to date."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
from typing import TYPE_CHECKING

import orjson
import pytest
import sqlalchemy as sa
from alembic import command

from services.keeping import manifest
from services.keeping.manifest import Manifest, TableCopy
from services.keeping.restore import restore
from shared.raw import FolderStore
from shared.storage import Storage, dumping
from shared.storage.schema import migrate, revision
from shared.storage.tables import metadata
from tests.answers import told
from tests.builders import at
from tests.stored import store_day

if TYPE_CHECKING:
    from pathlib import Path

OLDER = ("0009", "0011", "0013")
"""Before three ways of keeping keys, of which each had tables that are no more."""
GONE = {"text_keys", "key_gists"}


def back_up_at(storage: Storage, older: str, folder: Path) -> None:
    """Take a store back to an older revision, and write what its Copydesk would have backed up."""
    command.downgrade(migrate.configuration(storage.engine), older)
    rows = folder / "tables-then"
    rows.mkdir(parents=True)
    with storage.engine.connect() as connection:
        there = set(sa.inspect(connection).get_table_names())
        kept = [name for name in dumping.TABLES if name in there]
        gone = sorted(there & GONE)
        copies = [_copy(connection, name, rows) for name in (*kept, *gone)]
    made = Manifest(revision=older, made_at=manifest.moment(at()), tables=copies, raw=0)
    manifest.write(folder, made)


def _copy(connection: sa.Connection, name: str, rows: Path) -> TableCopy:
    today = metadata.tables[name].c if name in metadata.tables else sa.table(name).c
    columns = [
        sa.column(each["name"], today[each["name"]].type if each["name"] in today else each["type"])
        for each in sa.inspect(connection).get_columns(name)
    ]
    lines = b"".join(
        orjson.dumps([dumping._plain(value) for value in row], option=orjson.OPT_APPEND_NEWLINE)
        for row in connection.execute(sa.select(*columns).select_from(sa.table(name)))
    )
    (rows / f"{name}.jsonl.gz").write_bytes(gzip.compress(lines))
    return TableCopy(
        name=name,
        file=f"{rows.name}/{name}.jsonl.gz",
        columns=[column.name for column in columns],
        rows=lines.count(b"\n"),
        sha256=hashlib.sha256(lines).hexdigest(),
    )


@pytest.mark.parametrize("older", OLDER)
@pytest.mark.parametrize("there", ["no database", "an empty one of today"])
def test_a_backup_of_an_older_copydesk_is_restored_and_brought_up_to_date(
    storage: Storage, older: str, there: str, tmp_path: Path
) -> None:
    """Tables and columns that there are no more are filled first, and then migrated."""
    store_day(storage)
    expected = told(storage)
    back_up_at(storage, older, tmp_path / "backup")
    url = f"sqlite:///{tmp_path / 'restored.db'}"
    if there != "no database":
        migrate.upgrade(url)

    restore(url, FolderStore(tmp_path / "raw"), tmp_path / "backup")

    with contextlib.closing(Storage.open(url)) as restored:
        assert revision.current(restored.engine) == revision.HEAD
        assert told(restored) == expected
