"""Stores with candidate keys in them, and what lies in their tables, for the tests of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import sqlalchemy as sa

from shared.storage.candidate_keys.lookup import CandidateKeys
from shared.storage.candidate_keys.pairs import Pairs
from shared.storage.candidate_keys.recent import RecentKeys
from shared.storage.tables import key_pages as pages_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.storage import Storage
    from shared.storage.candidate_keys.pairs import Numbers


LIMITS = (-(2**63), 2**63 - 1)
"""Keys are any 64 bits: the least and the greatest too."""


def numbers(values: Iterable[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return values as the store takes them."""
    return np.array(list(values), np.int64)


def scattered(values: Iterable[int]) -> Numbers:
    """Return a key for each value, in no order, as hashes are."""
    return np.array(list(values), np.int64) * np.int64(-7046029254386353131)


def rows(storage: Storage, table: sa.Table) -> int:
    """Return how many rows a table has."""
    with storage.engine.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def page_sizes(storage: Storage) -> list[int]:
    """Return how many keys each page holds."""
    with storage.engine.connect() as connection:
        sizes = connection.execute(sa.select(sa.func.length(pages_table.c["keys"]))).scalars()
        return [size // 8 for size in sizes]


def grown(storage: Storage) -> Numbers:
    """Store keys, most of which move; return them."""
    every = numbers(range(LIMITS[0], LIMITS[1], 2**64 // 500))
    recent = RecentKeys()
    mixed = np.random.default_rng(2).permutation(every)
    for text_id, keys in enumerate(np.array_split(mixed, 70), start=1):
        with storage.engine.begin() as connection:
            CandidateKeys(connection, recent).add(keys, numbers([text_id] * len(keys)))
    return every


def grown_before(storage: Storage, frozen: int) -> Numbers:
    """Fill a store as revision 0010 did, its move half done; return the keys in order."""
    every = numbers(range(LIMITS[0], LIMITS[1], 2**64 // 100))
    below = 0 if frozen else LIMITS[0]
    first = sa.text("INSERT INTO key_moves VALUES (1, 1, :frozen, :below)")
    run = sa.text("INSERT INTO key_runs VALUES (:id, :id, :keys)")
    moved = sa.text("INSERT INTO text_keys VALUES (:key, :id)")
    with storage.engine.begin() as connection:
        connection.execute(first, {"frozen": frozen, "below": below})
        mixed = np.random.default_rng(3).permutation(every)
        for number, keys in enumerate(np.array_split(mixed, 9), start=1):
            packed = Pairs.of(keys, numbers([number] * len(keys))).packed()
            connection.execute(run, {"id": number, "keys": packed})
            for key in keys[keys < below].tolist() if number <= frozen else ():
                connection.execute(moved, {"key": key, "id": number})
    return every
