"""An API that cannot start says why."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import TYPE_CHECKING

from shared.config import ROOT
from shared.storage.schema.migrate import upgrade
from tests.integration.api.asking import NO_BROKER
from tests.integration.serving import environment
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path


def fails(home: Path, **settings: str) -> str:
    """Return what an API says that cannot start."""
    done = subprocess.run(
        [sys.executable, "-m", "services.api"],
        cwd=ROOT,
        env=environment(home, broker_url=NO_BROKER, **settings),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def test_the_network_is_refused_without_a_token(tmp_path: Path) -> None:
    """Beyond loopback a token is asked for before anything listens."""
    upgrade(f"sqlite:///{tmp_path / 'copydesk.db'}")
    said = fails(tmp_path, api_host="0.0.0.0", api_port="0")
    assert "./copydesk token create" in said
    assert "COPYDESK_API_TOKEN" in said


def test_a_taken_port_is_said_with_the_remedy(tmp_path: Path) -> None:
    """Which port, and how to give another."""
    upgrade(f"sqlite:///{tmp_path / 'copydesk.db'}")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = fails(tmp_path, api_port=str(port))
    assert str(port) in said
    assert "--port" in said


def test_a_database_that_was_never_migrated_is_said_with_the_remedy(tmp_path: Path) -> None:
    """The API does not start on a database that has not its tables."""
    assert "./copydesk migrate" in fails(tmp_path, api_port="0")
