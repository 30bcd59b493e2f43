"""Whatever is put on the queue by hand, a real worker goes on with the next hint."""

from __future__ import annotations

import base64
import contextlib
import json
import time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from shared.broker.messages import PROCESS, QUEUES
from shared.domain.delivery import Lane
from tests.builders import json_lines
from tests.e2e.running import wait_for
from tests.integration.works import Works
from tests.servers.valkey import Valkey

if TYPE_CHECKING:
    from pathlib import Path

QUEUE = QUEUES[Lane.LIVE]

UNKNOWN = uuid4().hex


def message(
    argument: Any = (UNKNOWN,),
    *,
    body: bytes | None = None,
    content: str = "application/json",
    embedded: Any = None,
    **headers: Any,
) -> str:
    """Return a message as Celery writes it into a list of Redis, with parts of it forged."""
    task_id = str(uuid4())
    text = body if body is not None else json.dumps([[argument], {}, embedded or {}]).encode()
    return json.dumps(
        {
            "body": base64.b64encode(text).decode(),
            "content-encoding": "utf-8",
            "content-type": content,
            "headers": {
                "lang": "py",
                "task": PROCESS,
                "id": task_id,
                "root_id": task_id,
                **headers,
            },
            "properties": {
                "correlation_id": task_id,
                "delivery_info": {"exchange": "", "routing_key": QUEUE},
                "priority": 0,
                "body_encoding": "base64",
                "delivery_tag": str(uuid4()),
            },
        }
    )


def forged(marker: Path) -> list[str | bytes]:
    """Return what nobody but an attacker, or a defect, would put there."""
    pickled = f"cos\nsystem\n(S'touch {marker}'\ntR.".encode()
    tagged = f"!!python/object/apply:os.system ['touch {marker}']".encode()
    return [
        *("garbage", b"\xff\x00\x80", "null", "[]", "{}", "7", "[" * 100_000),
        json.dumps({"body": "", "headers": {}, "properties": []}),
        message(task="os.system"),
        message(task="celery.map"),
        message(task=None),
        message(content="application/x-python-serialize", body=pickled),
        message(content="application/x-yaml", body=tagged),
        # each of these ended a worker, at each of its starts, before there was a sieve
        message(id=["x"]),
        message(id=None),
        message("rm -rf"),
        message({"id": 1}),
        message([UNKNOWN] * 1001),
        message(body=b'"abc"'),
        message(body=b"{{{"),
    ]


HEEDED = (
    {"timelimit": [0.001, 0.001]},
    {"timelimit": ["a", "b"]},
    {"eta": "2099-01-01T00:00:00+00:00"},
    {"eta": "yesterday"},
    {"expires": "never"},
    {"retries": "x"},
    {"compression": "zlib"},
    {"embedded": {"callbacks": [{"task": "os.system", "args": []}], "id": "x\ny"}},
)
"""What Celery would act upon, in messages that name a delivery."""


def test_a_worker_survives_whatever_lies_on_the_queue(tmp_path: Path) -> None:
    """Garbage is refused and said, a forged wish is not heeded, and nothing of it is run."""
    marker = tmp_path / "was-here"
    with contextlib.closing(Valkey()) as broker:
        url = f"sqlite:///{tmp_path / 'test.db'}"
        with contextlib.closing(Works(tmp_path, url, broker.start())) as works:
            put = forged(marker)
            with broker.client() as client:
                client.lpush(QUEUE, *put)
                client.lpush(QUEUE, *(message([UNKNOWN], **wishes) for wishes in HEEDED))
                # and in the place where workers keep what they have in hand
                client.hset("unacked", "tag", "garbage")
                client.zadd("unacked_index", {"tag": time.time() - 3600})
                delivery_id = works.receive(json_lines(1))
                works.hints.send(Lane.LIVE, [[delivery_id]])
                wait_for("it is done", lambda: works.row(delivery_id)["state"] == "done")
                wait_for("the rest is gone", lambda: not client.hlen("unacked"))
                assert client.llen(QUEUE) == 0
            assert works.process.poll() is None
            log = (works.settings.logs / "copydesk.jsonl").read_text(encoding="utf-8")
    assert log.count("message_refused") == len(put) + 1
    assert not marker.exists()
    assert "Traceback" not in log
