"""Work in child processes that may hang or die."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from services.cli.articles.side_by_side import MOST_HELD, End, SideBySide
from shared.processes.alive import is_alive
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def begin() -> Callable[[str], Iterator[str]]:
    """Make the work of the tests: a task says what shall happen."""

    def work(task: str) -> Iterator[str]:
        match task.split():
            case ["count", upto]:
                yield from (f"{number}" for number in range(int(upto)))
            case ["slow", seconds]:
                time.sleep(float(seconds))
                yield "slow"
            case ["tick", times]:
                for _ in range(int(times)):
                    time.sleep(0.1)
                    yield "tick"
            case ["die"]:
                yield "last words"
                os._exit(1)
            case ["hang"]:
                yield "first words"
                time.sleep(100 * PATIENCE)
            case ["pid"]:
                yield str(os.getpid())

    return work


def run(*tasks: str, count: int = 2, silence: float = 30) -> list[tuple[str, str | End]]:
    with SideBySide(begin, count=count, silence_seconds=silence) as pool:
        return list(pool.run(tasks))


def test_results_come_in_the_order_of_the_tasks() -> None:
    """However long the first of them takes."""
    assert run("slow 0.2", "count 2", "count 1") == [
        ("slow 0.2", "slow"),
        ("slow 0.2", End.DONE),
        ("count 2", "0"),
        ("count 2", "1"),
        ("count 2", End.DONE),
        ("count 1", "0"),
        ("count 1", End.DONE),
    ]


@pytest.mark.parametrize("count", [1, 2])
def test_a_child_that_dies_costs_its_own_task_alone(count: int) -> None:
    """What it had said is kept, and the tasks after it are done by another."""
    ends = [(task, read) for task, read in run("die", "count 1", "die", count=count)]
    assert ends == [
        ("die", "last words"),
        ("die", End.DIED),
        ("count 1", "0"),
        ("count 1", End.DONE),
        ("die", "last words"),
        ("die", End.DIED),
    ]


def test_a_child_that_falls_silent_is_killed() -> None:
    """And the others are not held up for longer than that."""
    assert run("hang", "count 1", silence=3) == [
        ("hang", "first words"),
        ("hang", End.SILENT),
        ("count 1", "0"),
        ("count 1", End.DONE),
    ]


def test_a_task_of_many_results_waits_its_turn_without_being_taken_for_silent() -> None:
    """Its child is held back while it is not first in line, and nothing is lost."""
    many = MOST_HELD * 40  # more than a pipe holds, too
    found = run("tick 40", f"count {many}", silence=3)
    assert found[:41] == [*[("tick 40", "tick")] * 40, ("tick 40", End.DONE)]
    assert [read for _, read in found[41:-1]] == [str(number) for number in range(many)]
    assert found[-1] == (f"count {many}", End.DONE)


def test_no_child_outlives_the_block() -> None:
    """Also when it is left in the middle of the work."""
    with SideBySide(begin, count=2, silence_seconds=30) as pool:
        pids = [int(read) for _, read in pool.run(["pid", "pid"]) if isinstance(read, str)]
        next(pool.run(["hang"]))
    deadline = time.monotonic() + PATIENCE
    while any(is_alive(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not any(is_alive(pid) for pid in pids)


def test_no_tasks_are_no_work() -> None:
    """And take no time."""
    assert run() == []
