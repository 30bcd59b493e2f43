"""
From inbox to row: files a second beside the bare reading of the same files, and drop-to-row time.

    python -m tests.benchmarks.whole_way [--files 600] [--workers 2] [FOLDER …]

The floor is the reading alone (parse, normalise, fingerprint) of the same files, in as many
processes on the same cores, with no queue and no database. Without folders, the files are text
dumps in the seed's shape; with folders (pages or text dumps, `.gz` allowed) each file is dropped.
"""

from __future__ import annotations

import argparse
import gzip
import multiprocessing
import random
import re
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from shared.clock import now
from shared.config import ROOT, Settings
from shared.errors import Rejected
from shared.storage import Storage
from tests.e2e.running import Copydesk, wait_for
from workers.dedup.fingerprint import fingerprint
from workers.parsers.base import RejectedItem
from workers.reading import Clock, Reader, Source

WORDS = sorted(
    set(
        re.findall(
            r"[a-z]{3,}",
            "".join(p.read_text("utf-8") for p in (ROOT / "seeds" / "plain_text").glob("*.txt")),
        )
    )
)
"""Words for the files that are made."""

TRICKLE = 60
"""Files dropped one by one for the drop-to-row time."""


def main() -> None:
    """Measure, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="*", type=Path)
    arguments.add_argument("--files", type=int, default=600)
    arguments.add_argument("--workers", type=int, default=2)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="copydesk-bench-") as scratch:
        files = collect(given.folders, Path(scratch) / "files", given.files)
        floor = bare(files, given.workers)
        whole, trickle = service(files, given.workers, Path(scratch) / "home")

    print(f"{len(files)} files, {given.workers} worker processes")
    print(f"  bare reading loop      {floor:9.1f} files/s")
    print(f"  inbox to row           {whole:9.1f} files/s   ratio {whole / floor:.2f}")
    p50, p99 = percentile(trickle, 50), percentile(trickle, 99)
    print(
        f"  drop to readable row   p50 {p50:.1f} ms, p99 {p99:.1f} ms ({len(trickle)} single drops)"
    )


def collect(folders: list[Path], target: Path, count: int) -> list[Path]:
    """Put `count` files into a folder: of the folders given, else made in the seeds' shape."""
    target.mkdir(parents=True)
    sources = [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in {".jsonl", ".json"}
    ]
    files = []
    for number in range(min(count, len(sources)) if folders else count):
        name, content = f"{number:06d}.txt", dump(number)
        if folders:
            source = sources[number]
            name, content = source.name, source.read_bytes()
            if source.suffix == ".gz":
                name, content = source.stem, gzip.decompress(content)
        path = target / f"{number:06d}-{name[-60:]}"
        path.write_bytes(content)
        files.append(path)
    return files


def dump(number: int) -> bytes:
    """Return a text dump in the seed's shape, of sentences that no other one has."""
    chosen = random.Random(number)
    paragraphs = [
        " ".join(
            " ".join(chosen.choices(WORDS, k=14)).capitalize() + f" {number}."
            for _ in range(chosen.randint(3, 5))
        )
        for _ in range(6)
    ]
    headline = " ".join(chosen.choices(WORDS, k=7)).capitalize()
    labels = "Source\nWire Desk\nEditor\nIda Holm\nTime\n2024-05-06 07:08:09"
    return "\n\n".join([headline, labels, *paragraphs, "Related News\n\nback\n"]).encode()


def read_all(paths: list[Path]) -> int:
    """Read files as a worker does, up to the fingerprint; return the number of articles."""
    reader = Reader(Settings())
    articles = 0
    for path in paths:
        source = Source(name=path.name, path=path, provider="default", received_at=now())
        try:
            for article in reader.read(source, Clock()):
                if not isinstance(article, RejectedItem):
                    fingerprint(article)
                    articles += 1
        except Rejected:
            continue
    return articles


def bare(files: list[Path], workers: int) -> float:
    """Return files a second of the reading alone."""
    parts = [files[start::workers] for start in range(workers)]
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        pool.map(read_all, [part[:2] for part in parts])  # warm-up
        started = time.perf_counter()
        pool.map(read_all, parts, chunksize=1)
        return len(files) / (time.perf_counter() - started)


def service(files: list[Path], workers: int, home: Path) -> tuple[float, list[float]]:
    """Return files a second of the whole service, and milliseconds of single drops."""
    desk = Copydesk(home, environment={"COPYDESK_WORKERS": str(workers)}).up()
    storage = Storage.open(desk.settings.database)
    try:
        staging = home / "staging"
        shutil.copytree(files[0].parent, staging)
        started = time.perf_counter()
        for path in files:
            (staging / path.name).rename(desk.inbox / path.name)
        wait_for("all files are done", lambda: done(storage) >= len(files), patience=3600)
        whole = len(files) / (time.perf_counter() - started)
        trickle = [single(desk, storage, number) for number in range(TRICKLE)]
    finally:
        storage.close()
        desk.close()
    return whole, trickle


def done(storage: Storage) -> int:
    """Return how many deliveries have their outcome."""
    with storage.reading() as reading:
        open_states = {"received", "processing"}
        return sum(count for word, count in reading.outcomes().items() if word not in open_states)


def single(desk: Copydesk, storage: Storage, number: int) -> float:
    """Drop one small file into an idle system; return milliseconds until its row can be read."""
    before = done(storage)
    waiting = desk.home / "staging" / f"single-{number}.txt"
    waiting.write_bytes(dump(10_000_000 + number))
    time.sleep(0.03)
    started = time.perf_counter()
    waiting.rename(desk.inbox / waiting.name)
    while done(storage) == before:
        time.sleep(0.0005)
    return (time.perf_counter() - started) * 1000


def percentile(values: list[float], percent: int) -> float:
    """Return a percentile of some values."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    main()
