"""What was promised, asked of a stack that has come to rest."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from shared.domain.change import ChangeKind
from shared.raw import FolderStore
from shared.storage.tables import change_log, deliveries
from tests.answers import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from shared.storage import Storage
    from tests.chaos.newsroom import File
    from tests.chaos.stack import Stack


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of the files; empty tuples are promises that were kept."""

    outcomes: Counter[str]
    lost: tuple[str, ...]
    """Names without a row, without an outcome, or without their bytes."""
    twice: tuple[str, ...]
    """Names with more than one row."""
    wrong: tuple[str, ...]
    """Good files in quarantine, noise out of it."""
    gaps: int
    """Numbers of the feed of changes that nothing has, or articles that it tells of twice."""
    stranded: int
    """Messages that the broker still holds."""
    different: tuple[str, ...]
    """What is stored and should not be (+) or is not and should be (-), by the undisturbed run."""

    @property
    def same(self) -> bool:
        """Whether articles and stories are those of an undisturbed run."""
        return not self.different

    @property
    def kept(self) -> bool:
        """Whether every promise was kept."""
        broken = (self.lost, self.twice, self.wrong, self.gaps, self.stranded, self.different)
        return not any(broken)


def judge(
    stack: Stack, files: Sequence[File], undisturbed: Mapping[str, list[str]], stranded: int
) -> Judgement:
    """Compare what is stored with what was dropped, and with what an undisturbed run told."""
    with stack.storage() as storage:
        rows = _rows(storage)
        times = Counter(row.name for row in rows)
        good = {file.name: file.good for file in files}
        raw = FolderStore(stack.settings.raw)
        hashes = {file.name: hashlib.sha256(file.content).hexdigest() for file in files}
        done = {
            row.name
            for row in rows
            if row.state == "done" and row.sha256 == hashes[row.name] and raw.has(row.sha256)
        }
        return Judgement(
            outcomes=Counter(str(row.outcome) for row in rows),
            lost=tuple(sorted(good.keys() - done)),
            twice=tuple(name for name, count in times.items() if count > 1),
            wrong=tuple(
                f"{row.name}: {row.outcome} {row.reason}"
                for row in rows
                if good.get(row.name) is not (row.outcome != "quarantined")
            ),
            gaps=_gaps(storage),
            stranded=stranded,
            different=tuple(_different(told(storage), undisturbed)),
        )


def _different(found: Mapping[str, list[str]], expected: Mapping[str, list[str]]) -> Iterator[str]:
    for what, rows in expected.items():
        yield from (f"{what} + {row}" for row in sorted(set(found[what]) - set(rows)))
        yield from (f"{what} - {row}" for row in sorted(set(rows) - set(found[what])))


def _rows(storage: Storage) -> list[sa.Row[tuple[object, ...]]]:
    columns = deliveries.c
    wanted = (columns.name, columns.state, columns.outcome, columns.reason, columns.sha256)
    with storage.engine.connect() as connection:
        return list(connection.execute(sa.select(*wanted)))


def _gaps(storage: Storage) -> int:
    seq, new = change_log.c.seq, change_log.c.kind == ChangeKind.ARTICLE_STORED
    with storage.engine.connect() as connection:
        last, count = connection.execute(sa.select(sa.func.max(seq), sa.func.count())).one()
        told = connection.execute(
            sa.select(sa.func.count(), sa.func.count(change_log.c.article_id.distinct())).where(new)
        ).one()
    return int((last or 0) - count) + int(told[0] - told[1])
