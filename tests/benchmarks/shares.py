"""
How long bursts take by the sizes of their messages, with more pool processes than this machine has.

    python -m tests.benchmarks.shares [--message 25] [--file 1.2] [--bursts 200]

A simulation: a message costs so many milliseconds and each of its files so many more (`--message`,
`--file`), and whoever is free takes the next one. One line for each number of pool processes: the
mean time of bursts of 200 to 1,000, of 1,000 to 3,000 and of 3,000 to 10,000 files whose messages
hold no more than a share, beside those whose size only what waits before them decides.
"""

from __future__ import annotations

import argparse
import random
from typing import TYPE_CHECKING, Final
from uuid import UUID

from shared.broker.messages import batches

if TYPE_CHECKING:
    from collections.abc import Sequence

WORKERS: Final = (1, 2, 4, 8, 16, 64)
BURSTS: Final = ((200, 1_000), (1_000, 3_000), (3_000, 10_000))
LARGE: Final = 1 << 40
"""Bytes that no message of small files has."""


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--message", type=float, default=25.0)
    arguments.add_argument("--file", type=float, default=1.2)
    arguments.add_argument("--bursts", type=int, default=200)
    given = arguments.parse_args()
    chosen = random.Random(1)
    bursts = [[chosen.randint(*each) for _ in range(given.bursts)] for each in BURSTS]
    for workers in WORKERS:
        ratios = []
        for files in bursts:
            told = [taken(sizes(n, workers), workers, given.message, given.file) for n in files]
            alone = [taken(sizes(n, 1), workers, given.message, given.file) for n in files]
            ratios.append(sum(a / b for a, b in zip(told, alone, strict=True)) / len(files))
        print(f"{workers:3} pool processes: " + "  ".join(f"{ratio:.2f}" for ratio in ratios))


def sizes(files: int, workers: int) -> list[int]:
    """Return how many files each message of a burst holds."""
    sized = [(UUID(int=number), 1) for number in range(files)]
    return [len(each) for each in batches(sized, items=64, size=LARGE, workers=workers)]


def taken(messages: Sequence[int], workers: int, message: float, file: float) -> float:
    """Return milliseconds until the last message is done."""
    busy = [0.0] * workers
    for count in messages:
        first = busy.index(min(busy))
        busy[first] += message + count * file
    return max(busy)


if __name__ == "__main__":
    main()
