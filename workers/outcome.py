"""The end of a delivery: what is kept of a quarantined one, and its one canonical log line."""

from __future__ import annotations

import json
import logging
import os
import shutil
from collections import Counter, defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import structlog

from shared import logs
from shared.domain.delivery import OutcomeWord
from shared.observing import metrics, traces

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shared.domain.delivery import Delivery, Outcome
    from shared.raw import RawStore

log = structlog.get_logger(__name__)

LONGEST_NAME = 200
"""Bytes of a quarantined file's name; the folder's name tells which delivery it is."""


class Quarantine:
    """Keeps what was not taken, under `quarantine/<delivery id>/`, with its reason beside it."""

    def __init__(self, folder: Path, raw: RawStore) -> None:
        """Take the folder and where the bytes lie."""
        self._folder = folder
        self._raw = raw

    def keep(self, delivery: Delivery, outcome: Outcome) -> None:
        """Lay the bytes aside and write `reason.json`; once more for the same is the same."""
        place = self._folder / delivery.id.hex
        place.mkdir(parents=True, exist_ok=True)
        kept = place / _safe_name(delivery.name)
        self._raw.lay_aside(delivery.sha256, kept)
        reason = {
            "delivery": str(delivery.id),
            "name": delivery.name,
            "provider": delivery.provider,
            "received_at": delivery.received_at.isoformat(),
            "sha256": delivery.sha256,
            "bytes": self._raw.place(delivery.sha256),
            "reason": outcome.reason,
            "detail": outcome.detail,
            "replay": f"./copydesk quarantine replay {delivery.id}",
        }
        text = json.dumps(reason, indent=2, ensure_ascii=True) + "\n"
        (place / "reason.json").write_text(text, encoding="ascii")

    def settle(self, ends: Sequence[tuple[Delivery, Outcome]]) -> None:
        """Keep what was not taken, release what was."""
        for delivery, outcome in ends:
            if outcome.word is OutcomeWord.QUARANTINED:
                self.keep(delivery, outcome)
            else:
                self.release(delivery)

    def release(self, delivery: Delivery) -> None:
        """Remove what was kept of a delivery that is taken now."""
        place = f"{self._folder}/{delivery.id.hex}"
        if os.path.lexists(place):  # once for each file, under the store lock: no Path
            shutil.rmtree(place, ignore_errors=True)


def _safe_name(name: str) -> str:
    """Return the last part of a name as a file name that no system refuses."""
    last = PurePosixPath(name).name or "file"
    kept = "".join(letter if letter.isprintable() and letter != "/" else "_" for letter in last)
    encoded = kept.encode("utf-8", "replace")[:LONGEST_NAME]
    return encoded.decode("utf-8", "ignore").lstrip(".") or "file"


def announce(ends: Sequence[tuple[Delivery, Outcome]], task_id: str | None = None) -> None:
    """Write the canonical line of each delivery, all that one asks for afterwards; count them."""
    for delivery, outcome in ends:
        traces.ended(delivery, outcome, task_id)
    for (word, reason), times in Counter((o.word, o.reason or "") for _, o in ends).items():
        metrics.count("copydesk_finished", word, reason, amount=times)
    seconds: defaultdict[str, list[float]] = defaultdict(list)
    for _, outcome in ends:
        for stage, milliseconds in outcome.timings.items():
            seconds[stage].append(milliseconds / 1000)
    for stage, times_of_it in seconds.items():
        metrics.observe_all("copydesk_stage_seconds", times_of_it, stage)
    with logs.bind(task_id=task_id), logs.together():
        for delivery, outcome in ends:
            _say(delivery, outcome)


def announce_under_way(containers: Sequence[tuple[Delivery, Mapping[str, int]]]) -> None:
    """Write a line of each long container: what has come of it so far."""
    for delivery, items in containers:
        log.info(
            "delivery_under_way",
            delivery_id=str(delivery.id),
            name=delivery.name,
            provider=delivery.provider,
            items=dict(items),
        )


def _say(delivery: Delivery, outcome: Outcome) -> None:
    taken = outcome.word is not OutcomeWord.QUARANTINED
    context: dict[str, object] = {}
    if outcome.reason:
        context = {"reason": outcome.reason, "detail": outcome.detail}
    if delivery.rereading:
        context["reread"] = True
    log.log(
        logging.INFO if taken else logging.WARNING,
        "delivery_done",
        delivery_id=str(delivery.id),
        name=delivery.name,
        provider=delivery.provider,
        outcome=str(outcome.word),
        lane=str(delivery.lane),
        attempts=delivery.attempts,
        **context,
        items=dict(outcome.items),
        ms=dict(outcome.timings),
    )
