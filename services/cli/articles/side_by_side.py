"""
Work on many things in child processes that may be killed: one that hangs or dies costs the others
nothing, and all cores are used. Results come in the order of the tasks.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
import warnings
from collections import deque
from dataclasses import dataclass, field
from enum import Enum, auto
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar

from shared.processes.alive import die_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Result = TypeVar("Result")

Work: TypeAlias = "Callable[[Task], Iterator[Result]]"

MOST_HELD: Final = 256
"""Results of a task that is not first in line; beyond it its child has to wait."""

AHEAD: Final = 4
"""Tasks for each child that may be begun before the first in line has ended."""

LOOK_SECONDS: Final = 0.5
"""Between two looks for children that have fallen silent."""


class End(Enum):
    """How the work on a task ended."""

    DONE = auto()
    SILENT = auto()
    """It gave no sign for too long and was killed."""
    DIED = auto()
    """Its process died."""


@dataclass(slots=True)
class _Slot(Generic[Task, Result]):
    """A task in line, with the results that wait for those before it."""

    task: Task
    results: deque[Result] = field(default_factory=deque)
    end: End | None = None


@dataclass(slots=True)
class _Child(Generic[Task, Result]):
    process: BaseProcess
    connection: Connection
    slot: _Slot[Task, Result] | None = None
    heard: float = 0.0


class SideBySide(Generic[Task, Result]):
    """Some child processes; use it in a `with`, which ends them."""

    def __init__(
        self, begin: Callable[[], Work[Task, Result]], *, count: int, silence_seconds: float
    ) -> None:
        """Take what makes the work in a child, how many children, and how long one may be mute."""
        # fork shares what is imported already; macOS does not support it well
        self._context: Any = multiprocessing.get_context(
            "fork" if sys.platform == "linux" else None
        )
        self._begin = begin
        self._silence = silence_seconds
        self._count = count
        self._children: list[_Child[Task, Result]] = []
        self._line: deque[_Slot[Task, Result]] = deque()

    def __enter__(self) -> SideBySide[Task, Result]:
        """Begin; children are started when there is work for them."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Kill what is left: finished children wait for tasks, others work for nobody."""
        for child in self._children:
            _kill(child)

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | End]]:
        """Yield each task's results in its turn, and then its end."""
        coming = iter(tasks)
        more = True
        while more or self._line:
            more = more and self._hand_out(coming)
            while self._line:
                first = self._line[0]
                while first.results:
                    yield first.task, first.results.popleft()
                if first.end is None:
                    break
                yield first.task, first.end
                self._line.popleft()
            self._listen()

    def _hand_out(self, coming: Iterator[Task]) -> bool:
        """Give tasks to idle children; return whether there may be more tasks."""
        while len(self._line) < self._count * AHEAD:
            idle = next((child for child in self._children if child.slot is None), None)
            if idle is None and len(self._children) >= self._count:
                return True
            try:
                task = next(coming)
            except StopIteration:
                return False
            child = idle or self._start()
            child.slot, child.heard = _Slot(task), time.monotonic()
            self._line.append(child.slot)
            try:
                child.connection.send(task)
            except OSError:
                self._lose(child, End.DIED)
        return True

    def _start(self) -> _Child[Task, Result]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._begin), daemon=True)
        with warnings.catch_warnings():
            # Python 3.12 and later warn of forks beside threads; a command has none
            warnings.simplefilter("ignore", DeprecationWarning)
            process.start()
        # the child's own copy is the last one: when it dies, we read the end
        theirs.close()
        child: _Child[Task, Result] = _Child(process, ours)
        self._children.append(child)
        return child

    def _listen(self) -> None:
        """Take in what children say; end the work of those that died or fell silent."""
        now = time.monotonic()
        listened: list[_Child[Task, Result]] = []
        for child in self._children:
            if child.slot is None:
                continue
            if child.slot is self._line[0] or len(child.slot.results) < MOST_HELD:
                listened.append(child)
            else:
                child.heard = now  # it is we who let it wait
        if not listened:
            return
        ready = set(wait([child.connection for child in listened], LOOK_SECONDS))
        for child in listened:
            if child.connection in ready:
                self._hear(child)
            elif time.monotonic() - child.heard > self._silence:
                self._lose(child, End.SILENT)

    def _hear(self, child: _Child[Task, Result]) -> None:
        assert child.slot is not None
        try:
            said: Result | End = child.connection.recv()
        except (EOFError, OSError):
            self._lose(child, End.DIED)
            return
        child.heard = time.monotonic()
        if isinstance(said, End):
            child.slot.end, child.slot = said, None
        else:
            child.slot.results.append(said)

    def _lose(self, child: _Child[Task, Result], how: End) -> None:
        assert child.slot is not None
        child.slot.end = how
        self._children.remove(child)
        _kill(child)


def _kill(child: _Child[Any, Any]) -> None:
    child.process.kill()
    child.process.join()
    child.process.close()
    child.connection.close()


def _serve(connection: Connection, begin: Callable[[], Work[Any, Any]]) -> None:
    """Work on tasks until the parent is gone: the life of a child."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    die_with_parent()
    work = begin()
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        for result in work(task):
            connection.send(result)
        connection.send(End.DONE)
