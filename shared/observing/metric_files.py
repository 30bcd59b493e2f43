"""The numbers of this machine's processes, read from their files, as Prometheus wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from shared.errors import UserError
from shared.observing import metrics
from shared.processes.alive import is_alive

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from prometheus_client import Metric

    from shared.config import Settings


class Processes(Collector):
    """The metrics of every process that lives, with its `role` and its main process's `pid`."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of `metrics.folder`."""
        self._folder = folder

    def collect(self) -> Iterable[Metric]:
        """Read the files; one family for each name, whoever counts in it."""
        families: dict[str, Metric] = {}
        for place, role, pid in metrics.of_processes(self._folder):
            if not is_alive(pid):
                continue  # its numbers have ended, as those of a scraped process would
            files = [str(file) for file in place.glob("*.db")]
            for metric in MultiProcessCollector.merge(files):  # type: ignore[no-untyped-call]  # not annotated
                samples = [
                    sample._replace(labels={**sample.labels, "role": role, "pid": str(pid)})
                    for sample in metric.samples
                ]
                metric.samples = []
                families.setdefault(metric.name, metric).samples += samples
        return families.values()


def serve(settings: Settings) -> None:
    """Serve this machine's numbers by a thread, at `metrics_port`; raises `UserError`."""
    registry = CollectorRegistry()
    registry.register(Processes(metrics.folder(settings)))
    try:
        start_http_server(settings.metrics_port, settings.api_host, registry)
    except OSError as error:
        raise UserError(
            f"COPYDESK_METRICS_PORT: {settings.api_host}:{settings.metrics_port} cannot be had "
            f"({error}); give each role of one machine a port of its own, or 0 and read the API's "
            "/metrics"
        ) from error
