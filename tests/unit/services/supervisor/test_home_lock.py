"""One `up` for one home."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from services.supervisor.home_lock import locked
from shared.config import ROOT
from shared.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_second_process_is_told_who_holds_the_home(tmp_path: Path) -> None:
    """The message names the home, the process, and what to do."""
    lock = tmp_path / "home" / "run" / "up.lock"
    lock.parent.mkdir(parents=True)
    code = (
        "import sys; from pathlib import Path\n"
        "from services.supervisor.home_lock import locked\n"
        f"with locked(Path({str(lock)!r})):\n    print('held', flush=True); sys.stdin.read()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"

    wanted = rf"already up on {tmp_path}/home \(process {holder.pid}\)"
    with pytest.raises(UserError, match=wanted), locked(lock):
        pass

    holder.communicate()
    with locked(lock):
        pass
