"""Reading the log: its end, and what comes, through every rotation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from services.cli.logs.files import Follower, files, last_lines
from services.sweeper.rotation import rotate
from shared.logs import LOG_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def write(folder: Path, *lines: str) -> None:
    with (folder / LOG_FILE).open("a", encoding="utf-8") as log:
        log.writelines(f"{line}\n" for line in lines)


def everything(_line: str) -> bool:
    return True


def test_the_last_lines_go_on_into_older_files(tmp_path: Path) -> None:
    """Oldest first, and no more than were asked for."""
    write(tmp_path, "1", "2", "3")
    assert rotate(tmp_path / LOG_FILE, limit=1)
    write(tmp_path, "4")
    assert last_lines(tmp_path, 3, everything) == ["2\n", "3\n", "4\n"]
    assert last_lines(tmp_path, 0, everything) == ["1\n", "2\n", "3\n", "4\n"]
    assert last_lines(tmp_path, 1, everything) == ["4\n"]


def test_only_wanted_lines_count(tmp_path: Path) -> None:
    """The last two of a kind are the last two of that kind."""
    write(tmp_path, "a1", "b1", "a2", "b2", "a3", "b3")
    assert last_lines(tmp_path, 2, lambda line: line.startswith("a")) == ["a2\n", "a3\n"]


def test_old_files_are_ordered_by_number_not_by_letter(tmp_path: Path) -> None:
    """The tenth is older than the second, however the folder lists them; what is no log is out."""
    numbered = [f"{LOG_FILE}.{number}" for number in range(1, 13)]
    for name in (f"{LOG_FILE}.bak", *sorted(numbered), LOG_FILE):
        (tmp_path / name).touch()
    assert [path.name for path in files(tmp_path)] == [LOG_FILE, *numbered]


def test_a_follower_misses_nothing_and_repeats_nothing(tmp_path: Path) -> None:
    """Lines before it began are the past; lines after it come once, rotated away or not."""
    write(tmp_path, "old")
    follower = Follower(tmp_path)
    write(tmp_path, "between")
    assert last_lines(tmp_path, 9, everything, until=follower.began_at) == ["old\n"]

    def rotated() -> None:
        assert rotate(tmp_path / LOG_FILE, limit=1)

    def rotated_between() -> None:
        write(tmp_path, "just before")
        rotated()
        write(tmp_path, "in the new file")

    steps: Iterator[Callable[[], None]] = iter(
        [
            partial(write, tmp_path, "more"),
            rotated_between,
            rotated,
            partial(write, tmp_path, "in the newest file"),
        ]
    )
    lines = follower.follow(sleep=lambda _seconds: next(steps)())
    assert [next(lines) for _ in range(5)] == [
        "between\n",
        "more\n",
        "just before\n",
        "in the new file\n",
        "in the newest file\n",
    ]


def test_a_half_written_line_waits_for_its_end(tmp_path: Path) -> None:
    """What a writer has not finished is no line yet."""
    follower = Follower(tmp_path)

    def half() -> None:
        (tmp_path / LOG_FILE).write_text('{"a": ', encoding="utf-8")

    def rest() -> None:
        with (tmp_path / LOG_FILE).open("a", encoding="utf-8") as log:
            log.write("1}\n")

    steps = iter([half, rest])
    lines = follower.follow(sleep=lambda _seconds: next(steps)())
    assert next(lines) == '{"a": 1}\n'
