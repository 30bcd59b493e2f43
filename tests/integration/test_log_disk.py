"""A disk that has no room for all of a line: the log has what was written after it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from shared.config import ROOT
from shared.logs import LOG_FILE

if TYPE_CHECKING:
    from pathlib import Path

WRITER = """
import resource
import structlog
from shared import config, logs
logs.configure("writer", config.load(), console=False)
log = structlog.get_logger("writer")
log.info("written", number=1)
size = (config.load().logs / logs.LOG_FILE).stat().st_size
unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, unlimited[1]))
log.info("written", number=2)
log.info("written", number=3)
resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
log.info("written", number=4)
log.info("written", number=5)
"""


def test_a_line_that_breaks_off_takes_no_other_with_it(home: Path) -> None:
    """Readers pass over half a line; the next one has a line of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", WRITER], cwd=ROOT, check=True, capture_output=True, text=True
    )
    first, torn, *rest = (home / "logs" / LOG_FILE).read_text(encoding="utf-8").splitlines()
    assert "lines are lost" in ran.stderr
    assert [json.loads(line)["number"] for line in (first, *rest)] == [1, 4, 5]
    assert len(torn) == 20
