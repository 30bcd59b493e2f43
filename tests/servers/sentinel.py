"""Two brokers and a Sentinel that makes the second the first when that is killed."""

from __future__ import annotations

import shutil
import signal
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from redis import Redis
from redis.exceptions import RedisError
from redis.sentinel import Sentinel

from services.supervisor import embedded_broker
from tests.servers.process import end, spawn, wait_until

if TYPE_CHECKING:
    import subprocess

NAME: Final = "copydesk"


class Sentinels:
    """A master, its replica and one Sentinel, on ports of this machine."""

    def __init__(self) -> None:
        """Choose the ports."""
        self.folder = Path(tempfile.mkdtemp(prefix="copydesk-sentinel-"))
        self.ports = {name: _free_port() for name in ("master", "replica", "sentinel")}
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def url(self) -> str:
        """The URL for COPYDESK_BROKER_URL."""
        return f"sentinel://127.0.0.1:{self.ports['sentinel']}/{NAME}/0"

    def start(self) -> Self:
        """Start all three, and wait until the Sentinel knows both servers."""
        master = ("--port", str(self.ports["master"]))
        self._run("master", *master)
        of = ("--replicaof", "127.0.0.1", str(self.ports["master"]))
        self._run("replica", "--port", str(self.ports["replica"]), *of)
        settings = self.folder / "sentinel.conf"
        settings.write_text(
            f"port {self.ports['sentinel']}\n"
            f"sentinel monitor {NAME} 127.0.0.1 {self.ports['master']} 1\n"
            f"sentinel down-after-milliseconds {NAME} 500\n"
            f"sentinel failover-timeout {NAME} 3000\n"
        )
        self._run("sentinel", str(settings), "--sentinel")
        return self

    def kill_master(self) -> None:
        """End the server that is written to as a power cut would."""
        self._processes["master"].kill()
        self._processes["master"].wait()

    def known(self) -> tuple[int, int]:
        """Return the port of the server that is written to, and how many replicas it has."""
        sentinel = Sentinel([("127.0.0.1", self.ports["sentinel"])], socket_timeout=5)
        try:
            port = int(sentinel.discover_master(NAME)[1])
            return port, len(sentinel.discover_slaves(NAME))
        finally:
            sentinel.sentinels[0].close()

    def has_failed_over(self) -> bool:
        """Return whether the replica is the one that is written to now."""
        try:
            return self.known()[0] == self.ports["replica"]
        except RedisError:  # between the two there is none
            return False

    def close(self) -> None:
        """End everything."""
        for process in self._processes.values():
            end(process, signal.SIGTERM)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, name: str, *arguments: str) -> None:
        command = [str(embedded_broker.program()), *arguments, "--dir", str(self.folder)]
        command += ["--save", "", "--dbfilename", f"{name}.rdb"] if name != "sentinel" else []
        log = self.folder / f"{name}.log"
        self._processes[name] = spawn(command, log, end=signal.SIGTERM)
        wait_until(lambda: self._answers(name), self._processes[name], log)

    def _answers(self, name: str) -> bool:
        try:
            if name == "sentinel":
                return self.known() == (self.ports["master"], 1)
            with Redis(port=self.ports[name], socket_timeout=5) as client:
                linked = client.info("replication").get("master_link_status", "up")
                return bool(client.ping()) and linked == "up"
        except (RedisError, OSError):
            return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
