"""
From inbox to row: files a second beside the bare reading of the same files, and drop-to-row time.

    python -m tests.benchmarks.whole_way [--files 600] [--workers 2] [FOLDER …]

The floor is the reading alone (parse, normalise, fingerprint) of the same files, in as many
processes on the same cores, with no queue and no database. Without folders, the files are made
from `seeds/`; with folders (of pages or text dumps, `.gz` allowed) each is dropped as it is.
"""

from __future__ import annotations

import argparse
import gzip
import multiprocessing
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

    print(f"{given.files} files, {given.workers} worker processes")
    print(f"  bare reading loop      {floor:9.1f} files/s")
    print(f"  inbox to row           {whole:9.1f} files/s   ratio {whole / floor:.2f}")
    p50, p99 = percentile(trickle, 50), percentile(trickle, 99)
    print(
        f"  drop to readable row   p50 {p50:.1f} ms, p99 {p99:.1f} ms ({len(trickle)} single drops)"
    )


def collect(folders: list[Path], target: Path, count: int) -> list[Path]:
    """Put `count` files with bytes of their own into a folder."""
    target.mkdir(parents=True)
    sources = [
        path
        for folder in folders or [ROOT / "seeds" / "plain_text"]
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in {".jsonl", ".json"}
    ]
    files = []
    for number in range(count):
        source = sources[number % len(sources)]
        content = source.read_bytes()
        name = source.name
        if source.suffix == ".gz":
            content, name = gzip.decompress(content), source.stem
        if number >= len(sources) or not folders:
            content = vary(content, number, html=".htm" in name)
        path = target / f"{number:06d}-{name[-60:]}"
        path.write_bytes(content)
        files.append(path)
    return files


def vary(content: bytes, number: int, *, html: bool) -> bytes:
    """Make bytes (and a text) of their own of a repeated file."""
    sentence = f"Copy number {number} ends with a sentence of its own.".encode()
    if html:
        return content.replace(b"</p>", b"</p><p>" + sentence + b"</p>", 1)
    return content + b"\n\n" + sentence + b"\n"


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
    text = (ROOT / "seeds" / "plain_text" / "labels_next_line.txt").read_bytes()
    waiting = desk.home / "staging" / f"single-{number}.txt"
    waiting.write_bytes(vary(text, 10_000_000 + number, html=False))
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
