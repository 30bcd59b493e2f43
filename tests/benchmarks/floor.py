"""The floor of the benchmarks of speed: reading the same files with no queue and no database."""

from __future__ import annotations

import multiprocessing
import time
from typing import TYPE_CHECKING

from shared.clock import now
from shared.config import Settings
from shared.errors import Rejected
from workers.batches.gathered import LETTERS, letters_of
from workers.dedup.texts.fingerprint import fingerprints
from workers.parsers.base import RejectedItem
from workers.reading import Clock, Reader, Source
from workers.warming import warm_up

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shared.domain.article import RawItem


def read_all(paths: Sequence[Path]) -> float:
    """Read files as a worker does, up to the fingerprint; return the CPU seconds."""
    reader = Reader(Settings())
    waiting: list[tuple[Source, RawItem]] = []
    letters = 0
    began = time.process_time()
    for path in paths:
        source = Source(name=path.name, path=path, provider="default", received_at=now())
        try:
            for item in reader.parsed(source, Clock()):
                if not isinstance(item, RejectedItem):
                    waiting.append((source, item))
                    letters += letters_of(item)
        except Rejected:
            continue
        if letters >= LETTERS:
            _fingerprint(reader, waiting)
            waiting, letters = [], 0
    _fingerprint(reader, waiting)
    return time.process_time() - began


def _fingerprint(reader: Reader, items: Sequence[tuple[Source, RawItem]]) -> None:
    read = [reader.normalised(item, source, Clock()) for source, item in items]
    fingerprints([each for each in read if not isinstance(each, RejectedItem)])


def bare(files: Sequence[Path], workers: int) -> tuple[float, float]:
    """Return files a second of the reading alone, and its CPU milliseconds a file."""
    warm_up()  # as a worker does before it forks
    parts = [files[start::workers] for start in range(workers)]
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        pool.map(read_all, [part[:2] for part in parts])  # warm-up
        began = time.perf_counter()
        used = sum(pool.map(read_all, parts, chunksize=1))
        return len(files) / (time.perf_counter() - began), used / len(files) * 1000
