"""The read API as a real process."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import httpx

from shared.config import ROOT
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def environment(home: Path, **settings: str) -> dict[str, str]:
    """Return the environment of a process that works in a home."""
    own = {f"COPYDESK_{name.upper()}": value for name, value in settings.items()}
    return {**os.environ, "PYTHONPATH": str(ROOT), "COPYDESK_HOME": str(home), **own}


@contextlib.contextmanager
def served(home: Path, **settings: str) -> Iterator[httpx.Client]:
    """Run the API on any free port and give a client of it."""
    address = home / "run" / "api.json"
    address.unlink(missing_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "services.api"],
        cwd=ROOT,
        env=environment(home, api_port="0", **settings),
        stdout=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while not address.exists():
            assert process.poll() is None, "the API ended at its start"
            assert time.monotonic() < deadline, "the API did not start"
            time.sleep(0.02)
        url = json.loads(address.read_text())["url"]
        with httpx.Client(base_url=url, timeout=PATIENCE) as client:
            yield client
    finally:
        process.send_signal(signal.SIGTERM)
        status = process.wait(timeout=PATIENCE)
    assert status == 0, f"the API ended with status {status}"
