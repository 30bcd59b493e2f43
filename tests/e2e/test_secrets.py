"""The whole with a password on every server, TLS, an ACL and a token; and none is ever seen."""

from __future__ import annotations

import contextlib
import json
import re
from typing import TYPE_CHECKING

import httpx
import pytest

from shared.config import ROOT
from tests.builders import json_lines
from tests.e2e.running import Copydesk, wait_for
from tests.servers.tls import TlsFront
from tests.servers.valkey import Valkey

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.servers.postgres import Postgres

BROKER, DATABASE, TOKEN, OWNER = "hush-broker-1", "hush-database-2", "hush-token-3", "hush-owner-4"

SECRETS = (BROKER, DATABASE, TOKEN, OWNER)

NOWHERE = f"postgresql+psycopg://copydesk:{DATABASE}@127.0.0.1:1/copydesk"
"""A database that is away."""


def acl() -> list[str]:
    """Return the rights that docs/operating.md gives to the broker's user, for a command line."""
    text = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    found = re.search(r"^user (copydesk) on >\S+ (.*)$", text, re.MULTILINE)
    assert found is not None
    return ["--user", found[1], "on", f">{BROKER}", *found[2].split()]


@pytest.fixture
def copydesk(tmp_path: Path, postgres: Postgres) -> Iterator[Copydesk]:
    """Give a Copydesk on servers that ask for passwords, through TLS."""
    database = postgres.create()
    url = postgres.url(database).replace("copydesk@", f"copydesk:{DATABASE}@", 1)
    with contextlib.ExitStack() as stack:
        broker = stack.enter_context(contextlib.closing(Valkey(*acl(), password=OWNER))).start()
        front = TlsFront(tmp_path, broker.socket)
        stack.enter_context(contextlib.closing(front.start()))
        trust = f"ssl_cert_reqs=required&ssl_ca_certs={front.certificate}"
        environment = {
            "COPYDESK_DATABASE_URL": url,
            "COPYDESK_BROKER_URL": f"rediss://copydesk:{BROKER}@127.0.0.1:{front.port}/0?{trust}",
            "COPYDESK_API_TOKEN": TOKEN,
            "COPYDESK_LOG_LEVEL": "debug",
        }
        made = Copydesk(tmp_path / "home", environment)
        stack.enter_context(contextlib.closing(made))
        yield made
    postgres.drop(database)


@pytest.mark.postgres
def test_every_secret_opens_its_door_and_none_is_ever_shown(copydesk: Copydesk) -> None:
    """A file goes its whole way; then each command, also with wrong passwords, and every line."""
    copydesk.up()
    copydesk.drop("story.jsonl", json_lines(1))
    address = json.loads((copydesk.home / "run" / "api.json").read_text())["url"]
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(base_url=address, headers=headers) as client:
        wait_for("the article is there", lambda: client.get("/articles").json()["articles"])
        assert client.get("/health").json()["status"] == "ok"
        assert httpx.get(f"{address}/articles").status_code == 401
    commands = "status|doctor|config show|config show --json|migrate|logs -n 0|token list"
    said = [copydesk.said()]
    said += [copydesk.run(*command.split()) for command in commands.split("|")]
    copydesk.stop()
    said += list(failures(copydesk))
    said += [path.read_text() for path in (copydesk.home / "logs").iterdir()]
    for secret in SECRETS:
        for text in said:
            assert secret not in text, text[max(0, text.find(secret) - 300) :][:600]
    assert sum(text.count("message_refused") for text in said) == 0


def failures(copydesk: Copydesk) -> Iterator[str]:
    """Yield what is said where servers refuse or are away, by commands and by a role."""
    right = dict(copydesk.environment)
    for setting, value in (
        ("COPYDESK_BROKER_URL", right["COPYDESK_BROKER_URL"].replace("copydesk:", "nobody:")),
        ("COPYDESK_BROKER_URL", f"redis://copydesk:{BROKER}@127.0.0.1:1/0"),
        ("COPYDESK_BROKER_URL", f"http://copydesk:{BROKER}@127.0.0.1:1/0"),
        ("COPYDESK_DATABASE_URL", NOWHERE),
        ("COPYDESK_DATABASE_URL", f"mysql://copydesk:{DATABASE}@127.0.0.1:1/x"),
        ("COPYDESK_DATABASE_URL", f"postgresql+psycopg://copydesk:{DATABASE}@127.0.0.1:port/x"),
        ("COPYDESK_API_PORT", "no port"),
    ):
        copydesk.environment = {**right, setting: value}
        for command in ("doctor", "status"):
            done = copydesk.attempt(command)
            yield done.stdout + done.stderr
    copydesk.environment = right
