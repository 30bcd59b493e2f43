"""Where the time of a delivery went, stage after stage, as `trace` and the desk draw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MEANINGS: Final = {
    "queue": "taken in, and waited for a worker",
    "batch": "waited for the files before it in its message",
    "parse": "bytes to items",
    "normalise": "items to articles",
    "fingerprint": "words to fingerprints",
    "store": "written",
    "between": "waited between the stages, and for the store's lock",
}
"""What is done in each stage, in the order of the way; the last is what the others leave."""

LEAST: Final = 0.1
"""Milliseconds that are worth a line of `between`."""


@dataclass(frozen=True, slots=True)
class Step:
    """One stage."""

    stage: str
    at: float
    """Milliseconds from the receipt to its beginning."""
    ms: float
    meaning: str
    start: float
    """Where it begins, as a share of the whole: 0 to 1."""
    share: float


def steps(timings: Mapping[str, float]) -> list[Step]:
    """Return the stages that are known; of several items, and runs, the times are added up."""
    known = [(stage, timings[stage]) for stage in MEANINGS if stage in timings]
    worked = sum(ms for stage, ms in known if stage != "queue")
    if known and (rest := timings.get("total", 0.0) - worked) >= LEAST:
        known.append(("between", rest))
    whole = sum(ms for _, ms in known) or 1.0
    found, at = [], 0.0
    for stage, ms in known:
        found.append(Step(stage, at, ms, _meaning(stage, timings), at / whole, ms / whole))
        at += ms
    return found


def _meaning(stage: str, timings: Mapping[str, float]) -> str:
    if stage == "store" and "dedup" in timings:
        return f"compared with what is stored ({timings['dedup']:,.1f} ms of it) and written"
    return MEANINGS[stage]
