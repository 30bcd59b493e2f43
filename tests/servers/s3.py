"""An S3 server for a test: moto's, a stand-in that speaks the protocol over real HTTP."""

from __future__ import annotations

import shutil
import signal
import socket
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.request import ProxyHandler, Request, build_opener

from tests.servers.process import end, spawn, wait_until

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping, Sequence

BUCKET = "copydesk-test"


class S3:
    """
    A server that a test may also pause, end and start again on the same port.

    It keeps objects in memory: ended and started again it is empty.
    """

    def __init__(self, host: str = "127.0.0.1", within: Sequence[str] = ()) -> None:
        """Choose a port; `within` is put before the command (`ip netns exec …`)."""
        self.folder = Path(tempfile.mkdtemp(prefix="copydesk-s3-"))
        self.host, self.port = host, _free_port()
        self._within = within
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """What stands in COPYDESK_RAW_URL."""
        return f"s3://{BUCKET}/raw"

    @property
    def environment(self) -> Mapping[str, str]:
        """What every client of S3 reads."""
        return {
            "AWS_ACCESS_KEY_ID": "copydesk",
            "AWS_SECRET_ACCESS_KEY": "not-a-secret",
            "AWS_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": f"http://{self.host}:{self.port}",
        }

    @property
    def process(self) -> subprocess.Popen[bytes]:
        """The running server."""
        assert self._process is not None, "the S3 server is not running"
        return self._process

    def start(self, *, answers: bool = True) -> Self:
        """Start it, wait until it answers, and make the bucket."""
        command = [*self._within, sys.executable, "-m", "moto.server"]
        command += ["--host", self.host, "--port", str(self.port)]
        log = self.folder / "s3.log"
        self._process = spawn(command, log, end=signal.SIGTERM)
        if answers:
            wait_until(self.make_bucket, self._process, log)
        return self

    def pause(self) -> None:
        """Stop its clock: connections are accepted, nothing is answered."""
        self.process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a paused server go on."""
        self.process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """End the server; whoever connects is refused."""
        end(self.process, signal.SIGTERM)

    def close(self) -> None:
        """End it and remove its log."""
        if self._process is not None:
            end(self._process, signal.SIGTERM)
        shutil.rmtree(self.folder, ignore_errors=True)

    def make_bucket(self, name: str = BUCKET) -> bool:
        """Make a bucket, and return whether it is there: not yet, while the server starts."""
        request = Request(f"http://{self.host}:{self.port}/{name}", method="PUT")
        try:
            with build_opener(ProxyHandler({})).open(request, timeout=5):
                return True
        except OSError:
            return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
