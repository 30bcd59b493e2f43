"""A real broker for a test: Valkey from the wheel that `copydesk up` uses too, on a Unix socket."""

from __future__ import annotations

import shutil
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Self

from redis import Redis
from redis.exceptions import RedisError

from services.supervisor import embedded_broker
from tests.servers.process import end, short_folders, spawn, wait_until

if TYPE_CHECKING:
    import subprocess


class Valkey:
    """
    A broker that a test may also pause, kill and start again on the same socket.

    It keeps an append-only file, as production does: what it held comes back after `kill`.
    """

    def __init__(self, *options: str, password: str | None = None) -> None:
        """Prepare its folder; `start` starts it, with options, and with a password of `default`."""
        self._options = [*options, *(("--requirepass", password) if password else ())]
        self._password = password
        self.folder = Path(tempfile.mkdtemp(prefix="copydesk-broker-", dir=next(short_folders())))
        self.socket = self.folder / "broker.sock"
        self.log = self.folder / "broker.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The URL for COPYDESK_BROKER_URL, as Celery writes it."""
        return f"redis+socket://{self.socket}"

    @property
    def process(self) -> subprocess.Popen[bytes]:
        """The running server."""
        assert self._process is not None, "the broker is not running"
        return self._process

    def client(self) -> Redis:
        """Return a client of its own; close it, or use it in a `with`."""
        return Redis(unix_socket_path=str(self.socket), socket_timeout=5, password=self._password)

    def start(self, *options: str) -> Self:
        """Start the server, and wait until it answers: some 50 ms."""
        command: list[str | Path] = [str(embedded_broker.program()), "--port", "0"]
        command += ["--unixsocket", self.socket, "--dir", self.folder]
        command += ["--save", "", "--appendonly", "yes"]
        command += ["--appendfsync", "everysec", "--maxmemory-policy", "noeviction"]
        command += self._options
        command += options
        self._process = spawn(command, self.log, end=signal.SIGTERM)
        wait_until(self._answers, self._process, self.log)
        return self

    def pause(self) -> None:
        """Stop the server's clock: connections are accepted, nothing is answered."""
        self.process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a paused server go on."""
        self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """End the server as a power cut would (`kill -9`)."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """End the server and remove what it wrote."""
        if self._process is not None:
            end(self._process, signal.SIGTERM)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _answers(self) -> bool:
        try:
            with self.client() as client:
                return bool(client.ping())
        except (RedisError, OSError):
            return False
