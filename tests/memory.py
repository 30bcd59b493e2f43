"""What memory a step takes at its peak."""

from __future__ import annotations

import gc
import tracemalloc
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def peak_of(work: Callable[[], T]) -> tuple[T, int]:
    """
    Return what the work returns, and the most bytes that Python held for it at a time.

    It is done twice: what the first of its kind loads and keeps (modules, tables) is not counted.
    """
    work()
    gc.collect()
    tracemalloc.start()
    try:
        return work(), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
