"""The table of commands: complete, each with an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from services.cli.__main__ import app
from services.cli.commands import COMMANDS, STATUSES, help_last, home_first
from shared.config import ROOT

if TYPE_CHECKING:
    from pathlib import Path

RUNNER = CliRunner()


def help_of(*command: str) -> str:
    done = RUNNER.invoke(app, [*command, "--help"], prog_name="copydesk")
    assert done.exit_code == 0, f"{done.output}{done.exception!r}"
    return done.output


def test_the_help_lists_every_command_with_its_sentence() -> None:
    """What there is, in one place."""
    text = " ".join(help_of().split())
    for name, entry in COMMANDS.items():
        assert f"{name} {entry.does}" in text


@pytest.mark.parametrize("line", [["nonsense"], ["status", "--nonsense"], ["search"], ["trace"]])
def test_a_wrong_command_line_ends_with_2(line: list[str]) -> None:
    """Apart from what failed, which is 1."""
    assert RUNNER.invoke(app, line, prog_name="copydesk").exit_code == 2


@pytest.mark.parametrize(
    ("line", "nearest"),
    [
        (["statsu"], "'status'"),
        (["quarantine", "lst"], "'list'"),
        (["export", "--formt", "jsonl"], "--format"),
        (["logs", "--outcome", "quarantind"], "Did you mean 'quarantined'?"),
        (["quarantine", "replay", "--reason", "emty"], "Did you mean 'empty'?"),
        (["start"], "'up'"),
        (["down"], "Ctrl-C"),
        (["version"], "'--version'"),
        (["import", ""], "empty"),
        (["--home", "", "up"], "empty"),
    ],
)
def test_a_mistyped_word_is_told_the_nearest_right_one(line: list[str], nearest: str) -> None:
    """Command, command of a group, option, or the value of one; also what others call it."""
    done = RUNNER.invoke(app, line, prog_name="copydesk")
    assert (done.exit_code, nearest in done.output) == (2, True), done.output


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["status", "--home", "a b"], ["--home", "a b", "status"]),
        (["logs", "-n", "5", "--home=x", "--follow"], ["--home=x", "logs", "-n", "5", "--follow"]),
        (["--home", "x", "status"], ["--home", "x", "status"]),
        (["import", "--", "--home", "x"], ["import", "--", "--home", "x"]),
        (["--home", "x", "status", "--home=y"], ["--home", "x", "--home=y", "status"]),
        (["status", "--home"], ["--home"]),
        (["status"], ["status"]),
    ],
)
def test_the_home_may_stand_behind_the_command(typed: list[str], read: list[str]) -> None:
    """As it may with `up`, the last one holds; what stands behind two dashes is a file's name."""
    assert home_first(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["help"], ["--help"]),
        (["help", "status"], ["status", "--help"]),
        (["--home", "x", "help", "imports", "show"], ["--home", "x", "imports", "show", "--help"]),
        (["--home=x", "help"], ["--home=x", "--help"]),
        (["--home", "help", "status"], ["--home", "help", "status"]),
        (["search", "help"], ["search", "help"]),
        ([], []),
    ],
)
def test_help_is_a_question_where_a_command_would_stand(typed: list[str], read: list[str]) -> None:
    """Elsewhere it is a word like any other."""
    assert help_last(typed) == read


def test_a_command_works_in_the_home_that_stands_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them, as if it stood before."""
    monkeypatch.setenv("COPYDESK_HOME", "/nowhere")
    done = RUNNER.invoke(app, ["config", "show", "--home", str(tmp_path)], prog_name="copydesk")
    assert (done.exit_code, str(tmp_path) in done.output) == (0, True), done.output


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("copydesk se", "search"),
        ("copydesk search --prov", "--provider"),
        ("copydesk quarantine re", "replay"),
        ("copydesk quarantine list --re", "--reason"),
        ("copydesk logs --outcome near", "near_duplicate"),
    ],
)
def test_the_shell_completes_commands_and_options(typed: str, found: str) -> None:
    """As bash asks it, through the script that `--install-completion` installs."""
    asked = {
        "_COPYDESK_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(typed.count(" ")),
    }
    told = RUNNER.invoke(app, [], prog_name="copydesk", env=asked).output.split()
    assert found in told


GROUPS = {
    "quarantine": ("list", "show", "replay", "discard"),
    "config": ("show",),
    "dedup": ("explain", "rebuild"),
    "token": ("create", "list", "revoke"),
    "imports": ("show", "pause", "resume", "cancel"),
}
"""Commands that have commands of their own."""


@pytest.mark.parametrize("name", GROUPS)
def test_the_groups_are_whole(name: str) -> None:
    """No command of a group escapes the test of its example."""
    listed = help_of(name).partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert tuple(line.split()[0] for line in listed) == GROUPS[name]
    assert not [line for line in listed if line.endswith("...")], "a sentence that is cut"


@pytest.mark.parametrize(
    "command",
    [
        *((name,) for name in COMMANDS),
        *((group, name) for group, names in GROUPS.items() for name in names),
    ],
    ids=" ".join,
)
def test_every_command_has_an_example_of_itself(command: tuple[str, ...]) -> None:
    """`--help` shows at least one line to copy, and how the command ends."""
    text = help_of(*command)
    _, _, examples = text.partition("Examples:\n")
    assert f"copydesk {' '.join(command)}" in examples
    assert "Exit status:\n    0 done; 1 " in examples


def test_exit_statuses_are_told_where_people_look() -> None:
    """In the first help and in the handbook, each with the same words."""
    handbook = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    told = help_of()
    for number, meaning in STATUSES.items():
        assert f"{number:<4} {meaning}" in told
        assert f"| {number} | {meaning} |" in handbook


def test_the_short_form_of_help_is_understood() -> None:
    """By the first command and by those below it."""
    for command in ((), ("status",), ("quarantine", "list")):
        done = RUNNER.invoke(app, [*command, "-h"], prog_name="copydesk")
        assert done.output == help_of(*command)
