"""
Spans of OpenTelemetry: one trace for each delivery, whose id is the delivery's own.

    delivery   receipt to outcome
      receive    the watcher: bytes kept, row and hint written
      queue      until a worker had it
      batch      until its turn came among the files of its message
      parse · normalise · fingerprint
      store      waiting for the lock, comparing (dedup), writing, committing
        dedup

Watcher and worker each send their part; the ids of the trace and of its root derive from the
delivery, so that the parts meet in the collector.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import threading
import time
from typing import TYPE_CHECKING, Final

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.sampling import Decision
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import SpanContext, SpanKind, Status, StatusCode, TraceFlags

from shared.domain.delivery import OutcomeWord

if TYPE_CHECKING:
    from shared.domain.delivery import Delivery, Outcome

LAST_SECONDS: Final = 2.0
"""How long the end of a process may wait for the collector."""

BEFORE_STORE: Final = ("batch", "parse", "normalise", "fingerprint")
"""Stages of the worker, one after the other from the claim on."""

SCOPE: Final = InstrumentationScope("copydesk")

Nanoseconds = int


class Spans:
    """Makes the spans of this process and hands them to a thread that sends them."""

    def __init__(self, role: str) -> None:
        """Take OpenTelemetry's own variables: address, headers, sampler, batches."""
        named = {} if os.environ.get("OTEL_SERVICE_NAME") else {"service.name": "copydesk"}
        self._provider = TracerProvider(
            resource=Resource.create({**named, "copydesk.role": role}), shutdown_on_exit=False
        )
        self._exporter = OTLPSpanExporter()
        self._processor = BatchSpanProcessor(self._exporter)

    def received(self, delivery: Delivery) -> None:
        """Send the watcher's part."""
        if self._is_sampled(delivery):
            begun = int(delivery.received_at.timestamp() * 1e9)
            self._send("receive", delivery, begun, time.time_ns(), _root(delivery))

    def ended(self, delivery: Delivery, outcome: Outcome, task_id: str | None) -> None:
        """Send the worker's part; each stage where it lay, as far as its time was measured."""
        if not self._is_sampled(delivery):
            return
        now = time.time_ns()
        received = int(delivery.received_at.timestamp() * 1e9)
        ns = {stage: int(ms * 1e6) for stage, ms in outcome.timings.items()}
        claimed = max(received, now - ns.get("total", 0))
        root = self._send("delivery", delivery, received, now, None, outcome, task_id)
        self._send("queue", delivery, received, claimed, root)
        at = claimed
        for stage in BEFORE_STORE:
            if stage in ns:
                self._send(stage, delivery, at, at + ns[stage], root)
                at += ns[stage]
        if "store" in ns:
            # the times are taken before the commit, which is the last thing that was done
            begun = max(at, claimed + ns["total"] - ns["store"])
            store = self._send("store", delivery, begun, now, root)
            if "dedup" in ns:
                self._send("dedup", delivery, begun, min(now, begun + ns["dedup"]), store)

    def close(self) -> None:
        """Send what is left; a collector that does not answer is not waited for."""
        last = threading.Thread(target=self._processor.force_flush, daemon=True)
        last.start()
        last.join(LAST_SECONDS)
        self._exporter.shutdown()  # type: ignore[no-untyped-call]  # not annotated

    def _is_sampled(self, delivery: Delivery) -> bool:
        """Ask the sampler of `OTEL_TRACES_SAMPLER`; by the id, so that all parts agree."""
        # its ratio looks at bits of which the first two are the same in every UUID
        mixed = int.from_bytes(_digest(delivery)[8:24])
        asked = self._provider.sampler.should_sample(None, mixed, "delivery")
        return asked.decision is Decision.RECORD_AND_SAMPLE

    def _send(
        self,
        name: str,
        delivery: Delivery,
        begun: Nanoseconds,
        ended: Nanoseconds,
        parent: SpanContext | None,
        outcome: Outcome | None = None,
        task_id: str | None = None,
    ) -> SpanContext:
        context = _root(delivery) if parent is None else _child(delivery)
        bad = outcome is not None and outcome.word is OutcomeWord.QUARANTINED
        span = ReadableSpan(
            name,
            context,
            parent=parent,
            resource=self._provider.resource,
            attributes=_attributes(delivery, outcome, task_id) if outcome else None,
            kind=SpanKind.CONSUMER if parent is None else SpanKind.INTERNAL,
            status=Status(StatusCode.ERROR, outcome.reason) if bad and outcome else Status(),
            start_time=begun,
            end_time=max(begun, ended),
            instrumentation_scope=SCOPE,
        )
        self._processor.on_end(span)
        return context


def _attributes(delivery: Delivery, outcome: Outcome, task_id: str | None) -> dict[str, str | int]:
    told: dict[str, str | int | None] = {
        "copydesk.delivery_id": str(delivery.id),
        "copydesk.name": delivery.name,
        "copydesk.provider": delivery.provider,
        "copydesk.lane": str(delivery.lane),
        "copydesk.size": delivery.size,
        "copydesk.attempts": delivery.attempts,
        "copydesk.outcome": str(outcome.word),
        "copydesk.reason": outcome.reason,
        "copydesk.detail": outcome.detail,
        "copydesk.task_id": task_id,
    }
    return {key: value for key, value in told.items() if value is not None}


def _root(delivery: Delivery) -> SpanContext:
    """Return the one context that watcher and worker both arrive at."""
    return _context(delivery, int.from_bytes(_digest(delivery)[:8]))


def _digest(delivery: Delivery) -> bytes:
    return hashlib.sha256(delivery.id.bytes).digest()


def _child(delivery: Delivery) -> SpanContext:
    return _context(delivery, secrets.randbits(64) | 1)


def _context(delivery: Delivery, span: int) -> SpanContext:
    sampled = TraceFlags(TraceFlags.SAMPLED)
    return SpanContext(delivery.id.int, span, is_remote=False, trace_flags=sampled)
