"""What is made of a message before Celery sees it."""

from __future__ import annotations

import base64
import json
from typing import Any
from uuid import uuid4

import pytest
from celery import Celery
from hypothesis import given
from hypothesis import strategies as st
from kombu.transport import redis, resolve_transport
from kombu.utils.json import loads

from shared.broker.app import make_app
from shared.broker.messages import PROCESS, QUEUES, encode, message, sifted
from shared.config import Settings
from shared.domain.delivery import Lane
from tests.patience import PATIENCE
from workers.broker import sieve
from workers.broker.in_hand import Unacknowledged

QUEUE = QUEUES[Lane.LIVE]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
)


def sent(argument: Any, **options: Any) -> Any:
    """Return what Celery's own publisher puts into the broker."""
    app = make_app(Settings())
    with app.connection_for_write("memory://") as connection:
        app.send_task(PROCESS, args=[argument], queue=QUEUE, connection=connection, **options)
        got = connection.SimpleQueue(QUEUE).get(timeout=PATIENCE)
        raw = {
            "body": got.body if isinstance(got.body, str) else got.body.decode(),
            "headers": got.headers,
            "properties": {**got.properties, "body_encoding": None},
        }
        got.ack()
    app.close()
    return loads(json.dumps(raw, default=str))


def named(clean: Any) -> Any:
    """Return what the task would be given."""
    [argument], keywords, embedded = json.loads(base64.b64decode(clean["body"]))
    assert keywords == {}
    assert set(embedded.values()) == {None}
    return argument


def test_a_hint_of_ours_keeps_its_ids_and_its_task() -> None:
    """Nothing of it is lost."""
    ids = encode([uuid4(), uuid4()])
    theirs = sent(ids)
    clean = sifted(theirs, QUEUE)
    assert named(clean) == ids
    assert clean["headers"]["id"] == theirs["headers"]["id"]


def test_a_hint_is_written_as_a_publisher_of_celery_writes_it() -> None:
    """What a worker heeds of the two is the same."""
    ids, task_id = [uuid4(), uuid4()], str(uuid4())
    ours = message(ids, task_id, QUEUE)
    theirs = sent(encode(ids), task_id=task_id)
    heeded = (
        "task",
        "id",
        "root_id",
        "parent_id",
        "lang",
        "retries",
        "timelimit",
        "eta",
        "expires",
    )
    assert [ours["headers"][key] for key in heeded] == [theirs["headers"][key] for key in heeded]
    assert json.loads(base64.b64decode(ours["body"])) == json.loads(theirs["body"])


def test_what_else_a_message_asks_for_is_not_taken_over() -> None:
    """Times, limits, callbacks and where to answer are ours to say."""
    call = Celery("elsewhere").signature(PROCESS, args=[[]])
    theirs = sent(
        encode([uuid4()]), countdown=10**6, time_limit=0.001, link=call, reply_to="x", shadow="y"
    )
    assert theirs["headers"]["eta"]
    clean = sifted(theirs, QUEUE)
    assert clean["headers"]["eta"] is None
    assert clean["headers"]["timelimit"] == [None, None]
    assert "shadow" not in clean["headers"]
    assert "reply_to" not in clean["properties"]
    named(clean)


@given(JSON)
def test_anything_else_is_refused(anything: Any) -> None:
    """Whatever it is, there is one error and no other."""
    with pytest.raises(ValueError, match="not a message"):
        sifted(anything, QUEUE)


@pytest.mark.parametrize("part", ["headers", "properties", "body"])
@given(value=JSON)
def test_a_message_with_one_part_forged_names_deliveries_or_is_refused(
    part: str, value: Any
) -> None:
    """Nor does any part of it get through on its own."""
    good = {
        "headers": {"task": PROCESS, "id": str(uuid4())},
        "properties": {"body_encoding": None},
        "body": json.dumps([[encode([uuid4()])], {}, {}]),
    }
    with pytest.raises(ValueError, match="message"):
        sifted({**good, part: value}, QUEUE)
    assert named(sifted(good, QUEUE))


@pytest.mark.parametrize("scheme", ["redis", "rediss", "sentinel"])
def test_every_kind_of_broker_goes_through_the_sieve(scheme: str) -> None:
    """Also one that Sentinels know."""
    sieve.install()
    cls: Any = resolve_transport(scheme)
    assert cls.__module__ == "workers.broker.sieve"
    assert issubclass(cls, redis.Transport)
    assert issubclass(cls.Channel.QoS, Unacknowledged)
    assert cls.Channel._brpop_read is sieve.Looking._brpop_read
