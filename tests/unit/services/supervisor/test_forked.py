"""A module as a process that shares its parent's imports, and nothing else."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from services.supervisor.forked import Forked, Gate
from shared.processes.alive import is_alive
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    Write = Callable[[str], str]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Give what writes a module that can be imported, and returns its name."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def write_module(code: str) -> str:
        (tmp_path / "acted_module.py").write_text(textwrap.dedent(code))
        return "acted_module"

    return write_module


def test_a_module_runs_as_the_main_program_of_its_own_session(write: Write, tmp_path: Path) -> None:
    """It has the arguments, a session of its own, and ends with its own status."""
    name = write(
        f"""
        import os, sys
        if __name__ == "__main__":
            with open({str(tmp_path / "said")!r}, "w") as said:
                said.write(f"{{sys.argv[1]}} {{os.getsid(0) == os.getpid()}}")
            sys.exit(3)
        """
    )

    assert Forked(name, ["hello"]).wait(PATIENCE) == 3
    assert (tmp_path / "said").read_text() == "hello True"


def _leads(link: Path, to: Path) -> bool:
    try:
        return link.readlink() == to
    except FileNotFoundError:
        return False


def test_a_lock_of_the_parent_is_not_held_by_its_children(write: Write, tmp_path: Path) -> None:
    """A child that outlives its parent must not keep the home locked."""
    name = write("import time; time.sleep(30)")
    held = (tmp_path / "lock").open("w")
    child = Forked(name)
    try:
        link = Path(f"/proc/{child.pid}/fd/{held.fileno()}")
        for _ in range(200):
            if not _leads(link, tmp_path / "lock"):
                break
            signal.sigtimedwait([], 0.02)
        else:
            pytest.fail("the child still has its parent's file open")
    finally:
        child.send_signal(signal.SIGTERM)
        assert child.wait(PATIENCE) == -signal.SIGTERM
        held.close()


def test_a_defect_is_printed_and_ends_the_child_alone(
    write: Write, capfd: pytest.CaptureFixture[str]
) -> None:
    """An exception never unwinds into the supervisor's code."""
    name = write("1 / 0")

    assert Forked(name).wait(PATIENCE) == 1
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_waiting_has_an_end(write: Write) -> None:
    """A child that does not end in time is said to, as `subprocess` says it."""
    child = Forked(write("import time; time.sleep(30)"))

    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(0.1)
    child.send_signal(signal.SIGKILL)
    assert child.wait(PATIENCE) == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of a death")
def test_a_child_does_not_outlive_its_parent(write: Write, tmp_path: Path) -> None:
    """When the supervisor is killed, the kernel ends its roles."""
    name = write("import time; time.sleep(60)")
    code = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, '.']\n"
        "from services.supervisor.forked import Forked\n"
        f"import time; print(Forked({name!r}).pid, flush=True); time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    signal.sigtimedwait([], 0.5)

    parent.kill()
    parent.wait()
    parent.stdout.close()

    for _ in range(500):
        if not is_alive(pid):
            break
        signal.sigtimedwait([], 0.02)
    assert not is_alive(pid)


def test_a_child_at_the_gate_has_imported_but_not_begun(write: Write, tmp_path: Path) -> None:
    """What it needs is imported while the parent gets ready; it runs when the parent says so."""
    name = write(
        f"""
        from pathlib import Path
        Path({str(tmp_path)!r}, "begun" if __name__ == "__main__" else "imported").touch()
        """
    )
    gate = Gate(ahead=name)
    child = Forked(name, gate=gate)
    for _ in range(500):
        if (tmp_path / "imported").exists():
            break
        signal.sigtimedwait([], 0.02)
    before = (tmp_path / "imported").exists(), (tmp_path / "begun").exists(), child.poll()

    gate.open()

    assert before == (True, False, None)
    assert child.wait(PATIENCE) == 0
    assert (tmp_path / "begun").exists()


def test_a_child_at_the_gate_ends_with_its_parents_hope(write: Write, tmp_path: Path) -> None:
    """A start that fails leaves nobody waiting."""
    name = write(
        f"""
        from pathlib import Path
        if __name__ == "__main__":
            Path({str(tmp_path)!r}, "begun").touch()
        """
    )
    gate = Gate(ahead=name)
    child = Forked(name, gate=gate)

    gate.close()

    assert child.wait(PATIENCE) == 1
    assert not (tmp_path / "begun").exists()
