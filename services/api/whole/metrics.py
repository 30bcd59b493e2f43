"""
`GET /metrics`: the whole in Prometheus's words.

What is true of the whole (counts, depths, ages) is asked of the ledger and the broker at this
moment, by the same code as `/status`: any API gives the same answer, and no process has to be
reached for it. What only a process knows comes from the files of this machine's processes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.registry import Collector

from services.api.whole.status import ROLES
from shared.errors import CopydeskError
from shared.observing import metrics
from shared.observing.metric_files import Processes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from prometheus_client import Metric

    from services.api.whole.figures import Status
    from shared.config import Settings

MEDIA: Final = CONTENT_TYPE_PLAIN_0_0_4

WHOLE: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "copydesk_database_up": ("Whether the database answers the API.", ()),
    "copydesk_broker_up": ("Whether the broker answers the API.", ()),
    "copydesk_counted_age_seconds": (
        "Age of the counts over everything; not 0 where much moves.",
        (),
    ),
    "copydesk_deliveries": ("Deliveries that are done, by outcome.", ("outcome",)),
    "copydesk_quarantined": ("Deliveries in quarantine, by reason.", ("reason",)),
    "copydesk_open": ("Deliveries that are not done, by state.", ("state",)),
    "copydesk_ledger_lag_seconds": ("Age of the oldest delivery that is not done.", ()),
    "copydesk_waiting": ("Deliveries that no worker has in hand.", ("lane",)),
    "copydesk_waiting_oldest_seconds": ("Age of the oldest of them.", ("lane",)),
    "copydesk_queue_messages": ("Messages in the queue.", ("lane",)),
    "copydesk_processes": ("Processes that give signs of life.", ("role",)),
    "copydesk_pool_processes": ("Pool processes of all workers.", ()),
    "copydesk_pool_processes_working": ("Pool processes that hold deliveries.", ()),
    "copydesk_articles": ("Stored articles.", ()),
    "copydesk_stories": ("Stories.", ()),
    "copydesk_last_change": ("The last number of the feed of changes.", ()),
}
"""Gauges: name, what it is, labels."""

Sample = tuple[str, float, tuple[str, ...]]
"""Name, value, the labels' values."""


class Whole(Collector):
    """The gauges of the whole, asked for when they are scraped."""

    def __init__(self, figures: Callable[[], Status]) -> None:
        """Take what is asked."""
        self._figures = figures

    def collect(self) -> Iterable[Metric]:
        """Ask, and say it; a database that is away is a figure too."""
        try:
            samples = list(_samples(self._figures()))
        except CopydeskError:
            samples = [("copydesk_database_up", 0, ())]
        families = {
            name: GaugeMetricFamily(name, text, labels=labels)
            for name, (text, labels) in WHOLE.items()
        }
        for name, value, labels in samples:
            families[name].add_metric(labels, value)
        return [family for family in families.values() if family.samples]


def text(settings: Settings, status: Callable[[], Status]) -> bytes:
    """Return the figures of the whole and of this machine's processes."""
    registry = CollectorRegistry()
    registry.register(Whole(status))
    registry.register(Processes(metrics.folder(settings)))
    return generate_latest(registry)


def _samples(status: Status) -> Iterator[Sample]:
    yield "copydesk_database_up", 1, ()
    yield "copydesk_broker_up", float(status.queues is not None), ()
    yield "copydesk_counted_age_seconds", _age(status.counted_at, status.at), ()
    for word, count in status.deliveries.items():
        yield "copydesk_deliveries", count, (word,)
    for reason, count in status.reasons.items():
        yield "copydesk_quarantined", count, (reason,)
    yield "copydesk_open", status.received, ("received",)
    yield "copydesk_open", status.processing, ("processing",)
    yield "copydesk_ledger_lag_seconds", _age(status.oldest_waiting, status.at), ()
    for lane, figures in status.lanes.items():
        yield "copydesk_waiting", figures.waiting, (lane,)
        yield "copydesk_waiting_oldest_seconds", _age(figures.oldest, status.at), (lane,)
        if figures.messages is not None:
            yield "copydesk_queue_messages", figures.messages, (lane,)
    yield from _of_processes(status)
    yield "copydesk_articles", status.articles, ()
    yield "copydesk_stories", status.stories, ()
    yield "copydesk_last_change", status.last_change, ()


def _of_processes(status: Status) -> Iterator[Sample]:
    if status.processes is None:
        return
    for role in ROLES:
        alive = sum(process.role == role for process in status.processes)
        yield "copydesk_processes", alive, (role,)
    pool = sum(process.processes for process in status.processes if process.role == "worker")
    yield "copydesk_pool_processes", pool, ()
    yield "copydesk_pool_processes_working", status.working, ()


def _age(moment: datetime | None, now: datetime) -> float:
    """Return seconds; nothing that waits is no age."""
    return max(0.0, (now - moment).total_seconds()) if moment is not None else 0.0
