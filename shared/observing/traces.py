"""
Traces from drop to row, for whoever has a collector: off, and nothing loaded, unless one is named.

`OTEL_EXPORTER_OTLP_ENDPOINT` switches them on, with OpenTelemetry's other variables. The spans are
made from the stage times that are measured anyway, when a delivery has its outcome: a collector
that is away costs the work nothing.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.domain.delivery import Delivery, Outcome
    from shared.observing.spans import Spans


class _Here:
    """What this process has: a role once it traces, and what makes its spans from the first on."""

    role: str | None = None
    spans: Spans | None = None
    pid = 0


def wanted() -> bool:
    """Return whether the environment names a collector, and does not forbid to use it."""
    named = any(os.environ.get(f"OTEL_EXPORTER_OTLP_{which}ENDPOINT") for which in ("", "TRACES_"))
    off = os.environ.get("OTEL_SDK_DISABLED", "").lower() == "true"
    return named and not off and os.environ.get("OTEL_TRACES_EXPORTER", "otlp") != "none"


def begin(role: str) -> None:
    """Trace from now on, in this process and in those forked from it, if that is wanted."""
    if wanted():
        _Here.role = role


def received(delivery: Delivery) -> None:
    """Note that a delivery has its row, and its hint where one was sent."""
    if _Here.role is not None:
        _spans(_Here.role).received(delivery)


def ended(delivery: Delivery, outcome: Outcome, task_id: str | None) -> None:
    """Note that a delivery has its outcome."""
    if _Here.role is not None:
        _spans(_Here.role).ended(delivery, outcome, task_id)


def end() -> None:
    """Send what is left, for two seconds at the most."""
    if _Here.spans is not None and _Here.pid == os.getpid():
        _Here.spans.close()
    _Here.role = _Here.spans = None


def _spans(role: str) -> Spans:
    if _Here.spans is None or _Here.pid != os.getpid():
        from shared.observing.spans import Spans  # noqa: PLC0415 - a quarter of a second, where wanted

        _Here.spans, _Here.pid = Spans(role), os.getpid()
    return _Here.spans
