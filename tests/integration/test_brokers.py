"""Which brokers work: a server with Sentinels does, a Cluster is told, others are refused."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from kombu.connection import Connection

from shared.broker.app import TRANSPORT
from shared.broker.url import Sentinels as Named
from shared.config import load
from shared.domain.delivery import Lane
from shared.errors import Retryable, UserError
from tests.builders import json_lines
from tests.e2e.running import wait_for
from tests.integration.commanding import Shell, forget_logs
from tests.integration.works import Works
from tests.servers.sentinel import Sentinels
from tests.servers.valkey import Valkey
from workers.broker.sieve import install

if TYPE_CHECKING:
    from pathlib import Path

    from shared.broker.hints import Hints


def test_work_goes_on_after_sentinels_chose_another_master(
    tmp_path: Path, migrated_sqlite_url: str
) -> None:
    """The master is killed: the worker finds the other by itself, and nothing is lost."""
    with contextlib.closing(Sentinels()) as broker:
        works = Works(tmp_path / "home", migrated_sqlite_url, broker.start())
        try:
            before = works.receive(json_lines(1, first=1))
            works.hints.send(Lane.LIVE, [[before]])
            wait_for("the first is done", lambda: works.row(before)["state"] == "done")

            broker.kill_master()
            meanwhile = works.receive(json_lines(1, first=2))
            wait_for("the replica is master", broker.has_failed_over)
            wait_for("the broker answers", lambda: _answers(works.hints))
            row = works.swept_until_done(meanwhile)
        finally:
            works.close()

    assert row["outcome"] == "new"


def test_a_worker_whose_hands_are_full_finds_a_broker_that_was_started_again(
    tmp_path: Path, migrated_sqlite_url: str
) -> None:
    """It cannot say that it is done with its last message; that must not be its last."""
    with (
        contextlib.closing(Valkey()) as broker,
        contextlib.closing(Works(tmp_path / "home", migrated_sqlite_url, broker.start())) as works,
    ):
        first = works.receive(json_lines(300, words=30))
        works.hints.send(Lane.LIVE, [[first]])
        wait_for("it is begun", lambda: works.row(first)["state"] == "processing")
        broker.kill()
        wait_for("it is done", lambda: works.row(first)["state"] == "done")
        log = works.settings.logs / "copydesk.jsonl"
        wait_for("nobody to tell", lambda: "Couldn't ack" in log.read_text(encoding="utf-8"))

        broker.start()
        second = works.receive(json_lines(1, first=10**6))
        works.hints.send(Lane.LIVE, [[second]])

        wait_for("the next is done", lambda: works.row(second)["state"] == "done")


def test_a_broker_that_takes_nothing_is_waited_for(
    tmp_path: Path, migrated_sqlite_url: str
) -> None:
    """Its disk is full, say: the worker neither ends nor forgets, and says it once."""
    with (
        contextlib.closing(Valkey()) as broker,
        contextlib.closing(Works(tmp_path / "home", migrated_sqlite_url, broker.start())) as works,
        broker.client() as client,
    ):
        first = works.receive(json_lines(1500, words=30))
        works.hints.send(Lane.LIVE, [[first]])
        wait_for("it is begun", lambda: works.row(first)["state"] == "processing")
        # the same refusal of every write as on a full disk, which only root could fill
        client.config_set("min-replicas-to-write", 1)
        wait_for("it is done", lambda: works.row(first)["state"] == "done")
        log = works.settings.logs / "copydesk.jsonl"
        wait_for("it is said", lambda: '"broker_away"' in log.read_text(encoding="utf-8"))

        client.config_set("min-replicas-to-write", 0)
        second = works.receive(json_lines(1, first=10**6))
        works.hints.send(Lane.LIVE, [[second]])

        wait_for("the next is done", lambda: works.row(second)["state"] == "done")
        assert works.process.poll() is None
        assert log.read_text(encoding="utf-8").count('"broker_away"') == 1


def test_what_dead_workers_had_is_put_back_once_the_broker_takes_it(broker: Valkey) -> None:
    """Until then kombu hears of a lost connection, and not of a defect at each round."""
    install()
    with (
        Connection(broker.url, transport_options=TRANSPORT) as connection,
        broker.client() as client,
    ):
        channel = connection.default_channel
        client.config_set("min-replicas-to-write", 1)
        with pytest.raises(channel.connection_errors, match="NOREPLICAS"):
            channel.qos.restore_visible()
        client.config_set("min-replicas-to-write", 0)
        channel.qos.restore_visible(interval=1)


def _answers(hints: Hints) -> bool:
    try:
        return hints.depth(Lane.LIVE) >= 0
    except Retryable:
        return False


@pytest.mark.parametrize("url", ["amqp://rabbit:5672//", "sqs://", "sentinel://a:b/x", "valkey:7"])
def test_a_broker_that_was_never_tried_is_refused(
    home: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    """With what can be used instead, before anything starts."""
    monkeypatch.setenv("COPYDESK_BROKER_URL", url)
    with pytest.raises(UserError, match="redis://host:6379/0"):
        load()


def test_a_url_of_sentinels_is_read_whole() -> None:
    """Hosts, the name of the master, the database and the password of the servers."""
    named = Named.of("sentinel://:p%40ss@one:26380,two/news/3")

    assert named == Named((("one", 26380), ("two", 26379)), "news", 3, "p@ss")
    assert named.celery_url == ("sentinel://:p%40ss@one:26380/3;sentinel://:p%40ss@two:26379/3")
    assert Named.of("redis://one") is None


def test_doctor_tells_a_cluster(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It takes connections, and would take no message."""
    with contextlib.closing(Valkey()) as broker:
        broker.start("--cluster-enabled", "yes")
        monkeypatch.setenv("COPYDESK_BROKER_URL", broker.url)
        out = Shell(monkeypatch, capsys).run("doctor", status=1).out
    forget_logs()

    assert "Redis Cluster" in out
