"""Many processes, one log: no line is lost or torn while the file is moved aside under them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from services.sweeper import rotation
from shared.config import ROOT
from shared.logs import LOG_FILE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

WRITERS, LINES = 4, 400

WRITER = f"""
import sys
import structlog
from shared import config, logs
logs.configure(sys.argv[1], config.load(), console=False)
log = structlog.get_logger("writer")
for number in range({LINES}):
    # one in ten is larger than every buffer on the way
    log.info("written", number=number, padding="x" * (70_000 if number % 10 == 0 else 50))
"""


def test_no_line_is_lost_or_torn_while_the_log_is_rotated(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four processes append long and short lines; the file is moved aside again and again."""
    monkeypatch.setattr(rotation, "KEPT", 200)
    log = home / "logs" / LOG_FILE
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, f"writer{number}"], cwd=ROOT)
        for number in range(WRITERS)
    ]
    rotations = 0
    while any(writer.poll() is None for writer in writers):
        rotations += rotation.rotate(log, limit=200_000)
        time.sleep(0.002)
    assert [writer.wait() for writer in writers] == [0] * WRITERS

    lines = [
        json.loads(line)
        for path in log.parent.iterdir()
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert rotations > 5
    assert sorted((line["role"], line["number"]) for line in lines) == [
        (f"writer{number}", each) for number in range(WRITERS) for each in range(LINES)
    ]
