"""Who is ready: a word for each process of a role."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from shared.config import ROOT, Settings
from shared.processes import readiness
from tests.integration.serving import environment
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

SAYING = """
import sys
from shared.processes import readiness
from shared.config import load
readiness.ready(load(), "worker")
print("ready", flush=True)
sys.stdin.read()
if {ends}:
    readiness.over(load(), "worker")
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path)


def other(settings: Settings, *, ends: bool = True) -> subprocess.Popen[str]:
    """Start another worker, which ends when its input does."""
    process = subprocess.Popen(
        [sys.executable, "-c", SAYING.format(ends=ends)],
        cwd=ROOT,
        env=environment(settings.home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def healthy(settings: Settings, role: str = "worker") -> bool:
    """Return what the health check of a container says."""
    done = subprocess.run(
        [ROOT / "deploy" / "healthy", role],
        env=environment(settings.home),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ("" if done.returncode == 0 else f"no {role} is ready\n")
    return done.returncode == 0


def test_a_role_is_ready_until_it_says_that_it_is_over(settings: Settings) -> None:
    """And each role for itself; the health check of a container says the same."""
    assert not readiness.is_ready(settings, "worker")
    assert not healthy(settings)
    readiness.ready(settings, "worker")
    assert readiness.is_ready(settings, "worker")
    assert healthy(settings)
    assert not readiness.is_ready(settings, "watcher")
    readiness.over(settings, "worker")
    assert not readiness.is_ready(settings, "worker")


def test_one_worker_of_two_that_ends_leaves_the_other_ready(settings: Settings) -> None:
    """Hands that were lent for an import go; those of `up` are still there."""
    readiness.ready(settings, "worker")
    other(settings).communicate(timeout=PATIENCE)
    assert readiness.is_ready(settings, "worker")
    assert healthy(settings)


def test_one_that_was_killed_is_not_ready_and_forgotten_by_the_next(settings: Settings) -> None:
    """Its number may be another process's one day."""
    killed = other(settings, ends=False)
    killed.kill()
    killed.communicate()
    assert not readiness.is_ready(settings, "worker")
    assert not healthy(settings)
    readiness.ready(settings, "worker")
    assert len(list((settings.run / "ready").iterdir())) == 1


@pytest.mark.parametrize("role", ["worker", "watch", "api"])
def test_a_role_that_begins_is_not_ready_by_the_word_of_one_before_it(
    settings: Settings, role: str
) -> None:
    """A container that starts again has the same pids and the same files; here it cannot begin."""
    mark = settings.run / "ready" / f"{'watcher' if role == 'watch' else role}-"
    mark.parent.mkdir(parents=True)
    command = f'touch "{mark}$$" && exec {sys.executable} -m services.cli {role}'
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=ROOT,
        env=environment(settings.home),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert "migrate" in done.stderr
    assert list(mark.parent.iterdir()) == []


def test_whoever_starts_the_roles_waits_for_their_own_word(settings: Settings) -> None:
    """A worker that was there before says nothing of the one that starts."""
    with other(settings, ends=False) as there:
        readiness.forget(settings, "worker")
        assert not readiness.is_ready(settings, "worker")
        there.kill()


def test_a_process_that_ends_while_one_looks_is_not_asked_since_when(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its file goes between the look at its pid and at its time."""
    readiness.ready(settings, "worker")
    assert readiness.since(settings, "worker") is not None

    def ends(_pid: int) -> bool:
        readiness.over(settings, "worker")
        return True

    monkeypatch.setattr(readiness, "is_alive", ends)
    assert readiness.since(settings, "worker") is None
