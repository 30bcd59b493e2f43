"""A real `copydesk up` in a home of its own, and what a user does with it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import httpx

from shared.config import ROOT, Settings
from shared.processes.readiness import is_ready
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable

ROLES = ("worker", "watcher", "sweeper", "api")


def wait_for(what: str, happened: Callable[[], Any], patience: float = PATIENCE) -> Any:
    """Return the first true answer; fail naming what did not happen."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        answer = happened()
        if answer:
            return answer
        time.sleep(0.05)
    msg = f"did not happen within {patience:g} s: {what}"
    raise AssertionError(msg)


@dataclass
class Copydesk:
    """One home, with the command line as its only way in."""

    home: Path
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[str] | None = None
    starts: int = 0
    program: tuple[str, ...] = ("-m", "services.cli")
    before_start: Callable[[], None] | None = None
    """Run in the new process of `up` before its program is."""

    @property
    def settings(self) -> Settings:
        """The settings that the running system has."""
        return Settings(home=self.home)

    @property
    def inbox(self) -> Path:
        """Where a user drops files."""
        return self.home / "inbox"

    def command(self, *arguments: str) -> list[str]:
        """Return what runs a command of the command line."""
        return [sys.executable, *self.program, *arguments]

    def surroundings(self) -> dict[str, str]:
        """Return the environment in which the commands of this home are run."""
        own = {
            "COPYDESK_HOME": str(self.home),
            "COPYDESK_API_PORT": "0",
            "COPYDESK_WORKERS": "1",
            "PYTHONPATH": str(ROOT),
            "NO_COLOR": "1",
        }
        return {**os.environ, **own, **self.environment}

    def up(self) -> Self:
        """Start it, and wait until every role is ready."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.starts += 1
        with (self.home / "up.out").open("ab") as out:
            self.process = subprocess.Popen(
                self.command("up"),
                cwd=ROOT,
                env=self.surroundings(),
                stdout=out,
                stderr=subprocess.STDOUT,
                text=True,
                start_new_session=True,
                preexec_fn=self.before_start,  # noqa: PLW1509 - one foreign call, made ready before
            )
        wait_for("up is ready", self._ready)
        return self

    def _ready(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, f"up ended:\n{self.said()}"
        return self.said().count("Copydesk is up") == self.starts

    def said(self) -> str:
        """Return all that `up` printed."""
        return (self.home / "up.out").read_text(encoding="utf-8")

    def stop(self, number: int = signal.SIGINT) -> int:
        """End it as Ctrl-C does, and return its exit status."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)

    def kill_everything(self) -> None:
        """Kill -9 the whole tree at once, as a power cut would."""
        assert self.process is not None
        for pid in [self.process.pid, *descendants(self.process.pid)]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait()

    def close(self) -> None:
        """Leave nothing running."""
        if self.process is not None and self.process.poll() is None:
            self.stop(signal.SIGTERM)

    def run(self, *arguments: str, status: int | None = 0) -> str:
        """Run a command and return what it printed to standard output."""
        done = self.attempt(*arguments)
        if status is not None:
            assert done.returncode == status, f"{arguments}: {done.stdout}\n{done.stderr}"
        return done.stdout

    def attempt(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command, however it ends."""
        return subprocess.run(
            self.command(*arguments),
            cwd=ROOT,
            env=self.surroundings(),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def drop(self, name: str, content: bytes | str) -> None:
        """Write a file into the inbox."""
        target = self.inbox / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def deliveries(self) -> list[dict[str, Any]]:
        """Return the deliveries by the API, newest first."""
        return self.get("/deliveries?limit=500")["deliveries"]

    def outcome(self, name: str) -> dict[str, Any]:
        """Wait until a dropped file has its outcome, and return its delivery."""

        def done() -> dict[str, Any] | None:
            for each in self.deliveries():
                if each["name"] == name and each["state"] == "done":
                    return each
            return None

        return wait_for(f"{name} is done", done)

    def get(self, path: str) -> Any:
        """Return a JSON answer of the API."""
        port = json.loads((self.home / "run" / "api.json").read_text())["port"]
        answer = httpx.get(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE)
        answer.raise_for_status()
        return answer.json()

    def roles_ready(self) -> bool:
        """Return whether every role says that it is ready."""
        return all(is_ready(self.settings, role) for role in ROLES)


def descendants(pid: int) -> list[int]:
    """Return the pids of a process's children, and of theirs."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):  # it ended meanwhile
            for child in task.read_text().split():
                found += [int(child), *descendants(int(child))]
    return found
